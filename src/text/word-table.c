/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a word table once, so that looking up needs no checks. */
#include "text/word-table.h"

/**
 * purport_word_table_new:
 * @bytes: the file, 4-byte aligned; a reference is kept and nothing is copied
 *
 * O(size), for the check alone.
 *
 * Returns: (transfer full): the table, or %NULL with %PURPORT_BASE_ERROR_DATA_DAMAGED
 */
PurportWordTable *
purport_word_table_new (GBytes *bytes, GError **error)
{
  const PurportLinearModelHeader *header = purport_linear_model_check (bytes, PURPORT_WORD_TABLE_KIND, error);
  PurportWordTable *table;

  if (header == NULL)
    return NULL;
  table = g_new0 (PurportWordTable, 1);
  table->bytes = g_bytes_ref (bytes);
  table->slots = (const PurportLinearModelSlot *)(gconstpointer)(header + 1);
  table->mask = header->n_slots - 1;
  return table;
}

void
purport_word_table_free (PurportWordTable *table)
{
  if (table == NULL)
    return;
  g_bytes_unref (table->bytes);
  g_free (table);
}
