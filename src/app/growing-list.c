/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When the model of a GtkListView changes, it makes and measures two hundred rows before the next frame: with text in
 * them, that takes longer than anybody should wait for an answer to a click. So what is in view comes first, and a few
 * more with each frame.
 */
#include "app/growing-list.h"

/* More rows than most panes have room for, and how many each frame adds. */
#define FIRST_ITEMS 16u
#define STEP 12u
/* A GtkListView keeps no more rows: what is behind them costs nothing. */
#define KEPT_ROWS 240u

struct _PurportGrowingList {
  GObject parent_instance;
  GListModel *model;
  guint n_items;   /* how many of @model are shown */
  GtkWidget *view; /* weak: whose frames bring more */
  guint tick_id;
};

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (PURPORT_GROWING_LIST (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return PURPORT_GROWING_LIST (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  PurportGrowingList *self = PURPORT_GROWING_LIST (list);

  return position < self->n_items ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PurportGrowingList,
                               purport_growing_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
grow_to (PurportGrowingList *self, guint n_items)
{
  guint before = self->n_items;

  self->n_items = n_items;
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
}

static gboolean
grow (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  PurportGrowingList *self = data;
  guint n = g_list_model_get_n_items (self->model);

  grow_to (self, self->n_items < KEPT_ROWS ? MIN (n, self->n_items + STEP) : n);
  if (self->n_items < n)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_items_changed (PurportGrowingList *self)
{
  guint before = self->n_items, n = g_list_model_get_n_items (self->model);

  self->n_items = MIN (n, FIRST_ITEMS);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  if (self->n_items < n && self->tick_id == 0 && self->view != NULL)
    self->tick_id = gtk_widget_add_tick_callback (self->view, grow, self, NULL);
}

static void
purport_growing_list_dispose (GObject *object)
{
  PurportGrowingList *self = PURPORT_GROWING_LIST (object);

  if (self->tick_id != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->view);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  self->n_items = 0;
  G_OBJECT_CLASS (purport_growing_list_parent_class)->dispose (object);
}

static void
purport_growing_list_class_init (PurportGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = purport_growing_list_dispose;
}

static void
purport_growing_list_init (PurportGrowingList *self)
{
}

/* Returns: (transfer full): the items of @model: (transfer none), of which any change makes the list begin anew. It
 * grows while @view is drawn. */
PurportGrowingList *
purport_growing_list_new (GListModel *model, GtkWidget *view)
{
  PurportGrowingList *self = g_object_new (PURPORT_TYPE_GROWING_LIST, NULL);

  self->model = g_object_ref (model);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
  on_items_changed (self);
  return self;
}

/* Makes sure that the item @position of the model is there. */
void
purport_growing_list_reach (PurportGrowingList *self, guint position)
{
  g_return_if_fail (PURPORT_IS_GROWING_LIST (self));
  if (position >= self->n_items)
    grow_to (self, g_list_model_get_n_items (self->model));
}
