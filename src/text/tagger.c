/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tagger sees: words, affixes, shapes, clusters and usual tags of the word and its neighbours, and the two
 * tags before. Tagging is greedy, from left to right, with an averaged perceptron (Collins 2002).
 */
#include "text/tagger.h"

/* Templates of single words, in a range of numbers for each offset. */
static guint32
at (guint32 template_number, gint offset)
{
  return template_number + 32 * (guint32)(offset + PURPORT_TAGGER_LEFT);
}

static guint
own_features (const PurportWordView *view, guint32 *features)
{
  guint32 entry = view->entry, mode = view->capitals * 2u + view->first;
  guint n = 0;

  features[n++] = purport_feature (at (1, 0), view->word, 0);
  features[n++] = purport_feature (at (2, 0), view->cased, view->capitals);
  features[n++] = purport_feature (at (3, 0), view->shape, mode);
  for (guint i = 1; i <= PURPORT_VIEW_MAX_SUFFIX; i++)
    features[n++] = purport_feature (at (3 + i, 0), view->suffix[i], 0);
  for (guint i = 1; i <= PURPORT_VIEW_MAX_PREFIX; i++)
    features[n++] = purport_feature (at (9 + i, 0), view->prefix[i], 0);
  features[n++] = purport_feature (at (14, 0), view->suffix[3], view->shape * 8u + mode);
  features[n++] = purport_feature (at (15, 0), purport_word_fine (entry), 0);
  features[n++] = purport_feature (at (16, 0), purport_word_coarse (entry), view->suffix[2]);
  features[n++] = purport_feature (at (17, 0), purport_word_tag (entry), view->suffix[1]);
  features[n++] = purport_feature (at (18, 0), purport_word_case (entry), view->shape * 8u + mode);
  features[n++] = purport_feature (at (19, 0), entry & PURPORT_WORD_LISTS, view->shape * 8u + mode);
  features[n++] = purport_feature (at (20, 0), purport_word_tag (entry), view->shape * 8u + mode);
  return n;
}

/**
 * purport_tagger_word_features:
 * @offset: where the word stands, counted from the token that is tagged
 * @features: room for %PURPORT_TAGGER_N_WORD_FEATURES
 *
 * Returns: the number of features that this word alone gives
 */
guint
purport_tagger_word_features (const PurportWordView *view, gint offset, guint32 *features)
{
  guint n = 0;

  if (offset == 0)
    return own_features (view, features);
  features[n++] = purport_feature (at (1, offset), view->word, 0);
  features[n++] = purport_feature (at (2, offset), purport_word_tag (view->entry), view->suffix[1]);
  features[n++] = purport_feature (at (3, offset), purport_word_fine (view->entry), 0);
  if (offset == 1 || offset == -1) {
    features[n++] = purport_feature (at (4, offset), view->suffix[3], 0);
    features[n++] = purport_feature (at (5, offset), view->shape, view->capitals);
  }
  return n;
}

/**
 * purport_tagger_context_features:
 * @views: where the token stands among the views of its sentence, which have sentinels at either end
 * @before: the tag of the token before, @before_that of the one before it; %PURPORT_TAG_NONE outside
 * @features: room for %PURPORT_TAGGER_N_FEATURES
 *
 * Returns: the number of features that are of several words and tags
 */
guint
purport_tagger_context_features (const PurportWordView *const *views,
                                 PurportTag before,
                                 PurportTag before_that,
                                 guint32 *features)
{
  const PurportWordView *here = views[0], *left = views[-1], *right = views[1];
  guint32 tag = (guint32)before, tags = tag << 8 | (guint32)before_that;
  guint32 usual = purport_word_tag (here->entry), usual_right = purport_word_tag (right->entry);
  guint32 usual_right2 = purport_word_tag (views[2]->entry);
  guint n = 0;

  features[n++] = purport_feature (200, tag, 0);
  features[n++] = purport_feature (201, tags, 0);
  features[n++] = purport_feature (202, tag, here->word);
  features[n++] = purport_feature (203, tag, here->suffix[3]);
  features[n++] = purport_feature (204, left->word, here->word);
  features[n++] = purport_feature (205, right->word, here->word);
  features[n++] = purport_feature (206, tags, right->word);
  features[n++] = purport_feature (207, tag << 8 | usual_right, usual);
  features[n++] = purport_feature (208, tags, usual << 8 | usual_right);
  features[n++] = purport_feature (209, tag << 16 | usual_right << 8 | usual_right2, usual);
  features[n++] = purport_feature (210, right->shape, here->shape + here->capitals);
  features[n++] = purport_feature (211, here->suffix[3], right->suffix[3]);
  features[n++] = purport_feature (212, tags, here->suffix[2]);
  features[n++] = purport_feature (213, purport_word_fine (left->entry) << 9 | purport_word_fine (here->entry), tag);
  features[n++] = purport_feature (214, purport_word_fine (here->entry) << 9 | purport_word_fine (right->entry), tag);
  features[n++] = purport_feature (215, left->word, right->word);
  features[n++] = purport_feature (216, right->suffix[2], tag << 8 | usual);
  features[n++] = purport_feature (217, tag, left->word);
  return n;
}

/* Returns: all features of a token; see purport_tagger_context_features(). */
guint
purport_tagger_features (const PurportWordView *const *views,
                         PurportTag before,
                         PurportTag before_that,
                         guint32 *features)
{
  guint n = purport_tagger_context_features (views, before, before_that, features);

  for (gint offset = -PURPORT_TAGGER_LEFT; offset <= PURPORT_TAGGER_RIGHT; offset++)
    n += purport_tagger_word_features (views[offset], offset, features + n);
  return n;
}
