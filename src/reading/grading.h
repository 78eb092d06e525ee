/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How something is worded: strength of the relation, certainty with its hedges, kinds of claim. Private to the layer.
 */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

PurportStrength purport_grading_strength (const PurportDraft *draft, PurportTokens tokens);
float purport_grading_certainty (const PurportDraft *draft, PurportTokens tokens, float score, GArray *hedges);
PurportCertainty purport_grading_level (float score);
void purport_grading_kinds (const PurportDraft *draft, PurportTokens tokens, PurportClaim *claim);

G_END_DECLS
