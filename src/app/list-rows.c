/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A factory over two functions. GTK 4.8 leaves list rows nameless, so the name is set on the row itself. */
#include "app/list-rows.h"

#include "app/accessible.h"

typedef struct {
  PurportRowNewFunc create;
  PurportRowBindFunc bind;
} Functions;

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, Functions *functions)
{
  gtk_list_item_set_child (item, functions->create ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, Functions *functions)
{
  GtkWidget *child = gtk_list_item_get_child (item), *row = gtk_widget_get_parent (child);
  g_autofree char *name = functions->bind (child, gtk_list_item_get_item (item));

  if (row != NULL)
    purport_accessible_set_name (row, name);
}

/* Returns: (transfer full): a factory that makes rows with @create and fills and names them with @bind. */
GtkListItemFactory *
purport_list_rows_factory_new (PurportRowNewFunc create, PurportRowBindFunc bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Functions *functions = g_new (Functions, 1);

  functions->create = create;
  functions->bind = bind;
  g_object_set_data_full (G_OBJECT (factory), "functions", functions, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), functions);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), functions);
  return factory;
}

/* Brings the row @position into view. */
void
purport_list_rows_scroll_to (GtkListView *list, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
}
