/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Features of tokens for attribution: words and tags around, quotation marks, noun phrases, and where the token stands
 * from the nearest words that may be cues.
 */
#include "reading/attribution-features.h"

#include "reading/phrases.h"

/* Places from quotation marks. */
enum {
  QUOTE_OUTSIDE,
  QUOTE_FIRST,
  QUOTE_INSIDE,
  QUOTE_LAST,
  QUOTE_OPENING_MARK,
  QUOTE_CLOSING_MARK,
};

enum {
  PLACE_FIRST = 1 << 0,      /* of the sentence */
  PLACE_LAST = 1 << 1,       /* of the sentence */
  PLACE_BEFORE_END = 1 << 2, /* only marks follow in the sentence */
  PLACE_BLOCK_FIRST = 1 << 3,
  PLACE_BLOCK_LAST = 1 << 4,
};

void
purport_attribution_context_init (PurportAttributionContext *context,
                                  const PurportDraft *draft,
                                  const PurportWordTable *word_table,
                                  guint32 max_tokens)
{
  *context = (PurportAttributionContext){ .draft = draft, .word_table = word_table };
  context->views = g_new (PurportAttributionView, max_tokens);
  context->cues = g_array_new (FALSE, FALSE, sizeof (PurportAttributionCue));
}

void
purport_attribution_context_clear (PurportAttributionContext *context)
{
  g_clear_pointer (&context->views, g_free);
  g_clear_pointer (&context->cues, g_array_unref);
}

static guint8
quote_place (const PurportDraft *draft, guint32 token)
{
  guint32 quote = draft->quote_of[token];

  if (quote != PURPORT_NONE) {
    const PurportQuote *q = &g_array_index (draft->quotes, PurportQuote, quote);
    guint8 place = token == q->first_token ? QUOTE_FIRST : token + 1 == q->end_token ? QUOTE_LAST : QUOTE_INSIDE;
    return (guint8)(place + (q->single ? 8 : 0) + (q->closed ? 0 : 16) + (q->continues ? 32 : 0));
  }
  if (token + 1 < purport_draft_n_tokens (draft) && draft->quote_of[token + 1] != PURPORT_NONE &&
      g_array_index (draft->quotes, PurportQuote, draft->quote_of[token + 1]).opened)
    return QUOTE_OPENING_MARK;
  if (token > 0 && draft->quote_of[token - 1] != PURPORT_NONE &&
      g_array_index (draft->quotes, PurportQuote, draft->quote_of[token - 1]).closed)
    return QUOTE_CLOSING_MARK;
  return QUOTE_OUTSIDE;
}

static guint8
name_place (const PurportToken *token)
{
  if (token->name_place == PURPORT_NAME_OUTSIDE)
    return 0;
  return (guint8)(1 + token->name_type + (token->name_place == PURPORT_NAME_BEGIN ? 0 : 4));
}

static guint16
phrase_place (const PurportDraft *draft, guint32 token)
{
  guint32 phrase = draft->phrase_of[token];
  const PurportPhrase *p;

  if (phrase == PURPORT_NONE)
    return 0;
  p = purport_draft_phrase (draft, phrase);
  return (guint16)(4 + 4 * (guint)p->type + (token == p->first_token ? 1 : 0) + (token + 1 == p->end_token ? 2 : 0));
}

static guint8
term_bits (const PurportDraft *draft, guint32 token)
{
  static const PurportTermClass classes[] = { PURPORT_TERM_REPORT, PURPORT_TERM_REPORT_PHRASE, PURPORT_TERM_SPEECH,
                                              PURPORT_TERM_ROLE,   PURPORT_TERM_TITLE,         PURPORT_TERM_NEGATION,
                                              PURPORT_TERM_GROUP,  PURPORT_TERM_DOCUMENT };
  guint8 bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (purport_draft_has (draft, token, classes[i]))
      bits = (guint8)(bits | 1u << i);
  return bits;
}

static guint8
shape_of (const PurportToken *token)
{
  return (guint8)((token->flags & PURPORT_TOKEN_CAPITALIZED ? 1 : 0) + (token->flags & PURPORT_TOKEN_UPPER ? 2 : 0) +
                  (token->flags & PURPORT_TOKEN_DIGIT ? 4 : 0) + (token->flags & PURPORT_TOKEN_PUNCTUATION ? 8 : 0));
}

static gboolean
only_marks_follow (const PurportDraft *draft, guint32 token, guint32 end)
{
  for (guint32 i = token + 1; i < end && i < token + 4; i++)
    if ((purport_draft_token (draft, i)->flags & PURPORT_TOKEN_PUNCTUATION) == 0)
      return FALSE;
  return end - token <= 4;
}

static guint8
place_of (const PurportAttributionContext *context, guint32 token)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (context->draft, token);
  guint place = 0;

  if (token == sentence->first_token)
    place |= PLACE_FIRST;
  if (token + 1 == sentence->end_token)
    place |= PLACE_LAST;
  if (only_marks_follow (context->draft, token, sentence->end_token))
    place |= PLACE_BEFORE_END;
  if (sentence->first_token == context->first_token)
    place |= PLACE_BLOCK_FIRST;
  if (sentence->end_token == context->first_token + context->n)
    place |= PLACE_BLOCK_LAST;
  return (guint8)place;
}

static void
view_token (PurportAttributionContext *context, guint32 i)
{
  const PurportDraft *draft = context->draft;
  guint32 token = context->first_token + i;
  const PurportToken *info = purport_draft_token (draft, token);
  PurportAttributionView *view = &context->views[i];
  const PurportAttributionView *before = i > 0 ? view - 1 : NULL;
  PurportWordView word = purport_word_view (draft->words->article->text, info);

  *view = (PurportAttributionView){ .word = word.word,
                                    .prefix = word.prefix[3],
                                    .suffix = word.suffix[3],
                                    .cluster = (guint16)purport_word_fine (
                                        purport_word_table_find (context->word_table, word.word)),
                                    .phrase = phrase_place (draft, token),
                                    .tag = info->tag,
                                    .name = name_place (info),
                                    .quote = quote_place (draft, token),
                                    .place = place_of (context, token),
                                    .shape = shape_of (info),
                                    .terms = term_bits (draft, token),
                                    .left = PURPORT_NONE,
                                    .right = PURPORT_NONE,
                                    .sentence_index = draft->sentence_of[token] };
  if (before != NULL) {
    PurportTag last = (PurportTag)before->tag;
    view->n_commas = before->n_commas + (last == PURPORT_TAG_COMMA);
    view->n_marks = before->n_marks + ((before->quote & 7) >= QUOTE_OPENING_MARK);
    view->n_verbs = before->n_verbs + (last == PURPORT_TAG_MD || last == PURPORT_TAG_VBD || last == PURPORT_TAG_VBZ ||
                                       last == PURPORT_TAG_VBP);
    view->n_that = before->n_that + (purport_draft_is (draft, token - 1, "that") ? 1 : 0);
    view->n_phrases = before->n_phrases + (before->phrase >= 4 && (before->phrase & 2) != 0);
  }
}

gboolean
purport_attribution_view_begins_sentence (const PurportAttributionView *view)
{
  return (view->place & PLACE_FIRST) != 0;
}

gboolean
purport_attribution_view_opens_quote (const PurportAttributionView *view)
{
  return (view->quote & 7) == QUOTE_OPENING_MARK;
}

gboolean
purport_attribution_view_closes_quote (const PurportAttributionView *view)
{
  return (view->quote & 7) == QUOTE_CLOSING_MARK;
}

/* Looks at a run of tokens of one block. */
void
purport_attribution_context_enter (PurportAttributionContext *context, guint32 first_token, guint32 end_token)
{
  context->first_token = first_token;
  context->n = end_token - first_token;
  for (guint32 i = 0; i < context->n; i++)
    view_token (context, i);
  g_array_set_size (context->cues, 0);
}

static const PurportAttributionView outside = {
  .word = 0x5EEDu, .tag = PURPORT_N_TAGS, .shape = 16, .left = PURPORT_NONE, .right = PURPORT_NONE
};

static inline const PurportAttributionView *
view_at (const PurportAttributionContext *context, guint32 i, gint offset)
{
  gint64 at = (gint64)i + offset;
  return at < 0 || at >= (gint64)context->n ? &outside : &context->views[at];
}

/**
 * purport_attribution_cue_features:
 * @i: a token of the run
 * @features: room for %PURPORT_CUE_N_FEATURES
 *
 * Returns: the number of features that tell whether the token belongs to a cue
 */
guint
purport_attribution_cue_features (const PurportAttributionContext *context, guint32 i, guint32 *features)
{
  const PurportAttributionView *here = view_at (context, i, 0), *l1 = view_at (context, i, -1),
                               *r1 = view_at (context, i, 1), *l2 = view_at (context, i, -2),
                               *r2 = view_at (context, i, 2);
  guint n = 0;

  features[n++] = purport_feature (201, here->word, 0);
  features[n++] = purport_feature (202, here->suffix, here->tag);
  features[n++] = purport_feature (203, l1->word, here->word);
  features[n++] = purport_feature (204, here->word, r1->word);
  features[n++] = purport_feature (205, l1->tag, here->tag * 64u + r1->tag);
  features[n++] = purport_feature (206, l1->tag, here->word);
  features[n++] = purport_feature (207, here->word, r1->tag);
  features[n++] = purport_feature (208, l1->quote & 7u, (here->quote & 7u) * 8u + (r1->quote & 7u));
  features[n++] = purport_feature (209, here->word, (l1->quote & 7u) * 8u + (here->quote & 7u));
  features[n++] = purport_feature (210, here->terms, l1->phrase * 64u + r1->phrase);
  features[n++] = purport_feature (211, here->word, l1->phrase);
  features[n++] = purport_feature (212, here->word, r1->phrase);
  features[n++] = purport_feature (213, here->word, r1->quote & 7u);
  features[n++] = purport_feature (214, l1->word, here->tag);
  features[n++] = purport_feature (215, r1->word, here->tag);
  features[n++] = purport_feature (216, l2->tag * 64u + l1->tag, here->word);
  features[n++] = purport_feature (217, r2->tag * 64u + r1->tag, here->word);
  features[n++] = purport_feature (218, here->tag, r1->tag * 64u + r2->tag);
  features[n++] = purport_feature (219, here->prefix, here->tag);
  features[n++] = purport_feature (220, here->place & 7u, here->tag);
  features[n++] = purport_feature (221, here->cluster, here->tag);
  features[n++] = purport_feature (222, here->cluster, l1->tag * 64u + r1->tag);
  features[n++] = purport_feature (223, here->cluster, l1->phrase * 64u + r1->phrase);
  features[n++] = purport_feature (224, here->cluster, r1->cluster);
  return n;
}

/* The kind of what stands at @i, beside the token @cue of a cue; 0 in another sentence. */
static guint
neighbour_kind (const PurportAttributionContext *context, guint32 cue, gint64 i)
{
  const PurportAttributionView *view;

  if (i < 0 || i >= (gint64)context->n)
    return 0;
  view = &context->views[i];
  if (view->sentence_index != context->views[cue].sentence_index)
    return 0;
  if (view->phrase != 0)
    return 1 + (view->phrase - 4u) / 4u;
  if ((view->quote & 7) >= QUOTE_OPENING_MARK)
    return 10;
  switch ((PurportTag)view->tag) {
  case PURPORT_TAG_COMMA:
    return 11;
  case PURPORT_TAG_COLON:
    return 12;
  case PURPORT_TAG_IN:
    return purport_draft_is (context->draft, context->first_token + (guint32)i, "that") ? 13 : 14;
  case PURPORT_TAG_TO:
    return 15;
  case PURPORT_TAG_RB:
    return 16;
  case PURPORT_TAG_STOP:
    return 17;
  case PURPORT_TAG_WDT:
  case PURPORT_TAG_WP:
  case PURPORT_TAG_WRB:
    return 18;
  case PURPORT_TAG_CC:
    return 19;
  case PURPORT_TAG_VBG:
  case PURPORT_TAG_VBN:
    return 20;
  default:
    return purport_tag_is_verb ((PurportTag)view->tag) || view->tag == PURPORT_TAG_MD ? 21 : 22;
  }
}

static void
set_subject (const PurportAttributionContext *context, PurportAttributionCue *cue)
{
  const PurportDraft *draft = context->draft;
  guint32 first = context->first_token;
  gint64 i = (gint64)cue->first - 1;

  cue->subject_first = cue->subject_end = cue->first;
  while (i >= 0 && i + 4 > (gint64)cue->first && context->views[i].phrase == 0 &&
         (context->views[i].tag == PURPORT_TAG_RB || context->views[i].tag == PURPORT_TAG_MD ||
          purport_tag_is_verb ((PurportTag)context->views[i].tag)))
    i--;
  if (i >= 0 && context->views[i].phrase != 0) {
    guint32 chain = purport_phrases_chain_start (draft, draft->phrase_of[first + (guint32)i]);
    guint32 start = purport_draft_phrase (draft, chain)->first_token;
    cue->subject_first = start > first ? start - first : 0;
    cue->subject_end = (guint32)i + 1;
  }
  cue->object_first = cue->object_end = cue->end;
  if (cue->end < context->n && context->views[cue->end].phrase != 0) {
    guint32 chain = purport_phrases_chain_end (draft, draft->phrase_of[first + cue->end]);
    guint32 end = purport_draft_phrase (draft, chain)->end_token;
    cue->object_end = MIN (end - first, context->n);
  }
}

static void
add_cue (PurportAttributionContext *context, guint32 start, guint32 end)
{
  PurportAttributionCue cue = { .first = start, .end = end, .head = start };

  for (guint32 i = start; i < end; i++)
    if (context->views[i].cue > context->views[cue.head].cue)
      cue.head = i;
  cue.level = context->views[cue.head].cue;
  cue.word = context->views[cue.head].word;
  cue.pattern =
      (guint16)(neighbour_kind (context, start, (gint64)start - 1) * 32u + neighbour_kind (context, end - 1, end));
  cue.kind = (context->views[cue.head].terms & 7u) + (context->views[start].place & PLACE_FIRST ? 8u : 0) +
             context->views[cue.head].cluster * 16u;
  set_subject (context, &cue);
  g_array_append_val (context->cues, cue);
}

static const PurportAttributionCue *
cue_at (const PurportAttributionContext *context, guint32 index)
{
  return &g_array_index (context->cues, PurportAttributionCue, index);
}

static guint
bin (guint32 distance)
{
  return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : distance <= 20 ? 7 : 8;
}

static guint32
in_sentence (const PurportAttributionContext *context, guint32 cue, guint32 i)
{
  return cue != PURPORT_NONE &&
                 context->views[cue_at (context, cue)->first].sentence_index == context->views[i].sentence_index
             ? cue
             : PURPORT_NONE;
}

/* Links each token with the cues beside it in its sentence. */
static void
link_cues (PurportAttributionContext *context)
{
  guint32 last = PURPORT_NONE, sure = PURPORT_NONE, n_cues = context->cues->len, c = 0;

  for (guint32 i = 0; i < context->n; i++) {
    for (; c < n_cues && cue_at (context, c)->end <= i; c++) {
      last = c;
      sure = cue_at (context, c)->level == PURPORT_CUE_SURELY ? c : sure;
    }
    context->views[i].left = in_sentence (context, last, i);
    context->views[i].sure_left = in_sentence (context, sure, i);
  }
  last = sure = PURPORT_NONE;
  for (guint32 i = context->n; i-- > 0;) {
    for (; c > 0 && cue_at (context, c - 1)->first > i; c--) {
      last = c - 1;
      sure = cue_at (context, c - 1)->level == PURPORT_CUE_SURELY ? c - 1 : sure;
    }
    context->views[i].right = in_sentence (context, last, i);
    context->views[i].sure_right = in_sentence (context, sure, i);
  }
}

/* For the tokens of each quote and its marks: the cues that stand outside, near its ends. */
static void
link_quotes (PurportAttributionContext *context)
{
  for (guint32 i = 0; i < context->n;) {
    guint32 start = i, end, left, right, before = 0, behind = 0, hash;
    if ((context->views[i].quote & 7) != QUOTE_FIRST) {
      i++;
      continue;
    }
    for (end = start + 1; end < context->n && context->draft->quote_of[context->first_token + end] ==
                                                  context->draft->quote_of[context->first_token + start];)
      end++;
    left = context->views[start].left;
    right = context->views[end - 1].right;
    if (end == context->n || context->views[end].sentence_index == context->views[end - 1].sentence_index)
      right = context->views[end - 1].right;
    if (left != PURPORT_NONE)
      before = bin (start - cue_at (context, left)->end + 1) * 4u + cue_at (context, left)->level;
    if (right != PURPORT_NONE)
      behind = bin (cue_at (context, right)->first - end + 1) * 4u + cue_at (context, right)->level;
    hash = 1 + before * 64u + behind + (end - start < 6 ? 8192u : 0);
    for (guint32 j = start > 0 ? start - 1 : 0; j < MIN (end + 1, context->n); j++)
      context->views[j].quote_cues = hash;
    i = end;
  }
}

/* What the sentence and the one before it have. */
static void
describe_sentences (PurportAttributionContext *context)
{
  guint before = 0, c = 0;

  for (guint32 start = 0; start < context->n;) {
    guint32 end = start;
    guint n_cues = 0, marks, bits;
    while (end < context->n && context->views[end].sentence_index == context->views[start].sentence_index)
      end++;
    for (; c < context->cues->len && cue_at (context, c)->first < end; c++)
      n_cues += cue_at (context, c)->level >= PURPORT_CUE_LIKELY;
    marks = context->views[end - 1].n_marks - context->views[start].n_marks;
    bits = MIN (n_cues, 2) + (marks > 0 ? 3 : 0) + ((context->views[start].quote & 7) != QUOTE_OUTSIDE ? 6 : 0);
    for (guint32 i = start; i < end; i++)
      context->views[i].sentence = (guint8)(bits * 16 + before);
    before = 1 + bits;
    start = end;
  }
}

/* Tells the context how sure each token is to be a cue. */
void
purport_attribution_context_set_cues (PurportAttributionContext *context, const guint8 *levels)
{
  for (guint32 i = 0; i < context->n; i++)
    context->views[i].cue = levels[i];
  for (guint32 i = 0; i < context->n;) {
    guint32 end = i;
    while (end < context->n && levels[end] != PURPORT_CUE_NO)
      end++;
    if (end > i)
      add_cue (context, i, end);
    i = end > i ? end : i + 1;
  }
  link_cues (context);
  link_quotes (context);
  describe_sentences (context);
}

/* What stands between two tokens of the run. */
static guint
between (const PurportAttributionView *first, const PurportAttributionView *last)
{
  return (last->n_commas > first->n_commas ? 1u : 0) + (last->n_marks > first->n_marks ? 2u : 0) +
         (last->n_verbs > first->n_verbs ? 4u : 0) + (last->n_that > first->n_that ? 8u : 0);
}

/* Where the token stands from a noun phrase beside a cue. */
static guint
relation (guint32 i, guint32 first, guint32 end)
{
  if (first == end)
    return 0;
  if (i + 1 == first)
    return 1;
  if (i + 1 < first)
    return 2;
  if (i == first)
    return i + 1 == end ? 3 : 4;
  if (i + 1 == end)
    return 5;
  if (i < end)
    return 6;
  return i == end ? 7 : 8;
}

/**
 * purport_attribution_features:
 * @i: a token of the run, which knows its cues
 * @wide: whether to give all features, as for learning
 * @features: room for %PURPORT_ATTRIBUTION_N_FEATURES, or %PURPORT_ATTRIBUTION_N_WIDE_FEATURES
 *
 * The model learns with half of the features dropped by chance and is read with about half of them, always the same:
 * those without which it finds fewer of the spans in passages that it has not learned from. That is faster, and better
 * than all of them, whose sum is larger than any that the model has learned with.
 *
 * Returns: the number of features
 */
guint
purport_attribution_features (const PurportAttributionContext *context, guint32 i, gboolean wide, guint32 *features)
{
  const PurportAttributionView *here = view_at (context, i, 0), *l1 = view_at (context, i, -1),
                               *r1 = view_at (context, i, 1), *l2 = view_at (context, i, -2),
                               *r2 = view_at (context, i, 2);
  const PurportAttributionCue none = { 0 };
  const PurportAttributionCue *left = here->left == PURPORT_NONE ? &none : cue_at (context, here->left);
  const PurportAttributionCue *right = here->right == PURPORT_NONE ? &none : cue_at (context, here->right);
  const PurportAttributionCue *sure_left = here->sure_left == PURPORT_NONE ? &none : cue_at (context, here->sure_left);
  const PurportAttributionCue *sure_right =
      here->sure_right == PURPORT_NONE ? &none : cue_at (context, here->sure_right);
  guint sl_bits = 0, sr_bits = 0, sl_far = 0, sr_far = 0;
  guint l_bits = 0, r_bits = 0, l_far = 0, r_far = 0, l_rel = 0, r_rel = 0, q, both, number = 0, n = 0;

  if (here->left != PURPORT_NONE) {
    l_far = bin (i - left->end + 1);
    l_bits = 1 + between (&context->views[left->end], here);
    l_rel = relation (i, left->object_first, left->object_end);
  }
  if (here->right != PURPORT_NONE) {
    r_far = bin (right->first - i);
    r_bits = 1 + between (here, &context->views[right->first]);
    r_rel = relation (i, right->subject_first, right->subject_end);
  }
  if (here->sure_left != PURPORT_NONE) {
    sl_far = bin (i - sure_left->end + 1);
    sl_bits = 1 + between (&context->views[sure_left->end], here);
  }
  if (here->sure_right != PURPORT_NONE) {
    sr_far = bin (sure_right->first - i);
    sr_bits = 1 + between (here, &context->views[sure_right->first]);
  }
  q = here->quote & 7u;
  both = (here->left != PURPORT_NONE ? left->level : 0u) * 4u + (here->right != PURPORT_NONE ? right->level : 0u);
#define F(a, b) features[n++] = purport_feature (++number, (a), (b))
/* of the wide ones only */
#define W(a, b) number++, wide ? (void)(features[n++] = purport_feature (number, (a), (b))) : (void)0
  F (here->word, 0);
  F (l1->word, 0);
  W (r1->word, 0);
  F (l2->word, 0);
  F (r2->word, 0);
  W (l1->word, here->word);
  W (here->word, r1->word);
  F (here->suffix, here->tag);
  W (here->tag, 0);
  F (l1->tag, here->tag);
  F (here->tag, r1->tag);
  W (l1->tag * 64u + here->tag, r1->tag);
  F (here->tag * 64u + r1->tag, r2->tag);
  F (l2->tag * 64u + l1->tag, here->tag);
  W (here->name * 16u + r1->name, here->tag);
  F (here->phrase, l1->phrase);
  F (here->phrase * 64u + r1->phrase, here->tag);
  W (l1->quote * 64u + here->quote, r1->quote);
  W (q, here->tag * 64u + l1->tag);
  W (here->place, here->quote);
  F (here->cue * 16u + l1->cue * 4u + r1->cue, here->tag);
  F (here->cue, here->word);
  W (left->word, 0);
  F (right->word, 0);
  W (l_far * 32u + l_bits, left->level);
  W (r_far * 32u + r_bits, right->level);
  F (l_far * 32u + l_bits, here->tag);
  W (r_far * 32u + r_bits, here->tag);
  W (left->word, l_far);
  F (right->word, r_far);
  W (left->pattern, l_far);
  W (right->pattern, r_far);
  F (left->pattern * 32u + l_bits, here->phrase);
  W (right->pattern * 32u + r_bits, here->phrase);
  F (l_bits * 32u + r_bits, MIN (l_far, 3) * 4u + MIN (r_far, 3));
  W (r_rel, here->tag * 4u + right->level);
  F (r_rel, right->pattern * 4u + right->level);
  F (l_rel, here->tag * 4u + left->level);
  W (l_rel, left->pattern * 4u + left->level);
  F (here->quote_cues, 0);
  W (here->quote_cues, here->quote);
  F (here->place * 64u + here->tag, both);
  W (here->word, both);
  W (r_rel * 16u + l_rel, here->word);
  F (here->sentence, 0);
  F (here->sentence, here->place & 7u);
  F (here->sentence, q);
  W (left->word, here->word);
  F (right->word, here->word);
  W (left->word, here->tag);
  W (right->word, here->tag);
  F (r_rel * 16u + l_rel, l_bits * 32u + r_bits);
  F (q * 16u + (l1->quote & 7u), l_bits * 32u + r_bits);
  W (l_bits * 32u + r_bits, r1->tag);
  F (l_bits * 32u + r_bits, l1->tag);
  F (here->prefix, here->tag);
  F (sure_left->word, sl_far);
  F (sure_right->word, sr_far);
  W (sl_far * 32u + sl_bits, here->tag);
  F (sr_far * 32u + sr_bits, here->tag);
  F (sl_bits * 32u + sr_bits, l_bits * 32u + r_bits);
  W (sure_left->pattern * 32u + sl_bits, l_rel * 16u + r_rel);
  F (sure_right->pattern * 32u + sr_bits, relation (i, sure_right->subject_first, sure_right->subject_end));
  W (sl_bits * 32u + sr_bits, here->cue * 64u + here->tag);
  F (sl_bits * 32u + sr_bits, r1->tag);
  W (here->cluster, here->tag);
  F (l1->cluster, here->cluster);
  W (here->cluster, r1->cluster);
  F (left->kind, l_rel * 32u + l_bits);
  W (right->kind, r_rel * 32u + r_bits);
  F (left->kind & 15u, (l_rel * 32u + l_bits) * 64u + here->tag);
  F (right->kind & 15u, (r_rel * 32u + r_bits) * 64u + here->tag);
  W (here->terms, both);
#undef F
#undef W
  return n;
}
