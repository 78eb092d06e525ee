/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the namer sees: words, affixes, shapes, clusters and lists of the word and its neighbours, the tags, and the
 * places of several words that the table knows. Names are labelled by first, middle, last and only word. */
#include "text/namer.h"

#include <string.h>

/* No known phrase is longer, in words. */
#define MAX_PHRASE 4u
/* A token so far from any capital is in no name. */
#define OUTSIDE_REACH 2u

/* Templates of single words, in a range of numbers for each offset. */
static guint32
at (guint32 template_number, gint offset)
{
  return 1000 + template_number + 32 * (guint32)(offset + PURPORT_NAMER_REACH);
}

/* Shape with what the sentence's capitals tell. */
static guint32
shape_of (const PurportWordView *view)
{
  return view->shape + view->capitals * 0x9E37u;
}

static guint
own_features (const PurportWordView *view, guint32 *features)
{
  guint32 entry = view->entry, shape = shape_of (view), fine = purport_word_fine (entry);
  guint32 lists = entry & PURPORT_WORD_LISTS, usual = purport_word_case (entry);
  guint n = 0;

  features[n++] = purport_feature (at (0, 0), view->capitals, view->first);
  features[n++] = purport_feature (at (1, 0), view->word, 0);
  features[n++] = purport_feature (at (2, 0), view->cased, view->capitals);
  features[n++] = purport_feature (at (3, 0), shape, view->first);
  features[n++] = purport_feature (at (4, 0), view->suffix[3], 0);
  features[n++] = purport_feature (at (5, 0), view->suffix[2], shape);
  features[n++] = purport_feature (at (6, 0), view->suffix[4], shape);
  features[n++] = purport_feature (at (7, 0), view->suffix[5], 0);
  features[n++] = purport_feature (at (8, 0), view->prefix[3], 0);
  features[n++] = purport_feature (at (9, 0), view->prefix[4], shape);
  features[n++] = purport_feature (at (10, 0), fine, 0);
  features[n++] = purport_feature (at (11, 0), fine, shape);
  features[n++] = purport_feature (at (12, 0), purport_word_coarse (entry), shape);
  features[n++] = purport_feature (at (13, 0), lists, shape);
  features[n++] = purport_feature (at (14, 0), lists, usual << 8 | view->first);
  features[n++] = purport_feature (at (15, 0), usual, shape + view->first);
  features[n++] = purport_feature (at (16, 0), purport_word_tag (entry), shape + view->first);
  features[n++] = purport_feature (at (17, 0), lists, purport_word_coarse (entry));
  features[n++] = purport_feature (at (18, 0), view->prefix[2], view->suffix[1]);
  for (guint32 list = PURPORT_WORD_GIVEN; list <= PURPORT_WORD_DICTIONARY; list <<= 1)
    if ((entry & list) != 0)
      features[n++] = purport_feature (at (20, 0), list, shape);
  return n;
}

/**
 * purport_namer_word_features:
 * @offset: where the word stands, counted from the token that is labelled
 * @features: room for %PURPORT_NAMER_N_WORD_FEATURES
 *
 * Returns: the number of features that this word alone gives
 */
guint
purport_namer_word_features (const PurportWordView *view, gint offset, guint32 *features)
{
  guint32 entry = view->entry, shape = shape_of (view);
  guint n = 0;

  if (offset == 0)
    return own_features (view, features);
  features[n++] = purport_feature (at (1, offset), view->word, 0);
  features[n++] = purport_feature (at (2, offset), shape, 0);
  features[n++] = purport_feature (at (3, offset), purport_word_fine (entry), 0);
  features[n++] = purport_feature (at (4, offset), entry & PURPORT_WORD_LISTS, shape);
  features[n++] = purport_feature (at (5, offset), purport_word_coarse (entry), shape);
  if (offset != 1 && offset != -1)
    return n;
  features[n++] = purport_feature (at (6, offset), view->suffix[3], 0);
  features[n++] = purport_feature (at (7, offset), purport_word_case (entry), shape + view->first);
  features[n++] = purport_feature (at (8, offset), purport_word_tag (entry), shape);
  features[n++] = purport_feature (at (9, offset), view->cased, view->capitals);
  return n;
}

/**
 * purport_namer_context_features:
 * @views: where the token stands among the views of its sentence, which have sentinels at either end
 * @tags: where it stands among the tags, with sentinels too
 * @phrases: what purport_namer_find_phrases() gave for it
 * @features: room for %PURPORT_NAMER_N_FEATURES
 *
 * Returns: the number of features that are of several words, or of tags
 */
guint
purport_namer_context_features (const PurportWordView *const *views,
                                const guint8 *tags,
                                const guint8 *phrases,
                                guint32 *features)
{
  const PurportWordView *here = views[0], *left = views[-1], *right = views[1];
  guint32 shape = shape_of (here), lists = here->entry & PURPORT_WORD_LISTS;
  guint32 fine = purport_word_fine (here->entry);
  guint n = 0;

  features[n++] = purport_feature (1201, tags[0], shape);
  features[n++] = purport_feature (1202, (guint32)tags[-1] << 8 | tags[0], 0);
  features[n++] = purport_feature (1203, (guint32)tags[0] << 8 | tags[1], 0);
  features[n++] = purport_feature (1204, (guint32)tags[-1] << 16 | (guint32)tags[0] << 8 | tags[1], 0);
  features[n++] = purport_feature (1205, (guint32)tags[-2] << 8 | tags[-1], shape);
  features[n++] = purport_feature (1206, (guint32)tags[1] << 8 | tags[2], shape);
  features[n++] = purport_feature (1207, left->word, shape);
  features[n++] = purport_feature (1208, right->word, shape);
  features[n++] = purport_feature (1209, left->word, here->word);
  features[n++] = purport_feature (1210, right->word, here->word);
  features[n++] = purport_feature (1211, left->shape * 31u + shape, right->shape);
  features[n++] = purport_feature (1212, purport_word_fine (left->entry), fine + 1024u);
  features[n++] = purport_feature (1213, purport_word_fine (right->entry), fine + 1024u);
  features[n++] = purport_feature (1214, left->entry & PURPORT_WORD_LISTS, lists ^ shape);
  features[n++] = purport_feature (1215, right->entry & PURPORT_WORD_LISTS, lists ^ shape);
  features[n++] = purport_feature (1216, views[-2]->word * 31u + left->word, shape);
  features[n++] = purport_feature (1217, views[2]->word * 31u + right->word, shape);
  features[n++] = purport_feature (1218, left->word, right->word);
  features[n++] = purport_feature (1219, purport_word_fine (left->entry), shape);
  features[n++] = purport_feature (1220, purport_word_fine (right->entry), shape);
  features[n++] = purport_feature (1221, right->shape * 31u + views[2]->shape, shape);
  features[n++] = purport_feature (1222, left->shape * 31u + views[-2]->shape, shape);
  if (*phrases != 0)
    features[n++] = purport_feature (1230, *phrases, shape);
  return n;
}

/* Returns: all features of a token; see purport_namer_context_features(). */
guint
purport_namer_features (const PurportWordView *const *views,
                        const guint8 *tags,
                        const guint8 *phrases,
                        guint32 *features)
{
  guint n = purport_namer_context_features (views, tags, phrases, features);

  for (gint offset = -PURPORT_NAMER_REACH; offset <= PURPORT_NAMER_REACH; offset++)
    n += purport_namer_word_features (views[offset], offset, features + n);
  return n;
}

/* Returns: the feature whose weights are those of each label behind @before; %PURPORT_NAMER_N_LABELS: at the start */
guint32
purport_namer_transition_feature (guint before)
{
  return purport_feature (1300, before, 0);
}

/* Returns: whether @label may stand behind @before. */
gboolean
purport_namer_may_follow (guint label, guint before)
{
  gboolean open = before != 0 && (purport_namer_label_place (before) == PURPORT_NAMER_FIRST ||
                                  purport_namer_label_place (before) == PURPORT_NAMER_MIDDLE);
  gboolean inner = label != 0 && (purport_namer_label_place (label) == PURPORT_NAMER_MIDDLE ||
                                  purport_namer_label_place (label) == PURPORT_NAMER_LAST);

  return open == inner && (!open || purport_namer_label_type (label) == purport_namer_label_type (before));
}

/* Returns: whether token @i is in no name for sure: neither it nor its neighbours have a capital or a digit, in a
 * sentence that has some. O(1). */
gboolean
purport_namer_is_outside (PurportCapitals capitals, const PurportToken *tokens, guint32 n_tokens, guint32 i)
{
  guint32 first = i > OUTSIDE_REACH ? i - OUTSIDE_REACH : 0, end = MIN (i + OUTSIDE_REACH + 1, n_tokens);

  if (capitals != PURPORT_CAPITALS_TELL)
    return FALSE;
  for (guint32 j = first; j < end; j++)
    if ((tokens[j].flags & (PURPORT_TOKEN_CAPITALIZED | PURPORT_TOKEN_DIGIT)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * purport_namer_find_phrases:
 * @views: of the sentence's tokens
 * @phrases: gets for each token 0, or 1: a place of several words begins, 2: it goes on, 3: it ends
 *
 * O(@n_tokens).
 */
void
purport_namer_find_phrases (const PurportWordTable *table,
                            const PurportWordView *const *views,
                            guint32 n_tokens,
                            guint8 *phrases)
{
  memset (phrases, 0, n_tokens);
  for (guint32 i = 0; i < n_tokens; i++) {
    guint32 hash = views[i]->word, end = 0;
    if ((views[i]->entry & PURPORT_WORD_BEGINS) == 0 || phrases[i] != 0)
      continue;
    for (guint32 j = i + 1; j < n_tokens && j < i + MAX_PHRASE; j++) {
      hash = purport_phrase_hash (hash, views[j]->word);
      if ((purport_word_table_find (table, hash) & PURPORT_WORD_PLACE) != 0)
        end = j;
    }
    if (end == 0)
      continue;
    memset (phrases + i, 2, end - i);
    phrases[i] = 1;
    phrases[end] = 3;
  }
}
