/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import of PDF documents. */
#include "fuzz/check-article.h"
#include "fuzz/fuzz.h"

#include "importers-pdf/pdf.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_pdf_import (bytes, "input", &error);

  purport_fuzz_check_article (article, error);
  return 0;
}
