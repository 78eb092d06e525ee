/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * OpenDocument (ISO 26300): headings, paragraphs, lists and tables in content.xml. A paragraph's style may be an
 * automatic one, whose parent has the name that tells. Notes are written behind the text.
 */
#include "importers/odt.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/error-private.h"
#include "importers/article-builder.h"
#include "importers/document-head.h"
#include "importers/xml.h"
#include "importers/zip-file.h"

static const char *const suffixes[] = { "content.xml", "meta.xml", "manifest.xml", NULL };

/* More spaces than this in a row are no text. */
#define MAX_SPACES 64u

typedef struct {
  GHashTable *entries; /* (element-type utf8 GBytes) */
  GHashTable *parents; /* (element-type utf8 utf8): of automatic styles */
  GPtrArray *notes;    /* (element-type xmlNode): borrowed */
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

static gboolean
check_protection (Document *self, GError **error)
{
  g_autoptr (xmlDoc) document = parse_part (self, "META-INF/manifest.xml", NULL);

  if (document == NULL || purport_xml_find (xmlDocGetRootElement (document), "encryption-data") == NULL)
    return TRUE;
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PROTECTED, self->display_name,
                             "is protected by a password. Open it in the program it was made with and save it without "
                             "one.");
  return FALSE;
}

static void
read_styles (Document *self, xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *name = NULL, *parent = NULL;
    if (!purport_xml_is (node, "style"))
      continue;
    name = purport_xml_dup_attribute (node, "name");
    parent = purport_xml_dup_attribute (node, "parent-style-name");
    if (name != NULL && parent != NULL)
      g_hash_table_insert (self->parents, g_steal_pointer (&name), g_steal_pointer (&parent));
  }
}

static void
read_properties (Document *self)
{
  g_autoptr (xmlDoc) document = parse_part (self, "meta.xml", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *text = node->type == XML_ELEMENT_NODE ? purport_xml_dup_text (node) : NULL;
    if (text == NULL || *text == '\0')
      continue;
    if (purport_xml_is (node, "title") && self->info.title == NULL)
      self->info.title = g_steal_pointer (&text);
    else if (purport_xml_is (node, "initial-creator") && purport_byline_is_name (text, strlen (text)))
      purport_document_info_add_creator (&self->info, text);
  }
}

static PurportBlockKind
find_kind (const Document *self, xmlNode *paragraph, PurportBlockKind outer)
{
  g_autofree char *style = purport_xml_dup_attribute (paragraph, "style-name");
  const char *parent = style != NULL ? g_hash_table_lookup (self->parents, style) : NULL;
  const char *name = parent != NULL ? parent : style != NULL ? style : "";

  if (strcmp (name, "Title") == 0)
    return PURPORT_BLOCK_TITLE;
  if (purport_xml_is (paragraph, "h"))
    return PURPORT_BLOCK_HEADING;
  if (strcmp (name, "Quotations") == 0)
    return PURPORT_BLOCK_QUOTATION;
  if (strcmp (name, "Caption") == 0 || strcmp (name, "Illustration") == 0 || strcmp (name, "Figure") == 0)
    return PURPORT_BLOCK_CAPTION;
  return outer;
}

static void
add_picture (Document *self, xmlNode *frame)
{
  xmlNode *image = purport_xml_find (frame, "image"), *description = purport_xml_find (frame, "desc");
  g_autofree char *address = image != NULL ? purport_xml_dup_attribute (image, "href") : NULL;
  PurportPicture *picture = address != NULL ? purport_article_builder_add_picture (&self->out, address) : NULL;

  if (picture != NULL && description != NULL)
    picture->alt = purport_xml_dup_text (description);
}

static void
add_spaces (Document *self, xmlNode *node)
{
  g_autofree char *count = purport_xml_dup_attribute (node, "c");
  guint64 n = count != NULL ? g_ascii_strtoull (count, NULL, 10) : 1;

  if (n <= MAX_SPACES)
    purport_article_builder_append (&self->out, " ", FALSE);
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
  g_autofree char *address = purport_xml_dup_attribute (node, "href");
  gsize start = self->out.text->len;

  write_runs (self, node);
  if (address != NULL && *address != '#' && *address != '\0')
    purport_article_builder_add_link (&self->out, start, address);
}

/* What stands in a line. The recursion is as deep as the document, which the parser bounds. */
static void
write_run (Document *self, xmlNode *node)
{
  if (node->type == XML_TEXT_NODE) {
    purport_article_builder_append (&self->out, (const char *)node->content, FALSE);
    return;
  }
  if (node->type != XML_ELEMENT_NODE || purport_xml_is (node, "annotation"))
    return;
  if (purport_xml_is (node, "s"))
    add_spaces (self, node);
  else if (purport_xml_is (node, "tab"))
    purport_article_builder_append (&self->out, " ", FALSE);
  else if (purport_xml_is (node, "line-break"))
    purport_article_builder_break_line (&self->out);
  else if (purport_xml_is (node, "note"))
    g_ptr_array_add (self->notes, node);
  else if (purport_xml_is (node, "frame"))
    add_picture (self, node);
  else if (purport_xml_is (node, "a"))
    write_link (self, node);
  else
    write_runs (self, node);
}

static void write_blocks (Document *self, xmlNode *parent, PurportBlockKind kind);

static void
write_row (Document *self, xmlNode *row)
{
  gboolean is_first = TRUE;

  purport_article_builder_end_block (&self->out);
  self->out.kind = PURPORT_BLOCK_TABLE;
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    if (!purport_xml_is (cell, "table-cell"))
      continue;
    if (!is_first)
      purport_article_builder_append_tab (&self->out);
    is_first = FALSE;
    for (xmlNode *node = cell->children; node != NULL; node = node->next) {
      self->out.space = self->out.text->len > self->out.block_start;
      if (purport_xml_is (node, "p") || purport_xml_is (node, "h"))
        write_runs (self, node);
    }
  }
  purport_article_builder_end_block (&self->out);
}

static void
write_block (Document *self, xmlNode *node, PurportBlockKind kind)
{
  if (purport_xml_is (node, "p") || purport_xml_is (node, "h")) {
    purport_article_builder_end_block (&self->out);
    self->out.kind = find_kind (self, node, kind);
    write_runs (self, node);
    purport_article_builder_end_block (&self->out);
  } else if (purport_xml_is (node, "table-row")) {
    write_row (self, node);
  } else if (purport_xml_is (node, "list-item") || purport_xml_is (node, "list-header")) {
    write_blocks (self, node, PURPORT_BLOCK_LIST_ITEM);
  } else if (!purport_xml_is (node, "tracked-changes") && !purport_xml_is (node, "table-of-content") &&
             !purport_xml_is (node, "forms") && !purport_xml_is (node, "sequence-decls")) {
    write_blocks (self, node, kind);
  }
}

static void
write_blocks (Document *self, xmlNode *parent, PurportBlockKind kind)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      write_block (self, node, kind);
}

static PurportArticle *
write_document (Document *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (xmlDoc) document = parse_part (self, "content.xml", &failure);
  xmlNode *body = document != NULL ? purport_xml_find (xmlDocGetRootElement (document), "text") : NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (body == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, self->display_name,
                               "is an OpenDocument text without its main part. Copy or download it again.");
    return NULL;
  }
  read_styles (self, xmlDocGetRootElement (document));
  write_blocks (self, body, PURPORT_BLOCK_PARAGRAPH);
  /* The list grows where a note has a note. */
  for (guint i = 0; i < self->notes->len && i < G_MAXUINT16; i++) {
    xmlNode *note = purport_xml_find (self->notes->pdata[i], "note-body");
    if (note != NULL)
      write_blocks (self, note, PURPORT_BLOCK_PARAGRAPH);
  }
  return purport_document_finish (&self->out, &self->info, self->display_name, error);
}

/**
 * purport_odt_import:
 *
 * Makes an article of an OpenDocument text. O(its size expanded, which is bounded).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_odt_import (GBytes *bytes, const char *display_name, GError **error)
{
  Document self = { .display_name = display_name };
  PurportArticle *article = NULL;

  self.entries = purport_zip_read (bytes, suffixes, display_name, error);
  if (self.entries == NULL)
    return NULL;
  self.parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.notes = g_ptr_array_new ();
  purport_article_builder_init (&self.out);
  if (check_protection (&self, error)) {
    read_properties (&self);
    article = write_document (&self, error);
  }
  purport_article_builder_clear (&self.out);
  g_ptr_array_unref (self.notes);
  g_hash_table_unref (self.parents);
  g_hash_table_unref (self.entries);
  purport_document_info_clear (&self.info);
  return article;
}
