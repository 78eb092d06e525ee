/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text opposes one claim to another. Private to the layers reading and learn. */
#pragma once

#include "reading/ranking-features.h"

G_BEGIN_DECLS

#define PURPORT_DISPUTES_KIND "disputes"

/* How many claims back the opposed one may lie. */
#define PURPORT_DISPUTES_LOOK_BACK 20

#define PURPORT_DISPUTES_MAX_FEATURES 48

PurportSpan purport_disputes_words (const PurportRankingContext *context, guint32 claim);
guint purport_disputes_pair_features (const PurportRankingContext *context, guint32 by, guint32 of, guint32 *features);
guint32 purport_disputes_bias_feature (void);
guint purport_disputes_none_features (const PurportRankingContext *context, guint32 by, guint32 *features);
void purport_disputes_find (PurportDraft *draft, const PurportRankingContext *context, const PurportLinearModel *model);

G_END_DECLS
