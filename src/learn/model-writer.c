/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table is as small as keeps searches short; features that weigh nothing are left out. */
#include "learn/model-writer.h"

#include <string.h>

#include "text/linear-model.h"

static guint32
count_features (const gint8 *weights, guint n_features, guint n_classes)
{
  guint32 n = 0;

  for (guint i = 0; i < n_features; i++) {
    gboolean weighs = FALSE;
    for (guint k = 0; k < n_classes; k++)
      weighs = weighs || weights[i * n_classes + k] != 0;
    n += weighs ? 1 : 0;
  }
  return n;
}

/**
 * purport_model_to_bytes:
 * @features: (element-type guint32): each once, in an order that is always the same
 * @weights: @n_classes for each feature
 *
 * Returns: (transfer full): the file
 */
GBytes *
purport_model_to_bytes (const char *kind, guint n_classes, const GArray *features, const gint8 *weights)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelPair));
  PurportLinearModelHeader header = { .version = PURPORT_LINEAR_MODEL_VERSION, .n_classes = n_classes, .n_slots = 256 };
  g_autofree PurportLinearModelSlot *slots = NULL;
  GByteArray *file = g_byte_array_new ();

  memcpy (header.magic, PURPORT_LINEAR_MODEL_MAGIC, sizeof header.magic);
  memcpy (header.kind, kind, MIN (strlen (kind), sizeof header.kind));
  while (header.n_slots * 0.8 < count_features (weights, features->len, n_classes))
    header.n_slots *= 2;
  slots = g_new0 (PurportLinearModelSlot, header.n_slots);
  for (guint i = 0; i < features->len; i++) {
    guint32 feature = g_array_index (features, guint32, i), slot = feature & (header.n_slots - 1), first = pairs->len;
    for (guint k = 0; k < n_classes; k++) {
      PurportLinearModelPair pair = { (guint8)k, weights[i * n_classes + k] };
      if (pair.weight != 0)
        g_array_append_val (pairs, pair);
    }
    if (pairs->len == first)
      continue;
    while (slots[slot].value != 0)
      slot = (slot + 1) & (header.n_slots - 1);
    slots[slot] = (PurportLinearModelSlot){ feature, first << 6 | (pairs->len - first) };
  }
  header.n_pairs = pairs->len;
  g_byte_array_append (file, (const guint8 *)&header, sizeof header);
  g_byte_array_append (file, (const guint8 *)slots, (guint)(header.n_slots * sizeof *slots));
  g_byte_array_append (file, (const guint8 *)pairs->data, (guint)(pairs->len * sizeof (PurportLinearModelPair)));
  header.checksum = purport_linear_model_checksum (file->data + sizeof header, file->len - sizeof header);
  memcpy (file->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (file);
}
