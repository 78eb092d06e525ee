/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Part-of-speech tags by an averaged perceptron. Private to the layers text and learn. */
#pragma once

#include "text/features.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_TAGGER_KIND "tags"
#define PURPORT_TAGGER_N_FEATURES 22

guint purport_tagger_features (const PurportWordView *views,
                               guint32 n_tokens,
                               guint32 token,
                               PurportTag before,
                               PurportTag before_that,
                               guint32 *features);
void purport_tagger_tag (const PurportLinearModel *model,
                         const PurportWordView *views,
                         PurportToken *tokens,
                         guint32 n_tokens);

G_END_DECLS
