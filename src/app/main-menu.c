/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the two rows that no menu item can be into the menu that the .ui file describes. */
#include "config.h"

#include "app/main-menu.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/popover-keys.h"

static gboolean
zoom_to_text (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_take_string (to, g_strdup_printf ("%.0f %%", g_value_get_double (from) * 100));
  return TRUE;
}

static GtkWidget *
new_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  purport_accessible_set_name (button, name);
  return button;
}

static GtkWidget *
new_zoom_row (PurportPreferences *preferences)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *reset = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (box, "menu-row");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reset), "app.zoom-reset");
  gtk_widget_set_tooltip_text (reset, _ ("Natural size"));
  gtk_widget_set_hexpand (reset, TRUE);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_add_css_class (reset, "numeric");
  g_object_bind_property_full (preferences, "zoom", reset, "label", G_BINDING_SYNC_CREATE, zoom_to_text, NULL, NULL,
                               NULL);
  gtk_box_append (GTK_BOX (box), new_button ("zoom-out-symbolic", _ ("Smaller text"), "app.zoom-out"));
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), new_button ("zoom-in-symbolic", _ ("Larger text"), "app.zoom-in"));
  return box;
}

static void
append_style (GtkWidget *box, const char *label, const char *style)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.style");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", style);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_style_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "menu-row");
  append_style (box, C_ ("style", "System"), "system");
  append_style (box, C_ ("style", "Light"), "light");
  append_style (box, C_ ("style", "Sepia"), "sepia");
  append_style (box, C_ ("style", "Dark"), "dark");
  return box;
}

/* Adds the zoom and style rows to the popover of @button. */
void
purport_main_menu_fill (GtkMenuButton *button, PurportPreferences *preferences)
{
  GtkPopoverMenu *menu = GTK_POPOVER_MENU (gtk_menu_button_get_popover (button));

  GtkWidget *zoom = new_zoom_row (preferences), *style = new_style_row ();

  purport_popover_keys_guard (GTK_WIDGET (menu));
  purport_popover_keys_leave_row (zoom);
  purport_popover_keys_leave_row (style);
  gtk_popover_menu_add_child (menu, zoom, "zoom");
  gtk_popover_menu_add_child (menu, style, "style");
}
