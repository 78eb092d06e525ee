/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in the article's text: where caret, selection and pointer are and what is there, and going to a passage. */
#include "config.h"

#include "app/article-view-private.h"

static GtkTextBuffer *
get_buffer (PurportArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static gboolean
get_iters (PurportArticleView *self, guint start, guint end, GtkTextIter *from, GtkTextIter *to)
{
  if (self->text == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), from,
                                      (int)purport_display_text_from_article (self->text, start));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), to,
                                      (int)purport_display_text_end_from_article (self->text, end));
  if (end <= start)
    *to = *from;
  return TRUE;
}

/* Moves the caret to a passage and scrolls it into view. */
void
purport_article_view_show_passage (PurportArticleView *self, guint start, guint end)
{
  GtkTextIter from, to;
  GdkRectangle visible, place;

  if (!get_iters (self, start, end, &from, &to))
    return;
  gtk_text_buffer_place_cursor (get_buffer (self), &from);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &from, &place);
  if (place.y < visible.y || place.y + place.height > visible.y + visible.height)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (get_buffer (self)), 0, TRUE, 0,
                                  0.35);
}

/* As purport_article_view_show_passage(), and selects the words. */
void
purport_article_view_select_passage (PurportArticleView *self, guint start, guint end)
{
  GtkTextIter from, to;

  purport_article_view_show_passage (self, start, end);
  if (get_iters (self, start, end, &from, &to))
    gtk_text_buffer_select_range (get_buffer (self), &from, &to);
}

/* Returns: the code point of the article's text at which the caret stands. */
guint
purport_article_view_get_caret (PurportArticleView *self)
{
  GtkTextIter caret;

  if (self->text == NULL)
    return 0;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  return purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&caret));
}

/* Returns: whether words are selected; they are then the text from @start to before @end. */
gboolean
purport_article_view_get_selection (PurportArticleView *self, guint *start, guint *end)
{
  GtkTextIter from, to;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return FALSE;
  *start = purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&from));
  *end = purport_display_text_to_article (self->text, (guint)gtk_text_iter_get_offset (&to));
  return *start < *end;
}

/* Returns: (transfer full) (nullable): the selected words exactly as in the file; %NULL: nothing is selected. */
char *
purport_article_view_dup_selection (PurportArticleView *self, gsize *n_bytes)
{
  GtkTextIter from, to;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return NULL;
  return purport_display_text_dup_original (self->text, (guint)gtk_text_iter_get_offset (&from),
                                            (guint)gtk_text_iter_get_offset (&to), n_bytes);
}

/* Moves the caret to an offset of the buffer and scrolls it into view. */
void
purport_article_view_show_offset (PurportArticleView *self, guint offset)
{
  guint place = self->text != NULL ? purport_display_text_to_article (self->text, offset) : 0;
  purport_article_view_show_passage (self, place, place);
}

/* Goes to the next marked claim behind the caret, or with -1 to the last before it, and selects it. */
void
purport_article_view_step (PurportArticleView *self, int direction)
{
  g_autoptr (PurportClaimItem) claim = NULL;

  if (self->state == NULL)
    return;
  claim = purport_view_state_dup_next (self->state, purport_article_view_get_caret (self), direction);
  if (claim == NULL) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  purport_article_view_show_passage (self, purport_claim_item_get_start (claim), purport_claim_item_get_end (claim));
  purport_view_state_set_selected (self->state, claim);
}

static guint
get_place (PurportArticleView *self, gboolean pointed)
{
  GtkTextIter caret;

  if (pointed)
    return self->pointed >= 0 ? (guint)self->pointed : G_MAXUINT;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  return (guint)gtk_text_iter_get_offset (&caret);
}

/* Returns: (transfer none) (nullable): the address of the link at the caret, or with @pointed under the pointer. */
const char *
purport_article_view_get_link (PurportArticleView *self, gboolean pointed)
{
  const PurportLinkSpan *link = purport_article_links_find (self->links, get_place (self, pointed));
  return link != NULL ? link->uri : NULL;
}

/* Returns: (transfer full) (nullable): the words, as they stand in the file, of the repair that shows at the caret, or
 * with @pointed under the pointer; @kind is what is wrong with them. */
char *
purport_article_view_dup_repair (PurportArticleView *self, gboolean pointed, PurportRepairKind *kind)
{
  const PurportRepairSpan *repair = purport_article_repairs_find (self->repairs, get_place (self, pointed));

  if (repair == NULL)
    return NULL;
  *kind = repair->kind;
  return purport_display_text_dup_original (self->text, repair->start, repair->end, NULL);
}

/* Returns: (transfer full) (nullable): the marked claim at the caret. */
PurportClaimItem *
purport_article_view_dup_claim (PurportArticleView *self)
{
  gint64 index = purport_article_marks_find (self->marks, get_place (self, FALSE));
  return index >= 0 ? purport_view_state_dup_claim (self->state, (guint32)index) : NULL;
}
