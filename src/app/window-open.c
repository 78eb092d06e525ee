/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into a window: files, addresses, the clipboard, what is dropped, the sample, what is kept. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/open-dialog.h"
#include "app/recent-trace.h"
#include "app/window-private.h"

#define SAMPLE "/io/github/purport_reader/Purport/sample/evening-walks.txt"

static AdwTabPage *
find_tab (PurportWindow *self, GFile *file)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++) {
    AdwTabPage *page = adw_tab_view_get_nth_page (self->tabs, i);
    PurportDocument *document =
        purport_article_page_get_document (PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (page)));
    GFile *other = purport_document_get_file (document);
    if (other != NULL && g_file_equal (file, other))
      return page;
  }
  return NULL;
}

static AdwTabPage *
find_text (PurportWindow *self, const PurportArticle *article)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++) {
    AdwTabPage *page = adw_tab_view_get_nth_page (self->tabs, i);
    g_autoptr (PurportArticle) other = purport_document_dup_article (
        purport_article_page_get_document (PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (page))));
    if (other != NULL && g_str_equal (other->text, article->text))
      return page;
  }
  return NULL;
}

/* Opens @file in a new tab, or goes to the tab that has it. */
void
purport_window_open_file (PurportWindow *self, GFile *file)
{
  g_autoptr (PurportDocument) document = NULL;
  AdwTabPage *tab = find_tab (self, file);

  if (tab != NULL) {
    PurportArticlePage *page = PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (tab));
    adw_tab_view_set_selected_page (self->tabs, tab);
    if (purport_document_get_text (purport_article_page_get_document (page)) == NULL)
      purport_document_load_file (purport_article_page_get_document (page), file);
    return;
  }
  document = purport_document_new (self->reader);
  purport_document_load_file (document, file);
  purport_window_add_document (self, document);
}

/* Opens @bytes in a new tab; @name is its title until the text gives one. */
void
purport_window_open_bytes (PurportWindow *self, GBytes *bytes, const char *name)
{
  g_autoptr (PurportDocument) document = purport_document_new (self->reader);

  purport_document_load_bytes (document, bytes, name);
  purport_window_add_document (self, document);
}

/* Opens an article of the library in a new tab, or goes to the tab that has its text, and to the words at @span. */
void
purport_window_open_article (PurportWindow *self, PurportArticle *article, PurportSpan span)
{
  g_autoptr (PurportDocument) document = NULL;
  AdwTabPage *tab = find_text (self, article);

  if (tab != NULL) {
    adw_tab_view_set_selected_page (self->tabs, tab);
  } else {
    document = purport_document_new (self->reader);
    purport_document_load_article (document, article);
    purport_window_add_document (self, document);
  }
  if (!purport_span_is_empty (span))
    purport_article_page_show_bytes (purport_window_get_article_page (self), span);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, PurportWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      purport_window_open_file (self, file);
    }
  }
  g_clear_object (&self->chooser);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportWindow *self = PURPORT_WINDOW (widget);

  if (self->chooser == NULL) {
    self->chooser = purport_open_dialog_new (GTK_WINDOW (self));
    if (self->keeper == NULL)
      purport_recent_trace_prevent (self->chooser);
    g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  purport_window_open_file (PURPORT_WINDOW (widget), file);
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || *text == '\0') {
    purport_window_say (self, _ ("There is no text on the clipboard. Copy an article’s text and paste again."));
    return;
  }
  bytes = g_bytes_new (text, strlen (text));
  purport_window_open_bytes (self, bytes, _ ("Pasted text"));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_pasted, g_object_ref (widget));
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_if_fail (bytes != NULL);
  purport_window_open_bytes (PURPORT_WINDOW (widget), bytes, _ ("Sample article"));
}

static void
open_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  purport_address_dialog_show (GTK_WINDOW (widget));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, PurportWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)) {
    g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
    for (GSList *file = files; file != NULL; file = file->next)
      purport_window_open_file (self, file->data);
    return TRUE;
  }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE)) {
    purport_window_open_file (self, g_value_get_object (value));
    return TRUE;
  }
  if (G_VALUE_HOLDS_STRING (value)) {
    const char *text = g_value_get_string (value);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    purport_window_open_bytes (self, bytes, _ ("Dropped text"));
    return TRUE;
  }
  return FALSE;
}

/* Files, texts and addresses that are dropped on @self are opened. */
void
purport_window_open_accept_drops (PurportWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* Installs win.open, win.open-uri, win.open-address, win.paste and win.sample. */
void
purport_window_open_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.open-address", NULL, open_address_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  /* Not an accelerator of the application: those would come before an entry's own paste. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}
