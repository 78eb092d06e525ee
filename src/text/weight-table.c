/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a table once, so that reading from it needs no checks. */
#include "text/weight-table.h"

#include "text/linear-model.h"

G_STATIC_ASSERT (sizeof (PurportWeightTableHeader) == 64);
G_STATIC_ASSERT (sizeof (PurportWeightBucket) == 64);

static gboolean
check (const guint8 *data, gsize n_bytes, const char *kind)
{
  PurportWeightTableHeader header;

  if (n_bytes < sizeof header || ((gsize)data & 3) != 0 || G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return FALSE;
  memcpy (&header, data, sizeof header);
  return memcmp (header.magic, PURPORT_WEIGHT_TABLE_MAGIC, sizeof header.magic) == 0 &&
         header.version == PURPORT_WEIGHT_TABLE_VERSION && header.n_buckets > 0 && header.n_buckets < G_MAXUINT32 &&
         strncmp (header.kind, kind, PURPORT_WEIGHT_TABLE_KIND_LENGTH) == 0 &&
         n_bytes == sizeof header + ((gsize)header.n_buckets + 1) * sizeof (PurportWeightBucket) &&
         purport_linear_model_checksum (data + sizeof header, n_bytes - sizeof header) == header.checksum;
}

/**
 * purport_weight_table_new:
 * @bytes: the file, 4-byte aligned; a reference is kept and nothing is copied
 * @kind: what the model must be for
 *
 * O(size), for the check alone.
 *
 * Returns: (transfer full): the table, or %NULL with %PURPORT_BASE_ERROR_DATA_DAMAGED
 */
PurportWeightTable *
purport_weight_table_new (GBytes *bytes, const char *kind, GError **error)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  PurportWeightTable *table;

  if (!check (data, n_bytes, kind)) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED,
                 "The model for %s is damaged or of another version: install Purport again", kind);
    return NULL;
  }
  table = g_new0 (PurportWeightTable, 1);
  table->bytes = g_bytes_ref (bytes);
  table->buckets = (const PurportWeightBucket *)(gconstpointer)(data + sizeof (PurportWeightTableHeader));
  table->n_buckets = (guint32)((n_bytes - sizeof (PurportWeightTableHeader)) / sizeof (PurportWeightBucket)) - 1;
  return table;
}

void
purport_weight_table_free (PurportWeightTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->bytes, g_bytes_unref);
  g_free (table);
}
