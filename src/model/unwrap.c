/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paragraph was broken at a fixed width if no line of it could have taken the first word of the next one. Verse,
 * addresses and code do not look like that. A line feed becomes a space, so that no offset changes.
 */
#include "model/unwrap.h"

#include <string.h>

/* Narrower lines are no paragraph's, wider ones are not broken at a fixed width. In characters. */
#define MIN_WIDTH 40
#define MAX_WIDTH 120

static glong
line_length (const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize)(end - at));
  return g_utf8_strlen (at, (newline != NULL ? newline : end) - at);
}

static glong
first_word_length (const char *at, const char *end)
{
  const char *stop = at;

  while (stop < end && !g_ascii_isspace (*stop))
    stop++;
  return g_utf8_strlen (at, stop - at);
}

/* The length of the longest line. */
static glong
find_width (const char *at, const char *end)
{
  glong width = 0;

  while (at < end) {
    const char *newline = memchr (at, '\n', (gsize)(end - at));
    width = MAX (width, line_length (at, end));
    at = newline != NULL ? newline + 1 : end;
  }
  return width;
}

static gboolean
is_wrapped (const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize)(end - at));
  glong width = newline != NULL ? find_width (at, end) : 0;

  if (width < MIN_WIDTH || width > MAX_WIDTH)
    return FALSE;
  for (; newline != NULL; newline = memchr (at, '\n', (gsize)(end - at))) {
    const char *next = newline + 1;
    if (next >= end || g_ascii_isspace (*next) || *next == '>' ||
        line_length (at, end) + 1 + first_word_length (next, end) <= width)
      return FALSE;
    at = next;
  }
  return TRUE;
}

/**
 * purport_unwrap_text:
 *
 * O(text).
 *
 * Returns: (transfer full) (nullable): the article's text, in as many bytes, with a space for each line feed inside a
 * paragraph that was broken at a fixed width; %NULL if there is none or the text is no plain one
 */
char *
purport_unwrap_text (const PurportArticle *article)
{
  char *text = NULL;

  if (g_strcmp0 (article->media_type, "text/plain") != 0)
    return NULL;
  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    const char *start = article->text + block->span.start_byte, *end = article->text + block->span.end_byte;

    if ((block->kind != PURPORT_BLOCK_PARAGRAPH && block->kind != PURPORT_BLOCK_LIST_ITEM &&
         block->kind != PURPORT_BLOCK_QUOTATION) ||
        !is_wrapped (start, end))
      continue;
    if (text == NULL)
      text = g_memdup2 (article->text, article->n_bytes + 1);
    for (guint32 k = block->span.start_byte; k < block->span.end_byte; k++)
      text[k] = text[k] == '\n' ? ' ' : text[k];
  }
  return text;
}
