/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import of untrusted bytes: an article or an error; its blocks lie in its text. */
#include "fuzz/fuzz.h"

#include "importers/importers.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  const PurportImportRequest request = { .display_name = "input" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_importers_import (bytes, &request, &error);
  gsize end = 0;

  g_assert_true ((article == NULL) == (error != NULL));
  for (guint i = 0; article != NULL && i < article->blocks->len; i++) {
    PurportSpan span = g_array_index (article->blocks, PurportBlock, i).span;
    g_assert_true (span.start_byte >= end && span.end_byte > span.start_byte && span.end_byte <= article->n_bytes);
    end = span.end_byte;
  }
  return 0;
}
