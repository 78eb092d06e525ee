/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Elements and attributes go by their local names: files of the same format have their names in different spaces.
 * Nothing is loaded from elsewhere, and documents that declare entities are refused: none of these formats has any.
 */
#include "importers/xml.h"

#include <libxml/parser.h>
#include <string.h>

#include "formats/error-private.h"
#include "importers/html-tree.h"

/**
 * purport_xml_parse:
 * @display_name: (nullable): what errors call the file that it comes from
 *
 * O(size). libxml2 itself bounds the nesting to 256.
 *
 * Returns: (transfer full): the document, or %NULL with %PURPORT_FORMATS_ERROR_IO
 */
xmlDoc *
purport_xml_parse (GBytes *bytes, const char *display_name, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  xmlDoc *document = NULL;

  if (n_bytes > 0 && n_bytes <= G_MAXINT)
    document = xmlReadMemory (data, (int)n_bytes, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                                  XML_PARSE_COMPACT);
  if (document != NULL && document->intSubset != NULL && document->intSubset->children != NULL) {
    xmlFreeDoc (document);
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name,
                               "declares entities of its own, which no such document does; it is not read.");
    return NULL;
  }
  if (document == NULL)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name,
                               "is damaged: a part of it is no valid XML. Save it again in the program it was made "
                               "with.");
  return document;
}

gboolean
purport_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/* Returns: (transfer full) (nullable): the value of the attribute with this local name. */
char *
purport_xml_dup_attribute (const xmlNode *node, const char *name)
{
  g_autoptr (GString) value = NULL;

  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next) {
    if (strcmp ((const char *)attribute->name, name) != 0)
      continue;
    value = g_string_new (NULL);
    for (const xmlNode *text = attribute->children; text != NULL; text = text->next)
      if (text->type == XML_TEXT_NODE && text->content != NULL)
        g_string_append (value, (const char *)text->content);
    return g_string_free (g_steal_pointer (&value), FALSE);
  }
  return NULL;
}

/* Returns: (nullable): the node behind @node in document order, inside @root; its first child only if @descend. */
xmlNode *
purport_xml_next (const xmlNode *node, const xmlNode *root, gboolean descend)
{
  if (descend && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node != NULL) {
    if (node->next != NULL)
      return node->next;
    node = node->parent;
  }
  return NULL;
}

/* Returns: (nullable): the first element in @root, or @root itself, with this local name. */
xmlNode *
purport_xml_find (xmlNode *root, const char *name)
{
  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE))
    if (purport_xml_is (node, name))
      return node;
  return NULL;
}

/* Returns: (transfer full): the text in @node, in one line. */
char *
purport_xml_dup_text (const xmlNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const xmlNode *at = node; at != NULL; at = purport_xml_next (at, node, TRUE))
    if (at->type == XML_TEXT_NODE && at->content != NULL)
      g_string_append (out, (const char *)at->content);
  return purport_html_collapse (out->str);
}
