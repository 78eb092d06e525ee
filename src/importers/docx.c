/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WordprocessingML (ECMA-376): paragraphs with styles in word/document.xml; what the styles are called in
 * word/styles.xml, since their ids are translated; addresses of links and pictures in the relationships; notes in a
 * file of their own, written behind the text. What was deleted with changes recorded is not there.
 */
#include "importers/docx.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/error-private.h"
#include "importers/article-builder.h"
#include "importers/document-head.h"
#include "importers/xml.h"
#include "importers/zip-file.h"

static const char *const suffixes[] = { ".xml", ".rels", NULL };

typedef struct {
  GHashTable *entries;       /* (element-type utf8 GBytes) */
  GHashTable *styles;        /* (element-type utf8 utf8): name in lower case by id */
  GHashTable *relationships; /* (element-type utf8 utf8): target by id */
  PurportArticleBuilder out;
  PurportDocumentInfo info;
  const char *display_name;
} Document;

static xmlDoc *
parse_part (Document *self, const char *name, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (self->entries, name);
  return bytes != NULL ? purport_xml_parse (bytes, self->display_name, error) : NULL;
}

static void
read_styles (Document *self)
{
  g_autoptr (xmlDoc) document = parse_part (self, "word/styles.xml", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *id = purport_xml_is (node, "style") ? purport_xml_dup_attribute (node, "styleId") : NULL;
    xmlNode *name_node = id != NULL ? purport_xml_find (node, "name") : NULL;
    g_autofree char *name = name_node != NULL ? purport_xml_dup_attribute (name_node, "val") : NULL;
    if (name != NULL)
      g_hash_table_insert (self->styles, g_steal_pointer (&id), g_ascii_strdown (name, -1));
  }
}

static void
read_relationships (Document *self)
{
  g_autoptr (xmlDoc) document = parse_part (self, "word/_rels/document.xml.rels", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *id = purport_xml_dup_attribute (node, "Id"), *target = purport_xml_dup_attribute (node, "Target");
    if (purport_xml_is (node, "Relationship") && id != NULL && target != NULL)
      g_hash_table_insert (self->relationships, g_steal_pointer (&id), g_steal_pointer (&target));
  }
}

static void
read_properties (Document *self)
{
  g_autoptr (xmlDoc) document = parse_part (self, "docProps/core.xml", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *text = node != root && node->type == XML_ELEMENT_NODE ? purport_xml_dup_text (node) : NULL;
    if (text == NULL || *text == '\0')
      continue;
    if (purport_xml_is (node, "title") && self->info.title == NULL)
      self->info.title = g_steal_pointer (&text);
    else if (purport_xml_is (node, "creator") && purport_byline_is_name (text, strlen (text)))
      purport_document_info_add_creator (&self->info, text);
  }
}

static PurportBlockKind
find_kind (const Document *self, xmlNode *paragraph, gboolean in_table)
{
  xmlNode *style = purport_xml_find (paragraph, "pStyle");
  g_autofree char *id = style != NULL ? purport_xml_dup_attribute (style, "val") : NULL;
  const char *name = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;

  if (in_table)
    return PURPORT_BLOCK_TABLE;
  if (name == NULL)
    name = id != NULL ? id : "";
  if (g_ascii_strcasecmp (name, "title") == 0)
    return PURPORT_BLOCK_TITLE;
  if (g_ascii_strncasecmp (name, "heading", 7) == 0)
    return PURPORT_BLOCK_HEADING;
  if (strstr (name, "quote") != NULL || strstr (name, "Quote") != NULL)
    return PURPORT_BLOCK_QUOTATION;
  if (g_ascii_strcasecmp (name, "caption") == 0)
    return PURPORT_BLOCK_CAPTION;
  if (purport_xml_find (paragraph, "numPr") != NULL || g_ascii_strncasecmp (name, "list", 4) == 0)
    return PURPORT_BLOCK_LIST_ITEM;
  return PURPORT_BLOCK_PARAGRAPH;
}

static void
add_picture (Document *self, xmlNode *drawing)
{
  xmlNode *blip = purport_xml_find (drawing, "blip"), *properties = purport_xml_find (drawing, "docPr");
  g_autofree char *id = blip != NULL ? purport_xml_dup_attribute (blip, "embed") : NULL;
  g_autofree char *alt = properties != NULL ? purport_xml_dup_attribute (properties, "descr") : NULL;
  const char *target = id != NULL ? g_hash_table_lookup (self->relationships, id) : NULL;
  g_autofree char *name = target != NULL ? purport_zip_resolve ("word/document.xml", target) : NULL;
  PurportPicture *picture = name != NULL ? purport_article_builder_add_picture (&self->out, name) : NULL;

  if (picture != NULL && alt != NULL && *alt != '\0')
    picture->alt = g_steal_pointer (&alt);
}

static void write_run (Document *self, xmlNode *node);

static void
write_runs (Document *self, xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    write_run (self, node);
}

static void
write_link (Document *self, xmlNode *node)
{
  g_autofree char *id = purport_xml_dup_attribute (node, "id");
  const char *target = id != NULL ? g_hash_table_lookup (self->relationships, id) : NULL;
  gsize start = self->out.text->len;

  write_runs (self, node);
  if (target != NULL)
    purport_article_builder_add_link (&self->out, start, target);
}

/* What stands in a line. The recursion is as deep as the document, which the parser bounds. */
static void
write_run (Document *self, xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE || purport_xml_is (node, "del") || purport_xml_is (node, "pPr") ||
      purport_xml_is (node, "rPr") || purport_xml_is (node, "instrText"))
    return;
  if (purport_xml_is (node, "t")) {
    for (const xmlNode *text = node->children; text != NULL; text = text->next)
      if (text->type == XML_TEXT_NODE)
        purport_article_builder_append (&self->out, (const char *)text->content, FALSE);
  } else if (purport_xml_is (node, "tab")) {
    purport_article_builder_append (&self->out, " ", FALSE);
  } else if (purport_xml_is (node, "br") || purport_xml_is (node, "cr")) {
    purport_article_builder_break_line (&self->out);
  } else if (purport_xml_is (node, "noBreakHyphen")) {
    purport_article_builder_append (&self->out, "\xE2\x80\x91", FALSE);
  } else if (purport_xml_is (node, "drawing") || purport_xml_is (node, "pict")) {
    add_picture (self, node);
  } else if (purport_xml_is (node, "hyperlink")) {
    write_link (self, node);
  } else {
    write_runs (self, node);
  }
}

static void
write_row (Document *self, xmlNode *row)
{
  gboolean is_first = TRUE;

  purport_article_builder_end_block (&self->out);
  self->out.kind = PURPORT_BLOCK_TABLE;
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (!purport_xml_is (cell, "tc"))
      continue;
    if (!is_first)
      purport_article_builder_append_tab (&self->out);
    is_first = FALSE;
    for (xmlNode *node = cell->children; node != NULL; node = node->next) {
      self->out.space = self->out.text->len > self->out.block_start;
      if (purport_xml_is (node, "p"))
        write_runs (self, node);
    }
  }
  purport_article_builder_end_block (&self->out);
}

static void
write_blocks (Document *self, xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || purport_xml_is (node, "del"))
      continue;
    if (purport_xml_is (node, "p")) {
      purport_article_builder_end_block (&self->out);
      self->out.kind = find_kind (self, node, FALSE);
      write_runs (self, node);
      purport_article_builder_end_block (&self->out);
    } else if (purport_xml_is (node, "tr")) {
      write_row (self, node);
    } else {
      write_blocks (self, node);
    }
  }
}

/* Notes, without the separators that are listed among them. */
static void
write_notes (Document *self, const char *part, const char *element)
{
  g_autoptr (xmlDoc) document = parse_part (self, part, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
    g_autofree char *type = purport_xml_dup_attribute (node, "type");
    if (purport_xml_is (node, element) && (type == NULL || strcmp (type, "normal") == 0))
      write_blocks (self, node);
  }
}

static PurportArticle *
write_document (Document *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (xmlDoc) document = parse_part (self, "word/document.xml", &failure);
  xmlNode *body = document != NULL ? purport_xml_find (xmlDocGetRootElement (document), "body") : NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (body == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, self->display_name,
                               "is a Word document without its main part. Copy or download it again.");
    return NULL;
  }
  write_blocks (self, body);
  write_notes (self, "word/footnotes.xml", "footnote");
  write_notes (self, "word/endnotes.xml", "endnote");
  return purport_document_finish (&self->out, &self->info, self->display_name, error);
}

/**
 * purport_docx_import:
 *
 * Makes an article of a Word document. O(its size expanded, which is bounded).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_docx_import (GBytes *bytes, const char *display_name, GError **error)
{
  Document self = { .display_name = display_name };
  PurportArticle *article;

  self.entries = purport_zip_read (bytes, suffixes, display_name, error);
  if (self.entries == NULL)
    return NULL;
  self.styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.relationships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  purport_article_builder_init (&self.out);
  read_styles (&self);
  read_relationships (&self);
  read_properties (&self);
  article = write_document (&self, error);
  purport_article_builder_clear (&self.out);
  g_hash_table_unref (self.relationships);
  g_hash_table_unref (self.styles);
  g_hash_table_unref (self.entries);
  purport_document_info_clear (&self.info);
  return article;
}
