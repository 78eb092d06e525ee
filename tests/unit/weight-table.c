/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of weights that is damaged, cut short or meant for something else is refused; a good one gives each feature
 * its row, also where that had to go to the next bucket. */
#include "text/weight-table.h"

#include <string.h>

#include "text/linear-model.h"

#define N_BUCKETS 3u
#define N_BYTES (sizeof (PurportWeightTableHeader) + (N_BUCKETS + 1) * sizeof (PurportWeightBucket))

/* The n-th feature that belongs into the first bucket. */
static guint32
feature_at (guint n)
{
  return 0x1000u + n;
}

/* Writes a table whose first bucket is full, with one more row in the second. */
static void
fill (guint8 *file)
{
  PurportWeightTableHeader header = { .version = PURPORT_WEIGHT_TABLE_VERSION, .n_buckets = N_BUCKETS, .scale = 1000 };
  PurportWeightBucket buckets[N_BUCKETS + 1];

  memset (buckets, 0, sizeof buckets);
  for (guint i = 0; i <= PURPORT_WEIGHT_TABLE_N_ROWS; i++) {
    PurportWeightBucket *bucket = &buckets[i / PURPORT_WEIGHT_TABLE_N_ROWS];
    bucket->marks[i % PURPORT_WEIGHT_TABLE_N_ROWS] = purport_weight_table_mark (feature_at (i));
    memset (bucket->weights[i % PURPORT_WEIGHT_TABLE_N_ROWS], (int)i + 1, PURPORT_WEIGHT_TABLE_N_WEIGHTS);
  }
  memcpy (header.magic, PURPORT_WEIGHT_TABLE_MAGIC, sizeof header.magic);
  g_strlcpy (header.kind, "test", sizeof header.kind);
  header.checksum = purport_linear_model_checksum ((const guint8 *)buckets, sizeof buckets);
  memcpy (file, &header, sizeof header);
  memcpy (file + sizeof header, buckets, sizeof buckets);
}

static gboolean
is_taken (const guint8 *data, gsize n_bytes, const char *kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportWeightTable) table = purport_weight_table_new (bytes, kind, &error);

  if (table == NULL)
    g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED);
  else
    g_assert_no_error (error);
  return table != NULL;
}

static void
test_find (void)
{
  guint8 file[N_BYTES];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportWeightTable) table = NULL;
  PurportWeightSums sums = { { 0 }, { 0 } };

  fill (file);
  bytes = g_bytes_new (file, sizeof file);
  table = purport_weight_table_new (bytes, "test", NULL);
  g_assert (table != NULL);
  for (guint i = 0; i <= PURPORT_WEIGHT_TABLE_N_ROWS; i++) {
    const gint8 *weights = purport_weight_table_find (table, feature_at (i));
    g_assert (weights != NULL);
    g_assert_cmpint (weights[0], ==, (int)i + 1);
    purport_weight_table_add (table, feature_at (i), &sums);
  }
  for (guint i = 0; i < PURPORT_WEIGHT_TABLE_N_WEIGHTS; i++)
    g_assert_cmpint (purport_weight_sums_get (&sums, i), ==, 15);
  g_assert_null (purport_weight_table_find (table, feature_at (100)));
  g_assert_null (purport_weight_table_find (table, G_MAXUINT32));
}

static void
test_refused (void)
{
  guint8 file[N_BYTES];

  fill (file);
  g_assert_true (is_taken (file, sizeof file, "test"));
  g_assert_false (is_taken (file, sizeof file, "tags"));
  for (gsize n = 0; n < sizeof file; n++)
    g_assert_false (is_taken (file, n, "test"));
  for (gsize i = sizeof (PurportWeightTableHeader); i < sizeof file; i++) {
    file[i] ^= 4;
    g_assert_false (is_taken (file, sizeof file, "test"));
    file[i] ^= 4;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weight-table/find", test_find);
  g_test_add_func ("/weight-table/refused", test_refused);
  return g_test_run ();
}
