/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greedy labelling of names from left to right (Collins 2002), a sentence at a time, with tags, words, affixes and
 * shapes. */
#include "text/namer.h"

#include <string.h>

#define OUTSIDE 0x5EEDu

typedef struct {
  guint32 word, shape, suffix, tag, cased;
} Around;

static Around
around (const PurportWordView *views, const PurportToken *tokens, guint32 n_tokens, guint32 token, gint offset)
{
  gint64 i = (gint64)token + offset;

  if (i < 0 || i >= (gint64)n_tokens)
    return (Around){ OUTSIDE + (guint32)offset, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE };
  return (Around){ views[i].word, views[i].shape, views[i].suffix3, tokens[i].tag, views[i].cased };
}

/**
 * purport_namer_features:
 * @views: of a sentence's tokens
 * @tokens: the tokens, tagged
 * @caseless: the sentence has no telling capitals
 * @before: label of the token before, @before_that of the one before it; 0 outside
 * @features: room for %PURPORT_NAMER_N_FEATURES
 *
 * Returns: the number of features
 */
guint
purport_namer_features (const PurportWordView *views,
                        const PurportToken *tokens,
                        guint32 n_tokens,
                        guint32 token,
                        gboolean caseless,
                        guint before,
                        guint before_that,
                        guint32 *features)
{
  Around here = around (views, tokens, n_tokens, token, 0);
  Around l1 = around (views, tokens, n_tokens, token, -1), l2 = around (views, tokens, n_tokens, token, -2);
  Around r1 = around (views, tokens, n_tokens, token, 1), r2 = around (views, tokens, n_tokens, token, 2);
  guint32 shape = here.shape + (caseless ? 0x9E37u : 0u), labels = before * 16 + before_that;
  guint32 first = token == 0 ? 1u : 0u;
  guint n = 0;

  features[n++] = purport_feature (101, caseless ? 1u : 2u, 0);
  features[n++] = purport_feature (102, here.word, 0);
  features[n++] = purport_feature (103, here.cased, 0);
  features[n++] = purport_feature (104, shape, first);
  features[n++] = purport_feature (105, here.suffix, 0);
  features[n++] = purport_feature (106, views[token].prefix, 0);
  features[n++] = purport_feature (107, views[token].suffix2, shape);
  features[n++] = purport_feature (108, views[token].suffix4, shape);
  features[n++] = purport_feature (109, here.tag, shape);
  features[n++] = purport_feature (110, here.tag, l1.tag);
  features[n++] = purport_feature (111, here.tag, r1.tag);
  features[n++] = purport_feature (112, l1.word, shape);
  features[n++] = purport_feature (113, r1.word, shape);
  features[n++] = purport_feature (114, l2.word, shape);
  features[n++] = purport_feature (115, r2.word, shape);
  features[n++] = purport_feature (116, l1.shape * 31u + shape, r1.shape);
  features[n++] = purport_feature (117, l1.word, here.word);
  features[n++] = purport_feature (118, r1.word, here.word);
  features[n++] = purport_feature (119, before, 0);
  features[n++] = purport_feature (120, labels, 0);
  features[n++] = purport_feature (121, before, here.word);
  features[n++] = purport_feature (122, before, shape);
  features[n++] = purport_feature (123, before, here.tag);
  features[n++] = purport_feature (124, before, l1.word);
  features[n++] = purport_feature (125, before, r1.word);
  features[n++] = purport_feature (126, labels, shape);
  features[n++] = purport_feature (127, l1.word * 31u + l2.word, shape);
  features[n++] = purport_feature (128, r1.word * 31u + r2.word, shape);
  features[n++] = purport_feature (129, r1.shape, r1.suffix);
  features[n++] = purport_feature (130, l1.suffix, shape);
  features[n++] = purport_feature (131, r1.tag * 64u + r2.tag, shape);
  features[n++] = purport_feature (132, l1.tag * 64u + l2.tag, shape);
  features[n++] = purport_feature (133, r1.shape, r2.shape);
  features[n++] = purport_feature (134, before, r1.shape * 31u + shape);
  features[n++] = purport_feature (135, l1.cased, r1.word);
  features[n++] = purport_feature (136, before, here.suffix);
  return n;
}

/* Returns: whether a name can go on with @label behind @before. */
gboolean
purport_namer_may_follow (guint label, guint before)
{
  if (label <= PURPORT_NAMER_N_TYPES)
    return TRUE;
  return before == label || before + PURPORT_NAMER_N_TYPES == label;
}

static guint
best_label (const gint32 *scores, guint before)
{
  guint best = 0;

  for (guint i = 1; i < PURPORT_NAMER_N_LABELS; i++)
    if (scores[i] > scores[best] && purport_namer_may_follow (i, before))
      best = i;
  return best;
}

/**
 * purport_namer_label:
 * @model: of kind %PURPORT_NAMER_KIND with %PURPORT_NAMER_N_LABELS classes
 * @tokens: the sentence's tokens, tagged; get their place in a name and its type
 *
 * O(@n_tokens).
 */
void
purport_namer_label (const PurportLinearModel *model,
                     const PurportWordView *views,
                     PurportToken *tokens,
                     guint32 n_tokens,
                     gboolean caseless)
{
  guint before = 0, before_that = 0;

  for (guint32 i = 0; i < n_tokens; i++) {
    guint32 features[PURPORT_NAMER_N_FEATURES];
    gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES] = { 0 };
    guint n = purport_namer_features (views, tokens, n_tokens, i, caseless, before, before_that, features);
    guint label;
    for (guint j = 0; j < n; j++)
      purport_linear_model_add (model, features[j], scores);
    label = best_label (scores, before);
    before_that = before;
    before = label;
    tokens[i].name_place = (guint8)(label == 0                       ? PURPORT_NAME_OUTSIDE
                                    : label <= PURPORT_NAMER_N_TYPES ? PURPORT_NAME_BEGIN
                                                                     : PURPORT_NAME_INSIDE);
    tokens[i].name_type = (guint8)(label == 0 ? 0 : (label - 1) % PURPORT_NAMER_N_TYPES);
  }
}
