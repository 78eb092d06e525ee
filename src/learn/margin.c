/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One dual variable a row, visited in an order that is shuffled with a fixed seed: the same weights every time. */
#include "learn/margin.h"

#include <math.h>

#define SEED 20240101u
#define N_EPOCHS 60
#define TOLERANCE 0.02

/* Returns: the weights' sum over the features of a row, times their value. */
double
purport_margin_score (const PurportDesign *design, const float *weights, guint row)
{
  double sum = 0;

  for (guint32 i = design->starts[row]; i < design->starts[row + 1]; i++)
    sum += weights[design->features[i]] * design->scales[design->features[i]];
  return sum * design->values[row];
}

static void
add_row (const PurportDesign *design, float *weights, guint row, double amount)
{
  float change = (float)(amount * design->values[row]);

  for (guint32 i = design->starts[row]; i < design->starts[row + 1]; i++)
    weights[design->features[i]] += change * design->scales[design->features[i]];
}

static GArray *
rows_that_count (const PurportDesign *design, const float *costs)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < design->n_rows; i++)
    if (costs[i] > 0)
      g_array_append_val (order, i);
  return order;
}

static void
shuffle (GArray *order, GRand *random)
{
  for (guint i = order->len; i > 1; i--) {
    guint j = (guint)g_rand_int_range (random, 0, (gint32)i), swapped = g_array_index (order, guint, i - 1);
    g_array_index (order, guint, i - 1) = g_array_index (order, guint, j);
    g_array_index (order, guint, j) = swapped;
  }
}

static double
squared_norm (const PurportDesign *design, guint row)
{
  double sum = 0;

  for (guint32 i = design->starts[row]; i < design->starts[row + 1]; i++)
    sum += (double)design->scales[design->features[i]] * (double)design->scales[design->features[i]];
  return sum * (double)design->values[row] * (double)design->values[row];
}

/* One step for a row of a separator with squared hinge loss. Returns: how far the variable moved. */
static double
classify_row (
    const PurportDesign *design, float *weights, double *dual, guint row, double norm, double target, double cost)
{
  double diagonal = 0.5 / cost;
  double gradient = target * purport_margin_score (design, weights, row) - 1 + diagonal * *dual;
  double moved = fmax (*dual - gradient / (norm + diagonal), 0) - *dual;

  if (moved != 0)
    add_row (design, weights, row, moved * target);
  *dual += moved;
  return moved;
}

/* The same for regression with squared loss. */
static double
regress_row (
    const PurportDesign *design, float *weights, double *dual, guint row, double norm, double target, double cost)
{
  double diagonal = 0.5 / cost;
  double gradient = purport_margin_score (design, weights, row) - target + diagonal * *dual;
  double moved = -gradient / (norm + diagonal);

  add_row (design, weights, row, moved);
  *dual += moved;
  return moved;
}

typedef double (*StepFunc) (const PurportDesign *, float *, double *, guint, double, double, double);

static float *
descend (const PurportDesign *design, const float *targets, const float *costs, StepFunc step)
{
  float *weights = g_new0 (float, design->n_features + 1);
  g_autofree double *norms = g_new0 (double, design->n_rows + 1);
  g_autofree double *duals = g_new0 (double, design->n_rows + 1);
  g_autoptr (GArray) order = rows_that_count (design, costs);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  double moved = G_MAXDOUBLE;

  for (guint i = 0; i < order->len; i++)
    norms[g_array_index (order, guint, i)] = squared_norm (design, g_array_index (order, guint, i));
  for (guint epoch = 0; epoch < N_EPOCHS && moved > TOLERANCE; epoch++) {
    double sum = 0, all = 1e-9;
    shuffle (order, random);
    for (guint i = 0; i < order->len; i++) {
      guint row = g_array_index (order, guint, i);
      sum += fabs (step (design, weights, &duals[row], row, norms[row], (double)targets[row], (double)costs[row]));
      all += fabs (duals[row]);
    }
    moved = sum / all;
  }
  return weights;
}

/**
 * purport_margin_classify:
 * @targets: of each row 1 or -1
 * @costs: of each row what a mistake costs; 0: the row is left out
 *
 * Returns: (transfer full): the weights of a separator with squared hinge loss and a Gaussian prior
 */
float *
purport_margin_classify (const PurportDesign *design, const float *targets, const float *costs)
{
  return descend (design, targets, costs, classify_row);
}

/**
 * purport_margin_regress:
 * @targets: of each row the number to be predicted
 * @costs: as above
 *
 * Returns: (transfer full): the weights of a ridge regression
 */
float *
purport_margin_regress (const PurportDesign *design, const float *targets, const float *costs)
{
  return descend (design, targets, costs, regress_row);
}
