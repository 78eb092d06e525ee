/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An underline means a claim here, so a link has none: its colour and the arrow behind it say what it is. A tag is no
 * link to a screen reader; the bar at the foot of the article has a button for the one at the caret.
 */
#include "app/article-links.h"

#include "app/article-paint.h"
#include "app/color-tag.h"

struct _PurportArticleLinks {
  GtkTextView *view; /* not owned: it owns this */
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
  GtkTextTag *gap; /* on the character behind a link: room for the arrow */
  int gap_width;   /* in Pango units */
  GArray *spans;   /* (element-type PurportLinkSpan): in order of start */
};

/* Returns: (transfer full): links of @view, which has to outlive them; none yet. Its tag goes above those before it. */
PurportArticleLinks *
purport_article_links_new (GtkTextView *view)
{
  PurportArticleLinks *self = g_new0 (PurportArticleLinks, 1);

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = purport_color_tag_add (self->buffer, "link");
  self->gap = gtk_text_buffer_create_tag (self->buffer, "link-gap", NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (PurportLinkSpan));
  return self;
}

void
purport_article_links_free (PurportArticleLinks *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->buffer);
  g_array_unref (self->spans);
  g_free (self);
}

void
purport_article_links_set_palette (PurportArticleLinks *self, const PurportPalette *palette)
{
  g_object_set (self->tag, "foreground-rgba", &palette->link, NULL);
}

/* The room behind a link, in Pango units. */
void
purport_article_links_set_gap (PurportArticleLinks *self, int gap)
{
  if (self->gap_width == gap)
    return;
  self->gap_width = gap;
  g_object_set (self->gap, "letter-spacing", gap, NULL);
}

/**
 * purport_article_links_set:
 * @text: what the buffer was just filled with, or %NULL
 * @links: (nullable) (element-type PurportDocumentLink): its links, which have to stay as long as they are shown here
 *
 * O(links log text).
 */
void
purport_article_links_set (PurportArticleLinks *self, const PurportDisplayText *text, const GArray *links)
{
  g_array_set_size (self->spans, 0);
  for (guint i = 0; links != NULL && i < links->len; i++) {
    const PurportDocumentLink *link = &g_array_index (links, PurportDocumentLink, i);
    PurportLinkSpan span = { purport_display_text_from_article (text, link->start),
                             purport_display_text_end_from_article (text, link->end), link->uri };
    GtkTextIter from, to;
    if (span.end <= span.start)
      continue;
    g_array_append_val (self->spans, span);
    gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int)span.start);
    gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int)span.end);
    gtk_text_buffer_apply_tag (self->buffer, self->tag, &from, &to);
    from = to;
    if (!gtk_text_iter_ends_line (&to) && gtk_text_iter_forward_char (&to))
      gtk_text_buffer_apply_tag (self->buffer, self->gap, &from, &to);
  }
}

/* The index of the first link that ends behind @offset. */
static guint
find_first (PurportArticleLinks *self, guint offset)
{
  guint low = 0, high = self->spans->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (self->spans, PurportLinkSpan, middle).end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns: (transfer none) (nullable): the link at the buffer's @offset, until the next text. O(log links). */
const PurportLinkSpan *
purport_article_links_find (PurportArticleLinks *self, guint offset)
{
  guint index = find_first (self, offset);
  const PurportLinkSpan *span;

  if (index >= self->spans->len)
    return NULL;
  span = &g_array_index (self->spans, PurportLinkSpan, index);
  return span->start <= offset ? span : NULL;
}

/* Draws the arrows of what is in view. */
void
purport_article_links_draw (PurportArticleLinks *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  guint top, bottom;

  if (self->spans->len == 0)
    return;
  purport_article_paint_get_view (self->view, &top, &bottom);
  for (guint i = find_first (self, top); i < self->spans->len; i++) {
    const PurportLinkSpan *span = &g_array_index (self->spans, PurportLinkSpan, i);
    if (span->start > bottom)
      break;
    purport_article_paint_arrow (self->view, snapshot, span->end, color);
  }
}
