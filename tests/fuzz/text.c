/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import of untrusted bytes of whatever kind, as the worker does it. */
#include "fuzz/check-article.h"
#include "fuzz/fuzz.h"

#include "importers/importers.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  const PurportImportRequest request = { .display_name = "input" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_importers_import (bytes, &request, &error);

  purport_fuzz_check_article (article, error);
  return 0;
}
