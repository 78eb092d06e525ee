/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a page the article is. */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

typedef struct _PurportHtmlContent PurportHtmlContent;

PurportHtmlContent *purport_html_content_new (GumboNode *body);
PurportHtmlContent *purport_html_content_new_whole (GumboNode *body);
void purport_html_content_free (PurportHtmlContent *self);
GumboNode *purport_html_content_get_root (const PurportHtmlContent *self);
gboolean purport_html_content_is_left_out (const PurportHtmlContent *self, const GumboNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportHtmlContent, purport_html_content_free)

G_END_DECLS
