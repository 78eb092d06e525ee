/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Importance is a ranking for the reader, never a verdict: what can be checked, stands early, states a relation, is
 * specific, and is repeated from the title. The reasons are the features that fired.
 */
#include "reading/ranking.h"

#include <math.h>
#include <string.h>

/* Words shorter than this carry little of what a title is about. */
#define TITLE_WORD_MIN 4

/* Words are the same for the title if so many first letters are. */
#define STEM 5

typedef struct {
  PurportDraft *draft;
  GHashTable *title_stems; /* (element-type utf8) */
} Ranker;

static char *
dup_stem (const PurportDraft *draft, guint32 token)
{
  const PurportToken *info = purport_draft_token (draft, token);
  gsize length = MIN (purport_span_length (info->span), STEM);
  return g_ascii_strdown (purport_words_get_text (draft->words, token), (gssize)length);
}

static void
read_title (Ranker *ranker)
{
  const PurportDraft *draft = ranker->draft;

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    if (purport_draft_block_kind (draft, i) != PURPORT_BLOCK_TITLE)
      continue;
    for (guint32 j = sentence->first_token; j < sentence->end_token; j++)
      if (purport_span_length (purport_draft_token (draft, j)->span) >= TITLE_WORD_MIN)
        g_hash_table_add (ranker->title_stems, dup_stem (draft, j));
  }
}

/* The share of the title's words that stand in the span. */
static double
title_overlap (const Ranker *ranker, PurportSpan span)
{
  g_autoptr (GHashTable) found = NULL;
  guint n_title = g_hash_table_size (ranker->title_stems);
  PurportTokens tokens;

  if (n_title == 0)
    return 0;
  found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tokens = purport_draft_tokens_at (ranker->draft, span);
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    char *stem = dup_stem (ranker->draft, i);
    if (g_hash_table_contains (ranker->title_stems, stem))
      g_hash_table_add (found, stem);
    else
      g_free (stem);
  }
  return (double)g_hash_table_size (found) / n_title;
}

static void
add_reason (PurportClaim *claim, PurportReason reason)
{
  claim->reasons |= 1u << reason;
}

static gboolean
has_kind (const PurportClaim *claim, PurportClaimKind kind)
{
  for (guint i = 0; i < claim->n_kinds; i++)
    if (claim->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static double
score_source (const Ranker *ranker, PurportClaim *claim)
{
  const PurportSource *source;

  if (claim->source == PURPORT_NONE)
    return 0;
  source = &g_array_index (ranker->draft->reading->sources, PurportSource, claim->source);
  if (source->type == PURPORT_SOURCE_DOCUMENT) {
    add_reason (claim, PURPORT_REASON_STUDY);
    return 0.9;
  }
  if (source->expert && source->type != PURPORT_SOURCE_GROUP)
    add_reason (claim, PURPORT_REASON_NAMED_EXPERT);
  return source->expert ? 0.4 : 0.1;
}

/* The sum of what speaks for a claim; @rank is its place among the claims, from 0. */
static double
score_claim (const Ranker *ranker, PurportClaim *claim, guint32 rank)
{
  double overlap = title_overlap (ranker, claim->span), score = 0;

  if (claim->strength == PURPORT_STRENGTH_CORRELATIONAL || claim->strength == PURPORT_STRENGTH_NO_RELATION) {
    add_reason (claim, PURPORT_REASON_ASSOCIATION);
    score += 0.8;
  } else if (claim->strength != PURPORT_STRENGTH_NONE) {
    add_reason (claim, PURPORT_REASON_CAUSAL);
    score += 0.8;
  }
  if (claim->figures->len > 0) {
    add_reason (claim, PURPORT_REASON_FIGURES);
    score += 0.5;
  }
  if (has_kind (claim, PURPORT_CLAIM_RECOMMENDATION)) {
    add_reason (claim, PURPORT_REASON_RECOMMENDATION);
    score += 0.3;
  }
  if (has_kind (claim, PURPORT_CLAIM_PREDICTION))
    add_reason (claim, PURPORT_REASON_PREDICTION);
  score += score_source (ranker, claim);
  if (claim->evidence->len > 0)
    score += 0.3;
  if (overlap > 0.3)
    add_reason (claim, PURPORT_REASON_REPEATED);
  score += 1.2 * overlap;
  if (rank < 3)
    add_reason (claim, PURPORT_REASON_IN_LEAD);
  score += 1.6 * exp (-(double)rank / 4.0);
  if (has_kind (claim, PURPORT_CLAIM_DEFINITION) || has_kind (claim, PURPORT_CLAIM_EXPERIENCE))
    score -= 0.6;
  return score;
}

static float
to_unit (double score)
{
  return (float)(1.0 / (1.0 + exp (-1.3 * (score - 1.8))));
}

/**
 * purport_ranking_apply:
 * @draft: a draft whose reading has claims with all that is linked to them
 *
 * Sets importance and reasons of the claims, importance of the sentences, and the main claim. O(tokens).
 */
void
purport_ranking_apply (PurportDraft *draft)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PurportReading *reading = draft->reading;
  Ranker ranker = { draft, stems };
  float best = -1;

  read_title (&ranker);
  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    PurportSentence *sentence = &g_array_index (reading->sentences, PurportSentence, claim->sentence);
    claim->importance = to_unit (score_claim (&ranker, claim, i));
    sentence->importance = MAX (sentence->importance, claim->importance);
    if (claim->importance > best) {
      best = claim->importance;
      reading->main_claim = i;
    }
  }
}
