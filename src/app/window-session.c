/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window's tabs come to in the history, and back. Only files of this computer come back by themselves: a page of
 * the web is loaded when it is asked for, or not. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/window-private.h"

/* Notes where reading stands in all @tabs, and appends the addresses of those that have one. */
static void
collect (AdwTabView *tabs, GStrvBuilder *uris, guint *n_uris, guint *selected)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (tabs); i++) {
    AdwTabPage *tab = adw_tab_view_get_nth_page (tabs, i);
    PurportArticlePage *page = PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (tab));
    GFile *file = purport_document_get_file (purport_article_page_get_document (page));
    g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
    purport_article_page_remember (page);
    if (uri == NULL || purport_article_page_is_private (page))
      continue;
    if (adw_tab_page_get_selected (tab))
      *selected = *n_uris;
    g_strv_builder_add (uris, uri);
    (*n_uris)++;
  }
}

/* Returns: (transfer full) (element-type GFile): the files that were open last and are still there; @selected was in
 * front. */
static GPtrArray *
list (PurportHistory *history, guint *selected)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  guint was_selected;
  g_auto (GStrv) uris = purport_history_dup_session (history, &was_selected);

  *selected = 0;
  for (guint i = 0; uris[i] != NULL; i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
    if (!g_file_is_native (file) || !g_file_query_exists (file, NULL))
      continue;
    if (i == was_selected)
      *selected = files->len;
    g_ptr_array_add (files, g_steal_pointer (&file));
  }
  return files;
}

/* Returns: whether what is opened in @self is noted in the history. */
gboolean
purport_window_keeps_history (PurportWindow *self)
{
  return self->history != NULL && purport_preferences_get_keep_history (self->preferences);
}

/* Writes what is open, and where reading stands in it, into the history. What cannot be kept is said once. */
void
purport_window_remember (PurportWindow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;
  g_autoptr (GError) error = NULL;
  guint n_uris = 0, selected = 0;

  if (!purport_window_keeps_history (self))
    return;
  collect (self->tabs, builder, &n_uris, &selected);
  uris = g_strv_builder_end (builder);
  purport_history_set_session (self->history, (const char *const *)uris, selected);
  if (!purport_history_save (self->history, &error) && !self->history_failed) {
    g_autofree char *text = g_strdup_printf (_ ("Your place in the articles cannot be kept. %s"), error->message);
    AdwToast *toast = adw_toast_new (text);
    self->history_failed = TRUE;
    adw_toast_set_timeout (toast, 0); /* until it is closed: it is not said again */
    adw_toast_overlay_add_toast (self->toasts, toast);
  }
}

/* The next window begins as large as @self is now. */
void
purport_window_remember_size (PurportWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  purport_preferences_set_window_size (self->preferences, width, height, gtk_window_is_maximized (window));
}

/* Opens what was open when the program ended, as far as it is still there. */
void
purport_window_restore_session (PurportWindow *self)
{
  g_autoptr (GPtrArray) files = NULL;
  guint selected;

  if (!purport_window_keeps_history (self) || !purport_preferences_get_restore_session (self->preferences))
    return;
  files = list (self->history, &selected);
  for (guint i = 0; i < files->len; i++)
    purport_window_open_file (self, files->pdata[i]);
  if (selected < files->len)
    purport_window_open_file (self, files->pdata[selected]);
}

/**
 * purport_window_end_session:
 * @uris: what the window shows is appended to it
 * @n_uris: (inout): how many those are
 * @selected: (inout): set to the one in front, if there is one
 *
 * To be called when all windows end together; this one writes no history any more.
 */
void
purport_window_end_session (PurportWindow *self, GStrvBuilder *uris, guint *n_uris, guint *selected)
{
  purport_window_remember_size (self);
  if (purport_window_keeps_history (self))
    collect (self->tabs, uris, n_uris, selected);
  g_clear_pointer (&self->history, purport_history_unref);
}
