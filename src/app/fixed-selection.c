/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where one click activates a row, GTK selects whatever row comes to lie under the pointer: the row of the claim whose
 * card was open would no longer be the selected one, and a list that scrolls under a resting pointer would be filled
 * anew while it is laid out. Nothing that a user does selects here; he or she chooses, and the program selects.
 */
#include "app/fixed-selection.h"

struct _PurportFixedSelection {
  GObject parent_instance;
  GListModel *model;
  guint selected; /* GTK_INVALID_LIST_POSITION: none */
};

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (PURPORT_FIXED_SELECTION (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (PURPORT_FIXED_SELECTION (list)->model);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (PURPORT_FIXED_SELECTION (list)->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return position == PURPORT_FIXED_SELECTION (model)->selected;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  PurportFixedSelection *self = PURPORT_FIXED_SELECTION (model);
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (self->selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, self->selected);
  return selection;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PurportFixedSelection,
                               purport_fixed_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* The selection stays with its item; it goes with an item that goes. */
static void
on_items_changed (PurportFixedSelection *self, guint position, guint removed, guint added)
{
  if (self->selected != GTK_INVALID_LIST_POSITION && self->selected >= position) {
    if (self->selected - position < removed)
      self->selected = GTK_INVALID_LIST_POSITION;
    else
      self->selected = self->selected - removed + added;
  }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
purport_fixed_selection_dispose (GObject *object)
{
  PurportFixedSelection *self = PURPORT_FIXED_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (purport_fixed_selection_parent_class)->dispose (object);
}

static void
purport_fixed_selection_class_init (PurportFixedSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_fixed_selection_dispose;
}

static void
purport_fixed_selection_init (PurportFixedSelection *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
}

/* Returns: (transfer full): the items of @model: (transfer none), none of them selected. */
PurportFixedSelection *
purport_fixed_selection_new (GListModel *model)
{
  PurportFixedSelection *self = g_object_new (PURPORT_TYPE_FIXED_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
  return self;
}

/* Selects the item @position alone; %GTK_INVALID_LIST_POSITION: none. */
void
purport_fixed_selection_set_selected (PurportFixedSelection *self, guint position)
{
  guint before;

  g_return_if_fail (PURPORT_IS_FIXED_SELECTION (self));
  if (position >= get_n_items (G_LIST_MODEL (self)))
    position = GTK_INVALID_LIST_POSITION;
  before = self->selected;
  if (before == position)
    return;
  self->selected = position;
  if (before != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}
