/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the window and its tabs. What happens inside an article is the article page's. */
#include "config.h"

#include "app/window.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/main-menu.h"
#include "app/origin.h"
#include "app/printing.h"
#include "app/recent-menu.h"
#include "app/window-library.h"
#include "app/window-private.h"

G_DEFINE_FINAL_TYPE (PurportWindow, purport_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (PurportWindow *self)
{
  PurportArticlePage *page = purport_window_get_article_page (self);
  PurportDocument *document = page != NULL ? purport_article_page_get_document (page) : NULL;
  const char *title = document != NULL ? purport_document_get_title (document) : NULL;
  g_autofree char *origin = document != NULL ? purport_origin_dup (document) : NULL;
  gboolean has_text = document != NULL && purport_document_get_text (document) != NULL;

  adw_window_title_set_title (self->title, title != NULL ? title : _ ("Purport"));
  adw_window_title_set_subtitle (self->title, origin != NULL ? origin : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Purport"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", has_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-pdf", has_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pane_button), has_text);
  purport_window_library_update (self, has_text);
  gtk_stack_set_visible_child_name (self->stack, page != NULL ? "tabs" : "first");
}

/* What is opened in a private window stays private in whatever window its tab is put into. */
static void
on_article_state (PurportArticlePage *page, PurportWindow *self)
{
  PurportDocument *document = purport_article_page_get_document (page);

  if (purport_document_get_state (document) != PURPORT_DOCUMENT_READING ||
      purport_document_get_file (document) == NULL || purport_article_page_is_private (page) ||
      !purport_window_keeps_history (self))
    return;
  purport_recent_menu_add (purport_document_get_file (document));
  purport_window_remember (self);
}

static void
on_document_state (PurportDocument *document, GParamSpec *pspec, PurportWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++) {
    PurportArticlePage *page =
        PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i)));
    if (purport_article_page_get_document (page) == document)
      on_article_state (page, self);
  }
}

static void
on_document_changed (PurportWindow *self)
{
  update_title (self);
  purport_accessible_name_tabs (GTK_WIDGET (self->tab_bar));
}

/* A tab comes: a new one, or one of another window. */
static void
on_page_attached (AdwTabView *tabs, AdwTabPage *tab, int position, PurportWindow *self)
{
  PurportArticlePage *page = PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (tab));
  PurportDocument *document = purport_article_page_get_document (page);

  purport_article_page_set_page (page, self->page);
  g_signal_connect_object (document, "notify::state", G_CALLBACK (on_document_state), self, 0);
  g_signal_connect_object (document, "notify::title", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::state", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
}

static void
on_page_detached (AdwTabView *tabs, AdwTabPage *tab, int position, PurportWindow *self)
{
  PurportArticlePage *page = PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (tab));

  g_signal_handlers_disconnect_by_data (purport_article_page_get_document (page), self);
}

/* A tab is dragged out of the window: another of its kind takes it. */
static AdwTabView *
on_create_window (AdwTabView *tabs, PurportWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  PurportWindow *window =
      purport_window_new (ADW_APPLICATION (application), self->reader, self->preferences, self->history);

  purport_window_set_keeper (window, self->keeper);
  purport_window_set_page (window, self->page);
  gtk_window_present (GTK_WINDOW (window));
  return window->tabs;
}

/* Shows @document in a new tab, in front. */
void
purport_window_add_document (PurportWindow *self, PurportDocument *document)
{
  g_autoptr (PurportNotebook) notebook = purport_notebook_new (self->keeper, document);
  PurportArticlePage *page = purport_article_page_new (document, notebook, self->preferences, self->history);
  AdwTabPage *tab;

  tab = adw_tab_view_append (self->tabs, GTK_WIDGET (page));
  g_object_bind_property (document, "title", tab, "title", G_BINDING_SYNC_CREATE);
  adw_tab_view_set_selected_page (self->tabs, tab);
  on_document_changed (self);
}

/* Says something in passing. */
void
purport_window_say (PurportWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = purport_window_get_article_page (PURPORT_WINDOW (widget));

  if (page == NULL || purport_document_get_text (purport_article_page_get_document (page)) == NULL)
    return;
  if (g_str_equal (name, "win.print"))
    purport_printing_run (purport_article_page_get_state (page), GTK_WINDOW (widget));
  else
    purport_printing_export (purport_article_page_get_state (page), GTK_WINDOW (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = purport_window_get_article_page (PURPORT_WINDOW (widget));

  if (page != NULL)
    purport_article_page_find (page, 0);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportArticlePage *page = purport_window_get_article_page (PURPORT_WINDOW (widget));

  if (page != NULL)
    purport_article_page_find (page, g_str_equal (name, "win.find-next") ? 1 : -1);
}

static void
close_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PurportWindow *self = PURPORT_WINDOW (widget);
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tabs);

  if (page != NULL)
    adw_tab_view_close_page (self->tabs, page);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (PURPORT_WINDOW (widget)->menu_button);
}

static void
on_selected_page (PurportWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++) {
    AdwTabPage *page = adw_tab_view_get_nth_page (self->tabs, i);
    purport_accessible_set_hidden (adw_tab_page_get_child (page), !adw_tab_page_get_selected (page));
  }
  update_title (self);
}

/* The place in a tab that goes is kept; the tab itself is no longer what was open last. */
static gboolean
on_close_page (AdwTabView *tabs, AdwTabPage *page, PurportWindow *self)
{
  if (purport_window_keeps_history (self))
    purport_article_page_remember (PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (page)));
  adw_tab_view_close_page_finish (tabs, page, TRUE);
  purport_window_remember (self);
  return GDK_EVENT_STOP;
}

static void
on_active_changed (PurportWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    purport_window_remember (self);
}

static gboolean
on_close_request (GtkWindow *window)
{
  PurportWindow *self = PURPORT_WINDOW (window);

  purport_window_remember_size (self);
  purport_window_remember (self);
  return GTK_WINDOW_CLASS (purport_window_parent_class)->close_request (window);
}

static void
on_text_changed (PurportWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    purport_article_page_font_changed (
        PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i))));
}

/* Pages that are destroyed with the window give up their documents' work, of which nobody here wants to know. */
static void
forget_documents (PurportWindow *self)
{
  for (int i = 0; self->tabs != NULL && i < adw_tab_view_get_n_pages (self->tabs); i++) {
    GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i));
    g_signal_handlers_disconnect_by_data (purport_article_page_get_document (PURPORT_ARTICLE_PAGE (page)), self);
  }
}

static void
purport_window_dispose (GObject *object)
{
  PurportWindow *self = PURPORT_WINDOW (object);

  forget_documents (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->history, purport_history_unref);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->reader, purport_reader_unref);
  G_OBJECT_CLASS (purport_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.close-tab", NULL, close_tab_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  purport_window_open_install (widget_class);
  purport_window_library_install (widget_class);
}

static void
purport_window_class_init (PurportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, private_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, tab_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportWindow, tabs);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_page);
  gtk_widget_class_bind_template_callback (widget_class, on_close_page);
  gtk_widget_class_bind_template_callback (widget_class, on_page_attached);
  gtk_widget_class_bind_template_callback (widget_class, on_page_detached);
  gtk_widget_class_bind_template_callback (widget_class, on_create_window);
  install_actions (widget_class);
}

static void
purport_window_init (PurportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  purport_accessible_follow_toasts (GTK_WIDGET (self->toasts));
  purport_accessible_repair (GTK_WIDGET (self));
  purport_window_open_accept_drops (self);
}

static void
follow_text_preferences (PurportWindow *self)
{
  static const char *const signals[] = { "notify::zoom", "notify::font", "notify::line-spacing", "notify::text-width" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->preferences, signals[i], G_CALLBACK (on_text_changed), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * purport_window_new:
 * @history: (nullable): what is kept of what is opened; %NULL: nothing is
 *
 * Returns: (transfer full): a window of @application on the first page
 */
PurportWindow *
purport_window_new (AdwApplication *application,
                    PurportReader *reader,
                    PurportPreferences *preferences,
                    PurportHistory *history)
{
  PurportWindow *self = g_object_new (PURPORT_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GMenuModel) recent = purport_recent_menu_new ();
  int width, height;
  gboolean maximized;

  self->reader = purport_reader_ref (reader);
  self->preferences = g_object_ref (preferences);
  self->history = history != NULL ? purport_history_ref (history) : NULL;
  purport_preferences_get_window_size (preferences, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_bind_property (preferences, "show-pane", self->pane_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  follow_text_preferences (self);
  adw_split_button_set_menu_model (self->open_button, recent);
  purport_accessible_repair (GTK_WIDGET (self->open_button));
  purport_accessible_name_menu_button (GTK_WIDGET (self->open_button), _ ("Recent articles"));
  purport_main_menu_fill (self->menu_button, preferences);
  update_title (self);
  return self;
}

/* The library that articles are kept in: before anything is opened. A window that has none is private and says so. */
void
purport_window_set_keeper (PurportWindow *self, PurportKeeper *keeper)
{
  g_set_object (&self->keeper, keeper);
  gtk_widget_set_visible (self->private_bar, keeper == NULL);
  update_title (self);
}

/* Returns: (transfer none) (nullable): the library; %NULL: the window is private. */
PurportKeeper *
purport_window_get_keeper (PurportWindow *self)
{
  return self->keeper;
}

PurportReader *
purport_window_get_reader (PurportWindow *self)
{
  return self->reader;
}

/* Returns: (transfer none) (nullable): the article in front. */
PurportArticlePage *
purport_window_get_article_page (PurportWindow *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tabs);
  return page != NULL ? PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (page)) : NULL;
}

/* Changes the colours of all articles. */
void
purport_window_set_page (PurportWindow *self, PurportPage page)
{
  /* Where the page is not the desktop's own. */
  static const char *const classes[PURPORT_N_PAGES] = {
    [PURPORT_PAGE_SEPIA] = "page-sepia",
    [PURPORT_PAGE_HIGH_CONTRAST_LIGHT] = "page-high-contrast",
    [PURPORT_PAGE_HIGH_CONTRAST_DARK] = "page-high-contrast-dark",
  };

  self->page = page;
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    purport_article_page_set_page (
        PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i))), page);
  for (guint i = 0; i < PURPORT_N_PAGES; i++)
    if (classes[i] != NULL && i != page)
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  if (classes[page] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[page]);
}
