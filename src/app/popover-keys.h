/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys in popovers, where GTK 4.8 does not do what one expects. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_popover_keys_leave_row (GtkWidget *row);
void purport_popover_keys_guard (GtkWidget *popover);

G_END_DECLS
