/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lazy GListModel over one list of a reading. Items live as long as somebody holds them; until then the same position
 * gives the same object. A book has a hundred thousand, of which a few are in view.
 */
#include "model/item-list.h"

struct _PurportItemList {
  GObject parent_instance;
  GType item_type;
  PurportItemFunc create;
  PurportReadingContext *context; /* NULL: no reading yet */
  GObject **items;                /* weak: NULL where nobody holds one */
  guint n_items;
};

static GType
get_item_type (GListModel *model)
{
  return PURPORT_ITEM_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return PURPORT_ITEM_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PurportItemList *self = PURPORT_ITEM_LIST (model);

  if (position >= self->n_items)
    return NULL;
  if (self->items[position] != NULL)
    return g_object_ref (self->items[position]);
  g_set_weak_pointer (&self->items[position], self->create (self->context, position));
  return self->items[position];
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PurportItemList,
                               purport_item_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
drop_items (PurportItemList *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_clear_weak_pointer (&self->items[i]);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->context, purport_reading_context_unref);
  self->n_items = 0;
}

static void
purport_item_list_dispose (GObject *object)
{
  drop_items (PURPORT_ITEM_LIST (object));
  G_OBJECT_CLASS (purport_item_list_parent_class)->dispose (object);
}

static void
purport_item_list_class_init (PurportItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_item_list_dispose;
}

static void
purport_item_list_init (PurportItemList *self)
{
}

/**
 * purport_item_list_new:
 * @item_type: type of the objects
 * @create: makes the object of one item
 *
 * Returns: (transfer full): an empty list
 */
PurportItemList *
purport_item_list_new (GType item_type, PurportItemFunc create)
{
  PurportItemList *self = g_object_new (PURPORT_TYPE_ITEM_LIST, NULL);

  self->item_type = item_type;
  self->create = create;
  return self;
}

/**
 * purport_item_list_reset:
 * @context: (nullable): the reading that the items come from
 * @n_items: how many there are; 0 without @context
 *
 * Replaces all items and says so once. O(items made so far).
 */
void
purport_item_list_reset (PurportItemList *self, PurportReadingContext *context, guint n_items)
{
  guint removed;

  g_return_if_fail (PURPORT_IS_ITEM_LIST (self));
  g_return_if_fail (context != NULL || n_items == 0);

  removed = self->n_items;
  drop_items (self);
  if (context != NULL) {
    self->context = purport_reading_context_ref (context);
    self->items = g_new0 (GObject *, n_items + 1);
    self->n_items = n_items;
  }
  if (removed > 0 || n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, n_items);
}
