/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK 4.8 does not tell screen readers by itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_accessible_set_name (GtkWidget *widget, const char *name);
void purport_accessible_set_hidden (GtkWidget *widget, gboolean hidden);
void purport_accessible_follow_stack (GtkWidget *stack);
void purport_accessible_follow_revealer (GtkRevealer *revealer);
void purport_accessible_name_tabs (GtkWidget *tab_bar);
void purport_accessible_name_menu_button (GtkWidget *widget, const char *name);
void purport_accessible_name_drop_down (GtkWidget *widget, const char *name);
void purport_accessible_follow_toasts (GtkWidget *overlay);
void purport_accessible_repair (GtkWidget *widget);

G_END_DECLS
