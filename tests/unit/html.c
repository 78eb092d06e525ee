/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: encodings, what is the article, what the page says about it, and pages that would cost too much. */
#include "importers/html.h"

#include <string.h>

#define PROSE "People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found."

static PurportArticle *
import (const char *html, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, n_bytes);
  return purport_html_import (bytes, "https://example.org/2019/03/14/socks/", PURPORT_HTML_DEFAULT, "page.html", error);
}

static PurportArticle *
import_text (const char *html)
{
  g_autoptr (GError) error = NULL;
  PurportArticle *article = import (html, strlen (html), &error);

  g_assert_no_error (error);
  return article;
}

static void
check_body (const char *html, const char *expected)
{
  g_autoptr (PurportArticle) article = import_text (html);
  g_assert_cmpstr (article->text, ==, expected);
}

static void
test_text (void)
{
  check_body ("<p>" PROSE "</p><p>Two \n <b>words</b>.<script>x()</script>", PROSE "\n\nTwo words.\n");
  check_body ("<p>" PROSE "<p>One<br>two<br><br>three &amp; four", PROSE "\n\nOne\ntwo\n\nthree & four\n");
  check_body ("<p>" PROSE "<pre>a\n  b</pre>", PROSE "\n\na\n  b\n");
}

static void
test_left_out (void)
{
  check_body ("<nav><a href=a>Home</a></nav><div class=sidebar><p>" PROSE "</div><article><p>" PROSE "<p>" PROSE
              "<p>" PROSE "</article><div id=comments><p>" PROSE "</div><footer>" PROSE "</footer>",
              PROSE "\n\n" PROSE "\n\n" PROSE "\n");
}

/* Where the whole page is called a sidebar, the labels are not believed. */
static void
test_labels_that_mislead (void)
{
  check_body ("<div class=widget><p>" PROSE "</div><div class=widget><p>" PROSE "</div>", PROSE "\n\n" PROSE "\n");
}

static void
test_encodings (void)
{
  static const char declared[] = "<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2, " PROSE;
  static const char undeclared[] =
      "<p>Caf\xE9 cr\xE8me \x93quoted\x94 \xE0 la carte, d\xE9j\xE0 vu, \xE9t\xE9, na\xEFve. " PROSE;
  g_autoptr (PurportArticle) first = import (declared, sizeof declared - 1, NULL);
  g_autoptr (PurportArticle) second = import (undeclared, sizeof undeclared - 1, NULL);
  /* A script's encoding is not the page's, and what is not declared is guessed. */
  g_autofree char *russian = g_convert ("<script charset=utf-8></script><p>Привет, люди, которые спят в тёплых носках, "
                                        "засыпают на семь минут раньше, как показало небольшое исследование.",
                                        -1, "WINDOWS-1251", "UTF-8", NULL, NULL, NULL);
  g_autoptr (PurportArticle) third = import (russian, strlen (russian), NULL);

  g_assert_true (g_str_has_prefix (first->text, "Привет, People"));
  g_assert_true (g_str_has_prefix (third->text, "Привет, "));
  g_assert_true (g_str_has_prefix (second->text, "Café crème “quoted” à la carte"));
}

static void
test_metadata (void)
{
  g_autoptr (PurportArticle) article =
      import_text ("<title>Warm feet and sleep - Herald</title><meta property=og:site_name content=Herald>"
                   "<h1>Warm feet and sleep</h1><p class=byline>By Mira Hale</p><p>" PROSE "<a href=../b>there</a>");
  const PurportLink *link;

  g_assert_cmpstr (article->title, ==, "Warm feet and sleep");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpstr (article->publisher, ==, "Herald");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
  g_assert_cmpuint (article->links->len, ==, 1);
  link = &g_array_index (article->links, PurportLink, 0);
  g_assert_cmpstr (link->uri, ==, "https://example.org/2019/03/14/b");
  g_assert_true (strncmp (article->text + link->span.start_byte, "there", 5) == 0);
}

static void
check_refusal (const char *unit, gsize n, PurportFormatsError code)
{
  g_autoptr (GString) html = g_string_new ("<!doctype html>");
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = NULL;

  for (gsize i = 0; i < n; i++)
    g_string_append (html, unit);
  article = import (html->str, html->len, &error);
  g_assert_null (article);
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, "page.html"));
}

/* What would take the parser minutes and gigabytes is refused before it begins. */
static void
test_cost (void)
{
  check_refusal ("<b>", 20000, PURPORT_FORMATS_ERROR_TOO_LARGE);
  check_refusal ("<div>", 200000, PURPORT_FORMATS_ERROR_TOO_LARGE);
  check_refusal ("<i><p>", 5000, PURPORT_FORMATS_ERROR_TOO_LARGE);
  check_refusal ("<br>", 500000, PURPORT_FORMATS_ERROR_TOO_LARGE);
  check_refusal ("x y z.", 3000000, PURPORT_FORMATS_ERROR_TOO_LARGE);
  check_refusal ("<p><a>x</a></p>", 50, PURPORT_FORMATS_ERROR_EMPTY);
}

static void
test_attributes (void)
{
  g_autoptr (GString) html = g_string_new ("<p");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (html, " a%u=1", i);
  g_string_append (html, ">" PROSE);
  g_assert_null (import (html->str, html->len, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_TOO_LARGE);
}

/* What is around the article comes along when it is asked for, and is marked. */
static void
test_whole_page (void)
{
  static const char html[] = "<nav><a href=a>Home</a> and more</nav><article><p>" PROSE "<p>" PROSE "</article>"
                             "<footer>All rights reserved.</footer>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  g_autoptr (PurportArticle) article = purport_html_import (bytes, NULL, PURPORT_HTML_WHOLE_PAGE, "page.html", NULL);

  g_assert_cmpstr (article->text, ==, "Home and more\n\n" PROSE "\n\n" PROSE "\n\nAll rights reserved.\n");
  g_assert_cmpuint (article->blocks->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (article->blocks, PurportBlock, i).kind, ==,
                     i == 0 || i == 3 ? PURPORT_BLOCK_BOILERPLATE : PURPORT_BLOCK_PARAGRAPH);
}

static void
check_title (const char *html, const char *title)
{
  g_autoptr (PurportArticle) article = import_text (html);
  g_assert_cmpstr (article->title, ==, title);
}

/* What is shown counts more than what is declared for others; the site's name is no title. */
static void
test_titles (void)
{
  check_title ("<title>Warm feet | The Echo</title><meta property=og:site_name content='The Echo'><p>" PROSE,
               "Warm feet");
  check_title ("<title>Example » Warm feet in winter</title><h1>Example</h1><h2>Warm feet in winter</h2><p>" PROSE,
               "Warm feet in winter");
  check_title ("<meta property=og:title content='Socks work'><h1>Socks work: what a trial in Leith found</h1><p>" PROSE,
               "Socks work: what a trial in Leith found");
  check_title ("<meta property=og:title content='Warm feet in winter'><h1><span>Health</span> <span>Warm feet in "
               "winter</span></h1><p>" PROSE,
               "Warm feet in winter");
  check_title ("<h1 class=logo>The Winter Echo of Leith</h1><title>Warm feet in winter</title><p>" PROSE,
               "Warm feet in winter");
}

static void
check_bylines (const char *html, const char *bylines)
{
  g_autoptr (PurportArticle) article = import_text (html);
  g_autofree char *joined = g_strjoinv ("; ", article->bylines);
  g_assert_cmpstr (joined, ==, bylines);
}

static void
test_bylines (void)
{
  check_bylines ("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#m\"}},"
                 "{\"@type\":\"Person\",\"@id\":\"#m\",\"name\":\"Mira Hale\"}]}</script><p>" PROSE,
                 "Mira Hale");
  check_bylines ("<script type='application/ld+json'>\n<![CDATA[ {\"@type\":[\"NewsArticle\"],\"author\":[{\"name\":"
                 "\"Mira Hale\"},{\"name\":\"Bo Lund, PhD\"}]} ]]></script><p>" PROSE,
                 "Mira Hale; Bo Lund");
  check_bylines ("<meta name=author content='@winterecho'><h1>Warm feet</h1><div>By <b>Mira Hale</b></div><p>" PROSE,
                 "Mira Hale");
  check_bylines ("<h1>Warm feet</h1><span>By</span><span><a href=/staff/mira>Mira Hale</a></span><p>" PROSE,
                 "Mira Hale");
  check_bylines ("<h1>Warm feet</h1><p class=posted-by>Posted on 3 May 2019 by Mira Hale</p><p>" PROSE, "Mira Hale");
  check_bylines ("<h1>Warm feet</h1><p>" PROSE "</p><div id=comments><p class=author>Rude Reader</p></div>", "");
}

/* A summary that a template puts above the article is part of it; who wrote it is said once. */
static void
test_head (void)
{
  check_body ("<header><h1>Warm feet and sleep</h1><p>Socks in bed, says a trial in Leith, are worth seven minutes of "
              "sleep.</p></header><article><p>By Mira Hale</p><p>" PROSE "<p>" PROSE "</article>",
              "Warm feet and sleep\n\nMira Hale\n\nSocks in bed, says a trial in Leith, are worth seven minutes of "
              "sleep.\n\n" PROSE "\n\n" PROSE "\n");
}

/* An article that a script would show is read; what a page hides beside its article is not. */
static void
test_hidden (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *alone = NULL, *beside = NULL;

  for (guint i = 0; i < 8; i++)
    g_string_append (long_text, "<p>" PROSE "</p>");
  alone = g_strdup_printf ("<p>Wait.</p><noscript>%s</noscript>", long_text->str);
  beside = g_strdup_printf ("<article>%s</article><div style='display: none'><p>Cookies are small files.</p></div>",
                            long_text->str);
  {
    g_autoptr (PurportArticle) first = import_text (alone), second = import_text (beside);
    g_assert_nonnull (strstr (first->text, PROSE));
    g_assert_null (strstr (second->text, "Cookies"));
  }
}

/* Who the author is, below the article, is no part of it. */
static void
test_biography (void)
{
  check_body ("<meta name=author content='Mira Hale'><article><p>" PROSE "<p>" PROSE
              "<p>Mira Hale is a reporter who lives in Leith.</article>",
              "Mira Hale\n\n" PROSE "\n\n" PROSE "\n");
}

/* A page that was saved knows its address, and that the day. */
static void
test_canonical (void)
{
  static const char html[] = "<link rel=canonical href=https://example.org/2018/oct/02/socks><p>" PROSE;
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  g_autoptr (PurportArticle) article = purport_html_import (bytes, "file:///a", PURPORT_HTML_DEFAULT, "a", NULL);

  g_assert_cmpstr (article->published, ==, "2018-10-02");
}

static void
check_link (const char *base, const char *address, const char *expected)
{
  g_autofree char *html =
      g_strdup_printf ("<base href='%s'><article><p>" PROSE "<p>Read <a href='%s'>more</a>. " PROSE, base, address);
  g_autoptr (PurportArticle) article = import_text (html);

  g_assert_cmpuint (article->links->len, ==, 1);
  g_assert_cmpstr (g_array_index (article->links, PurportLink, 0).uri, ==, expected);
}

/* Relative addresses, also of a base without a path, and those that no address can be made of. */
static void
test_addresses (void)
{
  check_link ("https://example.org/a/b", "c", "https://example.org/a/c");
  check_link ("https://example.org", "c", "https://example.org/c");
  check_link ("https://example.org?q=1", "../c", "https://example.org/c");
  check_link ("https://example.org", "?q=2", "https://example.org/?q=2");
  check_link ("https://example.org/a/b", "//[", "//[");
  check_link ("https://example.org/a/b", "odd:/.//c", "odd:/.//c");
  check_link ("odd:/a", "/.//c", "/.//c");
}

static void
test_tables_and_pictures (void)
{
  g_autoptr (PurportArticle) article = import_text (
      "<article><p>" PROSE "<figure><img data-src=/socks.jpg src='data:image/gif;base64,R0' alt='Red socks'>"
      "<figcaption>Socks on a line <span class=credit>Mira Hale</span></figcaption></figure>"
      "<table><tr><th>Socks</th><th>Minutes</th></tr><tr><td>wool</td><td>7</td></tr></table><p>" PROSE);
  const PurportPicture *picture;
  g_autofree char *caption = NULL, *row = NULL;

  g_assert_cmpuint (article->pictures->len, ==, 1);
  picture = &g_array_index (article->pictures, PurportPicture, 0);
  caption = purport_article_dup_span (article, picture->caption);
  g_assert_cmpstr (picture->uri, ==, "https://example.org/socks.jpg");
  g_assert_cmpstr (picture->media_type, ==, "image/jpeg");
  g_assert_cmpstr (picture->alt, ==, "Red socks");
  g_assert_cmpstr (picture->credit, ==, "Mira Hale");
  g_assert_true (g_str_has_prefix (caption, "Socks on a line"));
  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    if (block->kind == PURPORT_BLOCK_TABLE && row == NULL)
      row = purport_article_dup_span (article, block->span);
  }
  g_assert_cmpstr (row, ==, "Socks\tMinutes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/text", test_text);
  g_test_add_func ("/html/left-out", test_left_out);
  g_test_add_func ("/html/labels-that-mislead", test_labels_that_mislead);
  g_test_add_func ("/html/encodings", test_encodings);
  g_test_add_func ("/html/metadata", test_metadata);
  g_test_add_func ("/html/cost", test_cost);
  g_test_add_func ("/html/attributes", test_attributes);
  g_test_add_func ("/html/whole-page", test_whole_page);
  g_test_add_func ("/html/titles", test_titles);
  g_test_add_func ("/html/bylines", test_bylines);
  g_test_add_func ("/html/head", test_head);
  g_test_add_func ("/html/hidden", test_hidden);
  g_test_add_func ("/html/biography", test_biography);
  g_test_add_func ("/html/canonical", test_canonical);
  g_test_add_func ("/html/addresses", test_addresses);
  g_test_add_func ("/html/tables-and-pictures", test_tables_and_pictures);
  return g_test_run ();
}
