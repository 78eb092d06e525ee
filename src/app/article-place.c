/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caret goes to the place too, so that a screen reader goes on where it stopped. */
#include "app/article-place.h"

/* Returns: whether there is a text; what @view begins with is then in @place. */
gboolean
purport_article_place_find (GtkTextView *view, PurportDocument *document, PurportPlace *place)
{
  const PurportDisplayText *text = purport_document_get_text (document);
  GdkRectangle visible, line;
  GtkTextIter top;

  if (text == NULL || !gtk_widget_get_realized (GTK_WIDGET (view)))
    return FALSE;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &top, visible.x, visible.y);
  gtk_text_view_get_iter_location (view, &top, &line);
  /* The room above a line belongs to the line before it. */
  if (line.y + line.height <= visible.y)
    gtk_text_view_forward_display_line (view, &top);
  return purport_place_find (document, purport_display_text_to_article (text, (guint)gtk_text_iter_get_offset (&top)),
                             place);
}

/* Scrolls @view so that it begins with @place, once it has a size. */
void
purport_article_place_show (GtkTextView *view, PurportDocument *document, const PurportPlace *place)
{
  const PurportDisplayText *text = purport_document_get_text (document);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  guint code_point;

  if (text == NULL || !purport_place_locate (document, place, &code_point) || code_point == 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)purport_display_text_from_article (text, code_point));
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0);
}
