/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Importance is a ranking for the reader, never a verdict. A sentence is the more important the likelier it states what
 * the article is about, by a model learned from articles whose main claim is known; of the claims of one sentence those
 * come first that state a relation, give figures, and share words with the title. The reasons are what is true of the
 * claim, the most telling first.
 */
#include "reading/ranking.h"

#include <math.h>

/* Where the scores of the model are turned into importance: what 0.5 is, and how steep it is there. */
#define MIDDLE 0.0
#define STEEPNESS 0.6

/* A claim has at most so many reasons. */
#define REASONS_MAX 3

/* What sets the claims of one sentence apart, on the scale of the model. */
#define FOR_RELATION 0.4
#define FOR_FIGURES 0.3
#define FOR_TITLE 1.0
#define FOR_COVER 0.5

/* A claim says again what the title says if it has so much of its words. */
#define REPEATED_MIN 0.4

/* Sentences that count as the lead. */
#define LEAD 2

static float
to_unit (double score)
{
  return (float)(1.0 / (1.0 + exp (-STEEPNESS * (score - MIDDLE))));
}

static double
score_sentence (const PurportRankingContext *context, const PurportLinearModel *model, guint32 sentence)
{
  guint32 features[PURPORT_RANKING_MAX_FEATURES];
  guint n = purport_ranking_features (context, sentence, features);
  gint32 score = 0;

  for (guint i = 0; i < n; i++)
    purport_linear_model_add (model, features[i], &score);
  return (double)score / PURPORT_RANKING_SCALE;
}

static gboolean
has_kind (const PurportClaim *claim, PurportClaimKind kind)
{
  for (guint i = 0; i < claim->n_kinds; i++)
    if (claim->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* What a claim has less than its sentence; never more, so that the sentences alone decide between sentences. */
static double
score_within (const PurportRankingContext *context, const PurportClaim *claim)
{
  const PurportDraft *draft = context->claims->draft;
  PurportSpan sentence = purport_draft_sentence (draft, claim->sentence)->span;
  PurportTokens tokens = purport_draft_tokens_at (draft, claim->span);
  double cover = (double)purport_span_length (claim->span) / MAX (purport_span_length (sentence), 1u);
  double score =
      FOR_COVER * (MIN (cover * 2, 1.0) - 1) + FOR_TITLE * (purport_ranking_title_share (context, tokens) - 1);

  score -= claim->strength == PURPORT_STRENGTH_NONE ? FOR_RELATION : 0;
  score -= claim->figures->len == 0 ? FOR_FIGURES : 0;
  return score;
}

static gboolean
comes_from_study (const PurportReading *reading, const PurportClaim *claim)
{
  if (claim->source != PURPORT_NONE &&
      g_array_index (reading->sources, PurportSource, claim->source).type == PURPORT_SOURCE_DOCUMENT)
    return TRUE;
  for (guint i = 0; i < claim->evidence->len; i++)
    if (g_array_index (reading->evidence, PurportEvidence, g_array_index (claim->evidence, guint32, i)).kind !=
        PURPORT_EVIDENCE_LINK)
      return TRUE;
  return FALSE;
}

static gboolean
comes_from_expert (const PurportReading *reading, const PurportClaim *claim)
{
  const PurportSource *source;

  if (claim->source == PURPORT_NONE)
    return FALSE;
  source = &g_array_index (reading->sources, PurportSource, claim->source);
  return source->expert && (source->type == PURPORT_SOURCE_PERSON || source->type == PURPORT_SOURCE_ORGANIZATION);
}

static gboolean
holds (const PurportRankingContext *context, const PurportClaim *claim, PurportReason reason)
{
  const PurportReading *reading = context->claims->draft->reading;

  switch (reason) {
  case PURPORT_REASON_CAUSAL:
    return claim->strength == PURPORT_STRENGTH_CAUSAL || claim->strength == PURPORT_STRENGTH_CONDITIONAL;
  case PURPORT_REASON_ASSOCIATION:
    return claim->strength == PURPORT_STRENGTH_CORRELATIONAL || claim->strength == PURPORT_STRENGTH_NO_RELATION;
  case PURPORT_REASON_FIGURES:
    return claim->figures->len > 0;
  case PURPORT_REASON_RECOMMENDATION:
    return has_kind (claim, PURPORT_CLAIM_RECOMMENDATION);
  case PURPORT_REASON_PREDICTION:
    return has_kind (claim, PURPORT_CLAIM_PREDICTION);
  case PURPORT_REASON_NAMED_EXPERT:
    return comes_from_expert (reading, claim);
  case PURPORT_REASON_STUDY:
    return comes_from_study (reading, claim);
  case PURPORT_REASON_IN_LEAD:
    return context->place[claim->sentence] < LEAD;
  case PURPORT_REASON_REPEATED:
    return purport_ranking_title_share (context, purport_draft_tokens_at (context->claims->draft, claim->span)) >=
           REPEATED_MIN;
  case PURPORT_REASON_DISPUTED:
    return (claim->reasons & 1u << PURPORT_REASON_DISPUTED) != 0;
  case PURPORT_REASON_LIMITS:
    return claim->caveats->len > 0;
  case PURPORT_REASON_JUDGEMENT:
    return has_kind (claim, PURPORT_CLAIM_EVALUATION);
  case PURPORT_REASON_EXPERIENCE:
    return has_kind (claim, PURPORT_CLAIM_EXPERIENCE);
  case PURPORT_REASON_FINDING:
    return claim->strength == PURPORT_STRENGTH_NONE && has_kind (claim, PURPORT_CLAIM_FINDING);
  case PURPORT_REASON_ATTRIBUTED:
    return claim->source != PURPORT_NONE;
  case PURPORT_N_REASONS:
  default:
    return FALSE;
  }
}

/* The first three that hold: what tells most about this claim comes before what is true of many. */
static guint32
find_reasons (const PurportRankingContext *context, const PurportClaim *claim)
{
  static const PurportReason order[] = {
    PURPORT_REASON_DISPUTED,   PURPORT_REASON_CAUSAL,  PURPORT_REASON_ASSOCIATION,  PURPORT_REASON_RECOMMENDATION,
    PURPORT_REASON_PREDICTION, PURPORT_REASON_LIMITS,  PURPORT_REASON_FIGURES,      PURPORT_REASON_IN_LEAD,
    PURPORT_REASON_REPEATED,   PURPORT_REASON_STUDY,   PURPORT_REASON_NAMED_EXPERT, PURPORT_REASON_EXPERIENCE,
    PURPORT_REASON_JUDGEMENT,  PURPORT_REASON_FINDING, PURPORT_REASON_ATTRIBUTED,
  };
  guint32 reasons = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order) && n < REASONS_MAX; i++)
    if (holds (context, claim, order[i])) {
      reasons |= 1u << order[i];
      n++;
    }
  return reasons;
}

/**
 * purport_ranking_apply:
 * @draft: a draft whose reading has claims with their figures
 * @context: of the same draft
 * @model: of kind %PURPORT_RANKING_KIND with one class
 *
 * Sets importance of the claims and the sentences, and the main claim. O(tokens).
 */
void
purport_ranking_apply (PurportDraft *draft, const PurportRankingContext *context, const PurportLinearModel *model)
{
  PurportReading *reading = draft->reading;
  g_autofree double *scores = g_new0 (double, reading->sentences->len + 1);
  double best = -G_MAXDOUBLE;

  for (guint32 i = 0; i < reading->sentences->len; i++) {
    if (!purport_ranking_may_rank (context, i))
      continue;
    scores[i] = score_sentence (context, model, i);
    g_array_index (reading->sentences, PurportSentence, i).importance = to_unit (scores[i]);
  }
  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    double score = scores[claim->sentence] + score_within (context, claim);
    claim->importance = to_unit (score);
    if (score > best) {
      best = score;
      reading->main_claim = i;
    }
  }
}

/**
 * purport_ranking_explain:
 * @draft: a draft whose reading has claims with all that is linked to them
 * @context: of the same draft
 *
 * Sets the reasons of the claims. O(tokens).
 */
void
purport_ranking_explain (PurportDraft *draft, const PurportRankingContext *context)
{
  for (guint32 i = 0; i < draft->reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (draft->reading->claims, PurportClaim, i);
    claim->reasons = find_reasons (context, claim);
  }
}
