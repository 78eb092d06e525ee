/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A model that is damaged, cut short or meant for something else is refused; a good one is read where it lies. */
#include "text/linear-model.h"

#include <string.h>

#include "data/engine-data.h"

#define KIND "tags"

static GBytes *
load (void)
{
  GBytes *bytes = purport_engine_data_lookup ("models/" KIND ".bin", NULL);
  g_assert (bytes != NULL);
  return bytes;
}

/* Whether the bytes, in memory of their own, are taken for a model. */
static gboolean
is_taken (const guint8 *data, gsize n_bytes, const char *kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportLinearModel) model = purport_linear_model_new (bytes, kind, &error);

  if (model == NULL)
    g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED);
  else
    g_assert_no_error (error);
  return model != NULL;
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = load ();
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  g_assert_true (is_taken (data, n_bytes, KIND));
  g_assert_false (is_taken (data, n_bytes, "names"));
}

static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = load ();
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  const gsize lengths[] = { 0, 1, 7, 8, 47, 48, 49, 1000, n_bytes / 2, n_bytes - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    g_assert_false (is_taken (data, lengths[i], KIND));
}

static void
test_changed (void)
{
  g_autoptr (GBytes) bytes = load ();
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 200; i++) {
    /* the reserved field is not read */
    gsize at = (gsize)g_rand_int_range (random, 48, (gint32)n_bytes);
    guint8 bit = (guint8)(1u << g_rand_int_range (random, 0, 8));
    copy[at] ^= bit;
    g_assert_false (is_taken (copy, n_bytes, KIND));
    copy[at] ^= bit;
  }
  g_assert_true (is_taken (copy, n_bytes, KIND));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linear-model/good", test_good);
  g_test_add_func ("/linear-model/cut-short", test_cut_short);
  g_test_add_func ("/linear-model/changed", test_changed);
  return g_test_run ();
}
