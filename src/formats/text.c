/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of plain text. */
#include "formats/text.h"

#include <string.h>

/* The bytes from @start to @end without the white space around them. */
static PurportSpan
trim (const char *text, gsize start, gsize end)
{
  const char *from = text + start, *to = text + end;

  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  return purport_span ((gsize)(from - text), (gsize)(to - text));
}

static void
add_blocks (PurportArticle *article)
{
  gsize start = 0;

  while (start < article->n_bytes) {
    const char *newline = memchr (article->text + start, '\n', article->n_bytes - start);
    gsize end = newline != NULL ? (gsize)(newline - article->text) : article->n_bytes;
    PurportSpan span = trim (article->text, start, end);

    if (!purport_span_is_empty (span))
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, span);
    start = end + 1;
  }
}

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
  add_blocks (article);
  return article;
}
