/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gradient steps, and the finished model as a file. */
#include "learn/weights.h"

#include <math.h>

#include "learn/model-file.h"
#include "text/linear-model.h"

typedef struct {
  guint32 feature; /* 0: empty */
  float weight;
  float gradient; /* of the step that is being made */
  float squares;  /* sum over all steps */
  guint32 n_steps;
} Entry;

struct _PurportWeights {
  double rate;
  double prior;
  Entry *entries; /* open addressing */
  guint32 n_slots;
  guint32 n_used;
  GArray *touched; /* features with a gradient */
};

/**
 * purport_weights_new:
 * @rate: length of the first step
 * @prior: how strongly a feature's weight is pulled to zero at each step that it takes part in
 */
PurportWeights *
purport_weights_new (double rate, double prior)
{
  PurportWeights *self = g_new0 (PurportWeights, 1);

  self->rate = rate;
  self->prior = prior;
  self->n_slots = 1u << 16;
  self->entries = g_new0 (Entry, self->n_slots);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
purport_weights_free (PurportWeights *self)
{
  if (self == NULL)
    return;
  g_free (self->entries);
  g_array_unref (self->touched);
  g_free (self);
}

static Entry *
find_entry (const PurportWeights *self, guint32 feature)
{
  guint32 slot = feature & (self->n_slots - 1);

  while (self->entries[slot].feature != 0 && self->entries[slot].feature != feature)
    slot = (slot + 1) & (self->n_slots - 1);
  return &self->entries[slot];
}

static void
grow (PurportWeights *self)
{
  Entry *old = self->entries;
  guint32 n_old = self->n_slots;

  self->n_slots *= 2;
  self->entries = g_new0 (Entry, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].feature != 0)
      *find_entry (self, old[i].feature) = old[i];
  g_free (old);
}

/* Returns: the sum of the features' weights. */
double
purport_weights_score (const PurportWeights *self, const guint32 *features, guint n_features)
{
  double score = 0;

  for (guint i = 0; i < n_features; i++)
    score += find_entry (self, features[i])->weight;
  return score;
}

/* Adds @amount to the gradient of each feature: what is expected of it in the data less what the model expects. */
void
purport_weights_add_gradient (PurportWeights *self, const guint32 *features, guint n_features, double amount)
{
  if (fabs (amount) < 1e-9)
    return;
  for (guint i = 0; i < n_features; i++) {
    Entry *entry = find_entry (self, features[i]);
    if (entry->feature == 0) {
      entry->feature = features[i];
      if (++self->n_used * 2 > self->n_slots) {
        grow (self);
        entry = find_entry (self, features[i]);
      }
    }
    if (entry->gradient == 0)
      g_array_append_val (self->touched, features[i]);
    entry->gradient += (float)amount;
  }
}

/* Moves the weights of the features that have a gradient. */
void
purport_weights_step (PurportWeights *self)
{
  for (guint i = 0; i < self->touched->len; i++) {
    Entry *entry = find_entry (self, g_array_index (self->touched, guint32, i));
    double gradient = entry->gradient - self->prior * entry->weight;
    if (entry->gradient == 0)
      continue;
    entry->gradient = 0;
    entry->n_steps++;
    entry->squares += (float)(gradient * gradient);
    entry->weight += (float)(self->rate * gradient / (1e-6 + sqrt (entry->squares)));
  }
  g_array_set_size (self->touched, 0);
}

/* Adds @amount to the weight of a feature that was learned: a bias that is chosen, not learned. */
void
purport_weights_shift (PurportWeights *self, guint32 feature, double amount)
{
  Entry *entry = find_entry (self, feature);

  if (entry->feature == feature)
    entry->weight += (float)amount;
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;
  return first->feature < second->feature ? -1 : first->feature > second->feature;
}

/* The features that are worth keeping, in an order that does not depend on the table. */
static GArray *
keep_entries (const PurportWeights *self, guint min_steps, double min_weight)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->entries[i].feature != 0 && self->entries[i].n_steps >= min_steps &&
        fabsf (self->entries[i].weight) >= min_weight)
      g_array_append_val (kept, self->entries[i]);
  g_array_sort (kept, compare_entries);
  return kept;
}

/**
 * purport_weights_to_bytes:
 * @kind: what the model is for
 * @scale: what 1 becomes; weights beyond 127 / @scale are cut
 * @min_steps: features that took part in fewer steps are left out
 * @min_weight: smaller ones are left out
 *
 * Returns: (transfer full): a model of one class in the format of text/linear-model.h
 */
GBytes *
purport_weights_to_bytes (
    const PurportWeights *self, const char *kind, double scale, guint min_steps, double min_weight)
{
  g_autoptr (GArray) kept = keep_entries (self, min_steps, min_weight);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelSlot));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelPair));

  for (guint i = 0; i < kept->len; i++) {
    const Entry *entry = &g_array_index (kept, Entry, i);
    PurportLinearModelPair pair = { 0, (gint8)CLAMP (lrint (entry->weight * scale), -127, 127) };
    PurportLinearModelSlot slot = { entry->feature, pairs->len << 6 | 1u };
    if (pair.weight == 0)
      continue;
    g_array_append_val (slots, slot);
    g_array_append_val (pairs, pair);
  }
  return purport_linear_model_write (kind, 1, slots, pairs);
}
