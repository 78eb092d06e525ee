/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks one walk over the page for each of them. */
#include "importers/html-meta.h"

#include "importers/html-byline.h"
#include "importers/html-date.h"
#include "importers/html-page.h"
#include "importers/html-title.h"

/**
 * purport_html_meta_new:
 * @uri: (nullable): the page's address
 *
 * O(size of the page).
 *
 * Returns: (transfer full): what the page says about its article
 */
PurportHtmlMeta *
purport_html_meta_new (const GumboNode *document, const PurportHtmlContent *content, const char *uri)
{
  g_autoptr (PurportHtmlPage) page = purport_html_page_new (document, content, uri);
  PurportHtmlMeta *meta = g_new0 (PurportHtmlMeta, 1);

  meta->title = purport_html_find_title (page);
  meta->heading = purport_html_find_title_node (page, meta->title);
  meta->bylines = purport_html_find_bylines (page);
  meta->published = purport_html_find_day (page);
  meta->publisher = g_strdup (page->site);
  return meta;
}

void
purport_html_meta_free (PurportHtmlMeta *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->bylines);
  g_free (self->publisher);
  g_free (self->published);
  g_free (self);
}
