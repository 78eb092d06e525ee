/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open-addressing table from features to counts and numbers. */
#include "learn/feature-index.h"

PurportFeatureIndex *
purport_feature_index_new (void)
{
  PurportFeatureIndex *index = g_new0 (PurportFeatureIndex, 1);

  index->n_slots = 1u << 16;
  index->keys = g_new0 (guint32, index->n_slots);
  index->counts = g_new0 (guint32, index->n_slots);
  return index;
}

void
purport_feature_index_free (PurportFeatureIndex *index)
{
  g_free (index->keys);
  g_free (index->counts);
  g_free (index->numbers);
  g_free (index);
}

static guint32
find_slot (const PurportFeatureIndex *index, guint32 feature)
{
  guint32 slot = (feature * 2654435761u) & (index->n_slots - 1);

  while (index->keys[slot] != 0 && index->keys[slot] != feature)
    slot = (slot + 1) & (index->n_slots - 1);
  return slot;
}

static void
grow (PurportFeatureIndex *index)
{
  guint32 *keys = index->keys, *counts = index->counts, n_slots = index->n_slots;

  index->n_slots *= 2;
  index->keys = g_new0 (guint32, index->n_slots);
  index->counts = g_new0 (guint32, index->n_slots);
  for (guint32 i = 0; i < n_slots; i++)
    if (keys[i] != 0) {
      guint32 slot = find_slot (index, keys[i]);
      index->keys[slot] = keys[i];
      index->counts[slot] = counts[i];
    }
  g_free (keys);
  g_free (counts);
}

/* Sees @feature, which is not 0, once more. Only before numbers are given. */
void
purport_feature_index_count (PurportFeatureIndex *index, guint32 feature)
{
  guint32 slot = find_slot (index, feature);

  if (index->keys[slot] == 0) {
    index->keys[slot] = feature;
    index->n_used++;
  }
  index->counts[slot]++;
  if (index->n_used * 2 > index->n_slots)
    grow (index);
}

/* Numbers the features that were seen at least @min_count times. */
void
purport_feature_index_number (PurportFeatureIndex *index, guint min_count)
{
  index->numbers = g_new0 (guint32, index->n_slots);
  for (guint32 i = 0; i < index->n_slots; i++)
    if (index->keys[i] != 0 && index->counts[i] >= min_count)
      index->numbers[i] = ++index->n;
}

/* Returns: the number of @feature, 0 where it has none. O(1). */
guint32
purport_feature_index_find (const PurportFeatureIndex *index, guint32 feature)
{
  return index->numbers[find_slot (index, feature)];
}
