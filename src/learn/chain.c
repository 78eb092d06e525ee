/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forward and backward sums in probability space, scaled token by token (Lafferty, McCallum and Pereira 2001); AdaGrad
 * steps (Duchi, Hazan and Singer 2011) with features dropped out at random, which is what keeps rare ones honest.
 */
#include "learn/chain.h"

#include <math.h>
#include <string.h>

#define WIDTH PURPORT_CHAIN_WIDTH
#define N_LABELS PURPORT_N_LABELS

/* Added to the sums of squares, so that first steps are not too long. */
#define DAMPING 0.01f

/* Gradients smaller than these are not worth a step. */
#define LEAST_GRADIENT 1e-3f
#define LEAST_STEP_GRADIENT 1e-4f

typedef struct {
  PurportChain *chain;
  const PurportChainRun *run;
  guint8 *kept; /* for each feature of a token whether it is not dropped */
  PurportChainRow *emission;
  PurportChainRow *forward;
  PurportChainRow *backward;
  float *scale;
  PurportChainRow moves[PURPORT_N_STEPS][N_LABELS]; /* exp of the chain's steps; 0 where forbidden */
} Pass;

/* Returns: (transfer full): a chain without weights, for features numbered up to @n_numbers. */
PurportChain *
purport_chain_new (guint32 n_numbers, float rate, float dropout)
{
  PurportChain *chain = g_new0 (PurportChain, 1);

  chain->rate = rate;
  chain->dropout = dropout;
  chain->n_rows = n_numbers + 1;
  chain->rows = g_new0 (PurportChainRow, chain->n_rows);
  chain->row_squares = g_new0 (PurportChainRow, chain->n_rows);
  return chain;
}

void
purport_chain_free (PurportChain *chain)
{
  if (chain == NULL)
    return;
  g_free (chain->rows);
  g_free (chain->row_squares);
  g_free (chain);
}

static void
prepare (Pass *pass, GRand *random)
{
  const PurportChain *chain = pass->chain;

  for (guint k = 0; k < pass->run->n_features; k++)
    pass->kept[k] = g_rand_double (random) >= (double)chain->dropout;
  memset (pass->moves, 0, sizeof pass->moves);
  for (guint step = 0; step < PURPORT_N_STEPS; step++)
    for (guint from = 0; from < N_LABELS; from++)
      for (guint to = 0; to < N_LABELS; to++)
        if (purport_label_may_follow (to, from))
          pass->moves[step][from][to] = expf (chain->steps[step][from][to]);
}

/* Sets the emissions. Returns: what the right labels lose on the best ones, token by token. */
static double
emit (Pass *pass)
{
  const PurportChainRun *run = pass->run;
  double loss = 0;

  for (guint32 i = 0; i < run->n; i++) {
    const guint32 *features = run->features + (gsize)i * run->n_features;
    PurportChainRow scores = { 0 };
    float best = -1e30f;
    for (guint k = 0; k < run->n_features; k++)
      if (pass->kept[k] && features[k] != 0)
        for (guint l = 0; l < WIDTH; l++)
          scores[l] += pass->chain->rows[features[k]][l];
    for (guint l = 0; l < N_LABELS; l++)
      best = MAX (best, scores[l]);
    for (guint l = 0; l < WIDTH; l++)
      pass->emission[i][l] = l < N_LABELS ? expf (scores[l] - best) : 0;
    loss -= (double)(scores[run->labels[i]] - best);
  }
  return loss;
}

/* Returns: the logarithm of the sum over all ways, less the steps of the right one. */
static double
sum_forward (Pass *pass)
{
  const PurportChainRun *run = pass->run;
  double loss = 0;

  for (guint32 i = 0; i < run->n; i++) {
    float *here = pass->forward[i], sum = 0;
    guint before = i == 0 ? PURPORT_LABEL_OUTSIDE : run->labels[i - 1];
    memset (here, 0, sizeof (PurportChainRow));
    for (guint from = 0; from < (i == 0 ? 1 : N_LABELS); from++) {
      float weight = i == 0 ? 1 : pass->forward[i - 1][from];
      const float *moves = pass->moves[run->steps[i]][from];
      for (guint l = 0; l < WIDTH; l++)
        here[l] += weight * moves[l];
    }
    for (guint l = 0; l < WIDTH; l++) {
      here[l] *= pass->emission[i][l];
      sum += here[l];
    }
    sum = MAX (sum, 1e-30f);
    for (guint l = 0; l < WIDTH; l++)
      here[l] /= sum;
    pass->scale[i] = sum;
    loss += log ((double)sum) - (double)pass->chain->steps[run->steps[i]][before][run->labels[i]];
  }
  return loss;
}

static void
sum_backward (Pass *pass)
{
  const PurportChainRun *run = pass->run;

  for (guint l = 0; l < WIDTH; l++)
    pass->backward[run->n - 1][l] = 1;
  for (guint32 i = run->n - 1; i-- > 0;) {
    PurportChainRow next;
    for (guint l = 0; l < WIDTH; l++)
      next[l] = pass->backward[i + 1][l] * pass->emission[i + 1][l] / pass->scale[i + 1];
    for (guint from = 0; from < WIDTH; from++) {
      float sum = 0;
      if (from < N_LABELS)
        for (guint l = 0; l < WIDTH; l++)
          sum += pass->moves[run->steps[i + 1]][from][l] * next[l];
      pass->backward[i][from] = sum;
    }
  }
}

static inline void
step_down (float *weight, float *squares, float gradient, float rate)
{
  *squares += gradient * gradient;
  *weight -= rate * gradient / sqrtf (DAMPING + *squares);
}

static void
learn_steps (Pass *pass, guint32 i)
{
  PurportChain *chain = pass->chain;
  const PurportChainRun *run = pass->run;
  guint step = run->steps[i];

  for (guint from = 0; from < N_LABELS; from++)
    for (guint to = 0; to < N_LABELS; to++) {
      float expected = pass->forward[i - 1][from] * pass->moves[step][from][to] * pass->emission[i][to] *
                       pass->backward[i][to] / pass->scale[i];
      float gradient = expected - (from == run->labels[i - 1] && to == run->labels[i] ? 1.0f : 0.0f);
      if (fabsf (gradient) > LEAST_STEP_GRADIENT)
        step_down (&chain->steps[step][from][to], &chain->step_squares[step][from][to], gradient, chain->rate);
    }
}

static void
learn_token (Pass *pass, guint32 i)
{
  PurportChain *chain = pass->chain;
  const PurportChainRun *run = pass->run;
  const guint32 *features = run->features + (gsize)i * run->n_features;
  PurportChainRow gradient;
  float largest = 0;

  for (guint l = 0; l < WIDTH; l++)
    gradient[l] = pass->forward[i][l] * pass->backward[i][l] - (l == run->labels[i] ? 1.0f : 0.0f);
  for (guint l = 0; l < WIDTH; l++)
    largest = MAX (largest, fabsf (gradient[l]));
  if (largest < LEAST_GRADIENT)
    return;
  for (guint k = 0; k < run->n_features; k++)
    if (pass->kept[k] && features[k] != 0)
      for (guint l = 0; l < WIDTH; l++)
        step_down (&chain->rows[features[k]][l], &chain->row_squares[features[k]][l], gradient[l], chain->rate);
}

/**
 * purport_chain_learn:
 * @run: at least one token
 *
 * One step of learning. O(tokens × (features × labels + labels²)).
 *
 * Returns: the negative log-likelihood of the right labels before the step
 */
double
purport_chain_learn (PurportChain *chain, const PurportChainRun *run, GRand *random)
{
  Pass *pass = g_new (Pass, 1);
  double loss;

  pass->chain = chain;
  pass->run = run;
  pass->kept = g_new (guint8, run->n_features);
  pass->emission = g_new (PurportChainRow, run->n);
  pass->forward = g_new (PurportChainRow, run->n);
  pass->backward = g_new (PurportChainRow, run->n);
  pass->scale = g_new (float, run->n);
  prepare (pass, random);
  loss = emit (pass);
  loss += sum_forward (pass);
  sum_backward (pass);
  for (guint32 i = 0; i < run->n; i++) {
    if (i > 0)
      learn_steps (pass, i);
    learn_token (pass, i);
  }
  g_free (pass->kept);
  g_free (pass->emission);
  g_free (pass->forward);
  g_free (pass->backward);
  g_free (pass->scale);
  g_free (pass);
  return loss;
}

/* Adds @share of the weights of @chain, which has as many, to those of @sum. */
void
purport_chain_add (PurportChain *sum, const PurportChain *chain, float share)
{
  for (guint32 i = 0; i < chain->n_rows; i++)
    for (guint l = 0; l < WIDTH; l++)
      sum->rows[i][l] += share * chain->rows[i][l];
  for (guint step = 0; step < PURPORT_N_STEPS; step++)
    for (guint from = 0; from < N_LABELS; from++)
      for (guint l = 0; l < WIDTH; l++)
        sum->steps[step][from][l] += share * chain->steps[step][from][l];
}
