/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library makes a web page of it, which is then written down as a whole. Front matter between --- is read first. */
#include "importers/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

#include "formats/decode.h"
#include "formats/error-private.h"
#include "importers/article-builder.h"
#include "importers/document-head.h"
#include "importers/html-content.h"
#include "importers/html-tree.h"
#include "importers/html-write.h"
#include "importers/html.h"

/* Front matter is not longer than this, in bytes. */
#define MAX_FRONT_BYTES (16u * 1024u)

/* Returns: (transfer full): the value behind "key:", without quotation marks. */
static char *
dup_value (const char *value)
{
  char *plain = g_strstrip (g_strdup (value));
  gsize n = strlen (plain);

  if (n >= 2 && (plain[0] == '"' || plain[0] == '\'') && plain[n - 1] == plain[0]) {
    plain[n - 1] = '\0';
    memmove (plain, plain + 1, n - 1);
  }
  return plain;
}

static void
read_front_line (PurportDocumentInfo *info, const char *line)
{
  g_autofree char *value = NULL;

  if (g_str_has_prefix (line, "title:")) {
    g_free (info->title);
    info->title = dup_value (line + 6);
  } else if (g_str_has_prefix (line, "author:")) {
    value = dup_value (line + 7);
    purport_document_info_add_creator (info, value);
  } else if (g_str_has_prefix (line, "date:")) {
    g_free (info->date);
    info->date = dup_value (line + 5);
  }
}

/* Reads "--- … ---" at the beginning. Returns: the text behind it. */
static const char *
read_front (PurportDocumentInfo *info, const char *text)
{
  const char *end = g_str_has_prefix (text, "---\n") ? strstr (text + 3, "\n---\n") : NULL;
  g_autofree char *front = NULL;
  g_auto (GStrv) lines = NULL;

  if (end == NULL || end - text > MAX_FRONT_BYTES)
    return text;
  front = g_strndup (text + 4, (gsize)(end - text > 4 ? end - text - 4 : 0));
  lines = g_strsplit (front, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_front_line (info, lines[i]);
  return end + 5;
}

static char *
render (const char *text)
{
  static const char *const extensions[] = { "table", "strikethrough", "autolink", "tasklist" };
  cmark_parser *parser;
  cmark_node *document;
  char *html;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension (extensions[i]));
  cmark_parser_feed (parser, text, strlen (text));
  document = cmark_parser_finish (parser);
  html =
      cmark_render_html (document, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions (parser));
  cmark_node_free (document);
  cmark_parser_free (parser);
  return html;
}

static PurportArticle *
read_page (const char *html, const char *uri, PurportDocumentInfo *info, const char *display_name, GError **error)
{
  GumboOutput *page = purport_html_parse (html, strlen (html), display_name, error);
  GumboNode *body = page != NULL ? purport_html_find (page->root, GUMBO_TAG_BODY) : NULL;
  g_autoptr (PurportHtmlContent) content = NULL;
  PurportHtmlWriting how = { .base = uri, .keeps_clutter = TRUE };
  PurportArticleBuilder out;
  PurportArticle *article;

  if (page == NULL)
    return NULL;
  content = purport_html_content_new_whole (body != NULL ? body : page->root);
  purport_article_builder_init (&out);
  purport_html_write_content (&out, content, &how);
  purport_html_free (page);
  if (out.blocks->len == 0) {
    purport_article_builder_clear (&out);
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name, "is empty but for marks.");
    return NULL;
  }
  article = purport_article_builder_finish (&out);
  purport_document_read_head (article, info);
  return article;
}

/**
 * purport_markdown_import:
 * @uri: (nullable): what relative addresses start from
 *
 * O(size).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_markdown_import (GBytes *bytes, const char *uri, const char *display_name, GError **error)
{
  PurportDocumentInfo info = { 0 };
  gsize n_bytes;
  g_autofree char *text = purport_decode_text (bytes, PURPORT_DECODE_FILE, display_name, &n_bytes, error);
  PurportArticle *article;
  char *html;

  if (text == NULL)
    return NULL;
  html = render (read_front (&info, text));
  article = read_page (html, uri, &info, display_name, error);
  free (html);
  purport_document_info_clear (&info);
  return article;
}
