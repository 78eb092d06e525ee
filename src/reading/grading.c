/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Grades wording by cues. Strength follows Sumner et al. 2014 and Yu, Li and Wang 2019; certainty the scale of Pei and
 * Jurgens 2021, built on hedge cues, which carry over to other texts better than a bag of words does.
 */
#include "reading/grading.h"

#include <math.h>
#include <string.h>

#include "reading/denials.h"
#include "reading/grades.h"
#include "reading/hedges.h"

/* What each further hedge still takes from the certainty. */
#define NEXT_HEDGE 0.35f

/* A cue's score (see reading/grades.h) from which it hedges. */
#define HEDGE_FROM -0.2f

/* Below this one it counts half. */
#define SURE_FROM 0.0f

/* What a claim's relation lacks to be told by its score alone: most claims state none, and few of those that do are
 * among the learned. Like LED it is chosen by cross-validation. */
#define RELATION_BONUS 0.2f

/* How much the strength of a relation leads to the kind of its claim. */
#define LED 0.5f

#define LOOK_AHEAD 12

typedef struct {
  PurportDraft *draft;
  const PurportLinearModel *model;
  PurportWording *wording;
  GArray *features; /* of what is graded now */
  GArray *cues;     /* PurportHedgeCue, of the claim that is graded now */
} Grader;

/* Returns: the level that a certainty score is shown as. */
static PurportCertainty
level_of (float score)
{
  return score >= 5.0f  ? PURPORT_CERTAINTY_FIRM
         : score > 3.5f ? PURPORT_CERTAINTY_QUALIFIED
                        : PURPORT_CERTAINTY_TENTATIVE;
}

/* Returns: the class of @n_classes from @first_class that scores best. */
static guint
best_class (const gint32 *scores, guint first_class, guint n_classes)
{
  guint best = 0;

  for (guint i = 1; i < n_classes; i++)
    if (scores[first_class + i] > scores[first_class + best])
      best = i;
  return best;
}

/* Slots are fetched ahead: a sentence has some hundred features, far apart in the model. */
static void
add_scores (const Grader *grader, gint32 *scores)
{
  const GArray *features = grader->features;

  memset (scores, 0, PURPORT_N_GRADES * sizeof *scores);
  for (guint i = 0; i < features->len + LOOK_AHEAD; i++) {
    if (i < features->len)
      purport_linear_model_prefetch (grader->model, g_array_index (features, guint32, i));
    if (i >= LOOK_AHEAD)
      purport_linear_model_add (grader->model, g_array_index (features, guint32, i - LOOK_AHEAD), scores);
  }
}

/* Returns: what the units of a class stand for, with so many features. */
static float
grade_of (const gint32 *scores, guint class_index, float n_features)
{
  return (float)scores[class_index] / (PURPORT_GRADE_SCALE * sqrtf (n_features));
}

static gboolean
is_denied (PurportDenial denial)
{
  return denial == PURPORT_DENIAL_LOOSE || denial == PURPORT_DENIAL_DIRECT;
}

/* Returns: how strongly a relation is stated, if one is. */
static PurportStrength
best_relation (const gint32 *scores, guint first_class)
{
  return PURPORT_STRENGTH_CORRELATIONAL + best_class (scores, first_class + PURPORT_STRENGTH_CORRELATIONAL, 3);
}

/* The model is led by the relation; what negations do to it is for the rules to see. */
static PurportStrength
find_strength (PurportDenial denial, const gint32 *scores, guint first_class)
{
  PurportStrength strength = best_class (scores, first_class, PURPORT_STRENGTH_CAUSAL + 1);
  gboolean denied = is_denied (denial);

  if (denied && (strength == PURPORT_STRENGTH_CAUSAL || strength == PURPORT_STRENGTH_CORRELATIONAL))
    return PURPORT_STRENGTH_NO_RELATION;
  if (denial == PURPORT_DENIAL_DIRECT && strength == PURPORT_STRENGTH_NONE)
    return PURPORT_STRENGTH_NO_RELATION;
  if (denial == PURPORT_DENIAL_AFFIRMED && strength <= PURPORT_STRENGTH_NO_RELATION)
    return best_relation (scores, first_class);
  return strength;
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

/* The kind that fits best, to which the relation and how strongly it is stated lead. */
static PurportClaimKind
best_kind (const gint32 *scores)
{
  const gint32 *strengths = scores + PURPORT_GRADE_CLAIM_STRENGTH;
  gint32 kinds[PURPORT_CLAIM_DEFINITION + 1];
  gint32 causes = MAX (strengths[PURPORT_STRENGTH_CONDITIONAL], strengths[PURPORT_STRENGTH_CAUSAL]);

  memcpy (kinds, scores + PURPORT_GRADE_KIND, sizeof kinds);
  kinds[PURPORT_CLAIM_CAUSAL] += (gint32)(LED * (float)(causes - strengths[PURPORT_STRENGTH_NONE]));
  kinds[PURPORT_CLAIM_ASSOCIATION] +=
      (gint32)(LED * (float)(strengths[PURPORT_STRENGTH_CORRELATIONAL] - strengths[PURPORT_STRENGTH_NONE]));
  return (PurportClaimKind)best_class (kinds, 0, G_N_ELEMENTS (kinds));
}

/* The end of the noun phrase at @token without its determiner: adjectives and nouns. */
static guint32
nominal_end (const PurportDraft *draft, guint32 token, guint32 end)
{
  while (token < end &&
         (purport_tag_is_noun (purport_draft_tag (draft, token)) || purport_draft_tag (draft, token) == PURPORT_TAG_JJ))
    token++;
  return token;
}

/* "Leptin is a hormone that …": what is said of a bare noun, by the kind it belongs to and what sets it apart in it. */
static gboolean
is_definition (const PurportDraft *draft, PurportTokens tokens)
{
  guint32 copula = nominal_end (draft, tokens.first_token, tokens.end_token), kind = copula + 2, end;

  if (copula == tokens.first_token || kind >= tokens.end_token ||
      !(purport_draft_is (draft, copula, "is") || purport_draft_is (draft, copula, "are")) ||
      !(purport_draft_is (draft, copula + 1, "a") || purport_draft_is (draft, copula + 1, "an")))
    return FALSE;
  end = nominal_end (draft, kind, tokens.end_token);
  return end > kind && end < tokens.end_token &&
         (purport_draft_is (draft, end, "that") || purport_draft_tag (draft, end) == PURPORT_TAG_WDT);
}

static gboolean
is_relation (PurportClaimKind kind)
{
  return kind == PURPORT_CLAIM_CAUSAL || kind == PURPORT_CLAIM_ASSOCIATION;
}

/* The kind that fits best, then the others that fit; a relation that is stated makes a claim of its kind, and where
 * none is, the claim is of neither. */
static void
find_kinds (const gint32 *scores, PurportClaimKind best, PurportTermClass denied, PurportClaim *claim)
{
  add_kind (claim, best);
  for (guint i = 0; i <= PURPORT_CLAIM_DEFINITION; i++)
    if (scores[PURPORT_GRADE_KIND + i] > 0 && (claim->strength != PURPORT_STRENGTH_NONE || !is_relation (i)))
      add_kind (claim, i);
  if (claim->strength == PURPORT_STRENGTH_CORRELATIONAL ||
      (claim->strength == PURPORT_STRENGTH_NO_RELATION && denied == PURPORT_TERM_ASSOCIATION))
    add_kind (claim, PURPORT_CLAIM_ASSOCIATION);
  else if (claim->strength != PURPORT_STRENGTH_NONE)
    add_kind (claim, PURPORT_CLAIM_CAUSAL);
}

/* Lifts the scores of a claim's relations; the unit is that of grade_of(). */
static void
lift_relations (gint32 *scores, guint n_features)
{
  gint32 bonus = (gint32)(RELATION_BONUS * PURPORT_GRADE_SCALE * sqrtf ((float)n_features));

  for (guint i = PURPORT_STRENGTH_CORRELATIONAL; i <= PURPORT_STRENGTH_CAUSAL; i++)
    scores[PURPORT_GRADE_CLAIM_STRENGTH + i] += bonus;
}

/* Every cue that hedges is reported; the weightiest counts in full, others less. */
static void
grade_certainty (Grader *grader, PurportTokens tokens, PurportClaim *claim)
{
  float heaviest = 0, rest = 0;

  purport_hedges_find (grader->draft, tokens, claim->attribution, grader->cues);
  for (guint i = 0; i < grader->cues->len; i++) {
    const PurportHedgeCue *cue = &g_array_index (grader->cues, PurportHedgeCue, i);
    PurportHedge hedge = { cue->span, cue->term.value };
    float weight = (float)cue->term.weight / 100.0f;
    gint32 scores[PURPORT_N_GRADES];
    float score;
    purport_hedges_see (grader->wording, grader->draft, grader->cues, i, grader->features);
    add_scores (grader, scores);
    score = grade_of (scores, PURPORT_GRADE_HEDGE, (float)grader->features->len);
    if (score < HEDGE_FROM)
      continue;
    if (score < SURE_FROM)
      weight /= 2;
    purport_reading_list_add (claim->hedges, hedge);
    rest += MIN (weight, heaviest) * NEXT_HEDGE;
    heaviest = MAX (heaviest, weight);
  }
  claim->certainty_score = CLAMP (6.0f - heaviest - rest, 1.0f, 6.0f);
  claim->certainty = level_of (claim->certainty_score);
}

static void
grade_claims (Grader *grader)
{
  PurportDraft *draft = grader->draft;
  const GArray *sources = draft->reading->sources;

  for (guint32 i = 0; i < draft->reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (draft->reading->claims, PurportClaim, i);
    PurportTokens tokens = purport_draft_tokens_at (draft, claim->span);
    PurportGradeContext context = { -1, claim->mode, claim->figures->len };
    PurportTermClass denied = PURPORT_TERM_CAUSAL;
    PurportDenial denial = purport_denial_find (draft, tokens, &denied);
    PurportClaimKind kind;
    gint32 scores[PURPORT_N_GRADES];
    if (claim->source != PURPORT_NONE)
      context.source_type = (gint)g_array_index (sources, PurportSource, claim->source).type;
    purport_grades_see_claim (grader->wording, tokens, &context, grader->features);
    add_scores (grader, scores);
    lift_relations (scores, grader->features->len);
    claim->strength = find_strength (denial, scores, PURPORT_GRADE_CLAIM_STRENGTH);
    kind = best_kind (scores);
    if (kind == PURPORT_CLAIM_MECHANISM && is_definition (draft, tokens))
      kind = PURPORT_CLAIM_DEFINITION;
    if (claim->strength == PURPORT_STRENGTH_NONE && is_relation (kind))
      claim->strength =
          is_denied (denial) ? PURPORT_STRENGTH_NO_RELATION : best_relation (scores, PURPORT_GRADE_CLAIM_STRENGTH);
    find_kinds (scores, kind, denied, claim);
    grade_certainty (grader, tokens, claim);
  }
}

static void
grade_sentences (Grader *grader)
{
  PurportDraft *draft = grader->draft;

  for (guint32 i = 0; i < draft->reading->sentences->len; i++) {
    const PurportTextSentence *s = purport_draft_sentence (draft, i);
    PurportSentence *graded = &g_array_index (draft->reading->sentences, PurportSentence, i);
    PurportTokens tokens = { s->first_token, s->end_token };
    PurportTermClass denied;
    gint32 scores[PURPORT_N_GRADES];
    purport_grades_see_sentence (grader->wording, tokens, grader->features);
    add_scores (grader, scores);
    graded->strength =
        find_strength (purport_denial_find (draft, tokens, &denied), scores, PURPORT_GRADE_SENTENCE_STRENGTH);
    graded->certainty = PURPORT_GRADE_MIDDLE + grade_of (scores, PURPORT_GRADE_CERTAINTY, PURPORT_GRADE_TYPICAL);
    graded->certainty = CLAMP (graded->certainty, 1, 6);
  }
}

/**
 * purport_grading_apply:
 * @draft: a draft whose reading has its sentences, attributions and claims with their figures
 * @model: of kind %PURPORT_GRADES_KIND
 *
 * Grades how the sentences and the claims are worded: kinds, strength, certainty and its hedges. O(tokens + claims ×
 * log tokens).
 */
void
purport_grading_apply (PurportDraft *draft, const PurportLinearModel *model)
{
  g_autoptr (PurportWording) wording = purport_wording_new (draft);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (PurportHedgeCue));
  Grader grader = { draft, model, wording, features, cues };

  grade_sentences (&grader);
  grade_claims (&grader);
}
