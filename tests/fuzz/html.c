/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import of web pages: an article or an error; blocks, links and pictures lie in its text. */
#include "fuzz/fuzz.h"

#include "importers/html.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article =
      purport_html_import (bytes, "https://example.org/a/", PURPORT_HTML_DEFAULT, "input", &error);
  gsize end = 0;

  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;
  g_assert_true (g_utf8_validate_len (article->text, article->n_bytes, NULL));
  for (guint i = 0; i < article->blocks->len; i++) {
    PurportSpan span = g_array_index (article->blocks, PurportBlock, i).span;
    g_assert_true (span.start_byte >= end && span.end_byte > span.start_byte && span.end_byte <= article->n_bytes);
    end = span.end_byte;
  }
  for (guint i = 0; i < article->links->len; i++) {
    PurportSpan span = g_array_index (article->links, PurportLink, i).span;
    g_assert_true (span.start_byte < span.end_byte && span.end_byte <= article->n_bytes);
  }
  for (guint i = 0; i < article->pictures->len; i++)
    g_assert_true (g_array_index (article->pictures, PurportPicture, i).at_byte <= article->n_bytes);
  return 0;
}
