/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library, as lists see it: an article, or what a search found in one. */
#pragma once

#include <gio/gio.h>

#include "store/search.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_SHELF_ITEM (purport_shelf_item_get_type ())
G_DECLARE_FINAL_TYPE (PurportShelfItem, purport_shelf_item, PURPORT, SHELF_ITEM, GObject)

/* (transfer full) */
PurportShelfItem *purport_shelf_item_new_for_entry (PurportLibraryEntry *entry);
PurportShelfItem *purport_shelf_item_new_for_hit (PurportHit *hit);

gint64 purport_shelf_item_get_article (PurportShelfItem *self);
const char *purport_shelf_item_get_title (PurportShelfItem *self);
const PurportLibraryEntry *purport_shelf_item_get_entry (PurportShelfItem *self);
const PurportHit *purport_shelf_item_get_hit (PurportShelfItem *self);

G_END_DECLS
