/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says about its article: title, authors, publisher, date. */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "importers/html-content.h"

G_BEGIN_DECLS

/* All strings are owned and nullable. */
typedef struct {
  char *title;
  const GumboNode *heading; /* borrowed: where the title is shown */
  GPtrArray *bylines;       /* (element-type utf8) */
  char *publisher;
  char *published; /* ISO 8601, a day */
} PurportHtmlMeta;

PurportHtmlMeta *purport_html_meta_new (const GumboNode *document, const PurportHtmlContent *content, const char *uri);
void purport_html_meta_free (PurportHtmlMeta *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportHtmlMeta, purport_html_meta_free)

G_END_DECLS
