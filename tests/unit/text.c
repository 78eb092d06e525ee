/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of plain text: what its bytes may be, and the blocks and head matter that it finds. */
#include "formats/text.h"

#include <string.h>

#include "base/vocabulary.h"
#include "formats/clutter.h"

static PurportArticle *
import (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  return purport_text_import (bytes, PURPORT_DECODE_FILE, "notes.txt", error);
}

static void
check_text (const char *data, gsize n_bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = import (data, n_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, expected);
  g_assert_cmpuint (article->n_bytes, ==, strlen (expected));
}

static void
check_refusal (const char *data, gsize n_bytes, PurportFormatsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = import (data, n_bytes, &error);

  g_assert_null (article);
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, "notes.txt"));
}

#define CHECK_TEXT(data, expected) check_text (data, sizeof data - 1, expected)
#define CHECK_REFUSAL(data, code) check_refusal (data, sizeof data - 1, PURPORT_FORMATS_ERROR_##code)

static void
test_decoding (void)
{
  CHECK_TEXT ("Tea.\r\nMilk.\rSugar.\n", "Tea.\nMilk.\nSugar.\n");
  CHECK_TEXT ("\xEF\xBB\xBFTea.", "Tea.");
  CHECK_TEXT ("\xFF\xFET\0e\0\xE9\0", "Teé");
  CHECK_TEXT ("\xFE\xFF\0T\0e\0\xE9", "Teé");
  CHECK_TEXT ("\xFF\xFE\0\0T\0\0\0", "T");
  CHECK_TEXT ("The water in the pot was boiling \xFF when she came.",
              "The water in the pot was boiling \xEF\xBF\xBD when she came.");
  /* Half a character at the end is one broken sequence. */
  CHECK_TEXT ("The water in the pot was boiling, she said. \xE2\x80",
              "The water in the pot was boiling, she said. \xEF\xBF\xBD");
}

static void
test_refusals (void)
{
  CHECK_REFUSAL ("", EMPTY);
  CHECK_REFUSAL (" \n\t\xC2\xA0\n", EMPTY);
  CHECK_REFUSAL ("\xEF\xBB\xBF", EMPTY);
  CHECK_REFUSAL ("Tea\0Milk", BINARY);
  CHECK_REFUSAL ("\x01\x02\x03\x04 tea \x05\x06", BINARY);
  CHECK_REFUSAL ("caf\xE9 cr\xE8me", ENCODING);
  CHECK_REFUSAL ("\xFF\xFET\0\0\xD8", ENCODING);
}

/* A string of characters has no byte order mark; what stands there is part of it. */
static void
test_characters (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xEF\xBB\xBFTea.", 7);
  g_autoptr (PurportArticle) article = purport_text_import (bytes, PURPORT_DECODE_CHARACTERS, NULL, NULL);

  g_assert_cmpstr (article->text, ==, "\xEF\xBB\xBFTea.");
}

/* Compares the blocks with lines of "kind: words", in which the words are the first of the block. */
static void
check_blocks (const char *text, const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = import (text, strlen (text), &error);
  guint n = g_strv_length ((char **)expected);

  g_assert_no_error (error);
  for (guint i = 0; i < MIN (n, article->blocks->len); i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    g_autofree char *words = purport_article_dup_span (article, block->span);
    g_autofree char *line = g_strdup_printf ("%s: %s", purport_block_kind_to_string (block->kind), words);
    if (!g_str_has_prefix (line, expected[i]))
      g_assert_cmpstr (line, ==, expected[i]);
  }
  g_assert_cmpuint (article->blocks->len, ==, n);
}

static void
test_head (void)
{
  static const char text[] = "HEALTHY LIVING\n"
                             "Warm feet may help people fall asleep\n"
                             "Trial in Leith finds shorter nights awake\n"
                             "By MIRA HALE, Health Editor\n"
                             "PUBLISHED: 06:30, 14 March 2019 | UPDATED: 08:00, 15 March 2019\n"
                             "12 shares\n"
                             "Socks were worn in all rooms\n"
                             "Getty Images\n"
                             "People who wore socks in bed fell asleep seven minutes earlier, a trial has found.\n"
                             "The trial had 60 volunteers, all of them students.\n"
                             "Sign up for our newsletter\n"
                             "What comes next\n"
                             "The team now plans a larger trial with older people.\n"
                             "Related stories\n"
                             "Cold rooms and long nights: five facts\n";
  static const char *const expected[] = {
    "heading: HEALTHY LIVING",    "title: Warm feet may help people fall asleep",
    "heading: Trial in Leith",    "byline: By MIRA HALE, Health Editor",
    "date: PUBLISHED: 06:30",     "boilerplate: 12 shares",
    "caption: Socks were worn",   "caption: Getty Images",
    "paragraph: People who wore", "paragraph: The trial had",
    "boilerplate: Sign up for",   "heading: What comes next",
    "paragraph: The team now",    "boilerplate: Related stories",
    "boilerplate: Cold rooms",    NULL,
  };
  g_autoptr (PurportArticle) article = import (text, sizeof text - 1, NULL);

  check_blocks (text, expected);
  g_assert_cmpstr (article->title, ==, "Warm feet may help people fall asleep");
  g_assert_cmpstr (article->bylines[0], ==, "MIRA HALE");
  g_assert_null (article->bylines[1]);
  g_assert_cmpstr (article->published, ==, "2019-03-14");
}

static void
test_bare_byline_and_publisher (void)
{
  static const char text[] = "Warm feet may help people fall asleep\n\nMira Hale\nThe Leith Herald\n14 March 2019\n\n"
                             "People who wore socks in bed fell asleep seven minutes earlier, a trial has found.\n";
  g_autoptr (PurportArticle) article = import (text, sizeof text - 1, NULL);

  g_assert_cmpstr (article->title, ==, "Warm feet may help people fall asleep");
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_cmpstr (article->publisher, ==, "The Leith Herald");
  g_assert_cmpstr (article->published, ==, "2019-03-14");
}

/* The author's name may be the last words, behind the last full stop. */
static void
test_signature (void)
{
  static const char text[] =
      "People who wore socks in bed fell asleep seven minutes earlier, a trial in Leith has found. The volunteers, all "
      "of "
      "them students, slept in the same rooms for eight nights. The team now plans a larger trial. Mira Hale";
  static const char *const expected[] = { "paragraph: People who wore", "byline: Mira Hale", NULL };
  g_autoptr (PurportArticle) article = import (text, sizeof text - 1, NULL);

  check_blocks (text, expected);
  g_assert_cmpstr (article->bylines[0], ==, "Mira Hale");
  g_assert_null (article->title);
}

static void
test_no_head (void)
{
  static const char *const one[] = { "paragraph: just some words", NULL };
  static const char *const rows[] = { "paragraph: Apples", "paragraph: Pears", "paragraph: Plums", NULL };

  check_blocks ("just some words", one);
  check_blocks ("Apples\nPears\nPlums\n", rows);
}

static void
test_hard_wrapped (void)
{
  static const char text[] = "People who wore socks in bed fell asleep seven minutes earlier, a\n"
                             "trial in Leith has found. The volunteers, all of them students, slept\n"
                             "in the same rooms for eight nights.\n"
                             "The team now plans a larger trial with older people, which Professor\n"
                             "Hale hopes to begin in the spring.\n"
                             "\n"
                             "- warm feet\n"
                             "- a cool room\n"
                             "\n"
                             "> I had not slept so well since the summer that we spent on the old\n"
                             "> boat, and I am grateful.\n";
  static const char *const expected[] = {
    "paragraph: People who wore socks in bed fell asleep seven minutes earlier, a\ntrial in Leith has found. The "
    "volunteers, "
    "all of them students, slept\nin the same rooms for eight nights.",
    "paragraph: The team now plans",
    "list-item: - warm feet",
    "list-item: - a cool room",
    "quotation: > I had not slept",
    NULL,
  };

  check_blocks (text, expected);
}

/* Lines that are full by chance, or short on purpose, are not joined. */
static void
test_not_wrapped (void)
{
  static const char text[] =
      "The road goes down to the sea.\nThe sea comes up to the road.\nNobody walks there now, in winter.\n"
      "The gulls do, and the wind does.\n";
  static const char *const expected[] = { "paragraph: The road", "paragraph: The sea", "paragraph: Nobody",
                                          "paragraph: The gulls", NULL };

  check_blocks (text, expected);
}

static void
test_speech_is_no_list (void)
{
  static const char text[] = "The doctor came late that night and looked at the boy.\n— It is nothing, he said.\n"
                             "— Are you sure? she asked.\n";
  static const char *const expected[] = { "paragraph: The doctor", "paragraph: — It is", "paragraph: — Are", NULL };

  check_blocks (text, expected);
}

static void
check_clutter (const char *line, PurportClutter expected)
{
  if (purport_clutter_classify (line, strlen (line)) != expected)
    g_error ("“%s” is not %d", line, (int)expected);
}

static void
test_clutter (void)
{
  check_clutter ("Share", PURPORT_CLUTTER_LINE);
  check_clutter ("Share this article", PURPORT_CLUTTER_LINE);
  check_clutter ("Follow us on Twitter", PURPORT_CLUTTER_LINE);
  check_clutter ("View this email in your browser", PURPORT_CLUTTER_LINE);
  check_clutter ("Unsubscribe", PURPORT_CLUTTER_LINE);
  check_clutter ("Was this email forwarded to you? Sign up here.", PURPORT_CLUTTER_LINE);
  check_clutter ("You are receiving this email because you signed up at our website.", PURPORT_CLUTTER_LINE);
  check_clutter ("1,204 shares", PURPORT_CLUTTER_LINE);
  check_clutter ("View all 14 comments", PURPORT_CLUTTER_LINE);
  check_clutter ("47", PURPORT_CLUTTER_LINE);
  check_clutter ("|", PURPORT_CLUTTER_LINE);
  check_clutter ("https://example.org/a/b", PURPORT_CLUTTER_LINE);
  check_clutter (".box{margin:0;padding:0;color:#fff;}.box a{color:red;}", PURPORT_CLUTTER_LINE);
  check_clutter ("We use cookies to make this site work.", PURPORT_CLUTTER_LINE);
  check_clutter ("Most read", PURPORT_CLUTTER_TEASERS);
  check_clutter ("Volunteers in the sleep laboratory. Image: Tom Ray", PURPORT_CLUTTER_CAPTION);
  check_clutter ("Volunteers in the sleep laboratory (Tom Ray/Reuters)", PURPORT_CLUTTER_CAPTION);
  check_clutter ("Volunteers may manage your sleep better", PURPORT_CLUTTER_NONE);
  check_clutter ("Donated blood keeps for six weeks.", PURPORT_CLUTTER_NONE);
  check_clutter ("Print journalism is not dead, the editor said.", PURPORT_CLUTTER_NONE);
  check_clutter ("Sharing a bed cost them 40 minutes of sleep.", PURPORT_CLUTTER_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/decoding", test_decoding);
  g_test_add_func ("/text/refusals", test_refusals);
  g_test_add_func ("/text/characters", test_characters);
  g_test_add_func ("/text/head", test_head);
  g_test_add_func ("/text/bare-byline-and-publisher", test_bare_byline_and_publisher);
  g_test_add_func ("/text/signature", test_signature);
  g_test_add_func ("/text/no-head", test_no_head);
  g_test_add_func ("/text/hard-wrapped", test_hard_wrapped);
  g_test_add_func ("/text/not-wrapped", test_not_wrapped);
  g_test_add_func ("/text/speech-is-no-list", test_speech_is_no_list);
  g_test_add_func ("/text/clutter", test_clutter);
  return g_test_run ();
}
