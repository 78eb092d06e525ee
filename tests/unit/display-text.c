/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures have lines of their own in the text that is shown, and every offset maps back. */
#include "model/display-text.h"

#include "model/opening.h"

#define OBJECT "\xEF\xBF\xBC"

static PurportArticle *
new_article (const char *text, const guint32 *places, guint n_places)
{
  PurportArticle *article = purport_article_new (text, -1);

  for (guint i = 0; i < n_places; i++) {
    PurportPicture picture = { .uri = g_strdup ("x.png"), .at_byte = places[i] };
    g_array_append_val (article->pictures, picture);
  }
  return article;
}

static void
check (const char *text, const guint32 *places, guint n_places, const char *wanted)
{
  g_autoptr (PurportArticle) article = new_article (text, places, n_places);
  g_autoptr (PurportDisplayText) shown = purport_display_text_new (article);
  guint length = purport_code_points_get_length (purport_display_text_get_code_points (shown));
  gsize n_bytes;
  const char *words = purport_display_text_get_text (shown, &n_bytes);

  g_assert_cmpstr (words, ==, wanted);
  g_assert_cmpuint (n_bytes, ==, strlen (wanted));
  for (guint i = 0; i < n_places; i++) {
    const char *at = g_utf8_offset_to_pointer (words, purport_display_text_get_picture (shown, i));
    g_assert_true (g_str_has_prefix (at, OBJECT));
  }
  for (guint i = 0; i < length; i++) {
    guint offset = purport_display_text_from_article (shown, i);
    g_assert_cmpuint (purport_display_text_to_article (shown, offset), ==, i);
    g_assert_cmpuint (purport_display_text_end_from_article (shown, i + 1), ==, offset + 1);
    g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (words, offset)), ==,
                      g_utf8_get_char (g_utf8_offset_to_pointer (text, i)));
  }
}

static void
test_pictures (void)
{
  check ("Née\n\nTwo", (guint32[]){ 0 }, 1, OBJECT "\nNée\n\nTwo");
  check ("Née\n\nTwo", (guint32[]){ 6 }, 1, "Née\n\n" OBJECT "\nTwo");
  check ("Née\n\nTwo", (guint32[]){ 6, 6 }, 2, "Née\n\n" OBJECT "\n" OBJECT "\nTwo");
  check ("Née\n\nTwo", (guint32[]){ 0, 9 }, 2, OBJECT "\nNée\n\nTwo\n" OBJECT "\n");
  check ("Née\n", (guint32[]){ 5 }, 1, "Née\n" OBJECT "\n");
  check ("", (guint32[]){ 0 }, 1, OBJECT "\n");
}

/* Inside of a line it goes above that line. */
static void
test_picture_in_a_line (void)
{
  check ("One two", (guint32[]){ 4 }, 1, OBJECT "\nOne two");
}

static void
test_opening (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PurportArticle) article = NULL, opening = NULL;
  PurportBlock last;

  while (text->len < 1000 * 1000)
    g_string_append (text, "A line of the tide table.\n");
  article = purport_article_new (text->str, (gssize)text->len);
  for (gsize at = 0; at < text->len; at += 26)
    purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (at, at + 25));
  g_assert_cmpuint (purport_opening_choose (article, 0), ==, 64 * 1024);
  g_assert_cmpuint (purport_opening_choose (article, 64 * 1024), ==, 0);
  opening = purport_opening_new (article, 100);
  g_assert_cmpuint (opening->n_bytes, ==, 26 * 2 + 25);
  g_assert_cmpuint (opening->blocks->len, ==, 3);
  last = g_array_index (opening->blocks, PurportBlock, 2);
  g_assert_cmpuint (last.span.end_byte, ==, opening->n_bytes);
}

/* One block as long as the text ends behind a word. */
static void
test_opening_of_one_block (void)
{
  g_autoptr (PurportArticle) article = purport_article_new ("Seven small boats came home late", -1), opening = NULL;

  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, article->n_bytes));
  opening = purport_opening_new (article, 15);
  g_assert_cmpstr (opening->text, ==, "Seven small ");
  g_assert_cmpuint (opening->blocks->len, ==, 1);
  g_assert_cmpuint (g_array_index (opening->blocks, PurportBlock, 0).span.end_byte, ==, opening->n_bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-text/pictures", test_pictures);
  g_test_add_func ("/display-text/picture-in-a-line", test_picture_in_a_line);
  g_test_add_func ("/opening/blocks", test_opening);
  g_test_add_func ("/opening/one-block", test_opening_of_one_block);
  return g_test_run ();
}
