/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the model of grading, and labels corpora fold by fold with models of the other folds. */
#include "learn/verbs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/engine-data.h"
#include "learn/grade-offsets.h"
#include "learn/model-file.h"
#include "text/linear-model.h"

/* Smaller weights of classifiers, of 127, are left out. */
#define MIN_WEIGHT 2.0f

/* Features of fewer rows are left out, and all but so many: they fill a table of 65,536. */
#define MIN_ROWS 3
#define MAX_FEATURES 52000

/* Few findings are rated lower, and these would rule the squares. */
#define LOWEST_CERTAINTY 2.6f

static gfloat
strength_target (const PurportGradeRow *row, guint class_index)
{
  if (row->strength < 0 || (class_index == PURPORT_STRENGTH_NO_RELATION && !row->fine))
    return 0;
  return row->strength == (gint)class_index ? 1 : -1;
}

/* In papers and press releases "no relation" is not told from the others: it is left out. */
static gfloat
coarse_strength_target (const PurportGradeRow *row, guint class_index)
{
  gint strength = row->strength;

  if (row->strength < 0 || row->strength == PURPORT_STRENGTH_NO_RELATION || class_index == PURPORT_STRENGTH_NO_RELATION)
    return 0;
  return strength == (gint)class_index ? 1 : -1;
}

static gfloat
advice_target (const PurportGradeRow *row, guint class_index)
{
  return row->advice < 0 ? 0 : row->advice == (gint)class_index ? 1 : -1;
}

static gfloat
kind_target (const PurportGradeRow *row, guint class_index)
{
  return row->kinds < 0 ? 0 : row->kinds >> class_index & 1 ? 1 : -1;
}

static gfloat
level_target (const PurportGradeRow *row, guint class_index)
{
  return row->level < 0 ? 0 : row->level == (gint)class_index ? 1 : -1;
}

/* Around the middle; 0 would say that the row has no label. */
static gfloat
certainty_target (const PurportGradeRow *row, guint class_index)
{
  static const float of_level[] = { 5.2f, 4.2f, 2.9f };
  float certainty = row->level >= 0 ? of_level[row->level] : row->certainty;

  (void)class_index;
  return isnan (certainty) ? 0 : MAX (certainty, LOWEST_CERTAINTY) - PURPORT_GRADE_MIDDLE + 1e-4f;
}

static gfloat
hedge_target (const PurportGradeRow *row, guint class_index)
{
  (void)class_index;
  return row->hedges < 0 ? 0 : row->hedges > 0 ? 1 : -1;
}

static guint
best_of (const PurportGradeTask *task, const double *scores)
{
  guint best = 0;

  for (guint k = 1; k < task->n_classes; k++)
    if (scores[k] > scores[best] && (task->target != coarse_strength_target || k != PURPORT_STRENGTH_NO_RELATION))
      best = k;
  return best;
}

#define DOMAIN(name) (1u << PURPORT_DOMAIN_##name)
#define STRENGTH_DOMAINS (DOMAIN (NEWS) | DOMAIN (ABSTRACT) | DOMAIN (PRESS))

/* What the program reads with. */
static const PurportGradeTask tasks[] = {
  { PURPORT_GRADE_SENTENCE_STRENGTH, 5, PURPORT_DOMAIN_NEWS, STRENGTH_DOMAINS, strength_target, FALSE, 1, 0.5f, FALSE,
    FALSE },
  { PURPORT_GRADE_CLAIM_STRENGTH, 5, PURPORT_DOMAIN_CLAIM, DOMAIN (CLAIM) | STRENGTH_DOMAINS, strength_target, FALSE, 1,
    0.5f, TRUE, FALSE },
  { PURPORT_GRADE_KIND, 10, PURPORT_DOMAIN_CLAIM, DOMAIN (CLAIM), kind_target, FALSE, 1, 0.6f, TRUE, FALSE },
  { PURPORT_GRADE_CERTAINTY, 1, PURPORT_DOMAIN_CERTAINTY, DOMAIN (CERTAINTY) | DOMAIN (CLAIM), certainty_target, TRUE,
    0.5f, 0, TRUE, TRUE },
  { PURPORT_GRADE_HEDGE, 1, PURPORT_DOMAIN_HEDGE, DOMAIN (HEDGE), hedge_target, FALSE, 0.2f, 0, TRUE, FALSE },
};

/* What is scored fold by fold, by the corpus' labels. Offsets help advice; strength loses by them. */
static const struct {
  const char *name;
  const char *labels[10];
  PurportGradeTask task;
  gboolean offset;
} sets[] = {
  { "pubmed",
    { "none", "none", "correlational", "conditional_causal", "direct_causal" },
    { 0, 5, PURPORT_DOMAIN_ABSTRACT, STRENGTH_DOMAINS, coarse_strength_target, FALSE, 3, 0.5f, FALSE, FALSE },
    FALSE },
  { "press",
    { "none", "none", "correlational", "conditional_causal", "direct_causal" },
    { 0, 5, PURPORT_DOMAIN_PRESS, STRENGTH_DOMAINS, coarse_strength_target, FALSE, 2, 0.5f, FALSE, FALSE },
    FALSE },
  { "advice",
    { "none", "weak_advice", "strong_advice" },
    { 0, 3, PURPORT_DOMAIN_ADVICE, DOMAIN (ADVICE), advice_target, FALSE, 2, 1, FALSE, FALSE },
    TRUE },
  { "kinds",
    { "causal", "association", "statistic", "mechanism", "finding", "prediction", "recommendation", "evaluation",
      "experience", "definition" },
    { 0, 10, PURPORT_DOMAIN_CLAIM, DOMAIN (CLAIM), kind_target, FALSE, 1, 0.6f, FALSE, FALSE },
    FALSE },
  { "strength",
    { "none", "no_relation", "correlational", "conditional", "causal" },
    { 0, 5, PURPORT_DOMAIN_CLAIM, DOMAIN (CLAIM) | STRENGTH_DOMAINS, strength_target, FALSE, 1, 0.5f, FALSE, FALSE },
    FALSE },
  { "certainty",
    { "firm", "qualified", "tentative" },
    { 0, 3, PURPORT_DOMAIN_CLAIM, DOMAIN (CLAIM), level_target, FALSE, 1, 0.5f, FALSE, FALSE },
    FALSE },
};

static gboolean
read_corpora (PurportGradeRows *rows, const PurportEngine *engine, const char *folder, GError **error)
{
  static const struct {
    PurportDomain domain;
    const char *file;
  } corpora[] = {
    { PURPORT_DOMAIN_NEWS, "data/claims/strength_news.train.jsonl" },
    { PURPORT_DOMAIN_ABSTRACT, "data/claims/strength_pubmed.jsonl" },
    { PURPORT_DOMAIN_PRESS, "data/claims/strength_press.jsonl" },
    { PURPORT_DOMAIN_ADVICE, "data/claims/advice.train.jsonl" },
    { PURPORT_DOMAIN_CERTAINTY, "data/claims/certainty_sentence.train.jsonl" },
  };
  g_autofree char *articles = g_build_filename (folder, "articles/train", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (corpora); i++) {
    g_autofree char *path = g_build_filename (folder, corpora[i].file, NULL);
    if (!purport_grade_rows_read (rows, engine, corpora[i].domain, path, error))
      return FALSE;
  }
  return purport_grade_rows_read_articles (rows, engine, articles, error);
}

/* Each row's label, predicted by a model of the other folds. SET DATA OUT */
gboolean
purport_learn_cross_validate (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  g_autoptr (PurportGradeRows) rows = purport_grade_rows_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  gsize set = 0;

  (void)n_arguments;
  while (set < G_N_ELEMENTS (sets) && !g_str_equal (sets[set].name, arguments[0]))
    set++;
  if (set == G_N_ELEMENTS (sets)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 "there is no set “%s”: take pubmed, press, advice, kinds, strength or certainty", arguments[0]);
    return FALSE;
  }
  if (engine == NULL || !read_corpora (rows, engine, arguments[1], error))
    return FALSE;
  for (gint fold = 0; fold < 5; fold++) {
    g_autoptr (PurportGradeWeights) weights = purport_grade_train (rows, &sets[set].task, 1u << fold);
    if (sets[set].offset)
      purport_grade_weights_offset (weights, rows, &sets[set].task, 1u << fold);
    for (guint i = 0; i < rows->rows->len; i++) {
      const PurportGradeRow *row = purport_grade_rows_get (rows, i);
      double scores[PURPORT_N_GRADES];
      if (row->domain != sets[set].task.domain || row->fold != fold)
        continue;
      purport_grade_weights_score (weights, rows, row, scores);
      g_string_append_printf (lines, "{\"id\": \"%s\", \"label\": \"%s\"}\n", row->id,
                              sets[set].labels[best_of (&sets[set].task, scores)]);
    }
  }
  return g_file_set_contents (arguments[2], lines->str, (gssize)lines->len, error);
}

/* --- the model ------------------------------------------------------------------------------------------------------
 */

/* All tasks' weights side by side, as whole numbers. */
typedef struct {
  GHashTable *index_of; /* feature → index + 1 */
  GArray *features;     /* guint32 */
  GArray *weights;      /* gint8, PURPORT_N_GRADES a feature */
} Model;

static float
largest_weight (const PurportGradeWeights *weights)
{
  float largest = 1e-6f;

  for (guint i = 0; i < weights->weights->len; i++)
    largest = MAX (largest, fabsf (g_array_index (weights->weights, float, i)));
  return largest;
}

/* A classifier's scores are compared with each other alone: its weights take the room there is. */
static void
add_task (Model *model, const PurportGradeTask *task, const PurportGradeWeights *weights)
{
  float scale = task->absolute ? PURPORT_GRADE_SCALE : 127.0f / (0.6f * largest_weight (weights));

  for (guint i = 0; i < weights->features->len; i++) {
    guint32 feature = g_array_index (weights->features, guint32, i);
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (model->index_of, GUINT_TO_POINTER (feature)));
    if (index == 0) {
      g_array_append_val (model->features, feature);
      index = model->features->len;
      g_array_set_size (model->weights, index * PURPORT_N_GRADES);
      g_hash_table_insert (model->index_of, GUINT_TO_POINTER (feature), GUINT_TO_POINTER (index));
    }
    for (guint k = 0; k < task->n_classes; k++) {
      float weight = g_array_index (weights->weights, float, i * task->n_classes + k) * scale;
      if (fabsf (weight) >= (task->absolute ? 0.5f : MIN_WEIGHT))
        g_array_index (model->weights, gint8, (index - 1) * PURPORT_N_GRADES + task->first_class + k) =
            (gint8)CLAMP (lrintf (weight), -127, 127);
    }
  }
}

/* How much a feature moves scores in all the rows there are. */
static float
importance_of (const Model *model, guint index, guint n_rows)
{
  const gint8 *weights = (const gint8 *)(gpointer)model->weights->data + (gsize)index * PURPORT_N_GRADES;
  gint largest = 0;

  for (guint k = 0; k < PURPORT_N_GRADES; k++)
    largest = MAX (largest, abs (weights[k]));
  return n_rows < MIN_ROWS ? 0 : (float)largest * sqrtf ((float)n_rows);
}

static gint
compare_floats (gconstpointer a, gconstpointer b)
{
  float first = *(const float *)a, second = *(const float *)b;
  return first > second ? -1 : first < second;
}

/* Takes their weights from all features but the MAX_FEATURES that matter most. */
static void
prune (Model *model, const PurportGradeRows *rows)
{
  guint n = model->features->len;
  g_autofree guint *n_rows = g_new0 (guint, n + 1);
  g_autofree float *importance = g_new0 (float, n + 1);
  g_autofree float *sorted = NULL;
  float least;

  for (guint i = 0; i < rows->features->len; i++) {
    gpointer key = GUINT_TO_POINTER (g_array_index (rows->features, guint32, i));
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (model->index_of, key));
    if (index > 0)
      n_rows[index - 1]++;
  }
  for (guint i = 0; i < n; i++)
    importance[i] = importance_of (model, i, n_rows[i]);
  sorted = g_memdup2 (importance, (n + 1) * sizeof *importance);
  qsort (sorted, n, sizeof *sorted, compare_floats);
  least = n > MAX_FEATURES ? sorted[MAX_FEATURES] : 0;
  for (guint i = 0; i < n; i++)
    if (importance[i] <= least)
      memset (model->weights->data + (gsize)i * PURPORT_N_GRADES, 0, PURPORT_N_GRADES);
}

static GBytes *
write_model (const Model *model)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelSlot));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelPair));

  for (guint i = 0; i < model->features->len; i++) {
    PurportLinearModelSlot slot = { g_array_index (model->features, guint32, i), 0 };
    guint first = pairs->len;
    for (guint k = 0; k < PURPORT_N_GRADES; k++) {
      PurportLinearModelPair pair = { (guint8)k, g_array_index (model->weights, gint8, i * PURPORT_N_GRADES + k) };
      if (pair.weight != 0)
        g_array_append_val (pairs, pair);
    }
    slot.value = first << 6 | (pairs->len - first);
    if (pairs->len > first)
      g_array_append_val (slots, slot);
  }
  return purport_linear_model_write (PURPORT_GRADES_KIND, PURPORT_N_GRADES, slots, pairs);
}

/* OUT DATA */
gboolean
purport_learn_grades (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  g_autoptr (PurportGradeRows) rows = purport_grade_rows_new ();
  g_autoptr (GBytes) bytes = NULL;
  Model model;

  (void)n_arguments;
  if (engine == NULL || !read_corpora (rows, engine, arguments[1], error))
    return FALSE;
  model.index_of = g_hash_table_new (NULL, NULL);
  model.features = g_array_new (FALSE, FALSE, sizeof (guint32));
  model.weights = g_array_new (FALSE, TRUE, sizeof (gint8));
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++) {
    g_autoptr (PurportGradeWeights) weights = purport_grade_train (rows, &tasks[i], 0);
    add_task (&model, &tasks[i], weights);
  }
  prune (&model, rows);
  bytes = write_model (&model);
  g_hash_table_unref (model.index_of);
  g_array_unref (model.features);
  g_array_unref (model.weights);
  return purport_write_bytes (bytes, arguments[0], error);
}
