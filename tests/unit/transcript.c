/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transcripts: each turn is a paragraph, however it is wrapped, and what nobody says is none. */
#include "formats/text-transcript.h"

#include <string.h>

#include "base/vocabulary.h"
#include "formats/text.h"

static void
check_blocks (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_text_import (bytes, PURPORT_DECODE_FILE, "talk.txt", &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, text);
  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    g_autofree char *words = purport_article_dup_span (article, block->span);
    g_string_append_printf (out, "%s: %s\n", purport_block_kind_to_string (block->kind), words);
  }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_turns (void)
{
  check_blocks ("Sleep and socks: a talk\n\n[music]\n\n"
                "HOST: Welcome back. Today we talk about warm feet. With us is Mira Hale of the\n"
                "Leith Sleep Laboratory.\n"
                "MIRA HALE: Thank you. It is good to be here, and to see so many of the people\n"
                "who came last year.\n"
                "HOST: You asked forty people to wear socks in bed. What did you find out then?\n"
                "MIRA HALE: They fell asleep earlier.\n(Laughter)\n"
                "BO LUND: [00:12:31] I would not go so far.\n\n"
                "This transcript was generated automatically and may contain errors.\n",
                "title: Sleep and socks: a talk\nboilerplate: [music]\n"
                "paragraph: HOST: Welcome back. Today we talk about warm feet. With us is Mira Hale of the\n"
                "Leith Sleep Laboratory.\n"
                "paragraph: MIRA HALE: Thank you. It is good to be here, and to see so many of the people\n"
                "who came last year.\n"
                "paragraph: HOST: You asked forty people to wear socks in bed. What did you find out then?\n"
                "paragraph: MIRA HALE: They fell asleep earlier.\nboilerplate: (Laughter)\n"
                "paragraph: BO LUND: [00:12:31] I would not go so far.\n"
                "boilerplate: This transcript was generated automatically and may contain errors.\n");
}

static void
test_questions (void)
{
  check_blocks ("Q: What did you find?\n\nA: They fell asleep seven minutes earlier.\n\nQ: Who took part?\n\n"
                "A: Forty people.\n",
                "paragraph: Q: What did you find?\nparagraph: A: They fell asleep seven minutes earlier.\n"
                "paragraph: Q: Who took part?\nparagraph: A: Forty people.\n");
}

static void
test_times (void)
{
  check_blocks ("00:00:01\nMira Hale: They fell asleep earlier.\n\n0:09\nBo Lund: I would not go so far.\n\n"
                "[00:15] Mira Hale: It was a small trial.\n\nBo Lund (00:19): Nobody was blinded.\n",
                "boilerplate: 00:00:01\nparagraph: Mira Hale: They fell asleep earlier.\nboilerplate: 0:09\n"
                "paragraph: Bo Lund: I would not go so far.\nparagraph: [00:15] Mira Hale: It was a small trial.\n"
                "paragraph: Bo Lund (00:19): Nobody was blinded.\n");
}

static void
test_subtitles (void)
{
  check_blocks ("1\n00:00:01,000 --> 00:00:04,000\nThey fell asleep seven minutes earlier.\n\n2\n"
                "00:00:05,000 --> 00:00:08,500\nThe trial was small.\n\n3\n00:00:09,000 --> 00:00:12,000\n[applause]\n",
                "boilerplate: 1\nboilerplate: 00:00:01,000 --> 00:00:04,000\n"
                "paragraph: They fell asleep seven minutes earlier.\nboilerplate: 2\n"
                "boilerplate: 00:00:05,000 --> 00:00:08,500\nparagraph: The trial was small.\nboilerplate: 3\n"
                "boilerplate: 00:00:09,000 --> 00:00:12,000\nboilerplate: [applause]\n");
}

static void
check_turn (const char *line, gboolean expected)
{
  if (purport_transcript_starts_turn (line, strlen (line)) != expected)
    g_error ("“%s” is taken wrongly", line);
}

static void
test_lines (void)
{
  check_turn ("Mira Hale: Yes.", TRUE);
  check_turn ("Dr. Mira O’Hale-Lund (by phone): Yes.", TRUE);
  check_turn ("SPEAKER 2:", TRUE);
  check_turn ("[1:02:03] HOST: Yes.", TRUE);
  check_turn ("The team found three things: warmth, light and noise.", FALSE);
  check_turn ("It opens at 10:30 today.", FALSE);
  check_turn ("https://example.org/a", FALSE);
  check_turn ("A trial in Leith, with forty people in it, has found this: socks help.", FALSE);
  check_turn (": no", FALSE);
  check_turn ("", FALSE);
}

/* Labels alone make no transcript, nor does one who speaks to nobody. */
static void
test_others (void)
{
  static const char recipe[] = "Serves: four\nTime: an hour\nNote: Use warm water.\nTip: Wear socks.\nCost: little\n";
  static const char letter[] = "Warm feet help. Mira Hale said: they do.\nHale: they do.\n";

  g_assert_false (purport_transcript_detect (recipe, strlen (recipe)));
  g_assert_false (purport_transcript_detect (letter, strlen (letter)));
  g_assert_false (purport_transcript_detect ("", 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transcript/turns", test_turns);
  g_test_add_func ("/transcript/questions", test_questions);
  g_test_add_func ("/transcript/times", test_times);
  g_test_add_func ("/transcript/subtitles", test_subtitles);
  g_test_add_func ("/transcript/lines", test_lines);
  g_test_add_func ("/transcript/others", test_others);
  return g_test_run ();
}
