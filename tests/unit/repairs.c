/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of repair is found where it is due, and nowhere in sound text. */
#include "support/words.h"

static void
assert_repairs (const char *text, const char *expected)
{
  g_autofree char *found = purport_test_dup_repairs (text);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_sound (void)
{
  assert_repairs ("The lake froze early this year. “It is rare,” said Nora Lindqvist. She was in the harbour at 9 a.m.",
                  "");
  assert_repairs ("It cost $2.5 million, the U.S. office said in its “final” word (see www.example.org/a.html).", "");
}

static void
test_missing_space (void)
{
  assert_repairs ("The office gave no details.News of it came late, and it was not good for the town.",
                  "missing-space: News");
}

static void
test_missing_break (void)
{
  assert_repairs ("“The lake is not safe for us,” he said. “We have told them.”The harbour was closed on the day.",
                  "missing-break: The");
}

static void
test_open_quote (void)
{
  assert_repairs ("He said that the lake was “not safe for us. The harbour was closed.", "unbalanced-quote: “");
  assert_repairs ("He said that the lake was not safe for us” and the harbour was closed.", "unbalanced-quote: ”");
}

/* A mark that is turned the wrong way: ”so“ and ”so”. */
static void
test_swapped_quote (void)
{
  assert_repairs ("He said that the lake was ”not safe” for us and the harbour was closed.", "unbalanced-quote: ”");
  assert_repairs ("He said that the lake was “not safe“ for us and the harbour was closed.", "unbalanced-quote: “");
  assert_repairs ("He said that the lake was “not safe\" for us and the harbour was closed.", "unbalanced-quote: \"");
  assert_repairs ("He said that the lake was ”not safe“ for us and the harbour was closed.",
                  "unbalanced-quote: ”; unbalanced-quote: “");
}

/* The marks of other languages are sound as they stand. */
static void
test_long_quotation (void)
{
  assert_repairs ("He said: “The lake is not safe for us.\n\n“The harbour was closed on the day.”", "");
  assert_repairs ("He said: “The lake is not safe for us.\n\nThe harbour was closed on the day.",
                  "unbalanced-quote: “");
}

static void
test_straight_quote (void)
{
  assert_repairs ("He said that the lake was \"not safe\" for us, and the ice was 5\" thick.", "");
  assert_repairs ("He said that the lake was \"not safe for us, and the ice was thin.", "unbalanced-quote: \"");
}

static void
test_other_quotes (void)
{
  assert_repairs ("He said that the lake was „not safe“ for us, and „not good” for them.", "");
  assert_repairs ("He said that the lake was «not safe» for us, and \"not good\" for them.", "");
}

static void
test_glued_words (void)
{
  assert_repairs ("The main points of the claimInclude what the lake was like in the year before.",
                  "glued-words: claimInclude");
  assert_repairs ("He has a McDonald and an iPhone, and the YouTube site of the office.", "");
}

static void
test_lost_capital (void)
{
  assert_repairs ("The lake is not safe, said Nora lindqvist of the harbour office on Monday.",
                  "letter-case: lindqvist");
}

static void
test_wrong_encoding (void)
{
  assert_repairs ("The lake wasnâ€™t safe for us, he said in the cafÃ© that day.", "encoding: â€™; encoding: Ã©");
  assert_repairs ("The lake is at \xEF\xBF\xBD degrees and that is not good for us.", "encoding: \xEF\xBF\xBD");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repairs/sound", test_sound);
  g_test_add_func ("/repairs/missing-space", test_missing_space);
  g_test_add_func ("/repairs/missing-break", test_missing_break);
  g_test_add_func ("/repairs/open-quote", test_open_quote);
  g_test_add_func ("/repairs/swapped-quote", test_swapped_quote);
  g_test_add_func ("/repairs/other-quotes", test_other_quotes);
  g_test_add_func ("/repairs/long-quotation", test_long_quotation);
  g_test_add_func ("/repairs/straight-quote", test_straight_quote);
  g_test_add_func ("/repairs/glued-words", test_glued_words);
  g_test_add_func ("/repairs/lost-capital", test_lost_capital);
  g_test_add_func ("/repairs/wrong-encoding", test_wrong_encoding);
  return g_test_run ();
}
