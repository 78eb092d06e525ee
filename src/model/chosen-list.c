/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK's filter list asks for every item of its model whether it passes: over a book, a hundred thousand objects are
 * made for that and thrown away. Whoever filters here decides by positions.
 */
#include "model/chosen-list.h"

struct _PurportChosenList {
  GObject parent_instance;
  GListModel *model;
  GArray *positions; /* (element-type guint32): NULL: all of @model */
  guint n_items;
};

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (PURPORT_CHOSEN_LIST (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return PURPORT_CHOSEN_LIST (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  PurportChosenList *self = PURPORT_CHOSEN_LIST (list);

  if (position >= self->n_items)
    return NULL;
  if (self->positions != NULL)
    position = g_array_index (self->positions, guint32, position);
  return g_list_model_get_item (self->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PurportChosenList,
                               purport_chosen_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
purport_chosen_list_dispose (GObject *object)
{
  PurportChosenList *self = PURPORT_CHOSEN_LIST (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->positions, g_array_unref);
  self->n_items = 0;
  G_OBJECT_CLASS (purport_chosen_list_parent_class)->dispose (object);
}

static void
purport_chosen_list_class_init (PurportChosenListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_chosen_list_dispose;
}

static void
purport_chosen_list_init (PurportChosenList *self)
{
}

/* Returns: (transfer full): all of @model: (transfer none). It does not follow changes of @model: whoever makes the
 * choice does, and chooses anew. */
PurportChosenList *
purport_chosen_list_new (GListModel *model)
{
  PurportChosenList *self = g_object_new (PURPORT_TYPE_CHOSEN_LIST, NULL);

  self->model = g_object_ref (model);
  self->n_items = g_list_model_get_n_items (model);
  return self;
}

/**
 * purport_chosen_list_choose:
 * @positions: (transfer full) (nullable) (element-type guint32): which items of the model, or %NULL for all
 *
 * Replaces all items and says so once.
 */
void
purport_chosen_list_choose (PurportChosenList *self, GArray *positions)
{
  guint removed;

  g_return_if_fail (PURPORT_IS_CHOSEN_LIST (self));

  removed = self->n_items;
  g_clear_pointer (&self->positions, g_array_unref);
  self->positions = positions;
  self->n_items = positions != NULL ? positions->len : g_list_model_get_n_items (self->model);
  if (removed > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->n_items);
}
