/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the state of an article page's document: progress, errors, the text, the place in it, then reading. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/article-page-private.h"
#include "app/article-place.h"
#include "app/wording.h"

static gboolean
are_animations_enabled (PurportArticlePage *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

/* While nobody knows how long it takes, something moves, unless the user wants nothing to. */
static gboolean
update_progress (gpointer data)
{
  PurportArticlePage *self = data;
  double progress = purport_document_get_progress (self->document);

  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->progress_bar, progress);
  else if (are_animations_enabled (self))
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
show_progress (PurportArticlePage *self, gboolean busy)
{
  gtk_widget_set_visible (self->progress, busy);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  if (!busy)
    g_clear_handle_id (&self->pulse_id, g_source_remove);
  else if (self->pulse_id == 0)
    self->pulse_id = g_timeout_add (150, update_progress, self);
}

static void
show_error (PurportArticlePage *self)
{
  const GError *error = purport_document_get_error (self->document);
  const char *message = error != NULL ? error->message : _ ("It was not opened.");
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", message, purport_wording_advice (error));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
stop_waiting_for_paint (PurportArticlePage *self)
{
  if (self->frame_clock != NULL)
    g_signal_handlers_disconnect_by_data (self->frame_clock, self);
  g_clear_object (&self->frame_clock);
}

static void
on_painted (PurportArticlePage *self)
{
  stop_waiting_for_paint (self);
  if (self->place_waits)
    purport_article_place_show (GTK_TEXT_VIEW (self->view), self->document, &self->place);
  self->place_waits = FALSE;
  purport_document_read (self->document);
}

/* Reading begins behind the first frame that shows the text; at once where none will be drawn. */
static void
read_after_paint (PurportArticlePage *self)
{
  stop_waiting_for_paint (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) {
    purport_document_read (self->document);
    return;
  }
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_swapped (self->frame_clock, "after-paint", G_CALLBACK (on_painted), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_unmap (PurportArticlePage *self)
{
  if (self->frame_clock == NULL)
    return;
  stop_waiting_for_paint (self);
  purport_document_read (self->document);
}

static void
on_map (PurportArticlePage *self)
{
  if (self->place_waits && self->frame_clock == NULL)
    read_after_paint (self);
}

static void
restore_place (PurportArticlePage *self)
{
  GFile *file = purport_document_get_file (self->document);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  self->place_waits = self->has_reload_place || (uri != NULL && self->history != NULL &&
                                                 purport_preferences_get_keep_history (self->preferences) &&
                                                 purport_history_get_place (self->history, uri, &self->place));
  self->has_reload_place = FALSE;
  if (self->place_waits)
    purport_article_place_show (GTK_TEXT_VIEW (self->view), self->document, &self->place);
}

static void
on_state_changed (PurportArticlePage *self)
{
  PurportDocumentState state = purport_document_get_state (self->document);

  show_progress (self, state == PURPORT_DOCUMENT_READING || (self->reloading && state == PURPORT_DOCUMENT_LOADING));
  switch (state) {
  case PURPORT_DOCUMENT_EMPTY:
  case PURPORT_DOCUMENT_LOADING:
    if (!self->reloading)
      gtk_stack_set_visible_child_name (self->stack, "loading");
    break;
  case PURPORT_DOCUMENT_FAILED:
    self->reloading = FALSE;
    show_error (self);
    break;
  case PURPORT_DOCUMENT_READING:
    self->reloading = FALSE;
    purport_article_view_show_text (self->view);
    restore_place (self);
    purport_file_bar_set_file (self->file_bar, purport_document_get_file (self->document));
    purport_find_bar_set_text (self->find_bar, purport_document_get_text (self->document));
    gtk_stack_set_visible_child_name (self->stack, "article");
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
    read_after_paint (self);
    break;
  case PURPORT_DOCUMENT_READY:
  case PURPORT_DOCUMENT_UNREAD:
  default:
    break;
  }
}

/* Ends what goes on; what is there stays. */
void
purport_article_page_cancel (PurportArticlePage *self)
{
  purport_document_cancel (self->document);
  if (purport_document_get_state (self->document) == PURPORT_DOCUMENT_EMPTY)
    show_error (self);
}

/* Loads the file again; the old text and the place in it stay until the new one is there. */
void
purport_article_page_reload (PurportArticlePage *self)
{
  g_autoptr (GFile) file = g_object_ref (purport_document_get_file (self->document));

  self->reloading = TRUE;
  self->has_reload_place = purport_article_place_find (GTK_TEXT_VIEW (self->view), self->document, &self->place);
  purport_document_load_file (self->document, file);
}

/* Puts where the article's text is read now into the history. */
void
purport_article_page_remember (PurportArticlePage *self)
{
  GFile *file = purport_document_get_file (self->document);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri == NULL || self->history == NULL || self->place_waits)
    return;
  if (purport_article_place_find (GTK_TEXT_VIEW (self->view), self->document, &self->place))
    purport_history_set_place (self->history, uri, &self->place, g_get_real_time () / G_USEC_PER_SEC);
}

/* Waits no longer for a frame or for what is loaded. */
void
purport_article_page_stop_loading (PurportArticlePage *self)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  stop_waiting_for_paint (self);
}

/* Shows the document of @self, now and as it changes. */
void
purport_article_page_follow_document (PurportArticlePage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  g_signal_connect_swapped (self->document, "notify::state", G_CALLBACK (on_state_changed), self);
  on_state_changed (self);
}
