/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every feature is there twice: once for all kinds of text and once for its own (Daumé III 2007). What is learned for
 * one kind is the sum of the two, so that reading pays for none of it. Classes are told apart one against the rest.
 */
#include "learn/grade-training.h"

#include <math.h>
#include <string.h>

/* The template of a feature's copy for one domain. */
#define DOMAIN_TEMPLATE 200

typedef struct {
  const PurportGradeRows *rows;
  const PurportGradeTask *task;
  guint held_out;      /* set of 1 << fold */
  GHashTable *numbers; /* feature or copy → number + 1 */
  GArray *starts;      /* guint32 */
  GArray *features;    /* guint32 */
  GArray *values;      /* float */
  GArray *used;        /* guint: rows of the corpus */
} Builder;

static guint32
number_of (Builder *builder, guint32 feature)
{
  gpointer key = GUINT_TO_POINTER (feature);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->numbers, key));

  if (number == 0) {
    number = g_hash_table_size (builder->numbers) + 1;
    g_hash_table_insert (builder->numbers, key, GUINT_TO_POINTER (number));
  }
  return number - 1;
}

static guint32
copy_for (guint32 feature, PurportDomain domain)
{
  return purport_feature (DOMAIN_TEMPLATE + domain, feature, 0);
}

/* What each of a row's features counts. */
static double
row_value (const PurportGradeRow *row, gboolean even_length)
{
  return 1 / sqrt (even_length ? PURPORT_GRADE_TYPICAL : (double)MAX (row->n_features, 1));
}

static void
add_row (Builder *builder, guint index)
{
  const PurportGradeRow *row = purport_grade_rows_get (builder->rows, index);
  float value = (float)(row_value (row, builder->task->even_length) / sqrt (2));

  for (guint i = 0; i < row->n_features; i++) {
    guint32 feature = g_array_index (builder->rows->features, guint32, row->first_feature + i);
    guint32 numbers[2] = { number_of (builder, feature), number_of (builder, copy_for (feature, row->domain)) };
    g_array_append_vals (builder->features, numbers, 2);
  }
  g_array_append_val (builder->starts, builder->features->len);
  g_array_append_val (builder->values, value);
  g_array_append_val (builder->used, index);
}

static gboolean
is_used (const Builder *builder, const PurportGradeRow *row)
{
  if ((builder->task->domains >> row->domain & 1u) == 0)
    return FALSE;
  if (row->domain == builder->task->domain && row->fold >= 0 && (builder->held_out >> row->fold & 1u) != 0)
    return FALSE;
  for (guint k = 0; k < builder->task->n_classes; k++)
    if (builder->task->target (row, k) != 0)
      return TRUE;
  return FALSE;
}

/* What tells rows of the class from others, by naive Bayes, counts more (Wang and Manning 2012). */
static float *
scale_features (const PurportDesign *design, const float *targets, const float *costs)
{
  float *scales = g_new (float, design->n_features + 1);
  g_autofree double *right = g_new0 (double, design->n_features + 1);
  g_autofree double *wrong = g_new0 (double, design->n_features + 1);
  double n_right = 2, n_wrong = 2;

  for (guint i = 0; i < design->n_rows; i++) {
    if (costs[i] <= 0)
      continue;
    *(targets[i] > 0 ? &n_right : &n_wrong) += 1;
    for (guint32 j = design->starts[i]; j < design->starts[i + 1]; j++)
      (targets[i] > 0 ? right : wrong)[design->features[j]]++;
  }
  for (guint i = 0; i < design->n_features; i++) {
    scales[i] = (float)fabs (log ((right[i] + 1) / n_right / ((wrong[i] + 1) / n_wrong)));
  }
  return scales;
}

static float *
train_class (const Builder *builder, const PurportDesign *design, guint class_index)
{
  const PurportGradeTask *task = builder->task;
  g_autofree float *targets = g_new0 (float, design->n_rows + 1);
  g_autofree float *costs = g_new0 (float, design->n_rows + 1);
  g_autofree float *scales = NULL;
  PurportDesign scaled = *design;
  float *weights;
  guint n_all = 0, n_right = 0;

  for (guint i = 0; i < design->n_rows; i++) {
    targets[i] =
        task->target (purport_grade_rows_get (builder->rows, g_array_index (builder->used, guint, i)), class_index);
    n_all += targets[i] != 0;
    n_right += targets[i] > 0;
  }
  for (guint i = 0; i < design->n_rows; i++) {
    float share = (float)(targets[i] > 0 ? n_right : n_all - n_right) / (float)MAX (n_all, 1);
    costs[i] = targets[i] == 0 ? 0 : task->cost * (task->regression ? 1 : powf (0.5f / share, task->balance));
  }
  scaled.scales = scales = scale_features (design, targets, costs);
  weights = task->regression ? purport_margin_regress (&scaled, targets, costs)
                             : purport_margin_classify (&scaled, targets, costs);
  for (guint i = 0; i < design->n_features; i++)
    weights[i] *= scales[i];
  return weights;
}

static guint32
index_in (PurportGradeWeights *weights, guint32 feature)
{
  gpointer key = GUINT_TO_POINTER (feature);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (weights->index_of, key));

  if (index == 0) {
    g_array_append_val (weights->features, feature);
    index = weights->features->len;
    g_array_set_size (weights->weights, index * weights->n_classes);
    g_hash_table_insert (weights->index_of, key, GUINT_TO_POINTER (index));
  }
  return index - 1;
}

/* Adds the weights of a class for the task's own kind of text. */
static void
collect (Builder *builder, PurportGradeWeights *weights, const float *trained, guint class_index)
{
  GHashTable *numbers = builder->numbers;

  for (guint i = 0; i < builder->used->len; i++) {
    const PurportGradeRow *row = purport_grade_rows_get (builder->rows, g_array_index (builder->used, guint, i));
    for (guint j = 0; j < row->n_features; j++) {
      guint32 feature = g_array_index (builder->rows->features, guint32, row->first_feature + j);
      guint32 copy = copy_for (feature, builder->task->domain);
      guint all = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (feature)));
      guint own = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (copy)));
      float sum = trained[all - 1] + (own > 0 ? trained[own - 1] : 0);
      guint32 index = index_in (weights, feature);
      g_array_index (weights->weights, float, index * weights->n_classes + class_index) = sum / sqrtf (2);
    }
  }
}

/**
 * purport_grade_train:
 * @held_out: set of 1 << fold of the task's domain that are left out
 *
 * Returns: (transfer full): what each feature weighs for each class, in text of the task's domain
 */
PurportGradeWeights *
purport_grade_train (const PurportGradeRows *rows, const PurportGradeTask *task, guint held_out)
{
  PurportGradeWeights *weights = g_new0 (PurportGradeWeights, 1);
  Builder builder = { .rows = rows, .task = task, .held_out = held_out };
  PurportDesign design;
  guint32 zero = 0;

  weights->n_classes = task->n_classes;
  weights->even_length = task->even_length;
  weights->index_of = g_hash_table_new (NULL, NULL);
  weights->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  weights->weights = g_array_new (FALSE, TRUE, sizeof (float));
  builder.numbers = g_hash_table_new (NULL, NULL);
  builder.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.features = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.values = g_array_new (FALSE, FALSE, sizeof (float));
  builder.used = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (builder.starts, zero);
  for (guint i = 0; i < rows->rows->len; i++)
    if (is_used (&builder, purport_grade_rows_get (rows, i)))
      add_row (&builder, i);
  design = (PurportDesign){ builder.used->len,
                            g_hash_table_size (builder.numbers),
                            (const guint32 *)(gpointer)builder.starts->data,
                            (const guint32 *)(gpointer)builder.features->data,
                            (const float *)(gpointer)builder.values->data,
                            NULL };
  for (guint k = 0; k < task->n_classes; k++) {
    g_autofree float *trained = train_class (&builder, &design, k);
    collect (&builder, weights, trained, k);
  }
  g_hash_table_unref (builder.numbers);
  g_array_unref (builder.starts);
  g_array_unref (builder.features);
  g_array_unref (builder.values);
  g_array_unref (builder.used);
  return weights;
}

void
purport_grade_weights_free (PurportGradeWeights *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index_of);
  g_array_unref (self->features);
  g_array_unref (self->weights);
  g_free (self);
}

/* Sets @scores, one a class, to what the row's features sum up to. */
void
purport_grade_weights_score (const PurportGradeWeights *self,
                             const PurportGradeRows *rows,
                             const PurportGradeRow *row,
                             double *scores)
{
  double value = row_value (row, self->even_length);

  memset (scores, 0, self->n_classes * sizeof *scores);
  for (guint i = 0; i < row->n_features; i++) {
    gpointer key = GUINT_TO_POINTER (g_array_index (rows->features, guint32, row->first_feature + i));
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->index_of, key));
    for (guint k = 0; k < self->n_classes && index > 0; k++)
      scores[k] += value * (double)g_array_index (self->weights, float, (index - 1) * self->n_classes + k);
  }
}

/* Adds to what a feature weighs for a class. */
void
purport_grade_weights_add (PurportGradeWeights *self, guint32 feature, guint class_index, float weight)
{
  guint32 index = index_in (self, feature);

  g_array_index (self->weights, float, index * self->n_classes + class_index) += weight;
}
