/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of a page's article. */
#pragma once

#include "importers/html-page.h"

G_BEGIN_DECLS

char *purport_html_find_title (const PurportHtmlPage *page);
const GumboNode *purport_html_find_title_node (const PurportHtmlPage *page, const char *title);
gboolean purport_html_same_words (const char *one, const char *two);

G_END_DECLS
