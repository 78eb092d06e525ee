/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK 4.8 tells screen readers of the pages of a stack that do not show as of the one that does, and gives no name to
 * the scrolled windows, which take the focus, and to the close buttons of tabs.
 */
#include "config.h"

#include "app/accessible.h"

#include <glib/gi18n.h>

void
purport_accessible_set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Hides @widget and what is in it from screen readers, without hiding it from the eye. */
void
purport_accessible_set_hidden (GtkWidget *widget, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
on_visible_child_changed (GtkWidget *stack)
{
  g_autoptr (GtkWidget) visible = NULL;

  g_object_get (stack, "visible-child", &visible, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    purport_accessible_set_hidden (child, child != visible);
}

/* Keeps the pages of @stack, a GtkStack or AdwViewStack with all its pages, hidden but for the one that shows. */
void
purport_accessible_follow_stack (GtkWidget *stack)
{
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (on_visible_child_changed), NULL);
  on_visible_child_changed (stack);
}

static void
on_reveal_changed (GtkRevealer *revealer)
{
  purport_accessible_set_hidden (gtk_revealer_get_child (revealer), !gtk_revealer_get_reveal_child (revealer));
}

/* Hides the child of @revealer while it is not revealed. */
void
purport_accessible_follow_revealer (GtkRevealer *revealer)
{
  g_signal_connect (revealer, "notify::reveal-child", G_CALLBACK (on_reveal_changed), NULL);
  on_reveal_changed (revealer);
}

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/* Names the tabs in @tab_bar and the buttons that close them; to be called when a tab was added or has another title.
 */
void
purport_accessible_name_tabs (GtkWidget *tab_bar)
{
  if (gtk_widget_has_css_class (tab_bar, "tab-close-button"))
    purport_accessible_set_name (tab_bar, _ ("Close tab"));
  else if (g_str_equal (gtk_widget_get_css_name (tab_bar), "tabboxchild"))
    purport_accessible_set_name (tab_bar, find_text (tab_bar));
  for (GtkWidget *child = gtk_widget_get_first_child (tab_bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    purport_accessible_name_tabs (child);
}

/*
 * Takes the nameless scrolled windows in @widget out of the focus chain: what scrolls in them takes the focus itself.
 * And a button with a mnemonic is named by its label alone, not also by the text with the underline in it.
 */
void
purport_accessible_repair (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_widget_set_focusable (widget, FALSE);
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    purport_accessible_repair (child);
}

/* Names the menu button in @widget, a split button, and the toggle in it that takes the focus. */
void
purport_accessible_name_menu_button (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_MENU_BUTTON (child) || GTK_IS_MENU_BUTTON (widget))
      purport_accessible_set_name (child, name);
    if (!GTK_IS_BUTTON (child))
      purport_accessible_name_menu_button (child, name);
  }
}

/* Names what takes the focus in @widget, a drop-down: the button, and the list that it opens. */
void
purport_accessible_name_drop_down (GtkWidget *widget, const char *name)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_SEARCH_ENTRY (widget))
    purport_accessible_set_name (widget, name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    purport_accessible_name_drop_down (child, name);
}

static void
name_toasts (GtkWidget *overlay)
{
  for (GtkWidget *toast = gtk_widget_get_first_child (overlay); toast != NULL;
       toast = gtk_widget_get_next_sibling (toast)) {
    if (!g_str_equal (gtk_widget_get_css_name (toast), "toast"))
      continue;
    purport_accessible_repair (toast);
    purport_accessible_set_name (gtk_widget_get_last_child (toast), _ ("Close this message"));
  }
}

/* Names the buttons of every toast that is to show over @overlay, also of those that wait until another has gone: GTK
 * and libadwaita call them "Undo Undo" and by their icon. */
void
purport_accessible_follow_toasts (GtkWidget *overlay)
{
  GListModel *children = gtk_widget_observe_children (overlay);

  g_signal_connect_object (children, "items-changed", G_CALLBACK (name_toasts), overlay, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (overlay), "children", children, g_object_unref);
}
