/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One against the rest, each class finds its own border; which class scores best is then decided between borders that
 * were never compared. Offsets between them are chosen where the rows' labels are best met by models that have not seen
 * them. They are added to the weight of the feature that all rows have, so that reading pays nothing for them.
 */
#include "learn/grade-offsets.h"

#include <math.h>
#include <string.h>

#define N_FOLDS 5
#define MAX_CLASSES 10

/* Offsets are tried up to so many steps to either side, in units of the constant feature's weight. */
#define N_STEPS 12
#define STEP 0.3
#define N_ROUNDS 3

/* So much better must an offset be: a few rows more or less mean nothing. */
#define LEAST_GAIN 5e-4

typedef struct {
  const PurportGradeTask *task;
  GArray *labels;  /* guint */
  GArray *scores;  /* double, n_classes a row */
  GArray *weights; /* double: what the constant feature's weight counts in a row */
} Judged;

/* Returns: the class that a row is labelled with, or the task's number of classes. */
static guint
label_of (const PurportGradeTask *task, const PurportGradeRow *row)
{
  guint label = 0;

  while (label < task->n_classes && task->target (row, label) <= 0)
    label++;
  return label;
}

/* Scores each row that is not held out by a model of the other folds. */
static void
judge (Judged *judged, const PurportGradeRows *rows, guint held_out)
{
  const PurportGradeTask *task = judged->task;

  for (gint fold = 0; fold < N_FOLDS; fold++) {
    g_autoptr (PurportGradeWeights) weights = NULL;
    if (held_out >> fold & 1u)
      continue;
    weights = purport_grade_train (rows, task, held_out | 1u << fold);
    for (guint i = 0; i < rows->rows->len; i++) {
      const PurportGradeRow *row = purport_grade_rows_get (rows, i);
      guint label = label_of (task, row);
      double scores[MAX_CLASSES], weight = 1 / sqrt ((double)MAX (row->n_features, 1));
      if (row->domain != task->domain || row->fold != fold || label == task->n_classes)
        continue;
      purport_grade_weights_score (weights, rows, row, scores);
      g_array_append_val (judged->labels, label);
      g_array_append_vals (judged->scores, scores, task->n_classes);
      g_array_append_val (judged->weights, weight);
    }
  }
}

/* Returns: the class that scores best in a row with its offset. */
static guint
best_class (const Judged *judged, const double *offsets, guint index)
{
  guint n_classes = judged->task->n_classes, best = 0;
  const double *scores = (const double *)(gpointer)judged->scores->data + (gsize)index * n_classes;
  double weight = g_array_index (judged->weights, double, index);

  for (guint k = 1; k < n_classes; k++)
    if (scores[k] + offsets[k] * weight > scores[best] + offsets[best] * weight)
      best = k;
  return best;
}

/* Returns: the macro-F1 over the classes that there are. */
static double
macro_f1 (const Judged *judged, const double *offsets)
{
  guint n_classes = judged->task->n_classes, n_found = 0;
  guint right[MAX_CLASSES] = { 0 }, predicted[MAX_CLASSES] = { 0 }, labelled[MAX_CLASSES] = { 0 };
  double sum = 0;

  for (guint i = 0; i < judged->labels->len; i++) {
    guint label = g_array_index (judged->labels, guint, i), best = best_class (judged, offsets, i);
    labelled[label]++;
    predicted[best]++;
    right[label] += best == label;
  }
  for (guint k = 0; k < n_classes; k++)
    if (labelled[k] > 0) {
      sum += 2.0 * right[k] / (labelled[k] + predicted[k]);
      n_found++;
    }
  return sum / MAX (n_found, 1);
}

/* Climbs class by class. */
static void
choose_offsets (const Judged *judged, double *offsets)
{
  double best = macro_f1 (judged, offsets);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint k = 0; k < judged->task->n_classes; k++) {
      double kept = offsets[k];
      for (gint step = -N_STEPS; step <= N_STEPS; step++) {
        double tried[MAX_CLASSES], f1;
        memcpy (tried, offsets, sizeof tried);
        tried[k] = step * STEP;
        f1 = macro_f1 (judged, tried);
        if (f1 > best + LEAST_GAIN) {
          best = f1;
          kept = tried[k];
        }
      }
      offsets[k] = kept;
    }
}

/**
 * purport_grade_weights_offset:
 * @self: the weights of @task
 * @held_out: the folds that are left out, as in purport_grade_train()
 *
 * Adds to the classes what makes the macro-F1 highest over rows that are each scored by a model of other folds.
 */
void
purport_grade_weights_offset (PurportGradeWeights *self,
                              const PurportGradeRows *rows,
                              const PurportGradeTask *task,
                              guint held_out)
{
  Judged judged = { task, g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (double)),
                    g_array_new (FALSE, FALSE, sizeof (double)) };
  double offsets[MAX_CLASSES] = { 0 };

  g_assert (task->n_classes <= MAX_CLASSES);
  judge (&judged, rows, held_out);
  choose_offsets (&judged, offsets);
  for (guint k = 0; k < task->n_classes; k++)
    purport_grade_weights_add (self, purport_wording_get_constant (), k, (float)offsets[k]);
  g_array_unref (judged.labels);
  g_array_unref (judged.scores);
  g_array_unref (judged.weights);
}
