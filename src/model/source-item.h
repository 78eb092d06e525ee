/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source, as lists and widgets see it: a person, organisation, document or group. */
#pragma once

#include "model/item-list.h"
#include "model/passage.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_SOURCE_ITEM (purport_source_item_get_type ())
G_DECLARE_FINAL_TYPE (PurportSourceItem, purport_source_item, PURPORT, SOURCE_ITEM, GObject)

PurportItemList *purport_source_list_new (void);
gpointer purport_source_item_new (PurportReadingContext *context, guint32 index);

guint purport_source_item_get_index (PurportSourceItem *self);
const char *purport_source_item_get_name (PurportSourceItem *self);
PurportSourceType purport_source_item_get_source_type (PurportSourceItem *self);
PurportIndependence purport_source_item_get_independence (PurportSourceItem *self);
char *purport_source_item_dup_independence_words (PurportSourceItem *self);
char *purport_source_item_dup_roles (PurportSourceItem *self);
char *purport_source_item_dup_affiliations (PurportSourceItem *self);
guint purport_source_item_get_n_claims (PurportSourceItem *self);
GPtrArray *purport_source_item_dup_mentions (PurportSourceItem *self);

G_END_DECLS
