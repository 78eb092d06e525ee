/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only files of this computer come back by themselves: a page of the web is loaded when it is asked for, or not. */
#include "config.h"

#include "app/window-session.h"

#include "app/article-page.h"

/* Notes where reading stands in all @tabs, and appends the addresses of those that have one. */
void
purport_window_session_collect (AdwTabView *tabs, GStrvBuilder *uris, guint *n_uris, guint *selected)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (tabs); i++) {
    AdwTabPage *tab = adw_tab_view_get_nth_page (tabs, i);
    PurportArticlePage *page = PURPORT_ARTICLE_PAGE (adw_tab_page_get_child (tab));
    GFile *file = purport_document_get_file (purport_article_page_get_document (page));
    g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
    purport_article_page_remember (page);
    if (uri == NULL)
      continue;
    if (adw_tab_page_get_selected (tab))
      *selected = *n_uris;
    g_strv_builder_add (uris, uri);
    (*n_uris)++;
  }
}

/**
 * purport_window_session_list:
 * @selected: (out): the one that was in front
 *
 * Returns: (transfer full) (element-type GFile): the files that were open last and are still there
 */
GPtrArray *
purport_window_session_list (PurportHistory *history, guint *selected)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  guint was_selected;
  g_auto (GStrv) uris = purport_history_dup_session (history, &was_selected);

  *selected = 0;
  for (guint i = 0; uris[i] != NULL; i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
    if (!g_file_is_native (file) || !g_file_query_exists (file, NULL))
      continue;
    if (i == was_selected)
      *selected = files->len;
    g_ptr_array_add (files, g_steal_pointer (&file));
  }
  return files;
}
