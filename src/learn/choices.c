/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The probability of an alternative is the softmax over the scores of all; where several are right, their sum counts.
 */
#include "learn/choices.h"

#include <math.h>

PurportChoice *
purport_choice_new (guint group, guint part)
{
  PurportChoice *choice = g_new0 (PurportChoice, 1);

  choice->alternatives = g_array_new (FALSE, FALSE, sizeof (PurportAlternative));
  choice->group = group;
  choice->part = part;
  return choice;
}

void
purport_choice_free (PurportChoice *choice)
{
  if (choice == NULL)
    return;
  for (guint i = 0; i < choice->alternatives->len; i++)
    g_free (g_array_index (choice->alternatives, PurportAlternative, i).features);
  g_array_unref (choice->alternatives);
  g_free (choice);
}

/* Adds an alternative; the features are copied. */
void
purport_choice_add (PurportChoice *choice, const guint32 *features, guint n_features, gboolean right, guint32 tag)
{
  PurportAlternative one = { g_memdup2 (features, n_features * sizeof *features), n_features, right, tag };

  g_array_append_val (choice->alternatives, one);
}

gboolean
purport_choice_has_right (const PurportChoice *choice)
{
  for (guint i = 0; i < choice->alternatives->len; i++)
    if (g_array_index (choice->alternatives, PurportAlternative, i).right)
      return TRUE;
  return FALSE;
}

gboolean
purport_choice_in_fold (const PurportChoice *choice, const PurportChoiceSettings *settings, guint fold)
{
  return choice->group % settings->n_folds == fold;
}

static double
log_add (double a, double b)
{
  return MAX (a, b) + log1p (exp (-fabs (a - b)));
}

/* Returns: the loss. */
static double
learn_choice (PurportWeights *weights, const PurportChoice *choice)
{
  guint n = choice->alternatives->len;
  const PurportAlternative *alternatives = (const PurportAlternative *)(gpointer)choice->alternatives->data;
  g_autofree double *scores = g_new (double, n);
  double all = -1e30, right = -1e30;

  for (guint i = 0; i < n; i++) {
    scores[i] = purport_weights_score (weights, alternatives[i].features, alternatives[i].n_features);
    all = log_add (all, scores[i]);
    if (alternatives[i].right)
      right = log_add (right, scores[i]);
  }
  for (guint i = 0; i < n; i++) {
    double wanted = alternatives[i].right ? exp (scores[i] - right) : 0;
    purport_weights_add_gradient (weights, alternatives[i].features, alternatives[i].n_features,
                                  wanted - exp (scores[i] - all));
  }
  purport_weights_step (weights);
  return all - right;
}

/**
 * purport_choices_train:
 * @choices: (element-type PurportChoice): each with a right alternative
 * @fold: what is held out; n_folds: nothing
 *
 * Returns: (transfer full): the weights, the same every time
 */
PurportWeights *
purport_choices_train (const GPtrArray *choices, const PurportChoiceSettings *settings, guint fold)
{
  PurportWeights *weights = purport_weights_new (settings->rate, settings->prior);
  g_autoptr (GRand) random = g_rand_new_with_seed (20240101u);
  g_autofree guint *order = g_new (guint, choices->len);
  double loss = 0;

  for (guint i = 0; i < choices->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < settings->n_epochs; epoch++) {
    loss = 0;
    for (guint i = choices->len; i > 1; i--) {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i), swapped = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swapped;
    }
    for (guint i = 0; i < choices->len; i++) {
      const PurportChoice *choice = g_ptr_array_index (choices, order[i]);
      if (!purport_choice_in_fold (choice, settings, fold))
        loss += learn_choice (weights, choice);
    }
  }
  if (fold == settings->n_folds)
    g_printerr ("%u choices, loss of the last epoch %.1f\n", choices->len, loss);
  return weights;
}
