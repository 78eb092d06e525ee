/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens, tags, names and the language of short texts. */
#include "support/words.h"

/* The tags of a text, parted by blanks. */
static void
assert_tags (const char *text, const char *expected)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < words->tokens->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            purport_tag_to_string ((PurportTag)purport_words_get_token (words, i)->tag));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_names (const char *text, const char *expected)
{
  g_autofree char *found = purport_test_dup_names (text);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_tokens (const char *text, const char *expected)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < words->tokens->len; i++) {
    PurportSpan span = purport_words_get_token (words, i)->span;
    g_string_append (found, i > 0 ? "|" : "");
    g_string_append_len (found, text + span.start_byte, (gssize)purport_span_length (span));
  }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_tokens (void)
{
  assert_tokens ("He doesn't pay $3.50, does he?", "He|does|n't|pay|$|3.50|,|does|he|?");
  assert_tokens ("The U.S. lab’s well-known site: www.example.org.",
                 "The|U.S.|lab|’s|well|-|known|site|:|www.example.org|.");
  assert_tokens ("Mail ann@example.org by 10:30 a.m. on 2019-03-14",
                 "Mail|ann@example.org|by|10:30|a.m.|on|2019-03-14");
}

static void
test_tags (void)
{
  assert_tags ("The two old boats will leave the harbour slowly .", "DT CD JJ NNS MD VB DT NN RB .");
  assert_tags ("the two old boats will leave the harbour slowly .", "DT CD JJ NNS MD VB DT NN RB .");
  assert_tags ("THE TWO OLD BOATS WILL LEAVE THE HARBOUR SLOWLY .", "DT CD JJ NNS MD VB DT NN RB .");
}

static void
test_names (void)
{
  assert_names ("Mary Johnson moved from Chicago to Germany in May.",
                "person: Mary Johnson; place: Chicago; place: Germany");
  assert_names ("He works for the University of Michigan, said David Brown.",
                "organization: University of Michigan; person: David Brown");
}

static void
test_names_in_lower_case (void)
{
  assert_names ("mary johnson moved from chicago to germany in may.",
                "person: mary johnson; place: chicago; place: germany");
}

/* A surname once seen with its first name stays a person. */
static void
test_surname_alone (void)
{
  assert_names ("Nora Lindqvist has studied the lake for years.\n\nLindqvist is not alone in this.",
                "person: Nora Lindqvist; person: Lindqvist");
}

static void
assert_language (const char *text, const char *expected)
{
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);

  g_assert_cmpstr (words->language, ==, expected);
  if (g_str_equal (expected, "en"))
    return;
  g_assert_cmpuint (words->names->len, ==, 0);
  for (guint i = 0; i < words->tokens->len; i++)
    g_assert_cmpuint (purport_words_get_token (words, i)->tag, ==, PURPORT_TAG_NONE);
}

static void
test_language (void)
{
  assert_language ("The lake froze early this year, and the boats could not leave the harbour for a week.", "en");
  assert_language ("THE LAKE FROZE EARLY THIS YEAR, AND THE BOATS COULD NOT LEAVE THE HARBOUR FOR A WEEK.", "en");
  assert_language ("Der See ist in diesem Jahr früh gefroren, und die Boote konnten den Hafen nicht verlassen.", "und");
  assert_language ("Le lac a gelé tôt cette année, et les bateaux ne pouvaient pas quitter le port pour une semaine.",
                   "und");
  assert_language ("El lago se congeló temprano este año y los barcos no pudieron salir del puerto en una semana.",
                   "und");
  assert_language ("Озеро в этом году замёрзло рано, и лодки не могли выйти из гавани целую неделю.", "und");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/tokens", test_tokens);
  g_test_add_func ("/words/tags", test_tags);
  g_test_add_func ("/words/names", test_names);
  g_test_add_func ("/words/names-in-lower-case", test_names_in_lower_case);
  g_test_add_func ("/words/surname-alone", test_surname_alone);
  g_test_add_func ("/words/language", test_language);
  return g_test_run ();
}
