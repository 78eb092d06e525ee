/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files in the one window, follows the desktop's style, and owns what all windows share. */
#include "config.h"

#include "app/application.h"

#include <glib/gi18n.h>

#include "app/article-style.h"
#include "app/help-window.h"
#include "app/preferences-window.h"
#include "app/preferences.h"
#include "app/recent-menu.h"
#include "app/shortcuts-window.h"
#include "app/window.h"
#include "model/history.h"
#include "model/keeper.h"
#include "model/keeping.h"
#include "model/reader.h"

#define ZOOM_STEP 0.1

struct _PurportApplication {
  AdwApplication parent_instance;
  PurportReader *reader;
  PurportKeeper *keeper;
  PurportPreferences *preferences;
  PurportHistory *history;
  char *cleared_history; /* what undoing it restores */
  char **cleared_recent;
  GtkCssProvider *font_provider;
};

G_DEFINE_FINAL_TYPE (PurportApplication, purport_application, ADW_TYPE_APPLICATION)

static PurportWindow *
ensure_window (PurportApplication *self)
{
  /* The one that was active last comes first. What others send does not belong in a private one. */
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (PURPORT_IS_WINDOW (window->data) && purport_window_get_keeper (window->data) != NULL)
      return PURPORT_WINDOW (window->data);
  return NULL;
}

static PurportPage
choose_page (PurportApplication *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean sepia = g_strcmp0 (purport_preferences_get_style (self->preferences), "sepia") == 0;

  return purport_palette_choose (sepia, adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager));
}

static void
update_pages (PurportApplication *self)
{
  PurportPage page = choose_page (self);

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (PURPORT_IS_WINDOW (window->data))
      purport_window_set_page (window->data, page);
}

/* @keeper: (nullable): %NULL for a private window */
static PurportWindow *
new_window_with (PurportApplication *self, PurportKeeper *keeper)
{
  PurportWindow *window = purport_window_new (ADW_APPLICATION (self), self->reader, self->preferences,
                                              keeper != NULL ? self->history : NULL);

  purport_window_set_keeper (window, keeper);
  purport_window_set_page (window, choose_page (self));
  return window;
}

static PurportWindow *
new_window (PurportApplication *self)
{
  return new_window_with (self, self->keeper);
}

static void
on_style_changed (PurportApplication *self)
{
  const char *style = purport_preferences_get_style (self->preferences);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (style, "light") == 0 || g_strcmp0 (style, "sepia") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (style, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  update_pages (self);
}

static void
on_text_changed (PurportApplication *self)
{
  g_autofree char *css = purport_article_style_dup_css (self->preferences);
  gtk_css_provider_load_from_data (self->font_provider, css, -1);
}

static void
zoom_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportApplication *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  double zoom = purport_preferences_get_zoom (self->preferences);

  if (g_str_equal (name, "zoom-in"))
    purport_preferences_set_zoom (self->preferences, zoom + ZOOM_STEP);
  else if (g_str_equal (name, "zoom-out"))
    purport_preferences_set_zoom (self->preferences, zoom - ZOOM_STEP);
  else
    purport_preferences_set_zoom (self->preferences, 1);
}

/* All windows end together: the articles of all of them were open last. */
static void
end_session (PurportApplication *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;
  g_autoptr (GError) error = NULL;
  guint n_uris = 0, selected = 0;

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (PURPORT_IS_WINDOW (window->data))
      purport_window_end_session (window->data, builder, &n_uris, &selected);
  uris = g_strv_builder_end (builder);
  if (!purport_preferences_get_keep_history (self->preferences))
    return;
  purport_history_set_session (self->history, (const char *const *)uris, selected);
  if (!purport_history_save (self->history, &error))
    g_message ("%s", error->message);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportApplication *self = data;
  GList *window = gtk_application_get_windows (data);

  end_session (self);
  for (window = gtk_application_get_windows (data); window != NULL; window = gtk_application_get_windows (data))
    gtk_window_destroy (window->data);
}

static void
clear_history (PurportApplication *self)
{
  g_autoptr (GError) error = NULL;

  g_free (self->cleared_history);
  g_strfreev (self->cleared_recent);
  self->cleared_history = purport_history_clear (self->history);
  self->cleared_recent = purport_recent_menu_clear ();
  if (!purport_history_save (self->history, &error))
    g_message ("%s", error->message);
}

static void
undo_clear_history (PurportApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->cleared_history == NULL)
    return;
  purport_history_restore (self->history, self->cleared_history);
  for (guint i = 0; self->cleared_recent[i] != NULL; i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (self->cleared_recent[i]);
    purport_recent_menu_add (file);
  }
  g_clear_pointer (&self->cleared_history, g_free);
  g_clear_pointer (&self->cleared_recent, g_strfreev);
  if (!purport_history_save (self->history, &error))
    g_message ("%s", error->message);
}

static void
on_clear_history (PurportPreferencesWindow *window, PurportApplication *self)
{
  clear_history (self);
  purport_preferences_window_say_cleared (window);
}

static void
on_undo_clear_history (PurportPreferencesWindow *window, PurportApplication *self)
{
  undo_clear_history (self);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportApplication *self = data;
  GtkWindow *window = purport_preferences_window_new (self->preferences, gtk_application_get_active_window (data));

  g_signal_connect (window, "clear-history", G_CALLBACK (on_clear_history), self);
  g_signal_connect (window, "undo-clear-history", G_CALLBACK (on_undo_clear_history), self);
  gtk_window_present (window);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (new_window (data)));
}

static void
new_private_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (new_window_with (data, NULL)));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  purport_shortcuts_window_show (gtk_application_get_active_window (data));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  purport_help_window_show (gtk_application_get_active_window (data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", _ ("Purport"),
                         "application-icon", PURPORT_APPLICATION_ID, "version", PURPORT_VERSION, "developer-name",
                         _ ("The Purport contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Shows what an article claims, who says it, how firmly and on what basis.\n\n"
                            "Marks are made automatically and can be wrong. Unmarked text has not been checked.\n\n"
                            "The translations await review by native speakers."),
                         /* Translators: your names, one a line; they show in the window about the program */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
add_actions (PurportApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action },
    { "new-window", new_window_action },
    { "about", about_action },
    { "zoom-in", zoom_action },
    { "zoom-out", zoom_action },
    { "zoom-reset", zoom_action },
    { "shortcuts", shortcuts_action },
    { "preferences", preferences_action },
    { "new-private-window", new_private_window_action },
    { "help", help_action },
  };
  static const char *const properties[] = { "style",        "density",        "show-pane",  "show-marks",
                                            "show-repairs", "caret-browsing", "letter-keys" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autoptr (GPropertyAction) action = g_property_action_new (properties[i], self->preferences, properties[i]);
    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  }
}

static void
add_keys (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *keys[4];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control>n" } },
    { "app.new-private-window", { "<Control><Shift>n" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.print", { "<Control>p" } },
    { "app.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "app.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "app.zoom-reset", { "<Control>0", "<Control>KP_0" } },
    { "app.show-pane", { "F9" } },
    { "app.caret-browsing", { "F7" } },
    { "win.open", { "<Control>o" } },
    { "win.library", { "<Control><Shift>l" } },
    { "win.keep", { "<Control>d" } },
    { "win.find", { "<Control>f" } },
    { "win.find-next", { "<Control>g" } },
    { "win.find-previous", { "<Control><Shift>g" } },
    { "win.close-tab", { "<Control>w" } },
    { "win.fullscreen", { "F11" } },
    { "win.menu", { "F10" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

static PurportHistory *
open_history (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "purport", "history", NULL);
  return purport_history_new (path);
}

/* The file is looked for when it is needed. */
static PurportKeeper *
open_keeper (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "purport", "library.db", NULL);
  return purport_keeper_new (path);
}

static void
purport_application_startup (GApplication *application)
{
  PurportApplication *self = PURPORT_APPLICATION (application);
  AdwStyleManager *manager;

  G_APPLICATION_CLASS (purport_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (PURPORT_APPLICATION_ID);
  self->reader = purport_reader_new ();
  self->keeper = open_keeper ();
  self->preferences = purport_preferences_new ();
  self->history = open_history ();
  self->font_provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->font_provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  add_actions (self);
  add_keys (GTK_APPLICATION (application));
  manager = adw_style_manager_get_default ();
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (update_pages), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update_pages), self);
  g_signal_connect_swapped (self->preferences, "notify::style", G_CALLBACK (on_style_changed), self);
  g_signal_connect_swapped (self->preferences, "notify::zoom", G_CALLBACK (on_text_changed), self);
  g_signal_connect_swapped (self->preferences, "notify::font", G_CALLBACK (on_text_changed), self);
  on_style_changed (self);
  on_text_changed (self);
}

static void
purport_application_shutdown (GApplication *application)
{
  PurportApplication *self = PURPORT_APPLICATION (application);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  G_APPLICATION_CLASS (purport_application_parent_class)->shutdown (application);
  if (self->reader != NULL)
    purport_reader_wait (self->reader);
  if (self->keeper != NULL) {
    purport_keeping_purge (self->keeper);
    purport_keeper_close (self->keeper);
  }
}

static void
purport_application_activate (GApplication *application)
{
  PurportApplication *self = PURPORT_APPLICATION (application);
  PurportWindow *window = ensure_window (self);

  if (window == NULL) {
    window = new_window (self);
    purport_window_restore_session (window);
  }
  gtk_window_present (GTK_WINDOW (window));
}

static void
purport_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PurportApplication *self = PURPORT_APPLICATION (application);
  PurportWindow *window = ensure_window (self);

  if (window == NULL)
    window = new_window (self);
  for (int i = 0; i < n_files; i++)
    purport_window_open_file (window, files[i]);
  gtk_window_present (GTK_WINDOW (window));
}

static void
purport_application_dispose (GObject *object)
{
  PurportApplication *self = PURPORT_APPLICATION (object);

  g_clear_object (&self->font_provider);
  g_clear_object (&self->keeper);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->history, purport_history_unref);
  g_clear_pointer (&self->cleared_history, g_free);
  g_clear_pointer (&self->cleared_recent, g_strfreev);
  g_clear_pointer (&self->reader, purport_reader_unref);
  G_OBJECT_CLASS (purport_application_parent_class)->dispose (object);
}

static void
purport_application_class_init (PurportApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_application_dispose;
  application_class->startup = purport_application_startup;
  application_class->shutdown = purport_application_shutdown;
  application_class->activate = purport_application_activate;
  application_class->open = purport_application_open;
}

static void
purport_application_init (PurportApplication *self)
{
}

/* Returns: (transfer full): the program. */
PurportApplication *
purport_application_new (void)
{
  return g_object_new (PURPORT_TYPE_APPLICATION, "application-id", PURPORT_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/purport_reader/Purport", NULL);
}
