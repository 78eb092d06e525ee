/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of web pages: decode, bound, parse, find the article, write it down. */
#include "formats/html.h"

#include <string.h>

#include "formats/error-private.h"
#include "formats/html-content.h"
#include "formats/html-decode.h"
#include "formats/html-guard.h"
#include "formats/html-meta.h"
#include "formats/html-tree.h"
#include "formats/html-write.h"

static void
clear_text (PurportHtmlText *text)
{
  g_clear_pointer (&text->blocks, g_array_unref);
  g_string_free (text->text, TRUE);
}

/* The address that relative ones start from: <base> or the page's own. */
static char *
find_base (const GumboNode *document, const char *uri)
{
  const GumboNode *base = purport_html_find (document, GUMBO_TAG_BASE);
  const char *address = base != NULL ? purport_html_get_attribute (base, "href") : NULL;
  char *resolved;

  if (address == NULL)
    return g_strdup (uri);
  resolved = g_uri_resolve_relative (uri, address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return resolved != NULL ? resolved : g_strdup (uri);
}

/* Makes the article of what was written; the last empty line goes. */
static PurportArticle *
make_article (PurportHtmlText *written, PurportHtmlMeta *meta)
{
  gsize n_bytes = written->text->len - MIN (written->text->len, 1u); /* one newline ends the text */
  PurportArticle *article = purport_article_new (written->text->str, (gssize)n_bytes);

  for (guint i = 0; i < written->pictures->len; i++) {
    PurportPicture *picture = &g_array_index (written->pictures, PurportPicture, i);
    picture->at_byte = MIN (picture->at_byte, (guint32)article->n_bytes);
  }
  g_array_append_vals (article->blocks, written->blocks->data, written->blocks->len);
  article->title = g_steal_pointer (&meta->title);
  article->publisher = g_steal_pointer (&meta->publisher);
  article->published = g_steal_pointer (&meta->published);
  g_ptr_array_add (meta->bylines, NULL);
  g_strfreev (article->bylines);
  article->bylines = g_strdupv ((char **)meta->bylines->pdata);
  g_ptr_array_remove_index (meta->bylines, meta->bylines->len - 1);
  return article;
}

static void
write_head (PurportHtmlText *out, const PurportHtmlMeta *meta)
{
  g_autoptr (GString) bylines = g_string_new (NULL);

  if (meta->title != NULL && *meta->title != '\0')
    purport_html_write_line (out, PURPORT_BLOCK_TITLE, meta->title);
  for (guint i = 0; i < meta->bylines->len; i++)
    g_string_append_printf (bylines, "%s%s", i > 0 ? ", " : "", (const char *)meta->bylines->pdata[i]);
  if (bylines->len > 0)
    purport_html_write_line (out, PURPORT_BLOCK_BYLINE, bylines->str);
}

static PurportArticle *
read_document (const GumboOutput *page, const char *uri, const char *display_name, GError **error)
{
  GumboNode *body = purport_html_find (page->root, GUMBO_TAG_BODY);
  g_autoptr (PurportHtmlContent) content = purport_html_content_new (body != NULL ? body : page->root);
  g_autoptr (PurportHtmlMeta) meta = purport_html_meta_new (page->document, content, uri);
  g_autofree char *base = find_base (page->document, uri);
  g_autoptr (PurportArticle) scratch = purport_article_new ("", 0); /* owns links and pictures while they are made */
  PurportArticle *article;
  PurportHtmlText out = {
    .text = g_string_new (NULL),
    .blocks = g_array_new (FALSE, FALSE, sizeof (PurportBlock)),
    .links = scratch->links,
    .pictures = scratch->pictures,
    .base = base,
    .title = meta->title,
  };
  guint n_head;

  write_head (&out, meta);
  n_head = out.blocks->len;
  purport_html_write_content (&out, content);
  if (out.blocks->len == n_head) {
    clear_text (&out);
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is a web page without an article in it. Copy its text and paste it instead.");
    return NULL;
  }
  article = make_article (&out, meta);
  clear_text (&out);
  g_array_unref (article->links);
  g_array_unref (article->pictures);
  article->links = g_array_ref (scratch->links);
  article->pictures = g_array_ref (scratch->pictures);
  return article;
}

/**
 * purport_html_import:
 * @uri: (nullable): the page's address
 * @display_name: (nullable): what errors call it
 *
 * Makes an article of a web page: its text is what a reader would call the article, one block after the other with an
 * empty line between them. O(size of the page).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_html_import (GBytes *bytes, const char *uri, const char *display_name, GError **error)
{
  gsize n_bytes;
  g_autofree char *html = purport_html_decode (bytes, display_name, &n_bytes, error);
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *page;
  PurportArticle *article;

  if (html == NULL || !purport_html_check_cost (html, n_bytes, display_name, error))
    return NULL;
  options.max_errors = 0;
  page = gumbo_parse_with_options (&options, html, n_bytes);
  article = read_document (page, uri, display_name, error);
  gumbo_destroy_output (&options, page);
  if (article != NULL)
    article->media_type = g_strdup ("text/html");
  return article;
}
