/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the text is: it comes through unchanged, and its blocks lie in it in order and hold all but white space. */
#include "formats/text.h"

#include <string.h>

#define ROUNDS 3000
#define MAX_PIECES 60

/* What heads, bodies and clutter are made of, and what no sane text has. */
static const char *const pieces[] = {
  "By Mira Hale",
  "14 March 2019",
  "PUBLISHED: 06:30, 14 March 2019",
  "The Leith Herald",
  "Share",
  "47",
  "|",
  ">",
  "> so",
  "- one",
  "* two",
  "3. three",
  "(b)",
  "•",
  "—",
  "— It is",
  "\t",
  "a\tb\tc",
  "People who wore socks in bed fell asleep",
  "sooner, a small trial in Leith has found.",
  "“We were surprised,”",
  "she said.",
  "Mira Hale",
  "Related stories",
  "--",
  "Subject: socks",
  "From: Mira Hale <m@example.org>",
  "\xC2\xA0",
  "e\xCC\x81",
  " \xCC\x81",
  "\xE2\x80\xA8",
  "\xF0\x9F\x98\x80",
  "https://example.org/",
  "{a:b;c:d;}",
  "Image: Tom Ray",
  "GENEVA (AFP) -",
  "Headline; Summary of it",
  "BYLINE: By Mira Hale",
  "@mira",
  "...",
  "\xEF\xBB\xBF",
  "X",
  "\v",
  "\f",
};

static const char *const separators[] = { " ", " ", " ", "\n", "\n", "\n\n", "", "\r\n", "\r", "  \n\t\n" };

static char *
make_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint32 n = g_test_rand_int_range (0, MAX_PIECES);

  for (gint32 i = 0; i < n; i++) {
    g_string_append (text, pieces[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (pieces))]);
    g_string_append (text, separators[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (separators))]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
unify_newlines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);

  return g_strdelimit (g_steal_pointer (&joined), "\r", '\n');
}

static void
check_white (const char *text, gsize start, gsize end)
{
  for (const char *at = text + start; at < text + end; at = g_utf8_next_char (at))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (at)));
}

static void
check_blocks (const PurportArticle *article)
{
  gsize end = 0;

  for (guint i = 0; i < article->blocks->len; i++) {
    PurportSpan span = g_array_index (article->blocks, PurportBlock, i).span;

    g_assert_cmpuint (span.start_byte, >=, end);
    g_assert_cmpuint (span.end_byte, >, span.start_byte);
    g_assert_cmpuint (span.end_byte, <=, article->n_bytes);
    g_assert_true (g_utf8_validate_len (article->text + span.start_byte, purport_span_length (span), NULL));
    check_white (article->text, end, span.start_byte);
    end = span.end_byte;
  }
  check_white (article->text, end, article->n_bytes);
}

static void
check_bylines (const PurportArticle *article)
{
  for (char **byline = article->bylines; *byline != NULL; byline++)
    g_assert_nonnull (strstr (article->text, *byline));
}

static void
test_blocks (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autofree char *text = make_text ();
    g_autofree char *expected = unify_newlines (text);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (GError) error = NULL;
    g_autoptr (PurportArticle) article = purport_text_import (bytes, PURPORT_DECODE_CHARACTERS, NULL, &error);

    if (article == NULL) {
      g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_EMPTY);
      continue;
    }
    g_assert_cmpstr (article->text, ==, expected);
    check_blocks (article);
    check_bylines (article);
  }
}

/* Bytes of any kind: an article or an error, and never both or a crash. */
static void
test_bytes (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    gint32 n = g_test_rand_int_range (0, 300), ceiling = round % 2 == 0 ? 256 : 128;
    g_autofree guint8 *data = g_malloc ((gsize)n + 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (PurportArticle) article = NULL;

    for (gint32 i = 0; i < n; i++)
      data[i] = (guint8)g_test_rand_int_range (round % 4 < 2 ? 0 : 9, ceiling);
    bytes = g_bytes_new (data, (gsize)n);
    article = purport_text_import (bytes, PURPORT_DECODE_FILE, "x", &error);
    g_assert_true ((article == NULL) == (error != NULL));
    if (article != NULL) {
      g_assert_true (g_utf8_validate_len (article->text, article->n_bytes, NULL));
      check_blocks (article);
    }
  }
}

/* Counts work, not time: four times the lines are four times the paragraphs, and the longest lines are no special case.
 */
static void
test_size (void)
{
  for (gsize n = 1; n <= 4; n *= 4) {
    gsize n_lines = n * 20000;
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (PurportArticle) article = NULL;

    for (gsize i = 0; i < n_lines; i++)
      g_string_append (
          text, "The volunteers slept well, the nurses wrote in the morning of the eighth day, and went home.\n");
    bytes = g_bytes_new (text->str, text->len);
    article = purport_text_import (bytes, PURPORT_DECODE_FILE, NULL, NULL);
    g_assert_cmpuint (article->blocks->len, ==, n_lines);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL); /* prints the seed; --seed repeats it */
  g_test_add_func ("/text/blocks", test_blocks);
  g_test_add_func ("/text/bytes", test_bytes);
  g_test_add_func ("/text/size", test_size);
  return g_test_run ();
}
