/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of plain text. */
#include "formats/text.h"

PurportArticle *
purport_text_import (GBytes *bytes, const char *display_name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  PurportArticle *article;

  (void)display_name;
  (void)error;
  article = purport_article_new (data, (gssize)length);
  article->media_type = g_strdup ("text/plain");
  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, length));
  return article;
}
