/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the importers of office documents and e-books ask of an XML document. */
#pragma once

#include <libxml/tree.h>

#include "formats/error.h"

G_BEGIN_DECLS

xmlDoc *purport_xml_parse (GBytes *bytes, const char *display_name, GError **error);
gboolean purport_xml_is (const xmlNode *node, const char *name);
char *purport_xml_dup_attribute (const xmlNode *node, const char *name);
xmlNode *purport_xml_find (xmlNode *root, const char *name);
xmlNode *purport_xml_next (const xmlNode *node, const xmlNode *root, gboolean descend);
char *purport_xml_dup_text (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
