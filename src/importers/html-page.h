/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one walk through a page collects: what it declares and what it shows as headings. */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "importers/html-content.h"
#include "importers/html-linked-data.h"

G_BEGIN_DECLS

/* A heading that is shown. */
typedef struct {
  const GumboNode *node;
  char *text;
  guint level;           /* 1 to 6 */
  gboolean in_furniture; /* in navigation, a sidebar, comments or the like */
} PurportHtmlHeading;

/* All strings are owned. */
typedef struct {
  const GumboNode *document;
  const PurportHtmlContent *content; /* borrowed */
  const char *uri;                   /* nullable, borrowed: the page's address */
  const char *canonical;             /* nullable, borrowed: what the page says its address is */
  GHashTable *metas;                 /* (element-type utf8 GPtrArray): name in lower case, its values in order */
  GArray *headings;                  /* (element-type PurportHtmlHeading): in order */
  char *title;                       /* nullable: of <title> */
  char *site;                        /* nullable: what the page calls its site or publisher */
  PurportLinkedData linked;
} PurportHtmlPage;

PurportHtmlPage *purport_html_page_new (const GumboNode *document, const PurportHtmlContent *content, const char *uri);
void purport_html_page_free (PurportHtmlPage *self);
const char *purport_html_page_get_meta (const PurportHtmlPage *self, const char *name);
gboolean purport_html_page_is_furniture (const PurportHtmlPage *self, const GumboNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportHtmlPage, purport_html_page_free)

G_END_DECLS
