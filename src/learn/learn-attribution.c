/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trains the attribution model in two stages: a logistic classifier of cue words, and the chain, which learns from cues
 * as the classifier finds them in documents that it has not seen. The chain is trained twice: first with all features
 * that are frequent enough, then with those that turned out to matter.
 */
#include "learn/verbs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "learn/chain.h"
#include "learn/feature-index.h"
#include "learn/passages.h"
#include "learn/weight-rows.h"

#define SEED 20240101u
#define MAX_RUN 4000u

/* The classifier of cues. */
#define N_FOLDS 4
#define CUE_EPOCHS 4
#define CUE_RATE 0.3f
#define CUE_DAMPING 0.01f
#define CUE_SHRINK 1e-5f
#define CUE_MIN_COUNT 30

/* The chain. */
#define MIN_COUNT 3
#define SELECT_EPOCHS 5
#define EPOCHS 8
#define AVERAGED_EPOCHS 3
#define RATE 0.02f
#define DROPOUT 0.5f
#define N_KEPT 90000

/* A weight of 1 in the file. */
#define SCALE 32.0f

typedef struct {
  PurportWordTable *words;
  GBytes *word_bytes;
  GPtrArray *passages; /* (element-type PurportPassage) */
  GPtrArray *checked;  /* (element-type PurportPassage): not learned from */
  PurportFeatureIndex *cue_index;
  float *cue_weights;
  PurportFeatureIndex *index;
  GArray *runs; /* (element-type PurportChainRun) */
  GRand *random;
} Learner;

typedef void (*RunFunc) (Learner *learner, PurportPassage *passage, PurportAttributionContext *context, gpointer data);

static void
for_each_run (Learner *learner, GPtrArray *passages, RunFunc function, gpointer data)
{
  PurportAttributionContext context;

  purport_attribution_context_init (&context, NULL, learner->words, MAX_RUN);
  for (guint i = 0; i < passages->len; i++) {
    PurportPassage *passage = g_ptr_array_index (passages, i);
    context.draft = passage->draft;
    for (guint32 first = 0; first < passage->n_tokens;) {
      guint32 end = purport_attribution_run_end (passage->draft, first);
      purport_attribution_context_enter (&context, first, end);
      function (learner, passage, &context, data);
      first = end;
    }
  }
  purport_attribution_context_clear (&context);
}

/* --- cues */

typedef struct {
  float *weights;
  float *squares;
  int left_out; /* the fold that is not learned from */
} CueLearner;

static void
count_cue_features (Learner *learner, PurportPassage *passage, PurportAttributionContext *context, gpointer data)
{
  guint32 features[PURPORT_CUE_N_FEATURES];

  (void)passage;
  (void)data;
  for (guint32 i = 0; i < context->n; i++)
    for (guint n = purport_attribution_cue_features (context, i, features), k = 0; k < n; k++)
      purport_feature_index_count (learner->cue_index, features[k]);
}

static float
score_cue (const Learner *learner, const float *weights, guint32 *features, guint n)
{
  float score = 0;

  for (guint k = 0; k < n; k++) {
    features[k] = purport_feature_index_find (learner->cue_index, features[k]);
    score += weights[features[k]];
  }
  return score;
}

static void
learn_cues_of_run (Learner *learner, PurportPassage *passage, PurportAttributionContext *context, gpointer data)
{
  CueLearner *cues = data;
  guint32 features[PURPORT_CUE_N_FEATURES];

  if ((int)(passage->document % N_FOLDS) == cues->left_out)
    return;
  for (guint32 i = 0; i < context->n; i++) {
    guint n = purport_attribution_cue_features (context, i, features);
    gboolean is_cue = purport_label_part (passage->labels[context->first_token + i]) == PURPORT_PART_CUE;
    float score = score_cue (learner, cues->weights, features, n);
    float error = 1 / (1 + expf (-score)) - (is_cue ? 1.0f : 0.0f);
    for (guint k = 0; k < n; k++) {
      float *weight = &cues->weights[features[k]], gradient = error + CUE_SHRINK * *weight;
      if (features[k] == 0)
        continue;
      cues->squares[features[k]] += gradient * gradient;
      *weight -= CUE_RATE * gradient / sqrtf (CUE_DAMPING + cues->squares[features[k]]);
    }
  }
}

static void
find_cues_of_run (Learner *learner, PurportPassage *passage, PurportAttributionContext *context, gpointer data)
{
  static const double levels[] = { PURPORT_CUE_PERHAPS_SCORE, PURPORT_CUE_LIKELY_SCORE, PURPORT_CUE_SURELY_SCORE };
  const CueLearner *cues = data;
  guint32 features[PURPORT_CUE_N_FEATURES];

  if (cues->left_out >= 0 && (int)(passage->document % N_FOLDS) != cues->left_out)
    return;
  for (guint32 i = 0; i < context->n; i++) {
    guint n = purport_attribution_cue_features (context, i, features);
    float score = score_cue (learner, cues->weights, features, n);
    guint8 *level = &passage->levels[context->first_token + i];
    *level = PURPORT_CUE_NO;
    for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
      *level = (guint8)(*level + ((double)score > levels[k]));
  }
}

/* Learns from all folds but one, and finds the cues of that one; -1: learns from all, for passages to be checked. */
static float *
learn_cues (Learner *learner, int left_out)
{
  gsize n = (gsize)learner->cue_index->n + 1;
  g_autofree float *squares = g_new0 (float, n);
  CueLearner cues = { g_new0 (float, n), squares, left_out };

  for (guint epoch = 0; epoch < CUE_EPOCHS; epoch++)
    for_each_run (learner, learner->passages, learn_cues_of_run, &cues);
  for_each_run (learner, left_out < 0 ? learner->checked : learner->passages, find_cues_of_run, &cues);
  return cues.weights;
}

static void
learn_all_cues (Learner *learner)
{
  learner->cue_index = purport_feature_index_new ();
  for_each_run (learner, learner->passages, count_cue_features, NULL);
  purport_feature_index_number (learner->cue_index, CUE_MIN_COUNT);
  g_printerr ("%u features of cues\n", learner->cue_index->n);
  for (int fold = 0; fold < N_FOLDS; fold++)
    g_free (learn_cues (learner, fold));
  learner->cue_weights = learn_cues (learner, -1);
}

/* --- the chain */

static void
add_run (Learner *learner, PurportPassage *passage, PurportAttributionContext *context, gpointer data)
{
  guint32 features[PURPORT_ATTRIBUTION_N_WIDE_FEATURES];
  PurportChainRun run = { .n = context->n, .labels = passage->labels + context->first_token };

  (void)data;
  purport_attribution_context_set_cues (context, passage->levels + context->first_token);
  run.n_features = purport_attribution_features (context, 0, TRUE, features);
  run.features = g_new (guint32, (gsize)run.n * run.n_features);
  run.steps = g_new (guint8, run.n);
  for (guint32 i = 0; i < run.n; i++) {
    purport_attribution_features (context, i, TRUE, features);
    memcpy (run.features + (gsize)i * run.n_features, features, run.n_features * sizeof *features);
    run.steps[i] = (guint8)purport_attribution_step (context, i);
    for (guint k = 0; k < run.n_features; k++)
      purport_feature_index_count (learner->index, features[k]);
  }
  g_array_append_val (learner->runs, run);
}

static void
clear_run (gpointer data)
{
  PurportChainRun *run = data;

  g_free (run->features);
  g_free (run->steps);
}

static void
add_runs (Learner *learner)
{
  learner->runs = g_array_new (FALSE, FALSE, sizeof (PurportChainRun));
  g_array_set_clear_func (learner->runs, clear_run);
  learner->index = purport_feature_index_new ();
  for_each_run (learner, learner->passages, add_run, NULL);
  purport_feature_index_number (learner->index, MIN_COUNT);
  for (guint i = 0; i < learner->runs->len; i++) {
    PurportChainRun *run = &g_array_index (learner->runs, PurportChainRun, i);
    for (gsize k = 0; k < (gsize)run->n * run->n_features; k++)
      run->features[k] = purport_feature_index_find (learner->index, run->features[k]);
  }
  g_printerr ("%u runs, %u features of %u\n", learner->runs->len, learner->index->n, learner->index->n_used);
}

static void
shuffle (GRand *random, GArray *order)
{
  for (guint i = order->len; i > 1; i--) {
    guint j = (guint)g_rand_int_range (random, 0, (gint32)i), swapped = g_array_index (order, guint, i - 1);
    g_array_index (order, guint, i - 1) = g_array_index (order, guint, j);
    g_array_index (order, guint, j) = swapped;
  }
}

/* Returns: (transfer full): the average of the chain after each of the last epochs. */
static PurportChain *
learn_chain (Learner *learner, guint n_epochs, guint n_averaged)
{
  PurportChain *average = purport_chain_new (learner->index->n, RATE, DROPOUT);
  g_autoptr (PurportChain) chain = purport_chain_new (learner->index->n, RATE, DROPOUT);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < learner->runs->len; i++)
    g_array_append_val (order, i);
  for (guint epoch = 1; epoch <= n_epochs; epoch++) {
    double loss = 0;
    guint64 n_tokens = 0;
    shuffle (learner->random, order);
    for (guint i = 0; i < order->len; i++) {
      const PurportChainRun *run = &g_array_index (learner->runs, PurportChainRun, g_array_index (order, guint, i));
      loss += purport_chain_learn (chain, run, learner->random);
      n_tokens += run->n;
    }
    if (epoch + n_averaged > n_epochs)
      purport_chain_add (average, chain, 1.0f / (float)n_averaged);
    g_printerr ("epoch %u: %.4f nats a token\n", epoch, loss / (double)MAX (n_tokens, 1));
  }
  return average;
}

/* How much a feature moves labels in the training data: the squares of its weights, by how often it is seen. */
static float
rank_of (const float *row, guint32 count)
{
  double squares = 0;

  for (guint l = 1; l < PURPORT_N_LABELS; l++)
    squares += pow ((double)(row[l] - row[0]), 2);
  return (float)(squares * pow (count, 0.7));
}

static gint
compare_falling (gconstpointer a, gconstpointer b)
{
  float first = *(const float *)a, second = *(const float *)b;
  return first > second ? -1 : first < second;
}

/* Forgets all features but those that matter most. */
static void
select_features (Learner *learner, const PurportChain *chain)
{
  const PurportFeatureIndex *index = learner->index;
  g_autofree float *ranks = g_new0 (float, index->n + 1);
  g_autofree float *sorted = NULL;
  float least;

  for (guint32 slot = 0; slot < index->n_slots; slot++)
    if (index->keys[slot] != 0 && index->numbers[slot] != 0)
      ranks[index->numbers[slot]] = rank_of (chain->rows[index->numbers[slot]], index->counts[slot]);
  sorted = g_memdup2 (ranks, (index->n + 1) * sizeof *ranks);
  qsort (sorted, index->n + 1, sizeof *sorted, compare_falling);
  least = sorted[MIN (N_KEPT, index->n)];
  for (guint i = 0; i < learner->runs->len; i++) {
    PurportChainRun *run = &g_array_index (learner->runs, PurportChainRun, i);
    for (gsize k = 0; k < (gsize)run->n * run->n_features; k++)
      if (ranks[run->features[k]] <= least)
        run->features[k] = 0;
  }
}

/* --- the file */

static void
add_step_rows (GArray *rows, const PurportChain *chain)
{
  for (guint step = 0; step < PURPORT_N_STEPS; step++)
    for (guint from = 0; from < PURPORT_N_LABELS; from++) {
      const float *weights = chain->steps[step][from];
      PurportWeightRow row = { .rank = G_MAXFLOAT }, outside = { .rank = G_MAXFLOAT };
      row.feature = purport_attribution_step_feature ((PurportStep)step, from);
      outside.feature = purport_attribution_step_outside_feature ((PurportStep)step, from);
      memcpy (row.weights, weights + 1, sizeof row.weights);
      outside.weights[0] = weights[0];
      g_array_append_val (rows, row);
      g_array_append_val (rows, outside);
    }
}

static void
add_cue_rows (GArray *rows, const Learner *learner)
{
  const PurportFeatureIndex *index = learner->cue_index;

  for (guint32 slot = 0; slot < index->n_slots; slot++) {
    PurportWeightRow row = { .feature = index->keys[slot], .rank = G_MAXFLOAT / 2 };
    if (index->keys[slot] == 0 || index->numbers[slot] == 0)
      continue;
    row.weights[0] = learner->cue_weights[index->numbers[slot]];
    if (fabsf (row.weights[0]) * SCALE >= 1)
      g_array_append_val (rows, row);
  }
}

/* A label's weight counts only against that of "outside", which needs none then. */
static void
add_chain_rows (GArray *rows, const Learner *learner, const PurportChain *chain)
{
  const PurportFeatureIndex *index = learner->index;

  for (guint32 slot = 0; slot < index->n_slots; slot++) {
    PurportWeightRow row = { .feature = index->keys[slot] };
    const float *weights = chain->rows[index->keys[slot] == 0 ? 0 : index->numbers[slot]];
    float largest = 0;
    if (index->keys[slot] == 0 || index->numbers[slot] == 0)
      continue;
    for (guint l = 1; l < PURPORT_N_LABELS; l++) {
      row.weights[l - 1] = weights[l] - weights[0];
      largest = MAX (largest, fabsf (row.weights[l - 1]));
    }
    row.rank = rank_of (weights, index->counts[slot]);
    if (largest * SCALE >= 1)
      g_array_append_val (rows, row);
  }
}

static GBytes *
write_rows (const Learner *learner, const PurportChain *chain)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PurportWeightRow));

  add_step_rows (rows, chain);
  add_cue_rows (rows, learner);
  add_chain_rows (rows, learner, chain);
  return purport_weight_rows_to_bytes (rows, PURPORT_ATTRIBUTION_KIND, SCALE);
}

typedef struct {
  const Learner *learner;
  GBytes *model;
} Finished;

/* A #PurportDataFunc for the model that was just learned. */
static GBytes *
look_in_memory (const char *name, gpointer data)
{
  const Finished *finished = data;
  return g_bytes_ref (strstr (name, PURPORT_WORD_TABLE_KIND) ? finished->learner->word_bytes : finished->model);
}

/* Says what the finished model finds in the passages that were not learned from. */
static gboolean
check (const Learner *learner, GBytes *bytes, GError **error)
{
  static const char *const parts[] = { NULL, "source", "cue", "content" };
  Finished finished = { learner, bytes };
  g_autoptr (PurportAttributor) attributor = purport_attributor_new (look_in_memory, &finished, error);
  PurportSpanScore scores[G_N_ELEMENTS (parts)] = { 0 };

  if (attributor == NULL)
    return FALSE;
  for (guint i = 0; i < learner->checked->len; i++) {
    const PurportPassage *passage = g_ptr_array_index (learner->checked, i);
    g_autofree guint8 *labels = g_new (guint8, passage->n_tokens + 1);
    purport_attributor_label (attributor, passage->draft, labels);
    purport_passage_score (passage, labels, scores);
  }
  for (guint part = PURPORT_PART_SOURCE; part < G_N_ELEMENTS (parts) && learner->checked->len > 0; part++) {
    double precision = (double)scores[part].n_right / MAX (scores[part].n_found, 1);
    double recall = (double)scores[part].n_right / MAX (scores[part].n_gold, 1);
    g_printerr ("%s: precision %.3f, recall %.3f, F1 %.3f\n", parts[part], precision, recall,
                2 * precision * recall / MAX (precision + recall, 1e-9));
  }
  return TRUE;
}

/* The file @name below the folder @folder. */
static GBytes *
look_in_folder (const char *name, gpointer folder)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents;
  gsize n_bytes;

  return g_file_get_contents (path, &contents, &n_bytes, NULL) ? g_bytes_new_take (contents, n_bytes) : NULL;
}

static gboolean
read_passages (Learner *learner, int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportTextModels) models = purport_text_models_new (look_in_folder, arguments[1], error);
  g_autoptr (PurportLexicon) lexicon =
      models == NULL ? NULL : purport_lexicon_new (look_in_folder, arguments[1], error);

  if (lexicon == NULL)
    return FALSE;
  learner->word_bytes = purport_linear_model_lookup (look_in_folder, arguments[1], PURPORT_WORD_TABLE_KIND, error);
  learner->words = learner->word_bytes == NULL ? NULL : purport_word_table_new (learner->word_bytes, error);
  if (learner->words == NULL)
    return FALSE;
  learner->passages = purport_passages_read (arguments[2], models, lexicon, error);
  if (learner->passages == NULL)
    return FALSE;
  learner->checked =
      n_arguments > 3 ? purport_passages_read (arguments[3], models, lexicon, error) : g_ptr_array_new ();
  return learner->checked != NULL;
}

static gboolean
learn (Learner *learner, const char *path, GError **error)
{
  g_autoptr (PurportChain) first = NULL;
  g_autoptr (PurportChain) chain = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;

  learn_all_cues (learner);
  add_runs (learner);
  first = learn_chain (learner, SELECT_EPOCHS, 1);
  select_features (learner, first);
  chain = learn_chain (learner, EPOCHS, AVERAGED_EPOCHS);
  bytes = write_rows (learner, chain);
  data = g_bytes_get_data (bytes, &n_bytes);
  g_printerr ("%s: %" G_GSIZE_FORMAT " bytes\n", path, n_bytes);
  return check (learner, bytes, error) && g_file_set_contents (path, data, (gssize)n_bytes, error);
}

/* OUT RESOURCES PASSAGES [PASSAGES_TO_CHECK] */
gboolean
purport_learn_attribution (int n_arguments, char **arguments, GError **error)
{
  Learner learner = { .random = g_rand_new_with_seed (SEED) };
  gboolean done = read_passages (&learner, n_arguments, arguments, error) && learn (&learner, arguments[0], error);

  g_clear_pointer (&learner.words, purport_word_table_free);
  g_clear_pointer (&learner.word_bytes, g_bytes_unref);
  g_clear_pointer (&learner.passages, g_ptr_array_unref);
  g_clear_pointer (&learner.checked, g_ptr_array_unref);
  g_clear_pointer (&learner.cue_index, purport_feature_index_free);
  g_clear_pointer (&learner.cue_weights, g_free);
  g_clear_pointer (&learner.index, purport_feature_index_free);
  g_clear_pointer (&learner.runs, g_array_unref);
  g_rand_free (learner.random);
  return done;
}
