/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the elements of the article and writes block by block what they say. */
#include "importers/html-write.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/clutter.h"
#include "formats/dates.h"
#include "formats/text-lines.h"
#include "importers/html-address.h"
#include "importers/html-embedded.h"
#include "importers/html-title.h"
#include "importers/html-tree.h"
#include "importers/zip-file.h"

/* A teaser is a headline; a longer sentence ends the list of them. In bytes. */
#define MAX_TEASER_BYTES 90u
/* Pictures smaller than this are icons. In pixels. */
#define MIN_PICTURE_PIXELS 64u
/* A standfirst: how long it is, how many paragraphs it has, how far behind the title it is looked for. */
#define MIN_STANDFIRST_BYTES 60u
#define MAX_STANDFIRST_BYTES 600u
#define MAX_STANDFIRSTS 3u
#define MAX_STANDFIRST_STEPS 300u
/* A line that says who wrote the article or when: how long it is, and how many lines stand above it. */
#define MAX_BYLINE_BYTES 160u
#define MAX_LINES_ABOVE_BYLINE 4u

typedef struct {
  PurportArticleBuilder *out;
  const PurportHtmlContent *content;
  const PurportHtmlWriting *how;
  guint n_head; /* blocks that were there before */
  gboolean in_teasers;
  gboolean preformatted;   /* the block that is being written is */
  gboolean is_boilerplate; /* what is being written is around the article */
} Writer;

/* Whether the block is no part of the article after all: buttons, counters, teasers. */
static gboolean
is_clutter (Writer *self, const char *line, gsize n_bytes)
{
  PurportClutter clutter;
  gboolean ends;

  if (self->how->keeps_clutter || self->out->kind == PURPORT_BLOCK_TABLE || self->preformatted)
    return FALSE; /* a number alone is a cell, braces are a program's */
  clutter = purport_clutter_classify (line, n_bytes);
  ends = purport_text_ends_sentence (line, purport_span (0, n_bytes));
  if (clutter == PURPORT_CLUTTER_TEASERS) {
    self->in_teasers = TRUE;
    return TRUE;
  }
  self->in_teasers = self->in_teasers && !(ends && n_bytes > MAX_TEASER_BYTES);
  if (self->in_teasers || clutter == PURPORT_CLUTTER_LINE)
    return TRUE;
  if (clutter == PURPORT_CLUTTER_CAPTION && self->out->kind == PURPORT_BLOCK_PARAGRAPH)
    self->out->kind = PURPORT_BLOCK_CAPTION;
  return FALSE;
}

/* Whether the line says who wrote the article, as the head does already. */
static gboolean
repeats_bylines (const Writer *self, const char *line, gsize n_bytes)
{
  PurportByline byline;
  gboolean repeats;

  if (self->how->bylines == NULL || self->how->bylines->len == 0 || n_bytes > MAX_BYLINE_BYTES ||
      self->out->blocks->len > self->n_head + MAX_LINES_ABOVE_BYLINE)
    return FALSE;
  if (purport_html_same_words (line, self->how->bylines->pdata[0]))
    return TRUE;
  repeats = purport_byline_parse (line, n_bytes, &byline) == PURPORT_BYLINE_SAID && byline.names->len > 0 &&
            purport_html_same_words (byline.names->pdata[0], self->how->bylines->pdata[0]);
  purport_byline_clear (&byline);
  return repeats;
}

/* Takes back the last paragraph if it is about who wrote the article: "Mira Hale is …" */
static void
drop_biography (Writer *self)
{
  PurportArticleBuilder *out = self->out;
  const GPtrArray *bylines = self->how->bylines;
  PurportBlock *last;
  const char *line;

  if (bylines == NULL || out->blocks->len <= self->n_head + 1)
    return;
  last = &g_array_index (out->blocks, PurportBlock, out->blocks->len - 1);
  line = out->text->str + last->span.start_byte;
  for (guint i = 0; i < bylines->len && last->kind == PURPORT_BLOCK_PARAGRAPH; i++) {
    gsize n = strlen (bylines->pdata[i]);
    if (strncmp (line, bylines->pdata[i], n) != 0 ||
        (!g_str_has_prefix (line + n, " is ") && !g_str_has_prefix (line + n, " writes ")))
      continue;
    if (self->how->whole_page)
      last->kind = PURPORT_BLOCK_BOILERPLATE;
    else
      purport_article_builder_drop_last_block (out);
    return;
  }
}

/* A day near the beginning is the article's date. */
static gboolean
is_date (const Writer *self, const char *line, gsize n_bytes)
{
  return self->out->kind == PURPORT_BLOCK_PARAGRAPH && n_bytes <= MAX_BYLINE_BYTES && !self->how->keeps_clutter &&
         self->out->blocks->len <= self->n_head + MAX_LINES_ABOVE_BYLINE && purport_date_is_line (line, n_bytes);
}

static void
finish_block (Writer *self)
{
  PurportArticleBuilder *out = self->out;
  const char *line;
  gsize n_bytes;

  if (!purport_article_builder_trim_block (out))
    return;
  line = out->text->str + out->block_start;
  n_bytes = out->text->len - out->block_start;
  if (self->is_boilerplate) {
    out->kind = PURPORT_BLOCK_BOILERPLATE;
  } else if ((self->how->title != NULL && out->kind == PURPORT_BLOCK_HEADING &&
              purport_html_same_words (line, self->how->title)) ||
             repeats_bylines (self, line, n_bytes) || is_clutter (self, line, n_bytes)) {
    if (!self->how->whole_page) {
      purport_article_builder_drop_block (out);
      return;
    }
    out->kind = PURPORT_BLOCK_BOILERPLATE;
  } else if (is_date (self, line, n_bytes)) {
    out->kind = PURPORT_BLOCK_DATE;
  }
  purport_article_builder_end_block (out);
}

static char *
resolve (const Writer *self, const char *address)
{
  char *resolved = NULL;

  if (self->how->entry != NULL)
    resolved = purport_zip_resolve (self->how->entry, address);
  else if (self->how->base != NULL)
    resolved = purport_html_resolve_address (self->how->base, address);
  return resolved != NULL ? resolved : g_strdup (address);
}

static void
add_link (Writer *self, const GumboNode *node, gsize start)
{
  const char *address = purport_html_get_attribute (node, "href");
  g_autofree char *resolved = NULL;

  if (address == NULL || *address == '\0' || *address == '#' || g_ascii_strncasecmp (address, "javascript:", 11) == 0 ||
      g_ascii_strncasecmp (address, "data:", 5) == 0 || (self->how->entry != NULL && strstr (address, "://") == NULL))
    return;
  resolved = resolve (self, address);
  purport_article_builder_add_link (self->out, start, resolved);
}

/* The first of several sizes of a picture: "small.jpg 400w, large.jpg 800w". */
static char *
dup_first_of_set (const GumboNode *node)
{
  const char *set = purport_html_get_attribute (node, "srcset");

  if (set == NULL)
    set = purport_html_get_attribute (node, "data-srcset");
  if (set == NULL)
    return NULL;
  set += strspn (set, " \t\r\n,");
  return *set != '\0' && !g_str_has_prefix (set, "data:") ? g_strndup (set, strcspn (set, " \t\r\n")) : NULL;
}

/* The address that the picture is loaded from, where the page loads it later than itself. */
static char *
dup_address (const Writer *self, const GumboNode *node)
{
  static const char *const names[] = { "src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src" };
  g_autofree char *address = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *named = purport_html_get_attribute (node, names[i]);
    if (named != NULL && *named != '\0' && *named != '{' && !g_str_has_prefix (named, "data:"))
      return resolve (self, named);
  }
  address = dup_first_of_set (node);
  if (address != NULL)
    return resolve (self, address);
  return self->how->entry == NULL ? purport_html_dup_embedded_address (node) : NULL;
}

static gboolean
is_icon (const GumboNode *node)
{
  static const char *const names[] = { "width", "height" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = purport_html_get_attribute (node, names[i]);
    guint64 pixels = value != NULL && strchr (value, '%') == NULL ? g_ascii_strtoull (value, NULL, 10) : 0;
    if (pixels > 0 && pixels < MIN_PICTURE_PIXELS)
      return TRUE;
  }
  return FALSE;
}

/* A picture stands where the next word will. Icons, counters and pictures without an address are none. */
static void
add_picture (Writer *self, const GumboNode *node)
{
  const char *alt = purport_html_get_attribute (node, "alt");
  g_autofree char *address = !is_icon (node) && !self->is_boilerplate ? dup_address (self, node) : NULL;
  PurportPicture *picture;

  if (address == NULL)
    return;
  picture = purport_article_builder_add_picture (self->out, address);
  picture->alt = alt != NULL && *alt != '\0' ? purport_html_collapse (alt) : NULL;
}

static gboolean
has_label (const GumboNode *node, const char *const *labels)
{
  g_autofree char *own = NULL;

  if (purport_html_get_attribute (node, "class") == NULL && purport_html_get_attribute (node, "itemprop") == NULL)
    return FALSE;
  own = purport_html_dup_labels (node);
  for (; *labels != NULL; labels++)
    if (purport_html_labels_have (own, *labels))
      return TRUE;
  return FALSE;
}

/* An element in a line that holds a picture's caption or credit. */
static gboolean
is_inline_caption (const GumboNode *node)
{
  static const char *const labels[] = { "caption", "captions", "photo credit", "image credit", "attribution", NULL };

  return (purport_html_is (node, GUMBO_TAG_SPAN) || purport_html_is (node, GUMBO_TAG_SMALL) ||
          purport_html_is (node, GUMBO_TAG_CITE)) &&
         has_label (node, labels);
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
  case GUMBO_TAG_SPAN:
  case GUMBO_TAG_SMALL:
  case GUMBO_TAG_CITE:
    return PURPORT_BLOCK_CAPTION;
  case GUMBO_TAG_TR:
  case GUMBO_TAG_TD:
  case GUMBO_TAG_TH:
    return outer == PURPORT_BLOCK_PARAGRAPH ? PURPORT_BLOCK_TABLE : outer;
  default:
    return outer;
  }
}

static gboolean
is_cell (const GumboNode *node)
{
  return purport_html_is (node, GUMBO_TAG_TD) || purport_html_is (node, GUMBO_TAG_TH);
}

/* A row of several cells, none of which has a block in it: data, and no layout. */
static gboolean
is_data_row (const GumboNode *row)
{
  guint n_cells = 0;

  if (!purport_html_is (row, GUMBO_TAG_TR))
    return FALSE;
  for (const GumboNode *at = purport_html_next (row, row, TRUE); at != NULL; at = purport_html_next (at, row, TRUE)) {
    n_cells += is_cell (at) ? 1 : 0;
    if (!is_cell (at) && purport_html_is_block (at))
      return FALSE;
  }
  return n_cells > 1;
}

static void write_node (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted);

static void
write_children (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  for (guint i = 0; i < node->v.element.children.length; i++)
    write_node (self, node->v.element.children.data[i], kind, preformatted);
}

/* One block for the row, with tabs between the cells. */
static void
write_row (Writer *self, const GumboNode *row, PurportBlockKind kind)
{
  gboolean is_first = TRUE;

  finish_block (self);
  kind = find_kind (row, kind);
  self->out->kind = kind;
  for (guint i = 0; i < row->v.element.children.length; i++) {
    const GumboNode *cell = row->v.element.children.data[i];
    if (!is_cell (cell) || purport_html_content_is_left_out (self->content, cell))
      continue;
    if (!is_first)
      purport_article_builder_append_tab (self->out);
    is_first = FALSE;
    write_children (self, cell, kind, FALSE);
  }
  finish_block (self);
}

/* The caption that stands in a figure is its picture's, and so is the credit in it. */
static void
add_caption (Writer *self, const GumboNode *figure, guint first_picture)
{
  static const char *const credit_labels[] = { "credit", "credits", "copyright", "photographer", "image credit", NULL };
  PurportArticleBuilder *out = self->out;
  PurportPicture *picture;
  PurportBlock *last;

  if (out->pictures->len <= first_picture || out->blocks->len == 0)
    return;
  picture = &g_array_index (out->pictures, PurportPicture, first_picture);
  last = &g_array_index (out->blocks, PurportBlock, out->blocks->len - 1);
  if (last->kind == PURPORT_BLOCK_CAPTION && last->span.start_byte >= picture->at_byte)
    picture->caption = last->span;
  for (const GumboNode *at = figure; at != NULL && picture->credit == NULL; at = purport_html_next (at, figure, TRUE))
    if (at->type == GUMBO_NODE_ELEMENT && at != figure && has_label (at, credit_labels)) {
      g_autofree char *credit = purport_html_dup_short_text (at, MAX_STANDFIRST_BYTES);
      if (credit != NULL && *credit != '\0')
        picture->credit = g_steal_pointer (&credit);
    }
}

static void
write_block (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  guint first_picture = self->out->pictures->len;
  gboolean outer_preformatted = self->preformatted;

  finish_block (self);
  kind = find_kind (node, kind);
  self->out->kind = kind;
  self->preformatted = preformatted || purport_html_is (node, GUMBO_TAG_PRE);
  write_children (self, node, kind, self->preformatted);
  finish_block (self);
  self->preformatted = outer_preformatted;
  self->out->kind = kind;
  if (purport_html_is (node, GUMBO_TAG_FIGURE))
    add_caption (self, node, first_picture);
}

static void
write_element (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  if (purport_html_is (node, GUMBO_TAG_BR)) {
    if (self->out->text->len > self->out->block_start && self->out->text->str[self->out->text->len - 1] == '\n')
      finish_block (self);
    else
      purport_article_builder_break_line (self->out);
  } else if (purport_html_is (node, GUMBO_TAG_IMG)) {
    add_picture (self, node);
  } else if (is_data_row (node)) {
    write_row (self, node, kind);
  } else if (purport_html_is_block (node) || (kind == PURPORT_BLOCK_PARAGRAPH && is_inline_caption (node))) {
    write_block (self, node, kind, preformatted);
  } else {
    gsize start = self->out->text->len;
    write_children (self, node, kind, preformatted);
    if (purport_html_is (node, GUMBO_TAG_A))
      add_link (self, node, start);
  }
}

/* The recursion is as deep as the page, which is bounded. */
static void
write_node (Writer *self, const GumboNode *node, PurportBlockKind kind, gboolean preformatted)
{
  const GumboNode *root = purport_html_content_get_root (self->content);
  gboolean was_boilerplate = self->is_boilerplate, is_outside;

  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    if (self->out->text->len == self->out->block_start)
      self->out->kind = kind;
    purport_article_builder_append (self->out, node->v.text.text, preformatted);
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || purport_html_is_invisible (node))
    return;
  is_outside = purport_html_content_is_left_out (self->content, node);
  if (is_outside && !self->how->whole_page)
    return;
  if (self->how->whole_page && !is_outside)
    is_outside = !purport_html_is_inside (node, root) && !purport_html_is_inside (root, node);
  if (is_outside && !was_boilerplate) {
    finish_block (self);
    self->is_boilerplate = TRUE;
  }
  write_element (self, node, kind, preformatted);
  if (is_outside && !was_boilerplate) {
    finish_block (self);
    self->is_boilerplate = FALSE;
  }
}

static gboolean
is_left_out (const PurportHtmlContent *content, const GumboNode *node)
{
  for (; node != NULL; node = node->parent)
    if (purport_html_content_is_left_out (content, node))
      return TRUE;
  return FALSE;
}

static gboolean
has_inner_block (const GumboNode *node)
{
  for (const GumboNode *at = purport_html_next (node, node, TRUE); at != NULL; at = purport_html_next (at, node, TRUE))
    if (purport_html_is_block (at) || purport_html_is (at, GUMBO_TAG_A) || purport_html_is (at, GUMBO_TAG_IMG))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the text of a paragraph that could be a standfirst. */
static char *
dup_standfirst (const PurportHtmlContent *content, const GumboNode *node)
{
  g_autofree char *text = NULL;
  gsize n;

  if (!purport_html_is_block (node) || is_left_out (content, node) || has_inner_block (node))
    return NULL;
  text = purport_html_dup_short_text (node, MAX_STANDFIRST_BYTES);
  n = text != NULL ? strlen (text) : 0;
  if (n < MIN_STANDFIRST_BYTES || n > MAX_STANDFIRST_BYTES || purport_date_is_line (text, n) ||
      purport_clutter_classify (text, n) != PURPORT_CLUTTER_NONE || g_ascii_strncasecmp (text, "by ", 3) == 0)
    return NULL;
  return g_steal_pointer (&text);
}

/**
 * purport_html_write_standfirst:
 * @heading: (nullable): where the title is shown
 *
 * Writes the summary that stands between the title and the article where the latter does not hold it. O(what is
 * between them).
 */
void
purport_html_write_standfirst (PurportArticleBuilder *out, const PurportHtmlContent *content, const GumboNode *heading)
{
  GumboNode *root = purport_html_content_get_root (content);
  const GumboNode *node = heading;
  guint n_steps = 0, n_written = 0;

  if (heading == NULL || purport_html_is_inside (heading, root))
    return;
  while (node->parent != NULL && node->parent->type == GUMBO_NODE_ELEMENT)
    node = node->parent;
  for (const GumboNode *at = purport_html_next (heading, node, FALSE);
       at != NULL && at != root && n_steps < MAX_STANDFIRST_STEPS && n_written < MAX_STANDFIRSTS;
       at = purport_html_next (at, node, TRUE), n_steps++) {
    g_autofree char *text = dup_standfirst (content, at);
    if (text != NULL && !purport_html_is_inside (root, at)) {
      purport_article_builder_add_line (out, PURPORT_BLOCK_PARAGRAPH, text);
      n_written++;
    }
  }
}

/**
 * purport_html_write_content:
 *
 * Writes the article that @content found. O(its size).
 */
void
purport_html_write_content (PurportArticleBuilder *out,
                            const PurportHtmlContent *content,
                            const PurportHtmlWriting *how)
{
  Writer writer = { .out = out, .content = content, .how = how, .n_head = out->blocks->len };
  const GumboNode *root = purport_html_content_get_root (content);

  while (how->whole_page && root->parent != NULL && root->parent->type == GUMBO_NODE_ELEMENT &&
         !purport_html_is (root, GUMBO_TAG_BODY))
    root = root->parent;
  purport_article_builder_end_block (out);
  out->kind = PURPORT_BLOCK_PARAGRAPH;
  write_children (&writer, root, PURPORT_BLOCK_PARAGRAPH, FALSE);
  finish_block (&writer);
  drop_biography (&writer);
}
