/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains which earlier claim, if any, a claim with words of opposition opposes. */
#include "learn/verbs.h"

#include "data/engine-data.h"
#include "learn/annotated.h"
#include "learn/choices.h"
#include "learn/training.h"
#include "base/vocabulary.h"
#include "reading/caveats.h"
#include "reading/claims.h"
#include "reading/grades.h"
#include "reading/grading.h"
#include "reading/disputes.h"

#define MIN_STEPS 1
#define SCALE 32.0
#define MIN_WEIGHT 0.03
#define MATCH_MIN 0.5

/* Few of the sentences that begin with "but" are annotated; without this nearly none would be found. */
#define BOLDNESS 1.4

#define NO_CLAIM G_MAXUINT32

/* The found claim that matches an annotated one. */
static guint32
find_claim (const PurportAnnotated *article, guint32 annotated)
{
  PurportSpan span = g_array_index (article->claims, PurportAnnotatedClaim, annotated).span;

  for (guint32 i = 0; i < article->reading->claims->len; i++) {
    PurportSpan found = g_array_index (article->reading->claims, PurportClaim, i).span;
    double whole = MAX (span.end_byte, found.end_byte) - MIN (span.start_byte, found.start_byte);
    if (purport_span_overlap (span, found) >= MATCH_MIN * whole)
      return i;
  }
  return NO_CLAIM;
}

static gboolean
is_opposed (const PurportAnnotated *article, const GArray *links, guint32 by, guint32 of)
{
  for (guint i = 0; i < links->len; i += 2)
    if (g_array_index (links, guint32, i) == by && g_array_index (links, guint32, i + 1) == of)
      return TRUE;
  return FALSE;
}

/* What finding disputes stands on. */
typedef struct {
  PurportLinearModel *claims;
  PurportLinearModel *grades;
  PurportPatterns *caveats;
} Steps;

static void
steps_clear (Steps *steps)
{
  g_clear_pointer (&steps->claims, purport_linear_model_free);
  g_clear_pointer (&steps->grades, purport_linear_model_free);
  g_clear_pointer (&steps->caveats, purport_patterns_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Steps, steps_clear)

static gboolean
load_steps (Steps *steps, GError **error)
{
  steps->claims = purport_linear_model_load (purport_engine_data_lookup, NULL, PURPORT_CLAIMS_KIND, 1, error);
  if (steps->claims == NULL)
    return FALSE;
  steps->grades =
      purport_linear_model_load (purport_engine_data_lookup, NULL, PURPORT_GRADES_KIND, PURPORT_N_GRADES, error);
  if (steps->grades == NULL)
    return FALSE;
  steps->caveats = purport_patterns_new (purport_engine_data_lookup, NULL, PURPORT_CAVEATS_FILE,
                                         (PurportPatternNameFunc)purport_caveat_kind_to_string,
                                         PURPORT_CAVEAT_DISAGREEMENT + 1, error);
  return steps->caveats != NULL;
}

static void
add_choices (GPtrArray *choices, PurportAnnotated *article, guint group, const Steps *steps)
{
  g_autoptr (PurportClaimContext) claims = purport_claim_context_new (article->draft);
  g_autoptr (PurportRankingContext) context = purport_ranking_context_new (claims);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint32));

  purport_claims_find (article->draft, claims, steps->claims);
  purport_grading_apply (article->draft, steps->grades);
  purport_caveats_find (article->draft, steps->caveats);
  for (guint i = 0; i < article->disputes->len; i++) {
    guint32 claim = find_claim (article, g_array_index (article->disputes, guint32, i));
    g_array_append_val (links, claim);
  }
  for (guint32 by = 1; by < article->reading->claims->len; by++) {
    guint32 features[PURPORT_DISPUTES_MAX_FEATURES];
    PurportChoice *choice;
    if (purport_span_is_empty (purport_disputes_words (context, by)))
      continue;
    choice = purport_choice_new (group, 0);
    for (guint32 n = 1; n <= PURPORT_DISPUTES_LOOK_BACK && n <= by; n++)
      purport_choice_add (choice, features, purport_disputes_pair_features (context, by, by - n, features),
                          is_opposed (article, links, by, by - n), by - n);
    purport_choice_add (choice, features, purport_disputes_none_features (context, by, features),
                        !purport_choice_has_right (choice), NO_CLAIM);
    g_ptr_array_add (choices, choice);
  }
}

static const PurportAlternative *
choose (const PurportLinearModel *model, const PurportChoice *choice)
{
  const PurportAlternative *best = NULL;
  gint32 best_score = G_MININT32;

  for (guint i = 0; i < choice->alternatives->len; i++) {
    const PurportAlternative *one = &g_array_index (choice->alternatives, PurportAlternative, i);
    gint32 score = 0;
    for (guint j = 0; j < one->n_features; j++)
      purport_linear_model_add (model, one->features[j], &score);
    if (score >= best_score) {
      best = one;
      best_score = score;
    }
  }
  return best;
}

static GBytes *
to_bytes (PurportWeights *weights)
{
  purport_weights_shift (weights, purport_disputes_bias_feature (), -BOLDNESS);
  return purport_weights_to_bytes (weights, PURPORT_DISPUTES_KIND, SCALE, MIN_STEPS, MIN_WEIGHT);
}

static gboolean
cross_validate (const GPtrArray *choices, const PurportChoiceSettings *settings, guint n_links, GError **error)
{
  guint n_right = 0, n_predicted = 0;

  for (guint fold = 0; fold < settings->n_folds; fold++) {
    g_autoptr (PurportWeights) weights = purport_choices_train (choices, settings, fold);
    g_autoptr (GBytes) bytes = to_bytes (weights);
    g_autoptr (PurportLinearModel) model = purport_linear_model_new (bytes, PURPORT_DISPUTES_KIND, error);
    if (model == NULL)
      return FALSE;
    for (guint i = 0; i < choices->len; i++) {
      const PurportChoice *choice = g_ptr_array_index (choices, i);
      const PurportAlternative *chosen;
      if (!purport_choice_in_fold (choice, settings, fold))
        continue;
      chosen = choose (model, choice);
      g_assert (chosen != NULL);
      n_predicted += chosen->tag != NO_CLAIM ? 1 : 0;
      n_right += chosen->tag != NO_CLAIM && chosen->right ? 1 : 0;
    }
  }
  g_printerr ("disputes of %u folds: P %.3f R %.3f F1 %.3f of %u\n", settings->n_folds,
              n_right / (double)MAX (n_predicted, 1), n_right / (double)n_links,
              2.0 * n_right / MAX (n_predicted + n_links, 1), n_links);
  return TRUE;
}

/* OUT FOLDER [--cross-validate] */
gboolean
purport_learn_disputes (int n_arguments, char **arguments, GError **error)
{
  PurportChoiceSettings settings = { .rate = 0.1, .prior = 0.1, .n_epochs = 24, .n_folds = 12 };
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  g_auto (Steps) steps = { 0 };
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_choice_free);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (PurportWeights) weights = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_links = 0;

  if (engine == NULL || !load_steps (&steps, error))
    return FALSE;
  articles = purport_annotated_read_folder (engine, arguments[1], FALSE, error);
  if (articles == NULL)
    return FALSE;
  for (guint i = 0; i < articles->len; i++) {
    PurportAnnotated *article = g_ptr_array_index (articles, i);
    n_links += article->disputes->len / 2;
    add_choices (choices, article, i, &steps);
  }
  if (n_arguments > 2 && g_str_equal (arguments[2], "--cross-validate") &&
      !cross_validate (choices, &settings, n_links, error))
    return FALSE;
  weights = purport_choices_train (choices, &settings, settings.n_folds);
  bytes = to_bytes (weights);
  return purport_write_bytes (bytes, arguments[0], error);
}
