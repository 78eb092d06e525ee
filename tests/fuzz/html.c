/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import of web pages. */
#include "fuzz/check-article.h"
#include "fuzz/fuzz.h"

#include "importers/html.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article =
      purport_html_import (bytes, "https://example.org/a/", PURPORT_HTML_DEFAULT, "input", &error);

  purport_fuzz_check_article (article, error);
  return 0;
}
