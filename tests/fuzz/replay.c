/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target on every file of a folder, and on every beginning of it and damaged copies, as a unit test. */
#include "fuzz/fuzz.h"

#include <string.h>

/* Of each file so many beginnings and damaged copies are tried. */
#define VARIANTS 200

static void
run_variants (const guint8 *data, gsize n_bytes)
{
  for (guint i = 0; i < VARIANTS && n_bytes > 0; i++) {
    gsize n_kept = (gsize)g_test_rand_int_range (0, (gint32)n_bytes + 1);
    g_autofree guint8 *copy = g_memdup2 (data, n_bytes);

    LLVMFuzzerTestOneInput (copy, n_kept);
    for (guint k = 0; k < 1 + i % 8; k++)
      copy[g_test_rand_int_range (0, (gint32)n_bytes)] = (guint8)g_test_rand_int_range (0, 256);
    LLVMFuzzerTestOneInput (copy, n_bytes);
  }
}

static void
test_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (data, &contents, &n_bytes, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *)contents, n_bytes);
  run_variants ((const guint8 *)contents, n_bytes);
}

static int
compare (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (argv[1], name, NULL));
  g_assert_cmpuint (names->len, >, 0);
  qsort (names->pdata, names->len, sizeof (gpointer), compare);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *base = g_path_get_basename (names->pdata[i]);
    g_autofree char *path = g_strconcat ("/corpus/", base, NULL);
    g_test_add_data_func (path, names->pdata[i], test_file);
  }
  return g_test_run ();
}
