/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes block by block, with an empty line between them. White space is collapsed as browsers do it. */
#include "formats/html-write.h"

#include <string.h>

#include "formats/clutter.h"
#include "formats/html-tree.h"
#include "formats/text-lines.h"

/* A teaser is a headline; a longer sentence ends the list of them. In bytes. */
#define MAX_TEASER_BYTES 90u

typedef struct {
  PurportHtmlText *out;
  const PurportHtmlContent *content;
  PurportBlockKind kind; /* of the block that is being written */
  gsize block_start;     /* in bytes */
  guint first_link;      /* of the block */
  gboolean space;        /* white space stands before the next word */
  gboolean in_teasers;
} Writer;

static void
clear_link (PurportLink *link)
{
  g_clear_pointer (&link->uri, g_free);
}

/* Takes back what was written since the block began. */
static void
drop_block (Writer *self)
{
  PurportHtmlText *out = self->out;

  g_string_truncate (out->text, self->block_start);
  for (guint i = self->first_link; i < out->links->len; i++)
    clear_link (&g_array_index (out->links, PurportLink, i));
  g_array_set_size (out->links, self->first_link);
}

static gboolean
repeats_title (const Writer *self, const char *line)
{
  g_autofree char *one = NULL, *two = NULL;

  if (self->out->title == NULL || self->kind != PURPORT_BLOCK_HEADING)
    return FALSE;
  one = g_utf8_casefold (line, -1);
  two = g_utf8_casefold (self->out->title, -1);
  return strcmp (one, two) == 0;
}

/* Whether the block is no part of the article after all: buttons, counters, teasers. */
static gboolean
is_clutter (Writer *self, const char *line, gsize n_bytes)
{
  PurportClutter clutter = purport_clutter_classify (line, n_bytes);
  gboolean ends = purport_text_ends_sentence (line, purport_span (0, n_bytes));

  if (self->kind == PURPORT_BLOCK_TABLE)
    return FALSE; /* a number alone is a cell */
  if (clutter == PURPORT_CLUTTER_TEASERS) {
    self->in_teasers = TRUE;
    return TRUE;
  }
  self->in_teasers = self->in_teasers && !(ends && n_bytes > MAX_TEASER_BYTES);
  if (self->in_teasers || clutter == PURPORT_CLUTTER_LINE)
    return TRUE;
  if (clutter == PURPORT_CLUTTER_CAPTION && self->kind == PURPORT_BLOCK_PARAGRAPH)
    self->kind = PURPORT_BLOCK_CAPTION;
  return FALSE;
}

static void
finish_block (Writer *self)
{
  GString *text = self->out->text;
  PurportBlock block;

  self->space = FALSE;
  while (text->len > self->block_start && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  if (text->len == self->block_start)
    return;
  if (repeats_title (self, text->str + self->block_start) ||
      is_clutter (self, text->str + self->block_start, text->len - self->block_start)) {
    drop_block (self);
    return;
  }
  block = (PurportBlock){ self->kind, purport_span (self->block_start, text->len) };
  g_array_append_val (self->out->blocks, block);
  g_string_append (text, "\n\n");
  self->block_start = text->len;
  self->first_link = self->out->links->len;
}

static void
write_words (Writer *self, const char *words, gboolean preformatted)
{
  GString *text = self->out->text;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
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
    if (self->space && text->len > self->block_start && text->str[text->len - 1] != '\n')
      g_string_append_c (text, ' ');
    self->space = FALSE;
    g_string_append_unichar (text, c);
  }
}

static char *
resolve (const Writer *self, const char *address)
{
  char *resolved = NULL;

  if (self->out->base != NULL)
    resolved = g_uri_resolve_relative (self->out->base, address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return resolved != NULL ? resolved : g_strdup (address);
}

static void
add_link (Writer *self, const GumboNode *node, gsize start)
{
  const char *address = purport_html_get_attribute (node, "href");
  GString *text = self->out->text;
  PurportLink link;

  if (address == NULL || *address == '\0' || *address == '#' || g_str_has_prefix (address, "javascript:"))
    return;
  start = MAX (start, self->block_start);
  while (start < text->len && g_ascii_isspace (text->str[start]))
    start++;
  if (start >= text->len)
    return;
  link = (PurportLink){ purport_span (start, text->len), resolve (self, address) };
  g_array_append_val (self->out->links, link);
}

/* A picture stands where the next word will. Icons, counters and pictures without an address are none. */
static void
add_picture (Writer *self, const GumboNode *node)
{
  const char *address = purport_html_get_attribute (node, "src"), *alt = purport_html_get_attribute (node, "alt");
  const char *width = purport_html_get_attribute (node, "width"), *lazy = purport_html_get_attribute (node, "data-src");
  PurportPicture picture = { 0 };

  if (lazy != NULL && (address == NULL || g_str_has_prefix (address, "data:")))
    address = lazy;
  if (address == NULL || *address == '\0' || g_str_has_prefix (address, "data:") ||
      (width != NULL && g_ascii_strtoull (width, NULL, 10) > 0 && g_ascii_strtoull (width, NULL, 10) < 64))
    return;
  picture.uri = resolve (self, address);
  picture.alt = alt != NULL && *alt != '\0' ? purport_html_collapse (alt) : NULL;
  picture.at_byte = (guint32)self->block_start;
  g_array_append_val (self->out->pictures, picture);
}

static PurportBlockKind
find_kind (const GumboNode *node, PurportBlockKind outer)
{
  switch ((int)node->v.element.tag) {
  case GUMBO_TAG_H1:
  case GUMBO_TAG_H2:
  case GUMBO_TAG_H3:
  case GUMBO_TAG_H4:
  case GUMBO_TAG_H5:
  case GUMBO_TAG_H6:
    return PURPORT_BLOCK_HEADING;
  case GUMBO_TAG_LI:
  case GUMBO_TAG_DD:
  case GUMBO_TAG_DT:
    return PURPORT_BLOCK_LIST_ITEM;
  case GUMBO_TAG_BLOCKQUOTE:
    return PURPORT_BLOCK_QUOTATION;
  case GUMBO_TAG_FIGCAPTION:
  case GUMBO_TAG_CAPTION:
    return PURPORT_BLOCK_CAPTION;
  case GUMBO_TAG_TD:
  case GUMBO_TAG_TH:
    return outer == PURPORT_BLOCK_PARAGRAPH ? PURPORT_BLOCK_TABLE : outer;
  default:
    return outer;
  }
}

static void write_node (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted);

static void
write_children (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  for (guint i = 0; i < node->v.element.children.length; i++)
    write_node (self, node->v.element.children.data[i], kind, preformatted);
}

static void
write_block (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  guint first_picture = self->out->pictures->len;

  finish_block (self);
  kind = find_kind (node, kind);
  self->kind = kind;
  write_children (self, node, kind, preformatted || purport_html_is (node, GUMBO_TAG_PRE));
  finish_block (self);
  self->kind = kind;
  if (purport_html_is (node, GUMBO_TAG_FIGURE) && self->out->pictures->len > first_picture &&
      self->out->blocks->len > 0) {
    PurportBlock *last = &g_array_index (self->out->blocks, PurportBlock, self->out->blocks->len - 1);
    PurportPicture *picture = &g_array_index (self->out->pictures, PurportPicture, first_picture);
    if (last->kind == PURPORT_BLOCK_CAPTION && last->span.start_byte >= picture->at_byte)
      picture->caption = last->span;
  }
}

/* The recursion is as deep as the page, which is bounded. */
static void
write_node (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    if (self->out->text->len == self->block_start)
      self->kind = kind;
    write_words (self, node->v.text.text, preformatted);
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || purport_html_content_is_left_out (self->content, node))
    return;
  if (purport_html_is (node, GUMBO_TAG_BR)) {
    GString *text = self->out->text;
    if (text->len > self->block_start && text->str[text->len - 1] == '\n')
      finish_block (self);
    else if (text->len > self->block_start)
      g_string_append_c (text, '\n');
    self->space = FALSE;
  } else if (purport_html_is (node, GUMBO_TAG_IMG)) {
    add_picture (self, node);
  } else if (purport_html_is_block (node)) {
    write_block (self, node, kind, preformatted);
  } else {
    gsize start = self->out->text->len;
    write_children (self, node, kind, preformatted);
    if (purport_html_is (node, GUMBO_TAG_A))
      add_link (self, node, start);
  }
}

/* Writes a block of its own, before the content. */
void
purport_html_write_line (PurportHtmlText *self, PurportBlockKind kind, const char *line)
{
  PurportBlock block = { kind, purport_span (self->text->len, self->text->len + strlen (line)) };

  g_string_append (self->text, line);
  g_string_append (self->text, "\n\n");
  g_array_append_val (self->blocks, block);
}

/**
 * purport_html_write_content:
 *
 * Writes the article that @content found. O(its size).
 */
void
purport_html_write_content (PurportHtmlText *self, const PurportHtmlContent *content)
{
  Writer writer = {
    .out = self,
    .content = content,
    .kind = PURPORT_BLOCK_PARAGRAPH,
    .block_start = self->text->len,
    .first_link = self->links->len,
  };

  write_children (&writer, purport_html_content_get_root (content), PURPORT_BLOCK_PARAGRAPH, FALSE);
  finish_block (&writer);
}
