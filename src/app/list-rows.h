/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all lists of the pane share: factories whose rows have names, and scrolling to a row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a row's widget, or shows @item in it; returns (transfer full): the row's accessible name. */
typedef GtkWidget *(*PurportRowNewFunc) (void);
typedef char *(*PurportRowBindFunc) (GtkWidget *row, gpointer item);

GtkListItemFactory *purport_list_rows_factory_new (PurportRowNewFunc create, PurportRowBindFunc bind);
void purport_list_rows_scroll_to (GtkListView *list, guint position);

G_END_DECLS
