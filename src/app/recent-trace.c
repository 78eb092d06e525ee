/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * There is no way to ask the dialog not to, and gtk-recent-files-enabled would empty the list of the whole desktop. The
 * entry appears in memory some moments after the answer, and on the disk a quarter of a second later: it is taken out
 * in between. What was in the list before stays.
 */
#include "app/recent-trace.h"

#define LOOK_MILLISECONDS 20
#define MOST_LOOKS 250

typedef struct {
  GPtrArray *uris; /* (element-type utf8): of which there must be no trace */
  guint n_looks;
} Trace;

static void
free_trace (gpointer data)
{
  g_ptr_array_unref (((Trace *)data)->uris);
  g_free (data);
}

static gboolean
look (gpointer data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  Trace *trace = data;

  for (guint i = trace->uris->len; i > 0; i--) {
    const char *uri = g_ptr_array_index (trace->uris, i - 1);
    if (!gtk_recent_manager_has_item (manager, uri))
      continue;
    gtk_recent_manager_remove_item (manager, uri, NULL);
    g_ptr_array_remove_index (trace->uris, i - 1);
  }
  return trace->uris->len > 0 && ++trace->n_looks < MOST_LOOKS ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
on_response (GtkNativeDialog *dialog, int response, GHashTable *known)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  Trace *trace = g_new0 (Trace, 1);
  guint n = g_list_model_get_n_items (files);

  trace->uris = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    g_autofree char *uri = g_file_get_uri (file);
    if (!g_hash_table_contains (known, uri))
      g_ptr_array_add (trace->uris, g_steal_pointer (&uri));
  }
  g_timeout_add_full (G_PRIORITY_HIGH, LOOK_MILLISECONDS, look, trace, free_trace);
}

/* To be called before @dialog shows. */
void
purport_recent_trace_prevent (GtkFileChooserNative *dialog)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = items; item != NULL; item = item->next)
    g_hash_table_add (known, g_strdup (gtk_recent_info_get_uri (item->data)));
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), known,
                         (GClosureNotify)(GCallback)g_hash_table_unref, 0);
}
