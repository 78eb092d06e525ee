/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In the right margin, where nothing else is drawn: claims have their bar at the left. */
#include "app/note-paint.h"

#include "app/article-hits.h"

#define CORNER_SIZE 9.0f
#define CORNER_GAP 10

/* A right-angled triangle that fills the upper right half of a square. */
void
purport_note_paint_corner (GtkSnapshot *snapshot, float right, float top, float size, const GdkRGBA *color)
{
  for (float row = 0; row < size; row += 1)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (right - size + row, top + row, size - row, 1));
}

/* Draws those of @notes (PurportHitSpan, in the buffer) that begin in what is in view. O(notes). */
void
purport_note_paint_corners (GtkTextView *view, GtkSnapshot *snapshot, const GArray *notes, const GdkRGBA *color)
{
  GtkTextIter top, bottom, start;
  GdkRectangle visible, place;
  float right = (float)(gtk_widget_get_width (GTK_WIDGET (view)) - CORNER_GAP);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&bottom);
  for (guint i = 0; i < notes->len; i++) {
    guint offset = g_array_index (notes, PurportHitSpan, i).start;
    if (offset < (guint)gtk_text_iter_get_offset (&top) || offset > (guint)gtk_text_iter_get_offset (&bottom))
      continue;
    gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &start, (int)offset);
    gtk_text_view_get_iter_location (view, &start, &place);
    purport_note_paint_corner (snapshot, right, (float)(place.y + 4), CORNER_SIZE, color);
  }
}
