/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in any heap of numbers, units and words: inside the text, in order, finite, and the same twice. */
#include <math.h>
#include <string.h>

#include "support/reader.h"

#define ROUNDS 150

static const char *const pieces[] = {
  "the",
  "of the",
  "people",
  "from",
  "to",
  "between",
  "and",
  "or",
  "more than",
  "up to",
  "about",
  "1,200",
  "3.5",
  "10,5",
  "two",
  "a third",
  "half",
  "million",
  "twice",
  "$",
  "£5",
  "USD",
  "€7bn",
  "per",
  "per cent",
  "%",
  "kg",
  "km",
  "5'10\"",
  "6ft",
  "in",
  "(95% CI",
  "1.2",
  "3.4)",
  "±",
  "95% CI",
  "-4",
  "°C",
  "below zero",
  "1/0",
  "7/3",
  "1e999",
  "1e308",
  "9e-300",
  "0.0000001",
  "2015",
  "12/5/15",
  "11:30",
  "hundreds",
  "several",
  "years",
  "old",
  "aged",
  "a week",
  "weekly",
  "one in",
  "six",
  "out of",
  "(45)",
  "(kg)",
  "[12]",
  "\"",
  ",",
  ".",
  ";",
  "\n",
  "minutes",
  "an hour",
  "and a half",
  "\331\243\331\244",
  "½",
  "\342\200\223",
  "99999999999999999999999999999999999999999999",
  "was said by",
  "rose by",
  "risk",
  "a day",
  "80p",
  "\302\240",
};

static char *
random_text (void)
{
  GString *text = g_string_new ("It is said that the ");

  for (gint32 i = g_test_rand_int_range (1, 60); i > 0; i--) {
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    if (g_test_rand_int_range (0, 6) > 0)
      g_string_append_c (text, ' ');
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_finite_or_none (double value)
{
  return isnan (value) || isfinite (value);
}

static void
assert_figure (const PurportReading *reading, guint index)
{
  const PurportFigure *figure = &g_array_index (reading->figures, PurportFigure, index);
  gsize n_bytes = reading->article->n_bytes;

  g_assert_cmpuint (figure->span.end_byte, <=, n_bytes);
  g_assert_cmpuint (figure->span.start_byte, <=, figure->number.start_byte);
  g_assert_cmpuint (figure->number.start_byte, <, figure->number.end_byte);
  g_assert_cmpuint (figure->number.end_byte, <=, figure->span.end_byte);
  g_assert_cmpuint (figure->about.end_byte, <=, n_bytes);
  g_assert_cmpuint (figure->sentence, <, reading->sentences->len);
  g_assert_true (is_finite_or_none (figure->value) && is_finite_or_none (figure->min) &&
                 is_finite_or_none (figure->max));
  g_assert_true (isnan (figure->min) || isnan (figure->max) || figure->min <= figure->max);
  g_assert_true (figure->unit_base != NULL || isnan (figure->value_base));
  g_assert_true (figure->change_baseline == PURPORT_NONE || figure->change_baseline < reading->figures->len);
  if (index > 0)
    g_assert_cmpuint (figure->span.start_byte, >=,
                      g_array_index (reading->figures, PurportFigure, index - 1).span.start_byte);
}

static void
test_heaps (void)
{
  for (int round = 0; round < ROUNDS; round++) {
    g_autofree char *text = random_text ();
    g_autoptr (PurportReading) reading = NULL, again = NULL;

    g_test_message ("%s", text);
    reading = purport_test_read (text);
    again = purport_test_read (text);
    g_assert_cmpuint (reading->figures->len, ==, again->figures->len);
    for (guint i = 0; i < reading->figures->len; i++)
      assert_figure (reading, i);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/heaps", test_heaps);
  return g_test_run ();
}
