/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: encodings, what is the article, what the page says about it, and pages that would cost too much. */
#include "formats/html.h"

#include <string.h>

#include "formats/html-decode.h"

#define PROSE "People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found."

static PurportArticle *
import (const char *html, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, n_bytes);
  return purport_html_import (bytes, "https://example.org/2019/03/14/socks/", "page.html", error);
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

  g_assert_true (g_str_has_prefix (first->text, "Привет, People"));
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

static void
test_looks_like (void)
{
  static const char *const pages[] = { "<!DOCTYPE html>", "\n <html>",
                                       "<?xml version=\"1.0\"?>\n<!doctype html PUBLIC>", "\xEF\xBB\xBF<head>" };
  static const char *const others[] = { "", "Tea < milk", "<em>Tea</em>", "doctype html" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_true (purport_html_looks_like (pages[i], strlen (pages[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (purport_html_looks_like (others[i], strlen (others[i])));
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
  g_test_add_func ("/html/looks-like", test_looks_like);
  return g_test_run ();
}
