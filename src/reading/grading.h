/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How something is worded: strength of the relation, certainty with its hedges, kinds of claim. Private to the layer.
 */
#pragma once

#include "reading/draft.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

void purport_grading_apply (PurportDraft *draft, const PurportLinearModel *model);

G_END_DECLS
