/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list whose first items come at once and the others frame by frame. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_GROWING_LIST (purport_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (PurportGrowingList, purport_growing_list, PURPORT, GROWING_LIST, GObject)

PurportGrowingList *purport_growing_list_new (GListModel *model, GtkWidget *view);
void purport_growing_list_reach (PurportGrowingList *self, guint position);

G_END_DECLS
