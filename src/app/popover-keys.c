/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key controllers for menus. A row of buttons in one is no row of its items: the arrows have to be told how to leave
 * it. */
#include "app/popover-keys.h"

/* The first or last child of @row that can take the focus, or %NULL. */
static GtkWidget *
end_of_row (GtkWidget *row, gboolean last)
{
  GtkWidget *child = last ? gtk_widget_get_last_child (row) : gtk_widget_get_first_child (row);

  while (child != NULL && !(gtk_widget_is_sensitive (child) && gtk_widget_get_focusable (child)))
    child = last ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
on_row_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, GtkWidget *row)
{
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down, up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  GtkWidget *popover = gtk_widget_get_ancestor (row, GTK_TYPE_POPOVER), *end = NULL;

  if (popover != NULL && (down || up))
    end = end_of_row (row, down);
  if (end == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (end);
  g_signal_emit_by_name (popover, "move-focus", down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_STOP;
}

/* Makes the arrows up and down leave @row, a horizontal one in a menu. GTK goes to whatever overlaps below, which may
 * be a neighbour in the row: then one never comes to what is under it. */
void
purport_popover_keys_leave_row (GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_row_key), row);
  gtk_widget_add_controller (row, keys);
}

static gboolean
on_popover_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, GtkWidget *popover)
{
  gboolean activates = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  return activates && gtk_root_get_focus (gtk_widget_get_root (popover)) == NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Lets @popover, a menu, not be activated while nothing has the focus, as when the item that had it becomes
 * insensitive: GTK would ask nothing for its ancestors, which is a critical warning. */
void
purport_popover_keys_guard (GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_popover_key), popover);
  gtk_widget_add_controller (popover, keys);
}
