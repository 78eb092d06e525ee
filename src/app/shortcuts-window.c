/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GtkShortcutsWindow lays its columns side by side, as wide as they are: with large text, or on a small screen, half of
 * them lie outside of it, and nothing scrolls there. This one is a list.
 */
#include "config.h"

#include "app/shortcuts-window.h"

#include <adwaita.h>

#include "app/accessible.h"
#include "app/window-size.h"

#define WIDTH 560
#define HEIGHT 680

#define PURPORT_TYPE_SHORTCUTS_WINDOW (purport_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (PurportShortcutsWindow, purport_shortcuts_window, PURPORT, SHORTCUTS_WINDOW, AdwWindow)

struct _PurportShortcutsWindow {
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (PurportShortcutsWindow, purport_shortcuts_window, ADW_TYPE_WINDOW)

/* Not before the window is on the screen: GTK 4.8 would tell screen readers of a widget, not of a window. */
static void
on_map (PurportShortcutsWindow *self)
{
  purport_accessible_repair (GTK_WIDGET (self));
}

static void
purport_shortcuts_window_class_init (PurportShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/purport_reader/Purport/ui/shortcuts-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
purport_shortcuts_window_init (PurportShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/* Shows the keys over @parent. */
void
purport_shortcuts_window_show (GtkWindow *parent)
{
  GtkWindow *window = g_object_new (PURPORT_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);

  purport_window_size_set (window, WIDTH, HEIGHT);
  gtk_window_present (window);
}
