/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Verifiability, prominence, strength, source: classes of terms, place in the article, words shared with the title and
 * the rest of the text, strength of the relation, who speaks, figures. Not the words themselves: they tell topics, and
 * the 700 articles to learn from have few.
 */
#include "reading/ranking-features.h"

#include <math.h>

#include "text/features.h"

/* Words are the same if so many first letters are. */
#define STEM 5
#define WORD_MIN 3

#define RANK_MAX 9
#define STRONG_MAX 5

#define CLASS(term_class) (G_GUINT64_CONSTANT (1) << (term_class))
#define RELATION (CLASS (PURPORT_TERM_CAUSAL) | CLASS (PURPORT_TERM_ASSOCIATION) | CLASS (PURPORT_TERM_NO_RELATION))
#define REPORTING (CLASS (PURPORT_TERM_FINDING) | CLASS (PURPORT_TERM_DOCUMENT) | CLASS (PURPORT_TERM_REPORT))

/* Sentences up to this place count as early. */
#define EARLY 5

static guint32
hash_stem (const PurportDraft *draft, guint32 token)
{
  const char *text = purport_words_get_text (draft->words, token);
  guint32 length = MIN (purport_span_length (purport_draft_token (draft, token)->span), STEM);
  guint32 hash = 2166136261u;

  for (guint32 i = 0; i < length; i++)
    hash = (hash ^ (guint8)g_ascii_tolower (text[i])) * 16777619u;
  return hash | 1u;
}

static gboolean
is_content (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);

  return purport_span_length (purport_draft_token (draft, token)->span) >= WORD_MIN &&
         (purport_tag_is_noun (tag) || purport_tag_is_verb (tag) || tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_JJR ||
          tag == PURPORT_TAG_JJS || tag == PURPORT_TAG_RB);
}

static gboolean
may_rank (PurportBlockKind kind)
{
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM ||
         kind == PURPORT_BLOCK_HEADING || kind == PURPORT_BLOCK_CAPTION;
}

/* Returns: whether the sentence is ranked: it is not title, byline, date, table or beside the article. */
gboolean
purport_ranking_may_rank (const PurportRankingContext *self, guint32 sentence)
{
  return may_rank (purport_draft_block_kind (self->claims->draft, sentence));
}

static void
count_stems (PurportRankingContext *self, const PurportTextSentence *sentence, gboolean title)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++) {
    gpointer key = GUINT_TO_POINTER (self->stems[i]);
    if (self->stems[i] == 0 || !g_hash_table_add (seen, key))
      continue;
    if (title)
      g_hash_table_add (self->title, key);
    else
      g_hash_table_insert (self->n_sentences, key,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->n_sentences, key)) + 1));
  }
}

static PurportStrength
strength_of (const PurportRankingContext *self, guint32 sentence)
{
  return g_array_index (self->claims->draft->reading->sentences, PurportSentence, sentence).strength;
}

/* Whether it ends as a sentence does, with a stop and perhaps a quotation mark or bracket behind it. */
static gboolean
is_full (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  for (guint32 i = sentence->end_token; i > sentence->first_token && i + 3 > sentence->end_token; i--)
    if (purport_draft_is (draft, i - 1, ".") || purport_draft_is (draft, i - 1, "!") ||
        purport_draft_is (draft, i - 1, "?"))
      return TRUE;
  return FALSE;
}

/* Returns: the share of the title's content words that stand in @tokens; 0 without a title. */
double
purport_ranking_title_share (const PurportRankingContext *self, PurportTokens tokens)
{
  g_autoptr (GHashTable) found = NULL;
  guint n_title = g_hash_table_size (self->title);

  if (n_title == 0)
    return 0;
  found = g_hash_table_new (NULL, NULL);
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (self->stems[i] != 0 && g_hash_table_contains (self->title, GUINT_TO_POINTER (self->stems[i])))
      g_hash_table_add (found, GUINT_TO_POINTER (self->stems[i]));
  return (double)g_hash_table_size (found) / n_title;
}

typedef struct {
  double value;
  guint32 sentence;
} Valued;

static gint
compare_valued (gconstpointer a, gconstpointer b)
{
  const Valued *first = a, *second = b;
  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return first->sentence < second->sentence ? -1 : 1;
}

static void
set_ranks (GArray *valued, guint8 *ranks)
{
  g_array_sort (valued, compare_valued);
  for (guint i = 0; i < valued->len; i++)
    ranks[g_array_index (valued, Valued, i).sentence] = (guint8)MIN (i, RANK_MAX);
}

/* How much of the title, and of the rest of the article, is in a sentence. */
static void
rank_sentences (PurportRankingContext *self)
{
  const PurportDraft *draft = self->claims->draft;
  g_autoptr (GArray) by_title = g_array_new (FALSE, FALSE, sizeof (Valued));
  g_autoptr (GArray) by_text = g_array_new (FALSE, FALSE, sizeof (Valued));
  guint32 n_sentences = draft->words->sentences->len;

  self->title_rank = g_malloc (n_sentences + 1);
  self->central_rank = g_malloc (n_sentences + 1);
  for (guint32 i = 0; i < n_sentences; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    PurportTokens tokens = { sentence->first_token, sentence->end_token };
    Valued title = { 0, i }, text = { 0, i };
    self->title_rank[i] = self->central_rank[i] = RANK_MAX;
    if (!purport_ranking_may_rank (self, i) || !is_full (draft, sentence))
      continue;
    title.value = purport_ranking_title_share (self, tokens);
    for (guint32 j = tokens.first_token; j < tokens.end_token; j++)
      if (self->stems[j] != 0)
        text.value +=
            log (GPOINTER_TO_UINT (g_hash_table_lookup (self->n_sentences, GUINT_TO_POINTER (self->stems[j]))));
    text.value /= sqrt (tokens.end_token - tokens.first_token);
    if (title.value > 0)
      g_array_append_val (by_title, title);
    g_array_append_val (by_text, text);
  }
  set_ranks (by_title, self->title_rank);
  set_ranks (by_text, self->central_rank);
}

/**
 * purport_ranking_context_new:
 * @claims: (transfer none): outlives the result
 *
 * O(tokens).
 */
PurportRankingContext *
purport_ranking_context_new (const PurportClaimContext *claims)
{
  const PurportDraft *draft = claims->draft;
  PurportRankingContext *self = g_new0 (PurportRankingContext, 1);
  guint32 n_tokens = purport_draft_n_tokens (draft), n_full = 0, n_relations = 0, n_strong = 0;

  self->claims = claims;
  self->stems = g_new0 (guint32, n_tokens + 1);
  self->place = g_new0 (guint32, draft->words->sentences->len + 1);
  self->classes = g_new0 (guint64, draft->words->sentences->len + 1);
  self->relations_before = g_new0 (guint8, draft->words->sentences->len + 1);
  self->strong_before = g_new0 (guint8, draft->words->sentences->len + 1);
  self->full_place = g_new0 (guint32, draft->words->sentences->len + 1);
  self->n_sentences = g_hash_table_new (NULL, NULL);
  self->title = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < PURPORT_N_TERM_CLASSES; i++)
    self->first_with[i] = PURPORT_NONE;
  for (guint32 i = 0; i < n_tokens; i++)
    if (is_content (draft, i))
      self->stems[i] = hash_stem (draft, i);
  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    PurportBlockKind kind = purport_draft_block_kind (draft, i);
    guint64 classes = 0;
    self->place[i] = self->n_running;
    self->full_place[i] = n_full;
    self->relations_before[i] = (guint8)MIN (n_relations, RANK_MAX);
    self->strong_before[i] = (guint8)MIN (n_strong, STRONG_MAX);
    if (kind == PURPORT_BLOCK_TITLE) {
      count_stems (self, sentence, TRUE);
      self->title_strength = MAX (self->title_strength, strength_of (self, i));
    }
    if (!may_rank (kind))
      continue;
    self->n_running++;
    n_strong += strength_of (self, i) != PURPORT_STRENGTH_NONE ? 1 : 0;
    n_full += is_full (draft, sentence) ? 1 : 0;
    count_stems (self, sentence, FALSE);
    for (guint32 j = sentence->first_token; j < sentence->end_token; j++)
      classes |= draft->terms->classes[j];
    self->classes[i] = classes;
    n_relations += is_full (draft, sentence) && (classes & RELATION) != 0 ? 1 : 0;
    for (guint j = 0; j < PURPORT_N_TERM_CLASSES; j++)
      if (self->first_with[j] == PURPORT_NONE && (classes & (G_GUINT64_CONSTANT (1) << j)) != 0)
        self->first_with[j] = i;
  }
  rank_sentences (self);
  return self;
}

void
purport_ranking_context_free (PurportRankingContext *self)
{
  if (self == NULL)
    return;
  g_free (self->stems);
  g_free (self->place);
  g_free (self->classes);
  g_free (self->relations_before);
  g_free (self->strong_before);
  g_free (self->title_rank);
  g_free (self->central_rank);
  g_free (self->full_place);
  g_hash_table_unref (self->n_sentences);
  g_hash_table_unref (self->title);
  g_free (self);
}

/* --- features ------------------------------------------------------------------------------------------------------
 */

typedef struct {
  guint32 *features;
  guint n;
} Features;

static inline void
add (Features *out, guint32 template_number, guint32 a, guint32 b)
{
  if (out->n < PURPORT_RANKING_MAX_FEATURES)
    out->features[out->n++] = purport_feature (template_number, a, b);
}

static guint32
bucket (guint32 n)
{
  return n <= 5 ? n : n <= 7 ? 6 : n <= 10 ? 7 : n <= 15 ? 8 : n <= 22 ? 9 : n <= 30 ? 10 : n <= 45 ? 11 : 12;
}

static void
add_place (Features *out, const PurportRankingContext *self, guint32 sentence, guint32 early)
{
  const PurportDraft *draft = self->claims->draft;
  guint32 place = self->place[sentence], kind = purport_draft_block_kind (draft, sentence);
  guint32 tenth = place * 10 / MAX (self->n_running, 1);
  const PurportTextSentence *s = purport_draft_sentence (draft, sentence);
  guint32 full = is_full (draft, s) ? 1 : 0;

  add (out, 1, bucket (place), 0);
  add (out, 2, tenth, 0);
  add (out, 3, bucket (place), bucket (self->n_running));
  add (out, 4, kind, early);
  add (out, 6, full, kind * 8u + early);
  add (out, 7, bucket (self->full_place[sentence]), full);
  add (out, 8, bucket (self->full_place[sentence]), full * 8u + MIN (self->claims->place_in_block[sentence], 3));
  add (out, 9, full, bucket (s->end_token - s->first_token));
  add (out, 5, MIN (self->claims->place_in_block[sentence], 4), early);
}

static void
add_overlap (Features *out, const PurportRankingContext *self, guint32 sentence, PurportTokens tokens, guint32 early)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 n_title = g_hash_table_size (self->title), shared = 0, n_stems = 0, elsewhere = 0, central = 0;
  guint32 share, cover;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    gpointer key = GUINT_TO_POINTER (self->stems[i]);
    guint32 n;
    if (self->stems[i] == 0 || !g_hash_table_add (seen, key))
      continue;
    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_sentences, key));
    n_stems++;
    elsewhere += n > 1 ? 1 : 0;
    central += n > 0 ? n - 1 : 0;
    shared += g_hash_table_contains (self->title, key) ? 1 : 0;
  }
  share = n_title == 0 ? 11 : shared * 10 / n_title;
  cover = n_stems == 0 ? 11 : shared * 10 / n_stems;
  add (out, 10, share, 0);
  add (out, 11, bucket (shared), n_title == 0 ? 1 : 0);
  add (out, 12, cover, n_title == 0 ? 1 : 0);
  add (out, 13, share, early);
  add (out, 14, bucket (shared), early);
  add (out, 15, n_stems == 0 ? 11 : elsewhere * 10 / n_stems, 0);
  add (out, 16, bucket (central), 0);
  add (out, 17, n_stems == 0 ? 31 : MIN (central * 20 / (n_stems * MAX (self->n_running, 1)), 30), 0);
  add (out, 18, bucket (n_stems), 0);
  add (out, 60, self->title_rank[sentence], n_title == 0 ? 1 : 0);
  add (out, 61, self->title_rank[sentence], early);
  add (out, 62, self->central_rank[sentence], 0);
  add (out, 63, self->central_rank[sentence], early);
  add (out, 64, self->central_rank[sentence], self->title_rank[sentence]);
}

static void
add_neighbour (
    Features *out, const PurportRankingContext *self, guint32 sentence, guint32 template_number, guint32 early)
{
  const PurportDraft *draft = self->claims->draft;
  guint32 view;

  if (sentence == PURPORT_NONE) {
    add (out, template_number, 0, 0);
    return;
  }
  view = 1u + ((self->classes[sentence] & RELATION) != 0 ? 1u : 0u) +
         ((self->classes[sentence] & REPORTING) != 0 ? 2u : 0u) +
         (is_full (draft, purport_draft_sentence (draft, sentence)) ? 4u : 0u);
  add (out, template_number, view, 0);
  add (out, template_number + 1, view, early);
  add (out, template_number + 3, self->title_rank[sentence], early);
  add (out, template_number + 4, purport_draft_block_kind (draft, sentence), early);
}

static void
add_terms (Features *out, const PurportRankingContext *self, guint32 sentence, PurportTokens tokens, guint32 early)
{
  const PurportDraft *draft = self->claims->draft;
  guint64 classes = 0, relation, report;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    classes |= draft->terms->classes[i];
  for (guint i = 0; i < PURPORT_N_TERM_CLASSES; i++)
    if ((classes & (G_GUINT64_CONSTANT (1) << i)) != 0) {
      add (out, 20, i, 0);
      add (out, 21, i, early);
      if (self->first_with[i] == sentence)
        add (out, 22, i, 0);
    }
  relation = classes & RELATION;
  report = classes & REPORTING;
  add (out, 23, (relation != 0 ? 1u : 0u) + (report != 0 ? 2u : 0u), early);
  add (out, 24, (relation != 0 ? 1u : 0u) + (report != 0 ? 2u : 0u), MIN (self->full_place[sentence], 12));
  add (out, 25, relation != 0 ? 1u : 0u, self->relations_before[sentence]);
  add (out, 26, self->relations_before[sentence], early);
  add_neighbour (out, self, sentence > 0 ? sentence - 1 : PURPORT_NONE, 70, early);
  add_neighbour (out, self, sentence + 1 < draft->words->sentences->len ? sentence + 1 : PURPORT_NONE, 80, early);
}

static void
add_speech (Features *out, const PurportRankingContext *self, PurportTokens tokens, guint32 early)
{
  const PurportDraft *draft = self->claims->draft;
  guint32 n_said = 0, n_quoted = 0, length = tokens.end_token - tokens.first_token, said = PURPORT_NONE, view = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    if (self->claims->said_in[i] != PURPORT_NONE) {
      n_said++;
      said = said == PURPORT_NONE ? self->claims->said_in[i] : said;
    }
    n_quoted += draft->quote_of[i] != PURPORT_NONE ? 1 : 0;
  }
  if (said != PURPORT_NONE) {
    const PurportAttribution *attribution = &g_array_index (draft->reading->attributions, PurportAttribution, said);
    guint32 type = attribution->source == PURPORT_NONE
                       ? 7
                       : g_array_index (draft->reading->sources, PurportSource, attribution->source).type;
    view = 1 + attribution->act * 64u + type * 8u + attribution->mode;
  }
  add (out, 30, view, 0);
  add (out, 31, view, early);
  add (out, 32, n_said * 4 / length, early);
  add (out, 33, n_quoted * 4 / length, early);
}

static void
add_shape (Features *out, const PurportRankingContext *self, PurportTokens tokens)
{
  const PurportDraft *draft = self->claims->draft;
  guint32 n_figures = 0, verb = PURPORT_NONE;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    n_figures += (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_DIGIT) != 0 ? 1 : 0;
    if (verb == PURPORT_NONE && self->claims->finite_before[i + 1] > self->claims->finite_before[i])
      verb = i;
  }
  add (out, 43, bucket (n_figures), 0);
  add (out, 44, bucket (tokens.end_token - tokens.first_token), 0);
  add (out, 46, purport_draft_tag (draft, tokens.first_token), 0);
  if (verb != PURPORT_NONE)
    add (out, 48, purport_draft_tag (draft, verb), 0);
}

static gboolean
compares (const PurportDraft *draft, PurportTokens tokens)
{
  gboolean more = FALSE;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    more = more || tag == PURPORT_TAG_JJR || tag == PURPORT_TAG_RBR;
    if (more && purport_draft_is (draft, i, "than"))
      return TRUE;
  }
  return FALSE;
}

/* How strong the relation is that is stated, and whether it is the first. */
static void
add_strength (Features *out, const PurportRankingContext *self, guint32 sentence, PurportTokens tokens, guint32 early)
{
  const PurportDraft *draft = self->claims->draft;
  guint32 strength = strength_of (self, sentence), n_before = self->strong_before[sentence];
  guint32 comparison = compares (draft, tokens) ? 1 : 0;
  guint32 asks = purport_draft_is (draft, tokens.end_token - 1, "?") ? 1 : 0;

  add (out, 90, strength, early);
  add (out, 91, strength, 1);
  add (out, 92, strength, n_before + 16);
  add (out, 93, strength, self->title_strength * 16u + 1000);
  add (out, 94, strength != 0 ? 1u : 0u, MIN (self->title_rank[sentence], 4u));
  add (out, 95, comparison, early);
  add (out, 96, comparison, strength);
  add (out, 97, asks, 0);
  if (sentence > 0)
    add (out, 98, strength_of (self, sentence - 1), strength);
  if (sentence + 1 < draft->words->sentences->len)
    add (out, 99, strength_of (self, sentence + 1), strength);
}

/**
 * purport_ranking_features:
 * @features: room for %PURPORT_RANKING_MAX_FEATURES; what is more is left out
 *
 * Returns: the number of features of the sentence. O(its tokens).
 */
guint
purport_ranking_features (const PurportRankingContext *self, guint32 sentence, guint32 *features)
{
  const PurportTextSentence *s = purport_draft_sentence (self->claims->draft, sentence);
  PurportTokens tokens = { s->first_token, s->end_token };
  guint32 early = MIN (self->full_place[sentence], EARLY);
  Features out = { features, 0 };

  add_place (&out, self, sentence, early);
  add_overlap (&out, self, sentence, tokens, early);
  add_terms (&out, self, sentence, tokens, early);
  add_speech (&out, self, tokens, early);
  add_strength (&out, self, sentence, tokens, early);
  add_shape (&out, self, tokens);
  return out.n;
}
