/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Grades wording by cues. Strength follows Sumner et al. 2014 and Yu, Li and Wang 2019; certainty the scale of Pei and
 * Jurgens 2021, built on hedge cues, which carry over to other texts better than a bag of words does.
 */
#include "reading/grading.h"

/* A cue of possibility or negation governs a relation that stands at most this many tokens behind it. */
#define SCOPE 7

/* What each further hedge still takes from the certainty. */
#define NEXT_HEDGE 0.35f

static gboolean
governed_by (const PurportDraft *draft, guint32 token, guint32 first_token, PurportTermClass term_class)
{
  for (guint n = 1; n <= SCOPE && token >= first_token + n; n++) {
    if (purport_draft_has (draft, token - n, term_class))
      return TRUE;
    if (purport_draft_is (draft, token - n, ",") || purport_draft_is (draft, token - n, ";"))
      return FALSE;
  }
  return FALSE;
}

/* Whether a term that may be a verb or a noun is used as what it states a relation as. */
static gboolean
states_relation (const PurportDraft *draft, const PurportTerm *term)
{
  PurportTag tag = purport_draft_tag (draft, term->first_token);

  if (term->end_token - term->first_token > 1)
    return TRUE;
  return purport_tag_is_verb (tag) || tag == PURPORT_TAG_JJ;
}

/**
 * find_strength:
 * @tokens: the claim or sentence
 *
 * Returns: the strongest relation that the words state. O(tokens).
 */
static PurportStrength
find_strength (const PurportDraft *draft, PurportTokens tokens)
{
  gboolean causal = FALSE, conditional = FALSE, association = FALSE, no_relation = FALSE;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_CAUSAL);
    no_relation = no_relation || purport_draft_has (draft, i, PURPORT_TERM_NO_RELATION);
    if (purport_draft_has (draft, i, PURPORT_TERM_ASSOCIATION))
      association = TRUE;
    if (term == NULL || !states_relation (draft, term))
      continue;
    if (governed_by (draft, i, tokens.first_token, PURPORT_TERM_NEGATION))
      no_relation = TRUE;
    else if (governed_by (draft, i, tokens.first_token, PURPORT_TERM_CONDITIONAL))
      conditional = TRUE;
    else
      causal = TRUE;
  }
  if (no_relation)
    return PURPORT_STRENGTH_NO_RELATION;
  if (association)
    return PURPORT_STRENGTH_CORRELATIONAL;
  if (causal)
    return PURPORT_STRENGTH_CAUSAL;
  return conditional ? PURPORT_STRENGTH_CONDITIONAL : PURPORT_STRENGTH_NONE;
}

static gboolean
already_hedged (const GArray *hedges, PurportSpan span)
{
  for (guint i = 0; i < hedges->len; i++)
    if (purport_span_overlap (g_array_index (hedges, PurportHedge, i).span, span) > 0)
      return TRUE;
  return FALSE;
}

/* Words that hedge only in some company: "about 40", "likely" but not "more likely", "most people" but not "the most".
 */
static gboolean
hedges_here (const PurportDraft *draft, const PurportTerm *term)
{
  guint32 first = term->first_token;

  if (purport_draft_is (draft, first, "likely") || purport_draft_is (draft, first, "unlikely"))
    return !purport_draft_is (draft, first - MIN (first, 1), "more") &&
           !purport_draft_is (draft, first - MIN (first, 1), "less") &&
           !purport_draft_is (draft, first - MIN (first, 1), "as");
  if (term->end_token - first > 1)
    return TRUE;
  if (purport_draft_is (draft, first, "about") || purport_draft_is (draft, first, "around"))
    return term->end_token < purport_draft_n_tokens (draft) &&
           (purport_draft_tag (draft, term->end_token) == PURPORT_TAG_CD ||
            purport_draft_token (draft, term->end_token)->flags & PURPORT_TOKEN_DIGIT ||
            purport_draft_is (draft, term->end_token, "a") || purport_draft_is (draft, term->end_token, "half"));
  if (purport_draft_is (draft, first, "most"))
    return first == 0 || (!purport_draft_is (draft, first - 1, "the") && !purport_draft_is (draft, first - 1, "at"));
  return TRUE;
}

/**
 * find_certainty:
 * @tokens: where to look for hedges
 * @score: 6, or what an earlier call left
 * @hedges: (element-type PurportHedge): the hedges found are appended here
 *
 * Returns: the certainty that is left, 1 to 6. The weightiest hedge counts in full, others less. O(tokens).
 */
static float
find_certainty (const PurportDraft *draft, PurportTokens tokens, float score, GArray *hedges)
{
  float heaviest = 6.0f - score, rest = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_HEDGE);
    PurportHedge hedge;
    float weight;
    if (term == NULL || term->end_token > tokens.end_token || !hedges_here (draft, term))
      continue;
    hedge = (PurportHedge){ purport_draft_span (draft, i, term->end_token), term->value };
    if (already_hedged (hedges, hedge.span))
      continue;
    g_array_append_val (hedges, hedge);
    weight = (float)term->weight / 100.0f;
    rest += MIN (weight, heaviest) * NEXT_HEDGE;
    heaviest = MAX (heaviest, weight);
  }
  return CLAMP (6.0f - heaviest - rest, 1.0f, 6.0f);
}

/* Returns: the level that a certainty score is shown as. */
static PurportCertainty
level_of (float score)
{
  return score >= 5.0f  ? PURPORT_CERTAINTY_FIRM
         : score > 3.5f ? PURPORT_CERTAINTY_QUALIFIED
                        : PURPORT_CERTAINTY_TENTATIVE;
}

static guint
count_terms (const PurportDraft *draft, PurportTokens tokens, PurportTermClass term_class)
{
  guint n = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    n += purport_draft_has (draft, i, term_class) ? 1 : 0;
  return n;
}

static void
add_kind (PurportClaim *claim, PurportClaimKind kind)
{
  for (guint i = 0; i < claim->n_kinds; i++)
    if (claim->kinds[i] == kind)
      return;
  if (claim->n_kinds < PURPORT_CLAIM_MAX_KINDS)
    claim->kinds[claim->n_kinds++] = kind;
}

static gboolean
in_past (const PurportDraft *draft, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (purport_draft_tag (draft, i) == PURPORT_TAG_VBD)
      return TRUE;
  return FALSE;
}

/**
 * find_kinds:
 * @tokens: the claim's own words
 * @claim: with source, mode, strength and figures; gets its kinds, the most telling one first
 */
static void
find_kinds (const PurportDraft *draft, PurportTokens tokens, PurportClaim *claim)
{
  gboolean person = claim->source != PURPORT_NONE &&
                    g_array_index (draft->reading->sources, PurportSource, claim->source).type == PURPORT_SOURCE_PERSON;

  if (claim->strength == PURPORT_STRENGTH_CAUSAL || claim->strength == PURPORT_STRENGTH_CONDITIONAL)
    add_kind (claim, PURPORT_CLAIM_CAUSAL);
  if (count_terms (draft, tokens, PURPORT_TERM_RECOMMENDATION) > 0)
    add_kind (claim, PURPORT_CLAIM_RECOMMENDATION);
  if (claim->strength == PURPORT_STRENGTH_CORRELATIONAL || claim->strength == PURPORT_STRENGTH_NO_RELATION)
    add_kind (claim, PURPORT_CLAIM_ASSOCIATION);
  if (claim->figures->len > 0)
    add_kind (claim, PURPORT_CLAIM_STATISTIC);
  if (count_terms (draft, tokens, PURPORT_TERM_PREDICTION) > 0)
    add_kind (claim, PURPORT_CLAIM_PREDICTION);
  if (person && count_terms (draft, tokens, PURPORT_TERM_EXPERIENCE) > 1 && in_past (draft, tokens))
    add_kind (claim, PURPORT_CLAIM_EXPERIENCE);
  if (count_terms (draft, tokens, PURPORT_TERM_MECHANISM) > 1)
    add_kind (claim, PURPORT_CLAIM_MECHANISM);
  if (person && (count_terms (draft, tokens, PURPORT_TERM_EVALUATION) > 0 || !in_past (draft, tokens)))
    add_kind (claim, PURPORT_CLAIM_EVALUATION);
  if (claim->n_kinds == 0 && count_terms (draft, tokens, PURPORT_TERM_DEFINITION) > 0 && !in_past (draft, tokens))
    add_kind (claim, PURPORT_CLAIM_DEFINITION);
  add_kind (claim, PURPORT_CLAIM_FINDING);
}

/* The hedges of the words that attribute a claim ("believes", "suggests") belong to it too. */
static void
grade_certainty (const PurportDraft *draft, PurportTokens tokens, PurportClaim *claim)
{
  claim->certainty_score = find_certainty (draft, tokens, 6, claim->hedges);
  if (claim->attribution != PURPORT_NONE) {
    const PurportAttribution *said =
        &g_array_index (draft->reading->attributions, PurportAttribution, claim->attribution);
    for (guint i = 0; i < said->cue_spans->len; i++) {
      PurportTokens cue = purport_draft_tokens_at (draft, g_array_index (said->cue_spans, PurportSpan, i));
      claim->certainty_score = find_certainty (draft, cue, claim->certainty_score, claim->hedges);
    }
  }
  claim->certainty = level_of (claim->certainty_score);
}

static void
grade_claims (PurportDraft *draft)
{
  for (guint32 i = 0; i < draft->reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (draft->reading->claims, PurportClaim, i);
    PurportTokens tokens = purport_draft_tokens_at (draft, claim->span);
    grade_certainty (draft, tokens, claim);
    claim->strength = find_strength (draft, tokens);
    find_kinds (draft, tokens, claim);
  }
}

static void
grade_sentences (PurportDraft *draft)
{
  g_autoptr (GArray) hedges = g_array_new (FALSE, FALSE, sizeof (PurportHedge));

  for (guint32 i = 0; i < draft->reading->sentences->len; i++) {
    const PurportTextSentence *s = purport_draft_sentence (draft, i);
    PurportSentence *graded = &g_array_index (draft->reading->sentences, PurportSentence, i);
    PurportTokens tokens = { s->first_token, s->end_token };
    g_array_set_size (hedges, 0);
    graded->strength = find_strength (draft, tokens);
    graded->certainty = find_certainty (draft, tokens, 6, hedges);
  }
}

/**
 * purport_grading_apply:
 * @draft: a draft whose reading has its sentences, attributions and claims with their figures
 *
 * Grades how the claims and the sentences are worded: kinds, strength, certainty and its hedges.
 * O(tokens + claims × log tokens).
 */
void
purport_grading_apply (PurportDraft *draft)
{
  grade_claims (draft);
  grade_sentences (draft);
}
