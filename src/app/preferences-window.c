/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are bound to the preferences. What a history is, only the application knows: clearing it is a signal. */
#include "config.h"

#include "app/preferences-window.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/list-rows.h"
#include "app/window-size.h"

struct _PurportPreferencesWindow {
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkDropDown *font;
  AdwActionRow *font_row;
  GtkSpinButton *text_width;
  GtkDropDown *line_spacing;
  GtkDropDown *style;
  GtkDropDown *density;
  GtkSwitch *letter_keys;
  GtkSwitch *keep_history;
  GtkSwitch *restore_session;
  AdwActionRow *restore_row;
};

/* What the rows of the lists stand for; in the order of the .ui file. */
static const char *const styles[] = { "system", "light", "sepia", "dark", NULL };
static const char *const densities[] = { "main", "most", "all", NULL };
static const char *const spacings[] = { "tight", "normal", "wide", NULL };

/* Names of fonts may be longer; they end in an ellipsis before the row's own title does. */
#define CHOICE_CHARACTERS 12
#define UNDO_SECONDS 20
#define WIDTH 560
#define HEIGHT 680

enum { CLEAR_HISTORY, UNDO_CLEAR_HISTORY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportPreferencesWindow, purport_preferences_window, ADW_TYPE_WINDOW)

static gboolean
code_to_row (GBinding *binding, const GValue *from, GValue *to, gpointer codes)
{
  const char *const *list = codes;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strcmp0 (list[i], g_value_get_string (from)) == 0)
      g_value_set_uint (to, i);
  return TRUE;
}

static gboolean
row_to_code (GBinding *binding, const GValue *from, GValue *to, gpointer codes)
{
  guint row = g_value_get_uint (from);

  if (row >= g_strv_length (codes))
    return FALSE;
  g_value_set_string (to, ((const char *const *)codes)[row]);
  return TRUE;
}

static void
bind_codes (PurportPreferences *preferences, const char *name, GtkDropDown *list, const char *const *codes)
{
  g_object_bind_property_full (preferences, name, list, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                               code_to_row, row_to_code, (gpointer)codes, NULL);
}

/* The first row is the desktop's serif font, which is no family. */
static gboolean
family_to_row (GBinding *binding, const GValue *from, GValue *to, gpointer fonts)
{
  const char *family = g_value_get_string (from);
  GListModel *list = fonts;
  guint n = g_list_model_get_n_items (list);

  g_value_set_uint (to, 0);
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (fonts, i), family) == 0)
      g_value_set_uint (to, i);
  return TRUE;
}

static gboolean
row_to_family (GBinding *binding, const GValue *from, GValue *to, gpointer fonts)
{
  guint row = g_value_get_uint (from);

  if (row == GTK_INVALID_LIST_POSITION)
    return FALSE;
  g_value_set_string (to, row == 0 ? "" : gtk_string_list_get_string (fonts, row));
  return TRUE;
}

static GtkWidget *
new_choice (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CHOICE_CHARACTERS);
  return label;
}

/* Returns: (transfer full): what the row is called. */
static char *
bind_choice (GtkWidget *label, gpointer item)
{
  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (item));
  return g_strdup (gtk_string_object_get_string (item));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static GtkStringList *
list_fonts (GtkWidget *widget)
{
  GListModel *families = G_LIST_MODEL (pango_context_get_font_map (gtk_widget_get_pango_context (widget)));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkStringList *list = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (families);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PangoFontFamily) family = g_list_model_get_item (families, i);
    g_ptr_array_add (names, g_strdup (pango_font_family_get_name (family)));
  }
  g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (list, _ ("Serif"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (names, i));
  return list;
}

static void
bind_font (PurportPreferencesWindow *self, PurportPreferences *preferences)
{
  g_autoptr (GtkStringList) fonts = list_fonts (GTK_WIDGET (self));

  gtk_drop_down_set_expression (self->font, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->font, G_LIST_MODEL (fonts));
  g_object_bind_property_full (preferences, "font", self->font, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, family_to_row, row_to_family,
                               g_object_ref (fonts), g_object_unref);
}

static void
on_clear_history (PurportPreferencesWindow *self)
{
  g_signal_emit (self, signals[CLEAR_HISTORY], 0);
}

static void
on_undo (PurportPreferencesWindow *self)
{
  g_signal_emit (self, signals[UNDO_CLEAR_HISTORY], 0);
}

static void
purport_preferences_window_class_init (PurportPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CLEAR_HISTORY] = g_signal_new ("clear-history", PURPORT_TYPE_PREFERENCES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDO_CLEAR_HISTORY] = g_signal_new ("undo-clear-history", PURPORT_TYPE_PREFERENCES_WINDOW, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/purport_reader/Purport/ui/preferences-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, font);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, font_row);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, text_width);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, line_spacing);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, style);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, density);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, letter_keys);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, keep_history);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, restore_session);
  gtk_widget_class_bind_template_child (widget_class, PurportPreferencesWindow, restore_row);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_history);
}

static void
prepare_list (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) factory = purport_list_rows_factory_new (new_choice, bind_choice);
  gtk_drop_down_set_factory (list, factory);
}

static void
purport_preferences_window_init (PurportPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  prepare_list (self->font);
  prepare_list (self->line_spacing);
  prepare_list (self->style);
  prepare_list (self->density);
  purport_accessible_follow_toasts (GTK_WIDGET (self->toasts));
}

/* Not before the window is on the screen: GTK 4.8 would tell screen readers of a widget, not of a window. */
static void
on_map (PurportPreferencesWindow *self)
{
  purport_accessible_name_drop_down (GTK_WIDGET (self->font), _ ("Font"));
  purport_accessible_name_drop_down (GTK_WIDGET (self->line_spacing), _ ("Line Spacing"));
  purport_accessible_name_drop_down (GTK_WIDGET (self->style), _ ("Style"));
  purport_accessible_name_drop_down (GTK_WIDGET (self->density), _ ("Marked in the Text"));
  purport_accessible_repair (GTK_WIDGET (self));
}

/* Returns: (transfer none): a window over @parent, which GTK owns, as all windows. */
GtkWindow *
purport_preferences_window_new (PurportPreferences *preferences, GtkWindow *parent)
{
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  PurportPreferencesWindow *self = g_object_new (PURPORT_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  purport_window_size_set (GTK_WINDOW (self), WIDTH, HEIGHT);
  bind_font (self, preferences);
  gtk_spin_button_set_range (self->text_width, PURPORT_TEXT_WIDTH_MIN, PURPORT_TEXT_WIDTH_MAX);
  g_object_bind_property (preferences, "text-width", self->text_width, "value", flags);
  bind_codes (preferences, "line-spacing", self->line_spacing, spacings);
  bind_codes (preferences, "style", self->style, styles);
  bind_codes (preferences, "density", self->density, densities);
  g_object_bind_property (preferences, "letter-keys", self->letter_keys, "active", flags);
  g_object_bind_property (preferences, "keep-history", self->keep_history, "active", flags);
  g_object_bind_property (preferences, "restore-session", self->restore_session, "active", flags);
  g_object_bind_property (preferences, "keep-history", self->restore_row, "sensitive", G_BINDING_SYNC_CREATE);
  return GTK_WINDOW (self);
}

/* Says that the history was cleared, and offers to undo that. */
void
purport_preferences_window_say_cleared (PurportPreferencesWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("History cleared"));

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
