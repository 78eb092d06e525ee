/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of plain text. */
#include "formats/text.h"

#include "formats/text-blocks.h"

/**
 * purport_text_import:
 * @display_name: (nullable): what errors call it
 *
 * Makes an article of a plain text. Its text is the decoded file; only blocks and metadata say more. O(length).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_text_import (GBytes *bytes, PurportDecodeMode mode, const char *display_name, GError **error)
{
  gsize n_bytes;
  char *text = purport_decode_text (bytes, mode, display_name, &n_bytes, error);
  PurportArticle *article;

  if (text == NULL)
    return NULL;
  article = purport_article_new_take (text, n_bytes);
  article->media_type = g_strdup ("text/plain");
  purport_text_find_blocks (article);
  return article;
}
