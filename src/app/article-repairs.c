/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line over the words with a tick at either end: no other mark looks like it. */
#include "app/article-repairs.h"

#include "app/article-paint.h"

struct _PurportArticleRepairs {
  GtkTextView *view; /* not owned: it owns this */
  GArray *spans;     /* (element-type PurportRepairSpan): in order of start */
};

/* Returns: (transfer full): repairs of @view, which has to outlive them; none yet. */
PurportArticleRepairs *
purport_article_repairs_new (GtkTextView *view)
{
  PurportArticleRepairs *self = g_new0 (PurportArticleRepairs, 1);

  self->view = view;
  self->spans = g_array_new (FALSE, FALSE, sizeof (PurportRepairSpan));
  return self;
}

void
purport_article_repairs_free (PurportArticleRepairs *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * purport_article_repairs_set:
 * @text: what the buffer is filled with, or %NULL
 * @repairs: (nullable) (element-type PurportDocumentRepair): what is shown; %NULL: none
 *
 * O(repairs log text).
 */
void
purport_article_repairs_set (PurportArticleRepairs *self, const PurportDisplayText *text, const GArray *repairs)
{
  g_array_set_size (self->spans, 0);
  for (guint i = 0; repairs != NULL && i < repairs->len; i++) {
    const PurportDocumentRepair *repair = &g_array_index (repairs, PurportDocumentRepair, i);
    PurportRepairSpan span = { purport_display_text_from_article (text, repair->start),
                               purport_display_text_end_from_article (text, repair->end), repair->kind };
    if (span.end > span.start)
      g_array_append_val (self->spans, span);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* The index of the first repair that begins at @offset or behind it. */
static guint
find_first (PurportArticleRepairs *self, guint offset)
{
  guint low = 0, high = self->spans->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (self->spans, PurportRepairSpan, middle).start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns: (transfer none) (nullable): the repair at the buffer's @offset, until the next change. Their spans are words
 * and marks, so few can lie over one another. */
const PurportRepairSpan *
purport_article_repairs_find (PurportArticleRepairs *self, guint offset)
{
  guint last = find_first (self, offset + 1);

  for (guint i = last; i > 0 && i + 4 > last; i--) {
    const PurportRepairSpan *span = &g_array_index (self->spans, PurportRepairSpan, i - 1);
    if (span->start <= offset && offset < span->end)
      return span;
  }
  return NULL;
}

/* Draws those in view, above the text. */
void
purport_article_repairs_draw (PurportArticleRepairs *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  guint top, bottom;

  if (self->spans->len == 0)
    return;
  purport_article_paint_get_view (self->view, &top, &bottom);
  for (guint i = find_first (self, top); i < self->spans->len; i++) {
    const PurportRepairSpan *span = &g_array_index (self->spans, PurportRepairSpan, i);
    if (span->start > bottom)
      break;
    purport_article_paint_bracket (self->view, snapshot, span->start, span->end, color);
  }
}
