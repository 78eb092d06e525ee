/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the words of every text: spans in order and of whole characters, the same answer twice, and the same
 * sentences whatever dress the text wears. */
#include <string.h>

#include "support/words.h"

#define ROUNDS 400
#define MAX_PIECES 80
#define COLUMNS 72

static const char *const pieces[] = {
  "Ann",
  "Lee",
  "said",
  "that",
  "the",
  "U.S.",
  "Mr.",
  "Dr.",
  ".",
  "...",
  "…",
  "!",
  "?",
  "\"",
  "“",
  "”",
  "‘",
  "’",
  "’s",
  "n't",
  "(",
  ")",
  "—",
  "-",
  "3.5",
  "1,000",
  "$5",
  "50%",
  "10-12",
  "a@b.org",
  "www.a.org",
  "https://a.org/x?y=1,",
  "👩‍👩‍👧",
  "👍🏽",
  "🇫🇷🇩🇪",
  "e\u0301",
  "\u0301",
  "\u200B",
  "\u200D",
  "\uFEFF",
  "\uE000",
  "שלום",
  "مرحبا",
  "\u202E",
  "한국어",
  "ไทยแลนด์",
  "नमस्ते",
  "ﬁ",
  "\u2028",
  "\u2029",
  "\u00A0",
  "\u00AD",
  "ΑΒΓ",
  "İ",
  "ß",
  "Ω",
  "x\u0327y",
  "claimMore",
  "News.More",
  "â€™",
  "\U000E0041",
  "\u0600",
  "#",
  "*",
};
static const char *const separators[] = { " ", " ", " ", " ", "\n", "\n\n", "", "", "\t", "  \n" };

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  gint n = g_rand_int_range (random, 0, MAX_PIECES);

  for (gint i = 0; i < n; i++) {
    g_string_append (text, pieces[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (pieces))]);
    g_string_append (text, separators[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (separators))]);
  }
  return g_string_free (text, FALSE);
}

static void
assert_same_tokens (const PurportWords *a, const PurportWords *b)
{
  g_assert_cmpuint (a->tokens->len, ==, b->tokens->len);
  for (guint i = 0; i < a->tokens->len; i++) {
    const PurportToken *one = purport_words_get_token (a, i), *other = purport_words_get_token (b, i);
    g_assert_true (one->span.start_byte == other->span.start_byte && one->span.end_byte == other->span.end_byte &&
                   one->tag == other->tag && one->name_place == other->name_place &&
                   one->name_type == other->name_type);
  }
}

static void
test_any_text (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < ROUNDS; round++) {
    g_autofree char *text = make_text (random);
    g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
    g_autoptr (PurportWords) again = purport_test_read_words (text, -1);
    purport_test_check_words (words);
    assert_same_tokens (words, again);
  }
}

/* Characters of every kind, in no order at all. */
static void
test_any_characters (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    gint n = g_rand_int_range (random, 0, 120);
    for (gint i = 0; i < n; i++) {
      gunichar c = (gunichar)g_rand_int_range (random, 1, round % 2 == 0 ? 0x3000 : 0x110000);
      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
    g_autoptr (PurportWords) words = purport_test_read_words (text->str, (gssize)text->len);
    purport_test_check_words (words);
  }
}

/* Long texts of one thing, no longer than what they need in time and memory. */
static void
test_no_spaces (void)
{
  static const char *const odd[] = { "x", ".", "“", "a\n", "\n\n", "Aa.", "1,", "’", "é\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    while (text->len < 30000)
      g_string_append (text, odd[i]);
    g_autoptr (PurportWords) words = purport_test_read_words (text->str, (gssize)text->len);
    purport_test_check_words (words);
  }
}

/* Texts of one paragraph each, written for this test; their sentences are parted by bars. */
static const char *const samples[] = {
  "The harbour at Eastwick froze on Tuesday, for the first time in 30 years.|Dr. Nora Lindqvist, who studies ice at "
  "Calder University, called it \"a rare event\".|Boats stayed in port until 9 a.m. on Wednesday.",
  "Three in four gardeners water too much, says a survey of 1,200 households.|The study, led by Prof. A. B. Morrow of "
  "the Garden Trust, ran from Jan. 5 to Nov. 30.|It cost $2.5 million.|Was it worth it?|The trust thinks so!",
  "\"We did not expect this,\" Mr. Hale said.|\"It is early,\" he added.|Others were less sure... and some said so.",
  "The bridge (built in 1902) will close.|The council (which owns it) has no plan.|See www.example.org for details.",
  "The museum opened at 10.30 a.m. and closed at 5 p.m. on most days.|It had 4.2 million visitors.|They paid 3.50 "
  "euros each.",
};

/* The sample as it is read: bars become @separator. */
static char *
dup_plain (const char *sample, const char *separator)
{
  g_auto (GStrv) sentences = g_strsplit (sample, "|", -1);
  return g_strjoinv (separator, sentences);
}

static char *
dup_wrapped (const char *sample)
{
  char *text = dup_plain (sample, " ");
  gsize line = 0, blank = 0;

  for (gsize i = 0; text[i] != '\0'; i++) {
    if (text[i] == ' ')
      blank = i;
    if (i - line >= COLUMNS && blank > line) {
      text[blank] = '\n';
      line = blank + 1;
    }
  }
  return text;
}

static void
assert_sentences (const char *text, const char *expected)
{
  g_autofree char *found = purport_test_dup_sentences (text);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *text = dup_plain (samples[i], " ");
    assert_sentences (text, samples[i]);
  }
}

static void
test_wrapped (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *text = dup_wrapped (samples[i]);
    assert_sentences (text, samples[i]);
  }
}

/* All paragraphs in one, as when line breaks are lost. */
static void
test_one_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL), expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *plain = dup_plain (samples[i], " ");
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", plain);
    g_string_append_printf (expected, "%s%s", i > 0 ? "|" : "", samples[i]);
  }
  assert_sentences (text->str, expected->str);
}

static void
test_lower_case (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *plain = dup_plain (samples[i], " ");
    g_autofree char *text = g_ascii_strdown (plain, -1), *expected = g_ascii_strdown (samples[i], -1);
    assert_sentences (text, expected);
  }
}

static void
test_upper_case (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *plain = dup_plain (samples[i], " ");
    g_autofree char *text = g_ascii_strup (plain, -1), *expected = g_ascii_strup (samples[i], -1);
    assert_sentences (text, expected);
  }
}

/* Tags and names of a text in capitals are those of the text in small letters. */
static void
test_case_of_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *plain = dup_plain (samples[i], " ");
    g_autofree char *lower = g_ascii_strdown (plain, -1), *upper = g_ascii_strup (plain, -1);
    g_autoptr (PurportWords) small = purport_test_read_words (lower, -1);
    g_autoptr (PurportWords) large = purport_test_read_words (upper, -1);
    assert_same_tokens (small, large);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/any-text", test_any_text);
  g_test_add_func ("/words/any-characters", test_any_characters);
  g_test_add_func ("/words/no-spaces", test_no_spaces);
  g_test_add_func ("/words/dress/plain", test_plain);
  g_test_add_func ("/words/dress/wrapped", test_wrapped);
  g_test_add_func ("/words/dress/one-line", test_one_line);
  g_test_add_func ("/words/dress/lower-case", test_lower_case);
  g_test_add_func ("/words/dress/upper-case", test_upper_case);
  g_test_add_func ("/words/dress/labels", test_case_of_labels);
  return g_test_run ();
}
