/* SPDX-License-Identifier: GPL-3.0-or-later */
/* White space is collapsed as browsers do it; characters that no text has are left out. */
#include "importers/article-builder.h"

#include <string.h>

void
purport_article_builder_init (PurportArticleBuilder *self)
{
  *self = (PurportArticleBuilder){
    .text = g_string_new (NULL),
    .blocks = g_array_new (FALSE, FALSE, sizeof (PurportBlock)),
    .links = purport_links_new (),
    .pictures = purport_pictures_new (),
    .kind = PURPORT_BLOCK_PARAGRAPH,
  };
}

void
purport_article_builder_clear (PurportArticleBuilder *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->pictures, g_array_unref);
}

/* Whether the text has reached its limit: nothing more should be written. */
gboolean
purport_article_builder_is_full (const PurportArticleBuilder *self)
{
  return self->text->len + 4096 >= PURPORT_TEXT_LIMIT_BYTES;
}

/**
 * purport_article_builder_append:
 * @words: valid UTF-8
 * @preformatted: white space counts
 *
 * Appends to the block. O(length).
 */
void
purport_article_builder_append (PurportArticleBuilder *self, const char *words, gboolean preformatted)
{
  GString *text = self->text;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (purport_article_builder_is_full (self))
      return;
    if (preformatted && (c == '\n' || c == ' ' || c == '\t')) {
      if (text->len > self->block_start || c == ' ')
        g_string_append_c (text, (char)c);
      continue;
    }
    if (g_unichar_isspace (c) && c != 0xA0) {
      self->space = TRUE;
      continue;
    }
    if (c == 0xFEFF || c == 0x200B || (c < 0x20 && c != '\t') || c == 0x7F)
      continue;
    if (self->space && text->len > self->block_start && !g_ascii_isspace (text->str[text->len - 1]))
      g_string_append_c (text, ' ');
    self->space = FALSE;
    g_string_append_unichar (text, c);
  }
}

/* Parts the cells of a row. */
void
purport_article_builder_append_tab (PurportArticleBuilder *self)
{
  self->space = FALSE;
  if (self->text->len > self->block_start)
    g_string_append_c (self->text, '\t');
}

/* Begins a new line in the block; where the line is empty already, a new block. */
void
purport_article_builder_break_line (PurportArticleBuilder *self)
{
  GString *text = self->text;

  self->space = FALSE;
  if (text->len > self->block_start && text->str[text->len - 1] == '\n')
    purport_article_builder_end_block (self);
  else if (text->len > self->block_start)
    g_string_append_c (text, '\n');
}

/* Takes the white space off the end of the block. Returns: whether anything is left of it. */
gboolean
purport_article_builder_trim_block (PurportArticleBuilder *self)
{
  self->space = FALSE;
  while (self->text->len > self->block_start && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  /* Links may not reach behind what is left. */
  for (guint i = self->links->len; i > self->first_link; i--) {
    PurportLink *link = &g_array_index (self->links, PurportLink, i - 1);
    if (link->span.start_byte >= self->text->len)
      g_array_set_size (self->links, i - 1);
    else
      link->span.end_byte = MIN (link->span.end_byte, (guint32)self->text->len);
  }
  return self->text->len > self->block_start;
}

/* Ends the block; an empty one was none. */
void
purport_article_builder_end_block (PurportArticleBuilder *self)
{
  PurportBlock block;

  if (!purport_article_builder_trim_block (self))
    return;
  block = (PurportBlock){ self->kind, purport_span (self->block_start, self->text->len) };
  g_array_append_val (self->blocks, block);
  g_string_append (self->text, "\n\n");
  self->block_start = self->text->len;
  self->first_link = self->links->len;
}

/* Takes back what was written since the block began. */
void
purport_article_builder_drop_block (PurportArticleBuilder *self)
{
  g_string_truncate (self->text, self->block_start);
  g_array_set_size (self->links, self->first_link);
  self->space = FALSE;
}

/* Takes back the last block that was ended; none may have been begun since. */
void
purport_article_builder_drop_last_block (PurportArticleBuilder *self)
{
  PurportSpan span;

  g_return_if_fail (self->blocks->len > 0 && self->text->len == self->block_start);
  span = g_array_index (self->blocks, PurportBlock, self->blocks->len - 1).span;
  g_array_set_size (self->blocks, self->blocks->len - 1);
  while (self->links->len > 0 &&
         g_array_index (self->links, PurportLink, self->links->len - 1).span.end_byte > span.start_byte)
    g_array_set_size (self->links, self->links->len - 1);
  g_string_truncate (self->text, span.start_byte);
  self->block_start = span.start_byte;
  self->first_link = self->links->len;
}

/* Writes a block of its own. */
void
purport_article_builder_add_line (PurportArticleBuilder *self, PurportBlockKind kind, const char *line)
{
  PurportBlockKind outer = self->kind;

  purport_article_builder_end_block (self);
  self->kind = kind;
  purport_article_builder_append (self, line, FALSE);
  purport_article_builder_end_block (self);
  self->kind = outer;
}

/* Makes a link of what was written since @start_byte in this block; nothing if that is white space. */
void
purport_article_builder_add_link (PurportArticleBuilder *self, gsize start_byte, const char *uri)
{
  GString *text = self->text;
  PurportLink link;

  start_byte = MAX (start_byte, self->block_start);
  while (start_byte < text->len && g_ascii_isspace (text->str[start_byte]))
    start_byte++;
  if (start_byte >= text->len)
    return;
  link = (PurportLink){ purport_span (start_byte, text->len), g_strdup (uri) };
  g_array_append_val (self->links, link);
}

static const char *
guess_media_type (const char *uri)
{
  static const struct {
    const char *suffix;
    const char *type;
  } types[] = { { ".png", "image/png" },  { ".jpg", "image/jpeg" },  { ".jpeg", "image/jpeg" },
                { ".gif", "image/gif" },  { ".webp", "image/webp" }, { ".svg", "image/svg+xml" },
                { ".avif", "image/avif" } };
  g_autofree char *path = g_strdup (uri);

  path[strcspn (path, "?#")] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    gsize n = strlen (path), n_suffix = strlen (types[i].suffix);
    if (n > n_suffix && g_ascii_strcasecmp (path + n - n_suffix, types[i].suffix) == 0)
      return types[i].type;
  }
  return NULL;
}

/**
 * purport_article_builder_add_picture:
 *
 * Adds a picture where the block that is being written begins.
 *
 * Returns: (transfer none): the picture, to be filled before the next is added
 */
PurportPicture *
purport_article_builder_add_picture (PurportArticleBuilder *self, const char *uri)
{
  PurportPicture picture = {
    .uri = g_strdup (uri),
    .media_type = g_strdup (guess_media_type (uri)),
    .at_byte = (guint32)self->block_start,
  };

  g_array_append_val (self->pictures, picture);
  return &g_array_index (self->pictures, PurportPicture, self->pictures->len - 1);
}

/**
 * purport_article_builder_add_head:
 * @title: (nullable): as is
 * @bylines: (nullable) (element-type utf8): names
 *
 * Writes title and bylines as the first blocks.
 */
void
purport_article_builder_add_head (PurportArticleBuilder *self, const char *title, const GPtrArray *bylines)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (title != NULL && *title != '\0')
    purport_article_builder_add_line (self, PURPORT_BLOCK_TITLE, title);
  for (guint i = 0; bylines != NULL && i < bylines->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *)bylines->pdata[i]);
  if (names->len > 0)
    purport_article_builder_add_line (self, PURPORT_BLOCK_BYLINE, names->str);
}

static int
compare_links (gconstpointer one, gconstpointer two)
{
  const PurportLink *a = one, *b = two;

  if (a->span.start_byte != b->span.start_byte)
    return a->span.start_byte < b->span.start_byte ? -1 : 1;
  return a->span.end_byte < b->span.end_byte ? -1 : a->span.end_byte > b->span.end_byte;
}

/**
 * purport_article_builder_finish:
 *
 * Makes the article of what was written, and leaves the builder empty: there is nothing to clear then.
 *
 * Returns: (transfer full): the article
 */
PurportArticle *
purport_article_builder_finish (PurportArticleBuilder *self)
{
  PurportArticle *article;
  gsize n_bytes;

  purport_article_builder_end_block (self);
  n_bytes = self->text->len - MIN (self->text->len, 1u); /* one newline ends the text */
  g_string_truncate (self->text, n_bytes);
  g_array_sort (self->links, compare_links);
  for (guint i = 0; i < self->pictures->len; i++) {
    PurportPicture *picture = &g_array_index (self->pictures, PurportPicture, i);
    picture->at_byte = MIN (picture->at_byte, (guint32)n_bytes);
  }
  article = purport_article_new_take (g_string_free (g_steal_pointer (&self->text), FALSE), n_bytes);
  g_array_unref (article->blocks);
  g_array_unref (article->links);
  g_array_unref (article->pictures);
  article->blocks = g_steal_pointer (&self->blocks);
  article->links = g_steal_pointer (&self->links);
  article->pictures = g_steal_pointer (&self->pictures);
  return article;
}

/* Sets the article's bylines, which nobody else has seen yet. @bylines: (element-type utf8) */
void
purport_article_builder_set_bylines (PurportArticle *article, const GPtrArray *bylines)
{
  g_strfreev (article->bylines);
  article->bylines = g_new0 (char *, bylines->len + 1);
  for (guint i = 0; i < bylines->len; i++)
    article->bylines[i] = g_strdup (bylines->pdata[i]);
}
