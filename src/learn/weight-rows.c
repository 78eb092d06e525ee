/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts rows into buckets, those of high rank first. */
#include "learn/weight-rows.h"

#include <math.h>
#include <string.h>

#include "text/linear-model.h"

/* The share of the places in buckets that has rows. */
#define FILL 0.85

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const PurportWeightRow *first = a, *second = b;

  if (first->rank > second->rank)
    return -1;
  if (first->rank < second->rank)
    return 1;
  return first->feature < second->feature ? -1 : first->feature > second->feature;
}

/* Returns: whether there was room. */
static gboolean
place (PurportWeightBucket *buckets, guint32 n_buckets, const PurportWeightRow *row, float scale)
{
  guint32 bucket = purport_weight_table_bucket (row->feature, n_buckets);
  guint16 mark = purport_weight_table_mark (row->feature);

  for (guint32 i = bucket; i < bucket + 2; i++)
    for (guint j = 0; j < PURPORT_WEIGHT_TABLE_N_ROWS; j++) {
      if (buckets[i].marks[j] != 0)
        continue;
      buckets[i].marks[j] = mark;
      for (guint k = 0; k < PURPORT_WEIGHT_TABLE_N_WEIGHTS; k++)
        buckets[i].weights[j][k] = (gint8)lrintf (CLAMP (row->weights[k] * scale, -127.0f, 127.0f));
      return TRUE;
    }
  return FALSE;
}

/**
 * purport_weight_rows_to_bytes:
 * @rows: (element-type PurportWeightRow): gets sorted
 * @kind: what the model is for
 * @scale: what a weight of 1 is stored as
 *
 * Returns: (transfer full): the file
 */
GBytes *
purport_weight_rows_to_bytes (GArray *rows, const char *kind, float scale)
{
  PurportWeightTableHeader header = { .version = PURPORT_WEIGHT_TABLE_VERSION };
  g_autofree PurportWeightBucket *buckets = NULL;
  GByteArray *file = g_byte_array_new ();
  guint n_dropped = 0;
  gsize n_bytes;

  g_array_sort (rows, compare_rows);
  memcpy (header.magic, PURPORT_WEIGHT_TABLE_MAGIC, sizeof header.magic);
  memcpy (header.kind, kind, MIN (strlen (kind), sizeof header.kind));
  header.scale = (guint32)lrintf (scale * 1000);
  header.n_buckets = (guint32)((double)rows->len / PURPORT_WEIGHT_TABLE_N_ROWS / FILL) + 1;
  buckets = g_new0 (PurportWeightBucket, header.n_buckets + 1);
  n_bytes = ((gsize)header.n_buckets + 1) * sizeof *buckets;
  for (guint i = 0; i < rows->len; i++)
    n_dropped += !place (buckets, header.n_buckets, &g_array_index (rows, PurportWeightRow, i), scale);
  g_printerr ("%u rows, %u of them dropped\n", rows->len, n_dropped);
  header.checksum = purport_linear_model_checksum ((const guint8 *)buckets, n_bytes);
  g_byte_array_append (file, (const guint8 *)&header, sizeof header);
  g_byte_array_append (file, (const guint8 *)buckets, (guint)n_bytes);
  return g_byte_array_free_to_bytes (file);
}
