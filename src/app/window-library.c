/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu is the window's and the notes are the page's: these actions hand over to the page in front. */
#include "config.h"

#include "app/window-library.h"

#include <glib/gi18n.h>

#include "app/article-page.h"
#include "app/exporting.h"
#include "app/library-window.h"
#include "model/shelf.h"

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = purport_window_get_article_page (PURPORT_WINDOW (widget));
  g_autofree char *page_name = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), page_name, NULL);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = purport_window_get_article_page (PURPORT_WINDOW (widget));
  PurportExport export;

  if (page != NULL && purport_export_from_word (g_variant_get_string (parameter, NULL), &export))
    purport_exporting_ask (GTK_WIDGET (page), export, purport_article_page_get_document (page),
                           purport_article_page_get_notebook (page));
}

/* An article of the library that was asked for and is not there yet. */
typedef struct {
  PurportWindow *window;
  PurportSpan span;
} Opening;

static void
on_article (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (PurportWindow) window = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_shelf_get_article_finish (PURPORT_KEEPER (source), result, &error);

  if (article != NULL)
    purport_window_open_article (window, article, opening->span);
  else if (error != NULL)
    purport_window_say (window, error->message);
  g_free (opening);
}

static void
on_open_requested (
    PurportLibraryWindow *library, gint64 article, guint start_byte, guint end_byte, PurportWindow *window)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening){ g_object_ref (window), purport_span (start_byte, end_byte) };
  purport_shelf_get_article (purport_window_get_keeper (window), article, on_article, opening);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_library_gone (gpointer window, GObject *library)
{
  g_object_set_data (G_OBJECT (window), "library", NULL);
}

static void
on_window_gone (GtkWidget *window)
{
  GtkWindow *library = g_object_get_data (G_OBJECT (window), "library");

  if (library == NULL)
    return;
  g_object_weak_unref (G_OBJECT (library), on_library_gone, window);
  g_object_set_data (G_OBJECT (window), "library", NULL);
  gtk_window_destroy (library);
}

/* A window has one library window, which goes with it. */
static PurportLibraryWindow *
ensure_library (PurportWindow *window)
{
  PurportLibraryWindow *library = g_object_get_data (G_OBJECT (window), "library");

  if (library != NULL)
    return library;
  library = purport_library_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                                        purport_window_get_keeper (window), purport_window_get_reader (window));
  g_object_set_data (G_OBJECT (window), "library", library);
  g_signal_connect_object (library, "open-requested", G_CALLBACK (on_open_requested), window, 0);
  g_object_weak_ref (G_OBJECT (library), on_library_gone, window);
  g_signal_connect (window, "destroy", G_CALLBACK (on_window_gone), NULL);
  return library;
}

static void
library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (ensure_library (PURPORT_WINDOW (widget))));
}

static void
show_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportLibraryWindow *library = ensure_library (PURPORT_WINDOW (widget));

  purport_library_window_show_source (library, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (library));
}

static void
open_kept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 article;
  guint start_byte, end_byte;

  g_variant_get (parameter, "(xuu)", &article, &start_byte, &end_byte);
  on_open_requested (NULL, article, start_byte, end_byte, PURPORT_WINDOW (widget));
}

/* Installs win.note, win.keep, win.export, win.library, win.show-source and win.open-kept. */
void
purport_window_library_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.note", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.keep", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.mark-claim", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.mark-role", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.mark-affiliation", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.library", NULL, library_action);
  gtk_widget_class_install_action (widget_class, "win.show-source", "s", show_source_action);
  gtk_widget_class_install_action (widget_class, "win.open-kept", "(xuu)", open_kept_action);
}

/* Only what can be done can be chosen. */
void
purport_window_library_update (PurportWindow *window, gboolean has_text)
{
  static const char *const actions[] = { "win.note", "win.mark-claim", "win.mark-role", "win.mark-affiliation",
                                         "win.export" };
  gboolean private = purport_window_get_keeper (window) == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), actions[i], has_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.keep", has_text && !private);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.library", !private);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.show-source", !private);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.open-kept", !private);
}
