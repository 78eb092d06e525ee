/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers are 32 bits, little-endian; a string is its length plus one and its bytes, 0 for none. Who reads a message
 * trusts nothing in it: whoever wrote it may have been taken over by what it read.
 */
#include "formats/article-message.h"

#include <string.h>

/* Titles, names and addresses are not longer than this, in bytes. */
#define MAX_STRING_BYTES (64u * 1024u)
#define MAX_BYLINES 1000u

/* --- writing ---------------------------------------------------------------------------------------------------- */

static void
put_number (GByteArray *out, gsize number)
{
  guint32 little = GUINT32_TO_LE ((guint32)number);
  g_byte_array_append (out, (const guint8 *)&little, sizeof little);
}

static void
put_bytes (GByteArray *out, const char *data, gsize n_bytes)
{
  put_number (out, n_bytes + 1);
  g_byte_array_append (out, (const guint8 *)data, (guint)n_bytes);
}

/* Longer strings are cut between characters: no title is. */
static void
put_string (GByteArray *out, const char *string)
{
  gsize n = string != NULL ? strlen (string) : 0;

  if (string == NULL) {
    put_number (out, 0);
    return;
  }
  if (n > MAX_STRING_BYTES)
    n = (gsize)(g_utf8_find_prev_char (string, string + MAX_STRING_BYTES - 3) - string);
  put_bytes (out, string, n);
}

static void
put_span (GByteArray *out, PurportSpan span)
{
  put_number (out, span.start_byte);
  put_number (out, span.end_byte);
}

static void
put_lists (GByteArray *out, const PurportArticle *article)
{
  put_number (out, article->blocks->len);
  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    put_number (out, block->kind);
    put_span (out, block->span);
  }
  put_number (out, article->links->len);
  for (guint i = 0; i < article->links->len; i++) {
    const PurportLink *link = &g_array_index (article->links, PurportLink, i);
    put_span (out, link->span);
    put_string (out, link->uri);
  }
  put_number (out, article->pictures->len);
  for (guint i = 0; i < article->pictures->len; i++) {
    const PurportPicture *picture = &g_array_index (article->pictures, PurportPicture, i);
    put_number (out, picture->at_byte);
    put_span (out, picture->caption);
    put_string (out, picture->uri);
    put_string (out, picture->media_type);
    put_string (out, picture->alt);
    put_string (out, picture->credit);
  }
}

/* Appends the message that says what @article is. O(its size). */
void
purport_article_message_write (const PurportArticle *article, GByteArray *out)
{
  guint n_bylines = MIN (g_strv_length (article->bylines), MAX_BYLINES);

  put_bytes (out, article->text, article->n_bytes);
  put_string (out, article->uri);
  put_string (out, article->media_type);
  put_string (out, article->language);
  put_string (out, article->title);
  put_string (out, article->publisher);
  put_string (out, article->published);
  put_number (out, n_bylines);
  for (guint i = 0; i < n_bylines; i++)
    put_string (out, article->bylines[i]);
  put_lists (out, article);
}

/* --- reading ---------------------------------------------------------------------------------------------------- */

/* What is left of a message. After the first fault nothing more is read. */
typedef struct {
  const guint8 *at;
  gsize left;
  gboolean failed;
} Reader;

static guint32
get_number (Reader *self)
{
  guint32 number = 0;

  if (self->failed || self->left < sizeof number) {
    self->failed = TRUE;
    return 0;
  }
  memcpy (&number, self->at, sizeof number);
  self->at += sizeof number;
  self->left -= sizeof number;
  return GUINT32_FROM_LE (number);
}

/* Returns: (transfer full) (nullable): valid UTF-8 without NUL bytes, or %NULL if there is none or the message is bad.
 */
static char *
get_string (Reader *self, gsize limit, gsize *n_bytes)
{
  gsize n = get_number (self);
  char *string;

  if (self->failed || n == 0)
    return NULL;
  n--;
  if (n > self->left || n > limit || !g_utf8_validate_len ((const char *)self->at, n, NULL)) {
    self->failed = TRUE;
    return NULL;
  }
  string = g_strndup ((const char *)self->at, n);
  self->at += n;
  self->left -= n;
  if (n_bytes != NULL)
    *n_bytes = n;
  return string;
}

/* The number of things that follow, each of which takes at least @n_bytes. */
static guint
get_count (Reader *self, gsize n_bytes)
{
  guint32 n = get_number (self);

  if (n > self->left / n_bytes)
    self->failed = TRUE;
  return self->failed ? 0 : n;
}

static gboolean
is_boundary (const PurportArticle *article, guint32 byte)
{
  return byte <= article->n_bytes && (byte == article->n_bytes || ((guchar)article->text[byte] & 0xC0) != 0x80);
}

/* Both ends between characters, and not the wrong way round. */
static PurportSpan
get_span (Reader *self, const PurportArticle *article, gboolean may_be_empty)
{
  PurportSpan span = { get_number (self), 0 };

  span.end_byte = get_number (self);
  if (span.start_byte > span.end_byte || (!may_be_empty && span.start_byte == span.end_byte) ||
      !is_boundary (article, span.start_byte) || !is_boundary (article, span.end_byte))
    self->failed = TRUE;
  return span;
}

static void
get_blocks (Reader *self, PurportArticle *article)
{
  guint n = get_count (self, 12);
  guint32 end = 0;

  for (guint i = 0; i < n && !self->failed; i++) {
    guint32 kind = get_number (self);
    PurportSpan span = get_span (self, article, FALSE);
    self->failed = self->failed || kind > PURPORT_BLOCK_BOILERPLATE || span.start_byte < end;
    end = span.end_byte;
    if (!self->failed)
      purport_article_add_block (article, (PurportBlockKind)kind, span);
  }
}

static void
get_links (Reader *self, PurportArticle *article)
{
  guint n = get_count (self, 12);
  guint32 start = 0;

  for (guint i = 0; i < n && !self->failed; i++) {
    PurportLink link = { get_span (self, article, FALSE), NULL };
    self->failed = self->failed || link.span.start_byte < start;
    start = link.span.start_byte;
    link.uri = get_string (self, MAX_STRING_BYTES, NULL);
    self->failed = self->failed || link.uri == NULL;
    g_array_append_val (article->links, link);
  }
}

static void
get_pictures (Reader *self, PurportArticle *article)
{
  guint n = get_count (self, 28);
  guint32 at = 0;

  for (guint i = 0; i < n && !self->failed; i++) {
    PurportPicture picture = { .at_byte = get_number (self) };
    self->failed = self->failed || picture.at_byte < at || !is_boundary (article, picture.at_byte);
    at = picture.at_byte;
    picture.caption = get_span (self, article, TRUE);
    picture.uri = get_string (self, MAX_STRING_BYTES, NULL);
    picture.media_type = get_string (self, MAX_STRING_BYTES, NULL);
    picture.alt = get_string (self, MAX_STRING_BYTES, NULL);
    picture.credit = get_string (self, MAX_STRING_BYTES, NULL);
    self->failed = self->failed || picture.uri == NULL;
    g_array_append_val (article->pictures, picture);
  }
}

static void
get_bylines (Reader *self, PurportArticle *article)
{
  g_autoptr (GPtrArray) bylines = g_ptr_array_new_with_free_func (g_free);
  guint n = get_count (self, 4);

  self->failed = self->failed || n > MAX_BYLINES;
  for (guint i = 0; i < n && !self->failed; i++) {
    char *byline = get_string (self, MAX_STRING_BYTES, NULL);
    if (byline != NULL)
      g_ptr_array_add (bylines, byline);
    self->failed = self->failed || byline == NULL;
  }
  g_ptr_array_add (bylines, NULL);
  g_strfreev (article->bylines);
  article->bylines = (char **)g_ptr_array_steal (bylines, NULL);
}

/**
 * purport_article_message_read:
 * @data: what somebody answered; nothing about it is trusted
 *
 * O(@n_bytes), and in memory that is bounded by a small multiple of it.
 *
 * Returns: (transfer full) (nullable): an article that keeps all the promises of its type, or %NULL if the message does
 * not
 */
PurportArticle *
purport_article_message_read (const guint8 *data, gsize n_bytes)
{
  Reader reader = { data, n_bytes, FALSE };
  g_autoptr (PurportArticle) article = NULL;
  gsize n_text = 0;
  char *text = get_string (&reader, PURPORT_TEXT_LIMIT_BYTES, &n_text);

  if (text == NULL)
    return NULL;
  article = purport_article_new_take (text, n_text);
  article->uri = get_string (&reader, MAX_STRING_BYTES, NULL);
  article->media_type = get_string (&reader, MAX_STRING_BYTES, NULL);
  article->language = get_string (&reader, MAX_STRING_BYTES, NULL);
  article->title = get_string (&reader, MAX_STRING_BYTES, NULL);
  article->publisher = get_string (&reader, MAX_STRING_BYTES, NULL);
  article->published = get_string (&reader, MAX_STRING_BYTES, NULL);
  get_bylines (&reader, article);
  get_blocks (&reader, article);
  get_links (&reader, article);
  get_pictures (&reader, article);
  return !reader.failed && reader.left == 0 ? g_steal_pointer (&article) : NULL;
}
