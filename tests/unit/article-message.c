/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article survives being a message; a message that breaks the article's promises is none. */
#include "formats/article-message.h"

#include <string.h>

static PurportArticle *
make_article (void)
{
  PurportArticle *article = purport_article_new ("Tée cools.\n\nIt does.\n", -1);
  PurportLink link = { purport_span (0, 4), g_strdup ("https://example.org/") };
  PurportPicture picture = { g_strdup ("a.png"), NULL, g_strdup ("Tea"), NULL, 13, purport_span (13, 21) };

  article->title = g_strdup ("Tea");
  g_strfreev (article->bylines);
  article->bylines = g_strsplit ("Mira Hale;Bo Lund", ";", -1);
  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, 11));
  purport_article_add_block (article, PURPORT_BLOCK_CAPTION, purport_span (13, 21));
  g_array_append_val (article->links, link);
  g_array_append_val (article->pictures, picture);
  return article;
}

static GByteArray *
make_message (void)
{
  g_autoptr (PurportArticle) article = make_article ();
  GByteArray *message = g_byte_array_new ();

  purport_article_message_write (article, message);
  return message;
}

static void
test_round_trip (void)
{
  g_autoptr (GByteArray) message = make_message (), again = g_byte_array_new ();
  g_autoptr (PurportArticle) article = purport_article_message_read (message->data, message->len);

  g_assert_nonnull (article);
  g_assert_cmpstr (article->text, ==, "Tée cools.\n\nIt does.\n");
  g_assert_cmpstr (article->bylines[1], ==, "Bo Lund");
  g_assert_null (article->publisher);
  g_assert_cmpint (g_array_index (article->blocks, PurportBlock, 1).kind, ==, PURPORT_BLOCK_CAPTION);
  g_assert_cmpstr (g_array_index (article->links, PurportLink, 0).uri, ==, "https://example.org/");
  purport_article_message_write (article, again);
  g_assert_cmpuint (message->len, ==, again->len);
  g_assert_true (memcmp (message->data, again->data, again->len) == 0);
}

/* Every beginning of a message is refused, and something behind it. */
static void
test_length (void)
{
  g_autoptr (GByteArray) message = make_message ();

  for (guint n = 0; n < message->len; n++) {
    g_autofree guint8 *copy = g_memdup2 (message->data, n);
    g_assert_null (purport_article_message_read (copy, n));
  }
  g_byte_array_append (message, (const guint8 *)"", 1);
  g_assert_null (purport_article_message_read (message->data, message->len));
}

static void
check_refused (PurportArticle *article)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();

  purport_article_message_write (article, message);
  g_assert_null (purport_article_message_read (message->data, message->len));
  purport_article_unref (article);
}

static void
test_promises (void)
{
  PurportArticle *article = make_article ();

  g_array_index (article->blocks, PurportBlock, 1).span.start_byte = 5; /* in the first block */
  check_refused (article);
  article = make_article ();
  g_array_index (article->blocks, PurportBlock, 1).span.end_byte = 4000;
  check_refused (article);
  article = make_article ();
  g_array_index (article->blocks, PurportBlock, 0).kind = (PurportBlockKind)99;
  check_refused (article);
  article = make_article ();
  g_array_index (article->links, PurportLink, 0).span.end_byte = 2; /* inside a character */
  check_refused (article);
  article = make_article ();
  g_array_index (article->pictures, PurportPicture, 0).at_byte = 99;
  check_refused (article);
  article = make_article ();
  article->title[0] = (char)0xFF;
  check_refused (article);
}

/* Whatever is done to a message, what is read from it keeps the promises. */
static void
test_damage (void)
{
  g_autoptr (GByteArray) message = make_message ();
  guint n_read = 0;

  for (guint i = 0; i < 20000; i++) {
    g_autofree guint8 *copy = g_memdup2 (message->data, message->len);
    g_autoptr (PurportArticle) article = NULL;

    copy[g_test_rand_int_range (0, (gint32)message->len)] = (guint8)g_test_rand_int_range (0, 256);
    article = purport_article_message_read (copy, message->len);
    if (article == NULL)
      continue;
    n_read++;
    g_assert_true (g_utf8_validate_len (article->text, article->n_bytes, NULL));
    for (guint k = 0; k < article->blocks->len; k++)
      g_assert_cmpuint (g_array_index (article->blocks, PurportBlock, k).span.end_byte, <=, article->n_bytes);
  }
  g_assert_cmpuint (n_read, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-message/round-trip", test_round_trip);
  g_test_add_func ("/article-message/length", test_length);
  g_test_add_func ("/article-message/promises", test_promises);
  g_test_add_func ("/article-message/damage", test_damage);
  return g_test_run ();
}
