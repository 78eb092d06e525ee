/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims: what the article asserts, in its own voice or another's. Private to the layer. */
#pragma once

#include "reading/claim-spans.h"

G_BEGIN_DECLS

void purport_claims_find (PurportDraft *draft, const PurportClaimContext *context, const PurportLinearModel *model);

G_END_DECLS
