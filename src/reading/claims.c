/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marks claims: of each sentence what is put into a source's mouth, else the sentence itself, without connectives
 * before it and cut at clauses that assert something of their own.
 */
#include "reading/claims.h"

#include "reading/phrases.h"

/* A claim has at least so many tokens, and each half of a sentence that is cut in two. */
#define CLAIM_MIN 4
#define HALF_MIN 7

typedef struct {
  PurportDraft *draft;
  guint32 next_attribution; /* the first whose end may lie behind what is read */
  guint32 next_figure;
  guint8 *taken; /* for each token of the article: it belongs to a source or cue */
} Finder;

static gboolean
is_mark (const PurportDraft *draft, guint32 token)
{
  const PurportToken *info = purport_draft_token (draft, token);
  PurportTag tag = (PurportTag)info->tag;
  return (info->flags & PURPORT_TOKEN_PUNCTUATION) != 0 && tag != PURPORT_TAG_DOLLAR &&
         !purport_draft_is (draft, token, "%") && !purport_draft_is (draft, token, "£") &&
         !purport_draft_is (draft, token, "€") && !purport_draft_is (draft, token, "$");
}

static gboolean
has_finite_verb (const PurportDraft *draft, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (tag == PURPORT_TAG_VBD || tag == PURPORT_TAG_VBZ || tag == PURPORT_TAG_VBP || tag == PURPORT_TAG_MD ||
        tag == PURPORT_TAG_VB)
      return TRUE;
  }
  return FALSE;
}

/* Takes marks, connectives and "that" from the start, and marks from the end. */
static PurportTokens
trim (const PurportDraft *draft, PurportTokens tokens)
{
  while (tokens.first_token < tokens.end_token) {
    const PurportTerm *term = purport_terms_get (draft->terms, tokens.first_token, PURPORT_TERM_CONNECTIVE);
    if (is_mark (draft, tokens.first_token))
      tokens.first_token++;
    else if (term != NULL && term->end_token < tokens.end_token)
      tokens.first_token = term->end_token;
    else
      break;
  }
  while (tokens.end_token > tokens.first_token && is_mark (draft, tokens.end_token - 1) &&
         !purport_draft_is (draft, tokens.end_token - 1, ")"))
    tokens.end_token--;
  return tokens;
}

static gboolean
is_question (const PurportDraft *draft, PurportTokens tokens)
{
  guint32 end = purport_draft_sentence_of (draft, tokens.first_token)->end_token;

  for (guint32 i = tokens.end_token; i < end && i < tokens.end_token + 3; i++)
    if (purport_draft_is (draft, i, "?"))
      return TRUE;
  return FALSE;
}

static void
link_figures (Finder *finder, PurportClaim *claim)
{
  const GArray *figures = finder->draft->reading->figures;

  while (finder->next_figure < figures->len &&
         g_array_index (figures, PurportFigure, finder->next_figure).span.end_byte <= claim->span.start_byte)
    finder->next_figure++;
  for (guint32 i = finder->next_figure; i < figures->len; i++) {
    const PurportFigure *figure = &g_array_index (figures, PurportFigure, i);
    if (figure->span.start_byte >= claim->span.end_byte)
      break;
    if (!figure->minor && purport_span_overlap (figure->number, claim->span) > 0)
      g_array_append_val (claim->figures, i);
  }
}

static void
add_claim (Finder *finder, PurportTokens tokens, guint32 attribution)
{
  PurportDraft *draft = finder->draft;
  PurportReading *reading = draft->reading;
  PurportClaim *claim;

  tokens = trim (draft, tokens);
  if (tokens.end_token < tokens.first_token + CLAIM_MIN || !has_finite_verb (draft, tokens) ||
      is_question (draft, tokens))
    return;
  claim = purport_reading_add_claim (reading, purport_draft_span (draft, tokens.first_token, tokens.end_token),
                                     draft->sentence_of[tokens.first_token]);
  if (attribution != PURPORT_NONE) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, attribution);
    claim->attribution = attribution;
    claim->source = said->source;
    claim->mode = said->mode;
  }
  link_figures (finder, claim);
}

/* Whether a clause with a subject of its own begins at @token: "…, but the effect was small". */
static gboolean
begins_clause (const PurportDraft *draft, guint32 token, guint32 end_token)
{
  guint32 phrase = token < end_token ? draft->phrase_of[token] : PURPORT_NONE, after;

  if (phrase == PURPORT_NONE || purport_draft_phrase (draft, phrase)->first_token != token)
    return FALSE;
  after = purport_draft_phrase (draft, purport_phrases_chain_end (draft, phrase))->end_token;
  for (guint n = 0; n < 3 && after < end_token; n++, after++) {
    PurportTag tag = purport_draft_tag (draft, after);
    if (tag == PURPORT_TAG_MD || (purport_tag_is_verb (tag) && tag != PURPORT_TAG_VBG && tag != PURPORT_TAG_VBN))
      return TRUE;
    if (tag != PURPORT_TAG_RB)
      return FALSE;
  }
  return FALSE;
}

static gboolean
splits_at (const PurportDraft *draft, PurportTokens tokens, guint32 token)
{
  static const char *const words[] = {
    "and", "but", "so", "yet", "while", "whereas", "although", "though", "therefore"
  };

  if (purport_draft_is (draft, token, ";"))
    return TRUE;
  if (!purport_draft_is (draft, token - 1, ","))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (purport_draft_is (draft, token, words[i]))
      return begins_clause (draft, token + 1, tokens.end_token);
  return FALSE;
}

/* Cuts a run of tokens of one sentence into the clauses that assert something each. */
static void
add_clauses (Finder *finder, PurportTokens tokens, guint32 attribution)
{
  guint32 start = tokens.first_token;

  for (guint32 i = start + HALF_MIN; i + HALF_MIN < tokens.end_token; i++)
    if (i - start >= HALF_MIN && splits_at (finder->draft, tokens, i)) {
      add_claim (finder, (PurportTokens){ start, i }, attribution);
      start = i;
    }
  add_claim (finder, (PurportTokens){ start, tokens.end_token }, attribution);
}

/* The attribution that a token's words belong to as content; the innermost (latest) one counts. */
static void
mark_contents (const PurportDraft *draft, guint32 *said_in, guint8 *taken)
{
  const GArray *attributions = draft->reading->attributions;
  guint32 n_tokens = purport_draft_n_tokens (draft);

  for (guint32 i = 0; i < n_tokens; i++) {
    said_in[i] = PURPORT_NONE;
    taken[i] = FALSE;
  }
  for (guint32 i = 0; i < attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (attributions, PurportAttribution, i);
    const GArray *lists[] = { said->content_spans, said->source_spans, said->cue_spans };
    for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
      for (guint j = 0; j < lists[list]->len; j++) {
        PurportTokens tokens = purport_draft_tokens_at (draft, g_array_index (lists[list], PurportSpan, j));
        for (guint32 token = tokens.first_token; token < tokens.end_token; token++) {
          if (list == 0 && said->act != PURPORT_ACT_ATTITUDE)
            said_in[token] = i;
          else if (list > 0)
            taken[token] = TRUE;
        }
      }
  }
}

/* Whether the block is text that claims are made in. */
static gboolean
may_claim (PurportBlockKind kind)
{
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

static void
read_sentence (Finder *finder, guint32 sentence, const guint32 *said_in)
{
  const PurportTextSentence *s = purport_draft_sentence (finder->draft, sentence);
  guint32 start = s->first_token;
  gboolean attributed = FALSE;

  for (guint32 i = s->first_token; i < s->end_token; i++)
    attributed = attributed || said_in[i] != PURPORT_NONE || finder->taken[i];
  while (start < s->end_token) {
    guint32 end = start + 1;
    guint32 attribution = said_in[start];
    gboolean taken = finder->taken[start];
    while (end < s->end_token && said_in[end] == attribution && finder->taken[end] == taken)
      end++;
    if (attribution != PURPORT_NONE)
      add_clauses (finder, (PurportTokens){ start, end }, attribution);
    else if (!attributed)
      add_clauses (finder, (PurportTokens){ start, end }, PURPORT_NONE);
    else if (!taken && start == s->first_token && end - start >= HALF_MIN)
      add_claim (finder, (PurportTokens){ start, end }, PURPORT_NONE);
    start = end;
  }
}

/**
 * purport_claims_find:
 * @draft: a draft whose reading has its sentences, sources, attributions and figures
 *
 * Adds the claims with their figures; how they are worded is graded later. O(tokens × log tokens).
 */
void
purport_claims_find (PurportDraft *draft)
{
  guint32 n_tokens = purport_draft_n_tokens (draft);
  g_autofree guint32 *said_in = g_new (guint32, n_tokens + 1);
  g_autofree guint8 *taken = g_new (guint8, n_tokens + 1);
  Finder finder = { .draft = draft, .taken = taken };

  mark_contents (draft, said_in, taken);
  for (guint32 i = 0; i < draft->words->sentences->len; i++)
    if (may_claim (purport_draft_block_kind (draft, i)))
      read_sentence (&finder, i, said_in);
}
