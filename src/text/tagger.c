/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Greedy tagging from left to right with an averaged perceptron (Collins 2002) over words, affixes, shapes and the two
 * tags before. A sentence is tagged at a time.
 */
#include "text/tagger.h"

#include <string.h>

/* Stands for what lies outside the sentence. */
#define OUTSIDE 0x5EEDu

static inline guint32
word_at (const PurportWordView *views, guint32 n_tokens, guint32 token, gint offset)
{
  gint64 i = (gint64)token + offset;
  return i < 0 || i >= (gint64)n_tokens ? OUTSIDE + (guint32)offset : views[i].word;
}

/**
 * purport_tagger_features:
 * @views: of a sentence's tokens
 * @before: the tag of the token before, @before_that of the one before it; %PURPORT_TAG_NONE outside
 * @features: room for %PURPORT_TAGGER_N_FEATURES
 *
 * Returns: the number of features
 */
guint
purport_tagger_features (const PurportWordView *views,
                         guint32 n_tokens,
                         guint32 token,
                         PurportTag before,
                         PurportTag before_that,
                         guint32 *features)
{
  const PurportWordView *here = &views[token];
  guint32 left = word_at (views, n_tokens, token, -1), right = word_at (views, n_tokens, token, 1);
  guint32 tags = (guint32)before << 8 | (guint32)before_that;
  guint32 right_suffix = token + 1 < n_tokens ? views[token + 1].suffix3 : OUTSIDE;
  guint32 right_shape = token + 1 < n_tokens ? views[token + 1].shape : OUTSIDE;
  guint n = 0;

  features[n++] = purport_feature (1, here->word, 0);
  features[n++] = purport_feature (2, here->suffix2, 0);
  features[n++] = purport_feature (3, here->suffix3, 0);
  features[n++] = purport_feature (4, here->suffix4, 0);
  features[n++] = purport_feature (5, here->prefix, 0);
  features[n++] = purport_feature (6, here->shape, 0);
  features[n++] = purport_feature (7, here->shape, token == 0);
  features[n++] = purport_feature (8, (guint32)before, 0);
  features[n++] = purport_feature (9, tags, 0);
  features[n++] = purport_feature (10, (guint32)before, here->word);
  features[n++] = purport_feature (11, (guint32)before, here->suffix3);
  features[n++] = purport_feature (12, left, 0);
  features[n++] = purport_feature (13, left, here->word);
  features[n++] = purport_feature (14, right, 0);
  features[n++] = purport_feature (15, right, here->word);
  features[n++] = purport_feature (16, right_suffix, (guint32)before);
  features[n++] = purport_feature (17, word_at (views, n_tokens, token, -2), 0);
  features[n++] = purport_feature (18, word_at (views, n_tokens, token, 2), 0);
  features[n++] = purport_feature (19, right_shape, here->shape);
  features[n++] = purport_feature (20, here->suffix3, right_suffix);
  features[n++] = purport_feature (21, here->cased, 0);
  features[n++] = purport_feature (22, tags, right);
  return n;
}

static PurportTag
best_tag (const gint32 *scores)
{
  guint best = 1;

  for (guint i = 2; i < PURPORT_N_TAGS; i++)
    if (scores[i] > scores[best])
      best = i;
  return (PurportTag)best;
}

/**
 * purport_tagger_tag:
 * @model: of kind %PURPORT_TAGGER_KIND with %PURPORT_N_TAGS classes
 * @views: of the sentence's tokens
 * @tokens: the sentence's tokens; get their tags
 *
 * O(@n_tokens).
 */
void
purport_tagger_tag (const PurportLinearModel *model,
                    const PurportWordView *views,
                    PurportToken *tokens,
                    guint32 n_tokens)
{
  PurportTag before = PURPORT_TAG_NONE, before_that = PURPORT_TAG_NONE;

  for (guint32 i = 0; i < n_tokens; i++) {
    guint32 features[PURPORT_TAGGER_N_FEATURES];
    gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES] = { 0 };
    guint n = purport_tagger_features (views, n_tokens, i, before, before_that, features);
    for (guint j = 0; j < n; j++)
      purport_linear_model_add (model, features[j], scores);
    before_that = before;
    before = best_tag (scores);
    tokens[i].tag = (guint8)before;
  }
}
