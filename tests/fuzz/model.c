/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loader of models: a file is refused, or every look-up in it is safe. Its checksum is made right first, or hardly
 * any damaged file would come further than that. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "text/linear-model.h"
#include "text/word-table.h"

#define N_LOOK_UPS 64u

static void
look_up (const PurportLinearModel *model)
{
  gint32 scores[PURPORT_LINEAR_MODEL_MAX_CLASSES] = { 0 };

  for (guint32 i = 0; i <= model->mask && i < N_LOOK_UPS; i++)
    purport_linear_model_add (model, model->slots[i].feature, scores);
  for (guint32 i = 0; i < N_LOOK_UPS; i++)
    purport_linear_model_add (model, i * 2654435761u, scores);
}

static void
try (GBytes *bytes, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportLinearModel) model = purport_linear_model_new (bytes, kind, &error);

  g_assert_true ((model == NULL) == (error != NULL));
  if (model != NULL)
    look_up (model);
}

static void
try_table (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportWordTable) table = purport_word_table_new (bytes, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  for (guint32 i = 0; table != NULL && i < N_LOOK_UPS; i++)
    purport_word_table_find (table, i * 2654435761u);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
  g_autoptr (GBytes) whole = NULL;
  PurportLinearModelHeader header;

  if (n_bytes >= sizeof header) {
    memcpy (&header, copy, sizeof header);
    header.checksum = purport_linear_model_checksum (copy + sizeof header, n_bytes - sizeof header);
    memcpy (copy, &header, sizeof header);
  }
  whole = g_bytes_new (copy, n_bytes);
  try (whole, "tags");
  try (whole, "names");
  try_table (whole);
  return 0;
}
