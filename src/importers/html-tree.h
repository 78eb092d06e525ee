/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page importers ask of a parsed page. */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

const char *purport_html_get_attribute (const GumboNode *node, const char *name);
gboolean purport_html_is (const GumboNode *node, GumboTag tag);
gboolean purport_html_is_block (const GumboNode *node);
gboolean purport_html_is_hidden (const GumboNode *node);
gboolean purport_html_is_invisible (const GumboNode *node);
GumboNode *purport_html_next (const GumboNode *node, const GumboNode *root, gboolean descend);
gboolean purport_html_is_inside (const GumboNode *node, const GumboNode *ancestor);
GumboNode *purport_html_find (const GumboNode *root, GumboTag tag);
char *purport_html_dup_text (const GumboNode *node);
char *purport_html_dup_short_text (const GumboNode *node, gsize max_bytes);
char *purport_html_unescape (const char *text);
char *purport_html_dup_labels (const GumboNode *node);
gboolean purport_html_labels_have (const char *labels, const char *word);
char *purport_html_collapse (const char *text);

G_END_DECLS
