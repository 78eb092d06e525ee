/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, byline, headings, lists, quotations and the rest, as text tags. Paragraphs need none. */
#include "app/article-blocks.h"

#include "app/color-tag.h"
#include "base/vocabulary.h"

/* What stands between paragraphs besides the spacing of lines. In pixels. */
#define GAP 9

/* Longer texts keep the heights of their lines: a tag for each would delay the first frame. In bytes. */
#define COMPACT_LIMIT (1024u * 1024u)

static char *
dup_tag_name (PurportBlockKind kind)
{
  return g_strconcat ("block-", purport_block_kind_to_string (kind), NULL);
}

static GtkTextTag *
lookup (GtkTextBuffer *buffer, PurportBlockKind kind)
{
  g_autofree char *name = dup_tag_name (kind);
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static GtkTextTag *
create (GtkTextBuffer *buffer, PurportBlockKind kind)
{
  g_autofree char *name = dup_tag_name (kind);
  return purport_color_tag_add (buffer, name);
}

/* Creates the tags; they go below all others, so this comes first. */
void
purport_article_blocks_create_tags (GtkTextBuffer *buffer)
{
  g_object_set (create (buffer, PURPORT_BLOCK_TITLE), "scale", 1.7, "weight", PANGO_WEIGHT_BOLD, "pixels-below-lines",
                4, "pixels-inside-wrap", 2, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_BYLINE), "scale", 0.9, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_DATE), "scale", 0.9, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_HEADING), "scale", 1.25, "weight", PANGO_WEIGHT_BOLD,
                "pixels-above-lines", 10, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_QUOTATION), "left-margin", 56, "right-margin", 40, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_LIST_ITEM), "left-margin", 44, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_CAPTION), "scale", 0.9, "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_TABLE), "family", "monospace", NULL);
  g_object_set (create (buffer, PURPORT_BLOCK_BOILERPLATE), "scale", 0.9, NULL);
  gtk_text_buffer_create_tag (buffer, "picture", "pixels-above-lines", 8, "pixels-below-lines", 14, "justification",
                              GTK_JUSTIFY_CENTER, NULL);
  gtk_text_buffer_create_tag (buffer, "blank-line", "scale", 0.5, NULL);
  gtk_text_buffer_create_tag (buffer, "line", NULL);
  gtk_text_buffer_create_tag (buffer, "gap", NULL);
}

/* Gives the quieter blocks their colour. */
void
purport_article_blocks_set_palette (GtkTextBuffer *buffer, const PurportPalette *palette)
{
  static const PurportBlockKind dim[] = { PURPORT_BLOCK_BYLINE, PURPORT_BLOCK_DATE, PURPORT_BLOCK_CAPTION,
                                          PURPORT_BLOCK_BOILERPLATE };

  for (guint i = 0; i < G_N_ELEMENTS (dim); i++)
    g_object_set (lookup (buffer, dim[i]), "foreground-rgba", &palette->dim, NULL);
}

/* Follows the spacing of the article's lines, in pixels. */
void
purport_article_blocks_set_spacing (GtkTextBuffer *buffer, int spacing)
{
  GtkTextTag *gap = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "gap");

  g_object_set (gap, "pixels-below-lines", spacing + GAP, NULL);
}

static void
tag_range (GtkTextBuffer *buffer, GtkTextTag *tag, guint start, guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int)end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

static void
tag_line (GtkTextBuffer *buffer, GtkTextTag *tag, const GtkTextIter *start)
{
  GtkTextIter end = *start;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (buffer, tag, start, &end);
}

/*
 * GTK 4.8 gives a line that it lays out anew the style at the end of the last one that it laid out, wherever that was,
 * unless a tag begins or ends where the line begins. So one does, at each: behind a blank line its own tag ends, and
 * the others have one that says nothing.
 */
static void
shrink_blank_lines (GtkTextBuffer *buffer)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *blank = gtk_text_tag_table_lookup (tags, "blank-line");
  GtkTextTag *line = gtk_text_tag_table_lookup (tags, "line");
  gboolean behind_blank = FALSE;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do {
    GtkTextIter next = iter;
    gboolean is_blank = gtk_text_iter_ends_line (&iter) && gtk_text_iter_forward_char (&next);
    if (is_blank)
      gtk_text_buffer_apply_tag (buffer, blank, &iter, &next);
    else if (!behind_blank)
      tag_line (buffer, line, &iter);
    behind_blank = is_blank;
  } while (gtk_text_iter_forward_line (&iter));
}

/* Whether a block of @kind stands apart from others: items and rows keep together. */
static gboolean
stands_apart (PurportBlockKind kind)
{
  return kind != PURPORT_BLOCK_LIST_ITEM && kind != PURPORT_BLOCK_TABLE && kind != PURPORT_BLOCK_TITLE;
}

/* Sets paragraphs apart that no blank line does. */
static void
tag_gaps (GtkTextBuffer *buffer, const PurportDisplayText *text, const GArray *blocks)
{
  GtkTextTag *gap = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "gap");

  for (guint i = 0; i + 1 < blocks->len; i++) {
    const PurportDocumentBlock *block = &g_array_index (blocks, PurportDocumentBlock, i), *next = block + 1;
    guint end = purport_display_text_end_from_article (text, block->end);
    if (purport_display_text_from_article (text, next->start) <= end + 1 && stands_apart (block->kind) &&
        stands_apart (next->kind))
      tag_range (buffer, gap, purport_display_text_from_article (text, block->start), end);
  }
}

/* Tags @blocks of the text that @buffer was just filled with. O(blocks log text). */
void
purport_article_blocks_apply (GtkTextBuffer *buffer, const PurportDisplayText *text, const GArray *blocks)
{
  gsize n_bytes;

  purport_display_text_get_text (text, &n_bytes);
  for (guint i = 0; i < blocks->len; i++) {
    const PurportDocumentBlock *block = &g_array_index (blocks, PurportDocumentBlock, i);
    GtkTextTag *tag = lookup (buffer, block->kind);
    if (tag != NULL)
      tag_range (buffer, tag, purport_display_text_from_article (text, block->start),
                 purport_display_text_end_from_article (text, block->end));
  }
  if (n_bytes <= COMPACT_LIMIT) {
    shrink_blank_lines (buffer);
    tag_gaps (buffer, text, blocks);
  }
}
