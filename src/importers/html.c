/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of web pages: decode, bound, parse, find the article, write it down. */
#include "importers/html.h"

#include <string.h>

#include "formats/error-private.h"
#include "importers/html-address.h"
#include "importers/html-content.h"
#include "importers/html-decode.h"
#include "importers/html-guard.h"
#include "importers/html-meta.h"
#include "importers/html-tree.h"
#include "importers/html-write.h"

/* The address that relative ones start from: <base> or the page's own. */
static char *
find_base (const GumboNode *document, const char *uri)
{
  const GumboNode *base = purport_html_find (document, GUMBO_TAG_BASE);
  const char *address = base != NULL ? purport_html_get_attribute (base, "href") : NULL;
  char *resolved;

  if (address == NULL)
    return g_strdup (uri);
  resolved = purport_html_resolve_address (uri, address);
  return resolved != NULL ? resolved : g_strdup (uri);
}

static PurportArticle *
read_document (
    const GumboOutput *page, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error)
{
  GumboNode *body = purport_html_find (page->root, GUMBO_TAG_BODY);
  g_autoptr (PurportHtmlContent) content = purport_html_content_new (body != NULL ? body : page->root);
  g_autoptr (PurportHtmlMeta) meta = purport_html_meta_new (page->document, content, uri);
  g_autofree char *base = find_base (page->document, uri);
  PurportHtmlWriting how = {
    .base = base, .title = meta->title, .bylines = meta->bylines, .whole_page = (flags & PURPORT_HTML_WHOLE_PAGE) != 0
  };
  PurportArticleBuilder out;
  PurportArticle *article;
  guint n_head;

  purport_article_builder_init (&out);
  purport_article_builder_add_head (&out, meta->title, meta->bylines);
  n_head = out.blocks->len;
  if (!how.whole_page)
    purport_html_write_standfirst (&out, content, meta->heading);
  purport_html_write_content (&out, content, &how);
  if (out.blocks->len == n_head) {
    purport_article_builder_clear (&out);
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is a web page without an article in it. Copy its text and paste it instead.");
    return NULL;
  }
  article = purport_article_builder_finish (&out);
  article->title = g_steal_pointer (&meta->title);
  article->publisher = g_steal_pointer (&meta->publisher);
  article->published = g_steal_pointer (&meta->published);
  purport_article_builder_set_bylines (article, meta->bylines);
  return article;
}

/**
 * purport_html_parse:
 * @html: valid UTF-8
 *
 * Parses a page after its cost was checked.
 *
 * Returns: (transfer full): to be freed with purport_html_free(); or %NULL with %PURPORT_FORMATS_ERROR_TOO_LARGE
 */
GumboOutput *
purport_html_parse (const char *html, gsize n_bytes, const char *display_name, GError **error)
{
  GumboOptions options = kGumboDefaultOptions;

  if (!purport_html_check_cost (html, n_bytes, display_name, error))
    return NULL;
  options.max_errors = 0;
  return gumbo_parse_with_options (&options, html, n_bytes);
}

void
purport_html_free (GumboOutput *page)
{
  gumbo_destroy_output (&kGumboDefaultOptions, page);
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
purport_html_import (GBytes *bytes, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error)
{
  gsize n_bytes;
  g_autofree char *html = purport_html_decode (bytes, display_name, &n_bytes, error);
  GumboOutput *page = html != NULL ? purport_html_parse (html, n_bytes, display_name, error) : NULL;
  PurportArticle *article;

  if (page == NULL)
    return NULL;
  article = read_document (page, uri, flags, display_name, error);
  purport_html_free (page);
  if (article != NULL)
    article->media_type = g_strdup ("text/html");
  return article;
}
