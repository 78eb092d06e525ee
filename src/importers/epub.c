/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * EPUB 2 and 3: META-INF/container.xml names the package document; that has the metadata, the list of files and the
 * order in which they are read. A chapter is a web page of its own; one that does not begin with a heading gets the one
 * that the table of contents has for it.
 */
#include "importers/epub.h"

#include <string.h>

#include "formats/error-private.h"
#include "importers/article-builder.h"
#include "importers/document-head.h"
#include "importers/html-content.h"
#include "importers/html-decode.h"
#include "importers/html-tree.h"
#include "importers/html-write.h"
#include "importers/html.h"
#include "importers/xhtml.h"
#include "importers/xml.h"
#include "importers/zip-file.h"

#define MAX_CHAPTERS 2000u

static const char *const suffixes[] = { ".xml", ".opf", ".ncx", ".xhtml", ".html", ".htm", NULL };

/* A file of the book, as the package document lists it. */
typedef struct {
  char *name; /* of the entry */
  gboolean is_contents;
} Item;

typedef struct {
  GHashTable *entries; /* (element-type utf8 GBytes) */
  GHashTable *items;   /* (element-type utf8 Item): by id */
  GHashTable *labels;  /* (element-type utf8 utf8): headings by the name of the entry */
  GPtrArray *chapters; /* (element-type Item): borrowed, in order */
  PurportDocumentInfo info;
  const char *display_name;
} Book;

static void
free_item (gpointer data)
{
  Item *item = data;
  g_free (item->name);
  g_free (item);
}

static gboolean
set_damaged (const Book *self, GError **error)
{
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, self->display_name,
                             "is an e-book without the parts that it must have. Copy or download it again.");
  return FALSE;
}

/* Fonts may be encrypted in a book that anybody may read; chapters may not. */
static gboolean
check_protection (const Book *self, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (self->entries, "META-INF/encryption.xml");
  g_autoptr (xmlDoc) document = bytes != NULL ? purport_xml_parse (bytes, self->display_name, NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *address =
        purport_xml_is (node, "CipherReference") ? purport_xml_dup_attribute (node, "URI") : NULL;
    if (address != NULL && (g_str_has_suffix (address, "html") || g_str_has_suffix (address, ".htm"))) {
      purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PROTECTED, self->display_name,
                                 "is an e-book that is protected against copying. It can be read only in the shop's "
                                 "own program.");
      return FALSE;
    }
  }
  return TRUE;
}

static void
read_metadata (Book *self, xmlNode *package)
{
  xmlNode *metadata = purport_xml_find (package, "metadata");

  for (xmlNode *node = metadata; node != NULL; node = purport_xml_next (node, metadata, TRUE)) {
    g_autofree char *text = NULL;
    if (node->type != XML_ELEMENT_NODE || node == metadata)
      continue;
    text = purport_xml_dup_text (node);
    if (purport_xml_is (node, "title") && self->info.title == NULL)
      self->info.title = g_steal_pointer (&text);
    else if (purport_xml_is (node, "creator"))
      purport_document_info_add_creator (&self->info, text);
    else if (purport_xml_is (node, "publisher") && self->info.publisher == NULL)
      self->info.publisher = g_steal_pointer (&text);
    else if (purport_xml_is (node, "date") && self->info.date == NULL)
      self->info.date = g_steal_pointer (&text);
  }
}

static void
read_items (Book *self, xmlNode *package, const char *package_name)
{
  for (xmlNode *node = package; node != NULL; node = purport_xml_next (node, package, TRUE)) {
    g_autofree char *id = NULL, *address = NULL, *properties = NULL, *type = NULL, *name = NULL;
    Item *item;

    if (!purport_xml_is (node, "item"))
      continue;
    id = purport_xml_dup_attribute (node, "id");
    address = purport_xml_dup_attribute (node, "href");
    properties = purport_xml_dup_attribute (node, "properties");
    type = purport_xml_dup_attribute (node, "media-type");
    name = id != NULL && address != NULL ? purport_zip_resolve (package_name, address) : NULL;
    if (name == NULL)
      continue;
    item = g_new0 (Item, 1);
    item->is_contents =
        (properties != NULL && strstr (properties, "nav") != NULL) || g_strcmp0 (type, "application/x-dtbncx+xml") == 0;
    item->name = g_steal_pointer (&name);
    g_hash_table_insert (self->items, g_steal_pointer (&id), item);
  }
}

static void
read_order (Book *self, xmlNode *package)
{
  for (xmlNode *node = package; node != NULL; node = purport_xml_next (node, package, TRUE)) {
    g_autofree char *id = purport_xml_is (node, "itemref") ? purport_xml_dup_attribute (node, "idref") : NULL;
    Item *item = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;
    if (item != NULL && !item->is_contents && self->chapters->len < MAX_CHAPTERS &&
        !g_ptr_array_find (self->chapters, item, NULL))
      g_ptr_array_add (self->chapters, item);
  }
}

static void
add_label (Book *self, const char *contents_name, const char *address, const char *label)
{
  g_autofree char *name = purport_zip_resolve (contents_name, address);

  if (name != NULL && *label != '\0' && !g_hash_table_contains (self->labels, name))
    g_hash_table_insert (self->labels, g_steal_pointer (&name), g_strdup (label));
}

/* The table of contents of EPUB 2 (navPoint: navLabel, content) or 3 (nav: a). */
static void
read_contents (Book *self, const char *contents_name)
{
  GBytes *bytes = g_hash_table_lookup (self->entries, contents_name);
  g_autoptr (xmlDoc) document = bytes != NULL ? purport_xml_parse (bytes, self->display_name, NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = purport_xml_next (node, root, TRUE)) {
    g_autofree char *label = NULL, *address = NULL;
    if (purport_xml_is (node, "a")) {
      label = purport_xml_dup_text (node);
      address = purport_xml_dup_attribute (node, "href");
    } else if (purport_xml_is (node, "navPoint")) {
      xmlNode *text = purport_xml_find (node, "navLabel"), *content = purport_xml_find (node, "content");
      label = text != NULL ? purport_xml_dup_text (text) : NULL;
      address = content != NULL ? purport_xml_dup_attribute (content, "src") : NULL;
    }
    if (label != NULL && address != NULL)
      add_label (self, contents_name, address, label);
  }
}

static gboolean
read_package (Book *self, const char *name, GError **error)
{
  GBytes *bytes = name != NULL ? g_hash_table_lookup (self->entries, name) : NULL;
  g_autoptr (xmlDoc) document = NULL;
  GHashTableIter iter;
  gpointer value;
  xmlNode *package;

  if (bytes == NULL)
    return set_damaged (self, error);
  document = purport_xml_parse (bytes, self->display_name, error);
  if (document == NULL)
    return FALSE;
  package = xmlDocGetRootElement (document);
  read_metadata (self, package);
  read_items (self, package, name);
  read_order (self, package);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Item *)value)->is_contents)
      read_contents (self, ((Item *)value)->name);
  return self->chapters->len > 0 || set_damaged (self, error);
}

/* Returns: (transfer full) (nullable): the name of the package document. */
static char *
find_package (const Book *self)
{
  GBytes *bytes = g_hash_table_lookup (self->entries, "META-INF/container.xml");
  g_autoptr (xmlDoc) document = bytes != NULL ? purport_xml_parse (bytes, self->display_name, NULL) : NULL;
  xmlNode *root_file = document != NULL ? purport_xml_find (xmlDocGetRootElement (document), "rootfile") : NULL;
  g_autofree char *path = root_file != NULL ? purport_xml_dup_attribute (root_file, "full-path") : NULL;

  return path != NULL ? purport_zip_resolve ("", path) : NULL;
}

static gboolean
begins_with_heading (const PurportArticleBuilder *out, guint first_block)
{
  for (guint i = first_block; i < out->blocks->len && i < first_block + 2; i++)
    if (g_array_index (out->blocks, PurportBlock, i).kind == PURPORT_BLOCK_HEADING)
      return TRUE;
  return out->blocks->len == first_block;
}

/* Writes a chapter; one that cannot be parsed is an error of the book. */
static gboolean
write_chapter (const Book *self, const Item *item, PurportArticleBuilder *out, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (self->entries, item->name);
  const char *label = g_hash_table_lookup (self->labels, item->name);
  gsize n_decoded = 0, n_bytes = 0;
  g_autofree char *xhtml = bytes != NULL ? purport_html_decode (bytes, self->display_name, &n_decoded, NULL) : NULL;
  g_autofree char *html = xhtml != NULL ? purport_xhtml_open_empty_tags (xhtml, n_decoded, &n_bytes) : NULL;
  GumboOutput *page = html != NULL ? purport_html_parse (html, n_bytes, self->display_name, error) : NULL;
  GumboNode *body = page != NULL ? purport_html_find (page->root, GUMBO_TAG_BODY) : NULL;
  PurportHtmlWriting how = { .entry = item->name, .keeps_clutter = TRUE };
  g_autoptr (PurportHtmlContent) content = NULL;
  PurportArticleBuilder probe;

  if (html == NULL)
    return TRUE; /* missing or empty: the others can be read */
  if (page == NULL)
    return FALSE;
  content = purport_html_content_new_whole (body != NULL ? body : page->root);
  if (label != NULL) {
    purport_article_builder_init (&probe);
    purport_html_write_content (&probe, content, &how);
    if (!begins_with_heading (&probe, 0))
      purport_article_builder_add_line (out, PURPORT_BLOCK_HEADING, label);
    purport_article_builder_clear (&probe);
  }
  purport_html_write_content (out, content, &how);
  purport_html_free (page);
  return TRUE;
}

static PurportArticle *
write_book (Book *self, GError **error)
{
  PurportArticleBuilder out;
  PurportArticle *article;
  gboolean written = TRUE;

  purport_article_builder_init (&out);
  purport_article_builder_add_head (&out, self->info.title, self->info.creators);
  for (guint i = 0; written && i < self->chapters->len; i++)
    written = write_chapter (self, self->chapters->pdata[i], &out, error);
  if (written && out.blocks->len == 0) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, self->display_name,
                               "is an e-book without text; it may consist of pictures.");
    written = FALSE;
  }
  if (!written) {
    purport_article_builder_clear (&out);
    return NULL;
  }
  article = purport_article_builder_finish (&out);
  purport_document_read_head (article, &self->info);
  return article;
}

/**
 * purport_epub_import:
 *
 * Makes an article of an e-book, its chapters one after the other. O(its size expanded, which is bounded).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_epub_import (GBytes *bytes, const char *display_name, GError **error)
{
  Book book = { .display_name = display_name };
  PurportArticle *article = NULL;
  g_autofree char *package = NULL;

  book.entries = purport_zip_read (bytes, suffixes, display_name, error);
  if (book.entries == NULL)
    return NULL;
  book.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_item);
  book.labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.chapters = g_ptr_array_new ();
  package = find_package (&book);
  if (check_protection (&book, error) && read_package (&book, package, error))
    article = write_book (&book, error);
  g_ptr_array_unref (book.chapters);
  g_hash_table_unref (book.labels);
  g_hash_table_unref (book.items);
  g_hash_table_unref (book.entries);
  purport_document_info_clear (&book.info);
  return article;
}
