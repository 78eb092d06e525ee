/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Part-of-speech tags by an averaged perceptron. Private to the layers text and learn. */
#pragma once

#include "text/features.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_TAGGER_KIND "tags"
#define PURPORT_TAGGER_N_WORD_FEATURES 24
#define PURPORT_TAGGER_N_FEATURES 80
/* Features of single words are seen of the word itself and of so many to its left and right. */
#define PURPORT_TAGGER_LEFT 2
#define PURPORT_TAGGER_RIGHT 2

guint purport_tagger_word_features (const PurportWordView *view, gint offset, guint32 *features);
guint purport_tagger_context_features (const PurportWordView *const *views,
                                       PurportTag before,
                                       PurportTag before_that,
                                       guint32 *features);
guint purport_tagger_features (const PurportWordView *const *views,
                               PurportTag before,
                               PurportTag before_that,
                               guint32 *features);

G_END_DECLS
