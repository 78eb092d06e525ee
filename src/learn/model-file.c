/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models as files: a table of slots, then the pairs that they point at. */
#include "learn/model-file.h"

#include <string.h>

#include "text/linear-model.h"

/* The table is no fuller, so that a search is short. */
#define MAX_LOAD 0.8

static gint
compare_slots (gconstpointer a, gconstpointer b)
{
  const PurportLinearModelSlot *first = a, *second = b;
  return first->feature < second->feature ? -1 : first->feature > second->feature;
}

static PurportLinearModelSlot *
fill_table (const GArray *slots, guint32 n_slots)
{
  PurportLinearModelSlot *table = g_new0 (PurportLinearModelSlot, n_slots);
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)slots);

  g_array_sort (sorted, compare_slots);
  for (guint i = 0; i < sorted->len; i++) {
    const PurportLinearModelSlot *slot = &g_array_index (sorted, PurportLinearModelSlot, i);
    guint32 at = slot->feature & (n_slots - 1);
    while (table[at].value != 0)
      at = (at + 1) & (n_slots - 1);
    table[at] = *slot;
  }
  return table;
}

/**
 * purport_linear_model_write:
 * @slots: (element-type PurportLinearModelSlot): different features with values, in any order
 * @pairs: (element-type PurportLinearModelPair) (nullable): what the values point at
 *
 * Returns: (transfer full): the file
 */
GBytes *
purport_linear_model_write (const char *kind, guint n_classes, const GArray *slots, const GArray *pairs)
{
  PurportLinearModelHeader header = { .version = PURPORT_LINEAR_MODEL_VERSION, .n_classes = n_classes };
  g_autofree PurportLinearModelSlot *table = NULL;
  GByteArray *file = g_byte_array_new ();

  memcpy (header.magic, PURPORT_LINEAR_MODEL_MAGIC, sizeof header.magic);
  memcpy (header.kind, kind, MIN (strlen (kind), sizeof header.kind));
  for (header.n_slots = 1024; header.n_slots * MAX_LOAD < slots->len; header.n_slots *= 2)
    ;
  table = fill_table (slots, header.n_slots);
  header.n_pairs = pairs != NULL ? pairs->len : 0;
  g_byte_array_append (file, (const guint8 *)&header, sizeof header);
  g_byte_array_append (file, (const guint8 *)table, (guint)(header.n_slots * sizeof *table));
  if (pairs != NULL)
    g_byte_array_append (file, (const guint8 *)pairs->data, (guint)(pairs->len * sizeof (PurportLinearModelPair)));
  header.checksum = purport_linear_model_checksum (file->data + sizeof header, file->len - sizeof header);
  memcpy (file->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (file);
}

/* Writes the file and says how large it is. */
gboolean
purport_write_bytes (GBytes *bytes, const char *path, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_printerr ("%s: %" G_GSIZE_FORMAT " bytes\n", path, n_bytes);
  return g_file_set_contents (path, data, (gssize)n_bytes, error);
}
