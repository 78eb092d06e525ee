/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weights live in dense rows, one a feature, found through an open-addressing table. The average over all steps is kept
 * lazily (Collins 2002): a second row sums step × change.
 */
#include "learn/perceptron.h"

#include <math.h>
#include <string.h>

#include "learn/model-file.h"
#include "text/linear-model.h"

struct _PurportPerceptron {
  guint n_classes;
  guint64 step;
  guint32 *features; /* of each slot */
  guint32 *rows;     /* of each slot its row + 1; 0: empty */
  guint32 n_slots;
  guint32 n_rows;
  guint32 capacity;
  float *weights; /* n_rows × n_classes */
  double *sums;
  guint32 *n_updates; /* of each row */
};

PurportPerceptron *
purport_perceptron_new (guint n_classes)
{
  PurportPerceptron *self = g_new0 (PurportPerceptron, 1);

  self->n_classes = n_classes;
  self->step = 1;
  self->n_slots = 1u << 20;
  self->features = g_new0 (guint32, self->n_slots);
  self->rows = g_new0 (guint32, self->n_slots);
  return self;
}

void
purport_perceptron_free (PurportPerceptron *self)
{
  if (self == NULL)
    return;
  g_free (self->features);
  g_free (self->rows);
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->n_updates);
  g_free (self);
}

static guint32
find_slot (const PurportPerceptron *self, guint32 feature)
{
  guint32 slot = feature & (self->n_slots - 1);

  while (self->rows[slot] != 0 && self->features[slot] != feature)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow_slots (PurportPerceptron *self)
{
  guint32 *features = self->features, *rows = self->rows, n_slots = self->n_slots;

  self->n_slots *= 2;
  self->features = g_new0 (guint32, self->n_slots);
  self->rows = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < n_slots; i++)
    if (rows[i] != 0) {
      guint32 slot = find_slot (self, features[i]);
      self->features[slot] = features[i];
      self->rows[slot] = rows[i];
    }
  g_free (features);
  g_free (rows);
}

static void
grow_rows (PurportPerceptron *self)
{
  gsize n = MAX (self->capacity * 2, 1u << 16), k = self->n_classes, old = self->capacity;

  self->weights = g_renew (float, self->weights, n *k);
  self->sums = g_renew (double, self->sums, n *k);
  self->n_updates = g_renew (guint32, self->n_updates, n);
  memset (self->weights + old * k, 0, (n - old) * k * sizeof (float));
  memset (self->sums + old * k, 0, (n - old) * k * sizeof (double));
  memset (self->n_updates + old, 0, (n - old) * sizeof (guint32));
  self->capacity = (guint32)n;
}

static guint32
ensure_row (PurportPerceptron *self, guint32 feature)
{
  guint32 slot = find_slot (self, feature);

  if (self->rows[slot] != 0)
    return self->rows[slot] - 1;
  if (self->n_rows == self->capacity)
    grow_rows (self);
  self->features[slot] = feature;
  self->rows[slot] = ++self->n_rows;
  if (self->n_rows * 2 > self->n_slots)
    grow_slots (self);
  return self->n_rows - 1;
}

/* Sets @scores, which has a place for each class, to the sums of the features' weights. */
void
purport_perceptron_score (const PurportPerceptron *self, const guint32 *features, guint n_features, float *scores)
{
  memset (scores, 0, self->n_classes * sizeof *scores);
  for (guint i = 0; i < n_features; i++) {
    guint32 slot = find_slot (self, features[i]);
    const float *row;
    if (self->rows[slot] == 0)
      continue;
    row = self->weights + (gsize)(self->rows[slot] - 1) * self->n_classes;
    for (guint k = 0; k < self->n_classes; k++)
      scores[k] += row[k];
  }
}

/* Moves weight from the class that was predicted to the one that is right. */
void
purport_perceptron_update (PurportPerceptron *self, const guint32 *features, guint n_features, guint right, guint wrong)
{
  for (guint i = 0; i < n_features; i++) {
    gsize row = ensure_row (self, features[i]), at = row * self->n_classes;
    self->n_updates[row]++;
    self->weights[at + right] += 1;
    self->sums[at + right] += (double)self->step;
    self->weights[at + wrong] -= 1;
    self->sums[at + wrong] -= (double)self->step;
  }
}

/* One example is done. */
void
purport_perceptron_tick (PurportPerceptron *self)
{
  self->step++;
}

static float
average (const PurportPerceptron *self, gsize at)
{
  return (float)((double)self->weights[at] - self->sums[at] / (double)self->step);
}

typedef struct {
  guint32 feature;
  guint32 row;
} Kept;

static gint
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *first = a, *second = b;
  return first->feature < second->feature ? -1 : first->feature > second->feature;
}

static float
largest_of_row (const PurportPerceptron *self, guint32 row)
{
  float largest = 0;

  for (guint k = 0; k < self->n_classes; k++)
    largest = MAX (largest, fabsf (average (self, (gsize)row * self->n_classes + k)));
  return largest;
}

/* The features that are worth keeping, in an order that does not depend on the table. */
static GArray *
keep_rows (const PurportPerceptron *self, guint min_updates, float min_weight)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Kept));

  for (guint32 slot = 0; slot < self->n_slots; slot++) {
    Kept one = { self->features[slot], self->rows[slot] - 1 };
    if (self->rows[slot] != 0 && self->n_updates[one.row] >= min_updates &&
        largest_of_row (self, one.row) >= min_weight)
      g_array_append_val (kept, one);
  }
  g_array_sort (kept, compare_kept);
  return kept;
}

static float
find_scale (const PurportPerceptron *self, const GArray *kept)
{
  float largest = 0;

  for (guint i = 0; i < kept->len; i++)
    largest = MAX (largest, largest_of_row (self, g_array_index (kept, Kept, i).row));
  return 127.0f / MAX (largest, 1e-6f);
}

static void
add_pairs (const PurportPerceptron *self, guint32 row, float scale, float min_weight, GArray *pairs)
{
  for (guint k = 0; k < self->n_classes; k++) {
    float weight = average (self, (gsize)row * self->n_classes + k);
    PurportLinearModelPair pair = { (guint8)k, (gint8)lrintf (weight * scale) };
    if (pair.weight != 0 && fabsf (weight) >= min_weight / 2)
      g_array_append_val (pairs, pair);
  }
}

/**
 * purport_perceptron_to_bytes:
 * @kind: what the model is for
 * @min_updates: rows changed less often are left out
 * @min_weight: rows without a weight of this size are left out, and weights under half of it
 *
 * Returns: (transfer full): the averaged model in the format of text/linear-model.h, weights rounded to 8 bits
 */
GBytes *
purport_perceptron_to_bytes (const PurportPerceptron *self, const char *kind, guint min_updates, float min_weight)
{
  g_autoptr (GArray) kept = keep_rows (self, min_updates, min_weight);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelPair));
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelSlot));
  float scale = find_scale (self, kept);

  for (guint i = 0; i < kept->len; i++) {
    const Kept *one = &g_array_index (kept, Kept, i);
    PurportLinearModelSlot slot = { one->feature, pairs->len << 6 };
    guint32 first = pairs->len;
    add_pairs (self, one->row, scale, min_weight, pairs);
    slot.value |= pairs->len - first;
    if (pairs->len > first)
      g_array_append_val (slots, slot);
  }
  return purport_linear_model_write (kind, self->n_classes, slots, pairs);
}
