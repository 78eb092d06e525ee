/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: the article without what is around it. */
#pragma once

#include <gumbo.h>

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_HTML_DEFAULT = 0,
  PURPORT_HTML_WHOLE_PAGE = 1 << 0, /* what is around the article is kept, as boilerplate */
} PurportHtmlFlags;

PurportArticle *
purport_html_import (GBytes *bytes, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error);
GumboOutput *purport_html_parse (const char *html, gsize n_bytes, const char *display_name, GError **error);
void purport_html_free (GumboOutput *page);

G_END_DECLS
