/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags the hits in view and takes the tags off those that have left it. */
#include "app/article-hits.h"

#include "app/article-paint.h"
#include "app/color-tag.h"

struct _PurportArticleHits {
  GtkTextView *view; /* not owned: it owns this */
  GtkTextBuffer *buffer;
  GtkTextTag *hit;
  GtkTextTag *current_hit;
  GArray *spans; /* (element-type PurportHitSpan) (nullable): in order, disjoint */
  guint current; /* index; the number of spans: none */
  guint first;   /* those from here */
  guint last;    /* to before here have tags */
};

/* Returns: (transfer full): hits of @view, which has to outlive them; none yet. */
PurportArticleHits *
purport_article_hits_new (GtkTextView *view)
{
  PurportArticleHits *self = g_new0 (PurportArticleHits, 1);

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->hit = purport_color_tag_add (self->buffer, "find-hit");
  self->current_hit = purport_color_tag_add (self->buffer, "find-current-hit");
  return self;
}

void
purport_article_hits_free (PurportArticleHits *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

void
purport_article_hits_set_palette (PurportArticleHits *self, const PurportPalette *palette)
{
  g_object_set (self->hit, "background-rgba", &palette->hit, "foreground-rgba", &palette->text, NULL);
  g_object_set (self->current_hit, "background-rgba", &palette->current_hit, "foreground-rgba", &palette->text, NULL);
}

static void
tag_span (PurportArticleHits *self, guint index, gboolean on)
{
  const PurportHitSpan *span = &g_array_index (self->spans, PurportHitSpan, index);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int)span->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int)span->end);
  if (!on) {
    gtk_text_buffer_remove_tag (self->buffer, self->hit, &from, &to);
    gtk_text_buffer_remove_tag (self->buffer, self->current_hit, &from, &to);
  } else {
    gtk_text_buffer_apply_tag (self->buffer, index == self->current ? self->current_hit : self->hit, &from, &to);
  }
}

static guint
find_first (PurportArticleHits *self, guint offset)
{
  guint low = 0, high = self->spans->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (self->spans, PurportHitSpan, middle).end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
remove_tags (PurportArticleHits *self)
{
  for (guint i = self->first; i < self->last; i++)
    tag_span (self, i, FALSE);
  self->first = self->last = 0;
}

/* To be called when another part of the text comes into view. O(hits in view). */
void
purport_article_hits_update (PurportArticleHits *self)
{
  GdkRectangle rect;
  GtkTextIter top, bottom;
  guint first, last;

  if (self->spans == NULL || self->spans->len == 0)
    return;
  gtk_text_view_get_visible_rect (self->view, &rect);
  gtk_text_view_get_iter_at_location (self->view, &top, rect.x, rect.y);
  gtk_text_view_get_iter_at_location (self->view, &bottom, rect.x + rect.width, rect.y + rect.height);
  first = find_first (self, (guint)gtk_text_iter_get_offset (&top));
  last = find_first (self, (guint)gtk_text_iter_get_offset (&bottom));
  last = MIN (last + 1, self->spans->len);
  if (first == self->first && last == self->last)
    return;
  remove_tags (self);
  self->first = first;
  self->last = MAX (first, last);
  for (guint i = self->first; i < self->last; i++)
    tag_span (self, i, TRUE);
}

/**
 * purport_article_hits_set:
 * @spans: (nullable) (element-type PurportHitSpan): all hits in order; a reference is kept
 * @current: index of the one that find stands at
 */
void
purport_article_hits_set (PurportArticleHits *self, GArray *spans, guint current)
{
  if (self->spans != NULL)
    remove_tags (self);
  g_clear_pointer (&self->spans, g_array_unref);
  self->spans = spans != NULL ? g_array_ref (spans) : NULL;
  self->current = current;
  purport_article_hits_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* Draws the edges of what is in view, above the text. */
void
purport_article_hits_draw (PurportArticleHits *self, GtkSnapshot *snapshot, const GdkRGBA *edge)
{
  static const GdkRGBA nothing = { 0, 0, 0, 0 };

  for (guint i = self->first; i < self->last; i++) {
    const PurportHitSpan *span = &g_array_index (self->spans, PurportHitSpan, i);
    purport_article_paint_box (self->view, snapshot, span->start, span->end, &nothing, edge,
                               i == self->current ? 2 : 1);
  }
}

/* Returns: (transfer none) (array length=n) (nullable): all hits, in order. */
const PurportHitSpan *
purport_article_hits_get_spans (PurportArticleHits *self, guint *n)
{
  *n = self->spans != NULL ? self->spans->len : 0;
  return *n > 0 ? (const PurportHitSpan *)(gpointer)self->spans->data : NULL;
}
