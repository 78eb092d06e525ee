/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the elements of a page to the text and blocks of an article. */
#pragma once

#include "importers/article-builder.h"
#include "importers/html-content.h"

G_BEGIN_DECLS

/**
 * PurportHtmlWriting:
 * @base: (nullable): what relative addresses start from
 * @entry: (nullable): the name of the page in an archive: pictures are in it too, and links into it are none
 * @title: (nullable): a heading that repeats it is left out
 * @bylines: (nullable) (element-type utf8): a line near the beginning that repeats them is left out
 * @keeps_clutter: buttons, counters and teasers are left where they are: the text is no web page's
 * @whole_page: what is around the article is written too, as boilerplate
 *
 * How a page is written down.
 */
typedef struct {
  const char *base;
  const char *entry;
  const char *title;
  const GPtrArray *bylines;
  gboolean keeps_clutter;
  gboolean whole_page;
} PurportHtmlWriting;

void
purport_html_write_standfirst (PurportArticleBuilder *out, const PurportHtmlContent *content, const GumboNode *heading);
void purport_html_write_content (PurportArticleBuilder *out,
                                 const PurportHtmlContent *content,
                                 const PurportHtmlWriting *how);

G_END_DECLS
