/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which claims matter most to a reader, and why each is marked. Private to the layer. */
#pragma once

#include "reading/ranking-features.h"

G_BEGIN_DECLS

void purport_ranking_apply (PurportDraft *draft, const PurportRankingContext *context, const PurportLinearModel *model);
void purport_ranking_explain (PurportDraft *draft, const PurportRankingContext *context);

G_END_DECLS
