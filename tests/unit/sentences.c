/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences end: each text is written with a bar at every boundary, and read without it. */
#include <string.h>

#include "support/words.h"

/* Bars between words stand for a blank, and a doubled one for no space at all. */
static void
assert_sentences (const char *marked)
{
  g_auto (GStrv) glued = g_strsplit (marked, "||", -1);
  g_autofree char *joined = g_strjoinv ("", glued), *expected = g_strjoinv ("|", glued);
  g_autofree char *text = g_strdelimit (g_strdup (joined), "|", ' ');
  g_autofree char *found = purport_test_dup_sentences (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_abbreviations (void)
{
  assert_sentences ("Mr. Hale met Dr. A. B. Morrow at 9 a.m. on Jan. 5.|He left at noon.");
  assert_sentences ("It is made by Crane Inc. in the U.S. and sold abroad.|Few buy it, e.g. in Rome.");
  assert_sentences ("Dirty water makes people ill.|Chicago, Ill. is clean.");
  assert_sentences ("See p. 12 of vol. 3 for more.|No. 7 is missing.");
}

static void
test_numbers_and_addresses (void)
{
  assert_sentences (
      "It rose by 3.5 per cent to $1,200.50.|Look at www.example.org/a.html or ask ann@example.org.|Thanks.");
}

static void
test_ellipses (void)
{
  assert_sentences ("She waited ... and waited.|Nobody came...|So she left.");
}

static void
test_quotes_and_brackets (void)
{
  assert_sentences ("“We are glad.|It works,” she said.|“Does it?” he asked.|(It does.)|They laughed.");
  assert_sentences ("The lake (it was deep.) froze early.|Boats stayed in port.");
}

static void
test_glued (void)
{
  assert_sentences ("The office gave no details.||News of it came late.||“It is over,” he said.");
}

static void
test_lists (void)
{
  assert_sentences ("1. Eat well.|2. Sleep well.|3. Walk.");
  assert_sentences ("• Eat well|• Sleep well|• Walk");
}

/* The number of a note behind a full stop belongs to the sentence before it. */
static void
test_references (void)
{
  assert_sentences ("The lake froze early.[3]|Boats stayed in port. [4] [12]|Few left.");
}

static void
test_careless (void)
{
  assert_sentences ("the ice was thin yesterday.|nobody went out.|We stayed at home.");
  assert_sentences ("We had a good time :)|Thanks for all the help.|It was fun! :)|Bye.");
  assert_sentences ("Thanks for all the help|----------------|Nora Lindqvist");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/abbreviations", test_abbreviations);
  g_test_add_func ("/sentences/numbers-and-addresses", test_numbers_and_addresses);
  g_test_add_func ("/sentences/ellipses", test_ellipses);
  g_test_add_func ("/sentences/quotes-and-brackets", test_quotes_and_brackets);
  g_test_add_func ("/sentences/glued", test_glued);
  g_test_add_func ("/sentences/lists", test_lists);
  g_test_add_func ("/sentences/references", test_references);
  g_test_add_func ("/sentences/careless", test_careless);
  return g_test_run ();
}
