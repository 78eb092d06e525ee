/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claims, sources or figures of a reading as a GListModel whose objects are made when they are asked for. */
#pragma once

#include <gio/gio.h>

#include "model/reading-context.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the object for item @index of the reading. */
typedef gpointer (*PurportItemFunc) (PurportReadingContext *context, guint32 index);

#define PURPORT_TYPE_ITEM_LIST (purport_item_list_get_type ())
G_DECLARE_FINAL_TYPE (PurportItemList, purport_item_list, PURPORT, ITEM_LIST, GObject)

PurportItemList *purport_item_list_new (GType item_type, PurportItemFunc create);
void purport_item_list_reset (PurportItemList *self, PurportReadingContext *context, guint n_items);

G_END_DECLS
