/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view of GTK's recent files: those that this program has opened, the newest first. */
#include "config.h"

#include "app/recent-menu.h"

#include <glib/gi18n.h>

#define MAX_ITEMS 10u

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *)b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *)a));
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_application_name ());
}

static void
append_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GString) label = g_string_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0); /* no mnemonic */
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill (GtkRecentManager *manager, GMenu *menu)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_visits);
  guint n = 0;

  g_menu_remove_all (menu);
  for (GList *item = items; item != NULL && n < MAX_ITEMS; item = item->next)
    if (is_ours (item->data) && gtk_recent_info_exists (item->data)) {
      append_item (menu, item->data);
      n++;
    }
  if (n == 0)
    g_menu_append (menu, _ ("No articles yet"), "win.none");
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
}

static void
on_menu_gone (gpointer manager, GObject *menu)
{
  g_signal_handlers_disconnect_by_data (manager, menu);
}

/* Returns: (transfer full): a menu that follows the list; its items call win.open-uri. */
GMenuModel *
purport_recent_menu_new (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GMenu *menu = g_menu_new ();

  fill (manager, menu);
  g_signal_connect (manager, "changed", G_CALLBACK (fill), menu);
  g_object_weak_ref (G_OBJECT (menu), on_menu_gone, manager);
  return G_MENU_MODEL (menu);
}

/* Notes that @file was opened. */
void
purport_recent_menu_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

/* Takes all that this program has opened off the list. Returns: (transfer full): the addresses, the oldest first. */
char **
purport_recent_menu_clear (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = g_list_reverse (g_list_sort (gtk_recent_manager_get_items (manager), compare_visits));
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();

  for (GList *item = items; item != NULL; item = item->next) {
    if (!is_ours (item->data))
      continue;
    g_strv_builder_add (uris, gtk_recent_info_get_uri (item->data));
    gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (item->data), NULL);
  }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
  return g_strv_builder_end (uris);
}
