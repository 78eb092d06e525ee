/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A GtkTextView lays a line out as one piece, in time that grows faster than the line: half a second at 50,000
 * characters, nothing drawn at 400,000. Lines longer than LINE_LIMIT are therefore shown as several. What is added is
 * one line feed per break and a line per picture, and the places of those are all that the map needs. A line feed
 * inside a paragraph that was broken at a fixed width is shown as a space, which moves nothing.
 */
#include "model/display-text.h"

#include <string.h>

#include "model/unwrap.h"

/* Longer lines are broken; pieces are at least half as long. In bytes. */
#define LINE_LIMIT 4096u

struct _PurportDisplayText {
  gatomicrefcount ref_count;
  PurportArticle *article;
  PurportCodePoints *code_points;
  GString *text;    /* NULL: the article's own text, as it is */
  GArray *breaks;   /* (element-type guint32): article code points before which a character is added, in order */
  GArray *pictures; /* (element-type guint): the offset at which each picture is shown */
};

/* Stands for a picture: U+FFFC, the object replacement character. */
#define OBJECT "\xEF\xBF\xBC"

/* Whether a cluster of several code points may go on at @p, so that no line may begin there. */
static gboolean
continues_cluster (const char *p)
{
  gunichar character = g_utf8_get_char (p);

  if (g_unichar_ismark (character) || character == 0x200D || (character >= 0xFE00 && character <= 0xFE0F) ||
      (character >= 0x1F3FB && character <= 0x1F3FF) || (character >= 0x1F1E6 && character <= 0x1F1FF))
    return TRUE;
  return g_unichar_iszerowidth (character);
}

static gboolean
follows_joiner (const char *start, const char *p)
{
  return p > start && g_utf8_get_char (g_utf8_prev_char (p)) == 0x200D;
}

/* Where to end a piece of the line that begins at @start: behind a space if there is one in the last half. */
static const char *
find_break (const char *start)
{
  const char *limit = start + LINE_LIMIT, *p;

  while (((guchar)*limit & 0xC0) == 0x80)
    limit--;
  for (p = limit; p > start + LINE_LIMIT / 2; p = g_utf8_prev_char (p))
    if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
      return p;
  for (p = limit; p > start + LINE_LIMIT / 2; p = g_utf8_prev_char (p))
    if (!continues_cluster (p) && !follows_joiner (start, p))
      return p;
  return limit;
}

static void
break_line (PurportDisplayText *self, const char *text, const char *start, const char *end)
{
  while ((gsize)(end - start) > LINE_LIMIT + LINE_LIMIT / 2) {
    const char *at = find_break (start);
    guint32 code_point = purport_code_points_from_byte (self->code_points, (guint32)(at - text));
    g_string_append_len (self->text, start, at - start);
    g_string_append_c (self->text, '\n');
    g_array_append_val (self->breaks, code_point);
    start = at;
  }
  g_string_append_len (self->text, start, end - start);
}

static gboolean
has_long_line (const char *text, gsize n_bytes)
{
  const char *p = text, *end = p + n_bytes;

  while (p < end) {
    const char *newline = memchr (p, '\n', (gsize)(end - p));
    const char *line_end = newline != NULL ? newline : end;
    if ((gsize)(line_end - p) > LINE_LIMIT + LINE_LIMIT / 2)
      return TRUE;
    p = line_end + 1;
  }
  return FALSE;
}

static void
add_characters (PurportDisplayText *self, const char *characters, guint n, guint32 code_point)
{
  g_string_append (self->text, characters);
  for (guint i = 0; i < n; i++)
    g_array_append_val (self->breaks, code_point);
}

/* Pictures that stand before @end_byte and were not shown yet get lines of their own, before @line_byte. */
static void
add_pictures (PurportDisplayText *self, guint32 line_byte, gsize end_byte)
{
  const GArray *pictures = self->article->pictures;
  guint32 code_point = purport_code_points_from_byte (self->code_points, line_byte);

  while (self->pictures->len < pictures->len &&
         g_array_index (pictures, PurportPicture, self->pictures->len).at_byte < end_byte) {
    guint shown = code_point + self->breaks->len;
    g_array_append_val (self->pictures, shown);
    add_characters (self, OBJECT "\n", 2, code_point);
  }
}

/* Those behind the last line. */
static void
add_last_pictures (PurportDisplayText *self)
{
  guint32 n_bytes = (guint32)self->article->n_bytes;
  guint32 end = purport_code_points_get_length (self->code_points);

  if (self->pictures->len < self->article->pictures->len && self->text->len > 0 &&
      self->text->str[self->text->len - 1] != '\n')
    add_characters (self, "\n", 1, end);
  add_pictures (self, n_bytes, (gsize)n_bytes + 1);
}

/* @text: the article's, or as long */
static void
lay_out_lines (PurportDisplayText *self, const char *text)
{
  const char *p = text, *end = p + self->article->n_bytes;

  self->text = g_string_sized_new (self->article->n_bytes + self->article->n_bytes / LINE_LIMIT * 2 + 1);
  while (p < end) {
    const char *newline = memchr (p, '\n', (gsize)(end - p));
    add_pictures (self, (guint32)(p - text), (gsize)((newline != NULL ? newline : end) - text));
    break_line (self, text, p, newline != NULL ? newline : end);
    if (newline == NULL)
      break;
    g_string_append_c (self->text, '\n');
    p = newline + 1;
  }
  add_last_pictures (self);
}

/**
 * purport_display_text_new:
 * @article: the article; a reference is kept
 *
 * O(text). No copy is made of a text without pictures and very long or wrapped lines.
 *
 * Returns: (transfer full): the text to show
 */
PurportDisplayText *
purport_display_text_new (PurportArticle *article)
{
  PurportDisplayText *self;
  g_autofree char *unwrapped = NULL;
  const char *text;

  g_return_val_if_fail (article != NULL, NULL);
  unwrapped = purport_unwrap_text (article);
  text = unwrapped != NULL ? unwrapped : article->text;
  self = g_new0 (PurportDisplayText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->article = purport_article_ref (article);
  self->code_points = purport_code_points_new (article->text, article->n_bytes);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (guint));
  if (article->pictures->len > 0 || has_long_line (text, article->n_bytes))
    lay_out_lines (self, text);
  else if (unwrapped != NULL)
    self->text = g_string_new_len (unwrapped, (gssize)article->n_bytes);
  return self;
}

PurportDisplayText *
purport_display_text_ref (PurportDisplayText *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
purport_display_text_unref (PurportDisplayText *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_array_unref (self->breaks);
  g_array_unref (self->pictures);
  purport_code_points_free (self->code_points);
  purport_article_unref (self->article);
  g_free (self);
}

/* Returns: (transfer none): the article whose text it is. */
const PurportArticle *
purport_display_text_get_article (const PurportDisplayText *self)
{
  return self->article;
}

/* Returns: (transfer none): what a text buffer is filled with, @n_bytes long. */
const char *
purport_display_text_get_text (const PurportDisplayText *self, gsize *n_bytes)
{
  *n_bytes = self->text != NULL ? self->text->len : self->article->n_bytes;
  return self->text != NULL ? self->text->str : self->article->text;
}

/* Returns: (transfer none): the offsets of the article's text. */
const PurportCodePoints *
purport_display_text_get_code_points (const PurportDisplayText *self)
{
  return self->code_points;
}

/* Returns: the offset at which the article's picture @index is shown, as one character on a line of its own. */
guint
purport_display_text_get_picture (const PurportDisplayText *self, guint index)
{
  g_return_val_if_fail (index < self->pictures->len, 0);
  return g_array_index (self->pictures, guint, index);
}

/* The number of breaks that stand before the article's @code_point (or, @offset by those before them, shown). */
static guint
count_breaks (const PurportDisplayText *self, guint position, gboolean shown)
{
  guint low = 0, high = self->breaks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    guint at = g_array_index (self->breaks, guint32, middle) + (shown ? middle + 1 : 0);
    if (at <= position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns: the offset at which the article's @code_point is shown. O(log breaks). */
guint
purport_display_text_from_article (const PurportDisplayText *self, guint code_point)
{
  return code_point + count_breaks (self, code_point, FALSE);
}

/* Returns: the offset behind the last of the words that end at the article's @code_point: what was added between them
 * and what follows is no part of them. O(log breaks). */
guint
purport_display_text_end_from_article (const PurportDisplayText *self, guint code_point)
{
  return code_point == 0 ? 0 : purport_display_text_from_article (self, code_point - 1) + 1;
}

/* Returns: the article's code point that is shown at offset @shown; an added character is what follows it. O(log
 * breaks). */
guint
purport_display_text_to_article (const PurportDisplayText *self, guint shown)
{
  guint code_point = shown - count_breaks (self, shown, TRUE);
  return MIN (code_point, purport_code_points_get_length (self->code_points));
}

/**
 * purport_display_text_dup_original:
 * @start: first shown offset
 * @end: one past the last shown offset
 * @n_bytes: (out) (optional): length of the answer
 *
 * Returns: (transfer full): the article's own words between the two, without added line feeds
 */
char *
purport_display_text_dup_original (const PurportDisplayText *self, guint start, guint end, gsize *n_bytes)
{
  guint from = purport_display_text_to_article (self, start), to = purport_display_text_to_article (self, end);
  PurportSpan span;

  g_return_val_if_fail (from <= to, NULL);
  span = purport_span (purport_code_points_to_byte (self->code_points, from),
                       purport_code_points_to_byte (self->code_points, to));
  if (n_bytes != NULL)
    *n_bytes = purport_span_length (span);
  return purport_article_dup_span (self->article, span);
}
