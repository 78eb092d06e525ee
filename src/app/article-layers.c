/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked in the article's text: follows the view state, the notes, find and the repairs, and draws it. */
#include "config.h"

#include "app/article-blocks.h"
#include "app/article-paint.h"
#include "app/article-view-private.h"
#include "app/note-paint.h"

static void
draw_below (PurportArticleView *self, GtkSnapshot *snapshot)
{
  guint start, end;

  if (purport_article_marks_get_selected (self->marks, &start, &end))
    purport_article_paint_bar (GTK_TEXT_VIEW (self), snapshot, start, end, &self->palette->mark);
}

static void
draw_mark (PurportArticleView *self, GtkSnapshot *snapshot, const PurportMarkedSpan *span)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const GdkRGBA *color = &self->palette->mark;

  if (span->shown == PURPORT_MARK_TENTATIVE)
    purport_article_paint_dots (view, snapshot, span->start, span->end, color);
  else if (span->shown != PURPORT_MARK_NONE)
    purport_article_paint_lines (view, snapshot, span->start, span->end, span->shown == PURPORT_MARK_DISPUTED ? 2 : 1,
                                 color);
}

static void
draw_above (PurportArticleView *self, GtkSnapshot *snapshot)
{
  guint first, last;
  const PurportMarkedSpan *spans = purport_article_marks_get_in_view (self->marks, &first, &last);

  for (guint i = first; i < last; i++)
    draw_mark (self, snapshot, &spans[i]);
  purport_note_paint_corners (GTK_TEXT_VIEW (self), snapshot, self->notes, &self->palette->mark);
  purport_article_links_draw (self->links, snapshot, &self->palette->link);
  purport_article_repairs_draw (self->repairs, snapshot, &self->palette->hit_edge);
  purport_article_hits_draw (self->hits, snapshot, &self->palette->hit_edge);
}

/* GtkTextViewClass.snapshot_layer */
void
purport_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PurportArticleView *self = PURPORT_ARTICLE_VIEW (view);

  if (self->palette == NULL)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    draw_below (self, snapshot);
  else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    draw_above (self, snapshot);
}

/* Shows the repairs of the text, or hides them, as the property show-repairs wants it. */
void
purport_article_view_update_repairs (PurportArticleView *self)
{
  PurportDocument *document = self->state != NULL ? purport_view_state_get_document (self->state) : NULL;
  g_autoptr (GArray) repairs = NULL;

  if (self->show_repairs && document != NULL && self->text != NULL &&
      self->text == purport_document_get_text (document))
    repairs = purport_document_dup_repairs (document);
  purport_article_repairs_set (self->repairs, self->text, repairs);
  g_signal_emit_by_name (self, "place-changed");
}

static void
on_marks_changed (PurportArticleView *self)
{
  purport_article_marks_update (self->marks);
  purport_article_view_redraw (self);
}

static void
on_selected (PurportArticleView *self)
{
  purport_article_marks_select (self->marks, purport_view_state_get_selected (self->state));
  purport_article_view_redraw (self);
}

static void
on_claims_changed (PurportArticleView *self)
{
  if (self->text != NULL && self->text == purport_document_get_text (purport_view_state_get_document (self->state)))
    purport_article_marks_set_state (self->marks, self->state);
  purport_article_view_update_repairs (self);
  purport_article_marks_select (self->marks, purport_view_state_get_selected (self->state));
  purport_article_view_redraw (self);
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_article_view_set_state (PurportArticleView *self, PurportViewState *state)
{
  if (self->state == state)
    return;
  if (self->state != NULL) {
    g_signal_handlers_disconnect_by_data (self->state, self);
    g_signal_handlers_disconnect_by_data (purport_document_get_claims (purport_view_state_get_document (self->state)),
                                          self);
    purport_article_marks_set_state (self->marks, NULL);
  }
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "marks-changed", G_CALLBACK (on_marks_changed), self);
  g_signal_connect_swapped (state, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_data (purport_document_get_claims (purport_view_state_get_document (state)), "items-changed",
                         G_CALLBACK (on_claims_changed), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Fills the view with the text of its document, if there is one yet. */
void
purport_article_view_show_text (PurportArticleView *self)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  PurportDisplayText *text = purport_document_get_text (document);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const char *words;
  gsize n_bytes;
  GtkTextIter start;

  if (text == NULL || text == self->text)
    return;
  purport_article_hits_set (self->hits, NULL, 0);
  purport_article_marks_set_state (self->marks, NULL);
  purport_article_links_set (self->links, NULL, NULL);
  purport_article_repairs_set (self->repairs, NULL, NULL);
  self->pointed = -1;
  g_clear_pointer (&self->text, purport_display_text_unref);
  self->text = purport_display_text_ref (text);
  words = purport_display_text_get_text (text, &n_bytes);
  gtk_text_buffer_set_text (buffer, words, (int)n_bytes);
  purport_article_pictures_set (self->pictures, document);
  purport_article_blocks_apply (buffer, text, purport_document_get_blocks (document));
  purport_article_links_set (self->links, text, purport_document_get_links (document));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  purport_article_marks_set_state (self->marks, self->state);
}

/* @notes: (element-type PurportHitSpan): where notes stand, in code points of the article's text. */
void
purport_article_view_set_notes (PurportArticleView *self, GArray *notes)
{
  g_array_set_size (self->notes, 0);
  for (guint i = 0; self->text != NULL && i < notes->len; i++) {
    const PurportHitSpan *note = &g_array_index (notes, PurportHitSpan, i);
    PurportHitSpan span = { purport_display_text_from_article (self->text, note->start),
                            purport_display_text_from_article (self->text, note->end) };
    g_array_append_val (self->notes, span);
  }
  purport_article_view_redraw (self);
}

/**
 * purport_article_view_set_hits:
 * @hits: (nullable) (element-type PurportHitSpan): what find found, in code points of the article's text, in order
 * @current: the one that find stands at
 */
void
purport_article_view_set_hits (PurportArticleView *self, GArray *hits, guint current)
{
  g_autoptr (GArray) shown = NULL;

  if (hits != NULL && self->text != NULL) {
    shown = g_array_sized_new (FALSE, FALSE, sizeof (PurportHitSpan), hits->len);
    for (guint i = 0; i < hits->len; i++) {
      const PurportHitSpan *hit = &g_array_index (hits, PurportHitSpan, i);
      PurportHitSpan span = { purport_display_text_from_article (self->text, hit->start),
                              purport_display_text_end_from_article (self->text, hit->end) };
      g_array_append_val (shown, span);
    }
  }
  purport_article_hits_set (self->hits, shown, current);
  purport_article_view_redraw (self);
}

/* Returns: whether there is a text; its marks are in @overview. */
gboolean
purport_article_view_get_overview (PurportArticleView *self, PurportOverview *overview)
{
  if (self->text == NULL || self->palette == NULL)
    return FALSE;
  overview->palette = self->palette;
  overview->length = (guint)gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  overview->claims = purport_article_marks_get_spans (self->marks, &overview->n_claims);
  overview->notes = (const PurportHitSpan *)(gpointer)self->notes->data;
  overview->n_notes = self->notes->len;
  overview->hits = purport_article_hits_get_spans (self->hits, &overview->n_hits);
  purport_article_marks_get_selected (self->marks, &overview->selected_start, &overview->selected_end);
  return TRUE;
}
