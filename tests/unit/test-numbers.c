/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in every form that they are written in, and exact arithmetic. */
#include "reading/numbers.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *words; /* the numeric words */
  const char *rest;  /* what follows them */
  double value;
} Case;

static void
assert_number (const char *words, const char *rest, double value)
{
  g_autofree char *text = g_strconcat (words, rest, NULL);
  PurportNumber number;

  g_test_message ("%s", text);
  g_assert_true (purport_number_parse (text, strlen (text), 0, &number));
  g_assert_cmpuint (number.span.start_byte, ==, 0);
  g_assert_cmpuint (number.span.end_byte, ==, strlen (words));
  if (isnan (value)) {
    g_assert_true (isnan (number.value));
    g_assert_true (number.flags & PURPORT_NUMBER_VAGUE);
  } else
    g_assert_cmpfloat (number.value, ==, value);
}

static void
assert_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_number (cases[i].words, cases[i].rest, cases[i].value);
}

static void
test_digits (void)
{
  static const Case cases[] = {
    { "7", "", 7 },
    { "0.05", " of it", 0.05 },
    { ".5", "", 0.5 },
    { "1,234,567", " birds", 1234567 },
    { "12,34,567", "", 1234567 },
    { "1", ",2,3,4", 1 },
    { "10 000", " boats", 10000 },
    { "1\342\200\257234\342\200\257567", "", 1234567 },
    { "10", " boats", 10 },
    { "3\302\2675", "", 3.5 },
    { "5,00", "", 5 },
    { "-4.5", "", -4.5 },
    { "\342\210\2224", "", -4 },
    { "+3", "", 3 },
    { "1e3", "", 1000 },
    { "4e-2", " s", 0.04 },
    { "2.5x10^6", "", 2500000 },
    { "2.5 \303\227 10\342\210\2223", "", 0.0025 },
    { "9\302\26710", "", 9.1 },
    { "6 \303\227 10\302\263", "", 6000 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_fractions (void)
{
  static const Case cases[] = {
    { "1/3", " of it", 1 / 3. },
    { "3/4", "", 0.75 },
    { "2 1/2", " cups", 2.5 },
    { "\302\275", "", 0.5 },
    { "2\302\276", "", 2.75 },
    { "\342\205\223", " cup", 1 / 3. },
    { "a third", " of", 1 / 3. },
    { "two-thirds", "", 2 / 3. },
    { "three quarters", " of", 0.75 },
    { "half", " of", 0.5 },
    { "one half", "", 0.5 },
    { "seven tenths", "", 0.7 },
    { "two and a half", "", 2.5 },
    { "two-and-a-half", " hours", 2.5 },
    { "ten and three fifths", "", 10.6 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "zero", "", 0 },
    { "Twelve", " geese", 12 },
    { "sixty-four", "", 64 },
    { "sixty four", "", 64 },
    { "two hundred and sixty-four million", "", 264000000 },
    { "nine hundred and two thousand and one", "", 902001 },
    { "twelve hundred", "", 1200 },
    { "a hundred and two", "", 102 },
    { "a dozen", "", 12 },
    { "three dozen", " eggs", 36 },
    { "half a dozen", "", 6 },
    { "a couple", " of", 2 },
    { "minus ten", "", -10 },
    { "three point one four", "", 3.14 },
    { "twenty point seventy-five", "", 20.75 },
    { "five", " and six", 5 },
    { "twenty", " thirty", 20 },
    { "3 hundred", " and 2 hundred", 300 },
    { "twice", "", 2 },
    { "halved", "", 0.5 },
    { "tenfold", "", 10 },
    { "hundreds", "", NAN },
    { "tens of thousands", "", NAN },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_every_word (void)
{
  static const char *const phrases[] = { "a hundred",
                                         "an hundred",
                                         "a hundred and two",
                                         "two billion",
                                         "billions",
                                         "two bln",
                                         "two bn",
                                         "one billionth",
                                         "three billionths",
                                         "a couple",
                                         "two crore",
                                         "crores",
                                         "a dozen",
                                         "dozens",
                                         "double",
                                         "doubled",
                                         "doubling",
                                         "doubles",
                                         "eight",
                                         "eighteen",
                                         "one eighteenth",
                                         "one eighth",
                                         "three eighths",
                                         "eighty",
                                         "eleven",
                                         "one eleventh",
                                         "eightfold",
                                         "fifteen",
                                         "one fifteenth",
                                         "one fifth",
                                         "three fifths",
                                         "one fiftieth",
                                         "fifty",
                                         "five",
                                         "forty",
                                         "four",
                                         "fourteen",
                                         "one fourth",
                                         "three fourths",
                                         "fourty",
                                         "fourfold",
                                         "fivefold",
                                         "a few hundred",
                                         "one half",
                                         "three halves",
                                         "two hundred",
                                         "hundreds",
                                         "one hundredth",
                                         "three hundredths",
                                         "halved",
                                         "halving",
                                         "two lac",
                                         "lacs",
                                         "two lakh",
                                         "lakhs",
                                         "two million",
                                         "millions",
                                         "one millionth",
                                         "three millionths",
                                         "minus two",
                                         "two mln",
                                         "two mn",
                                         "naught",
                                         "negative two",
                                         "nil",
                                         "nine",
                                         "nineteen",
                                         "ninety",
                                         "one ninth",
                                         "three ninths",
                                         "nought",
                                         "ninefold",
                                         "tens of thousands",
                                         "one",
                                         "two point five",
                                         "two quadrillion",
                                         "one quarter",
                                         "three quarters",
                                         "two quintillion",
                                         "quadruple",
                                         "quadrupled",
                                         "several hundred",
                                         "seven",
                                         "seventeen",
                                         "one seventh",
                                         "three sevenths",
                                         "seventy",
                                         "six",
                                         "sixteen",
                                         "one sixteenth",
                                         "three sixteenths",
                                         "one sixth",
                                         "three sixths",
                                         "sixty",
                                         "sixfold",
                                         "sevenfold",
                                         "ten",
                                         "tens",
                                         "one tenth",
                                         "three tenths",
                                         "one third",
                                         "three thirds",
                                         "thirteen",
                                         "one thirteenth",
                                         "one thirtieth",
                                         "thirty",
                                         "two thousand",
                                         "thousands",
                                         "one thousandth",
                                         "three thousandths",
                                         "three",
                                         "two tln",
                                         "two tn",
                                         "two trillion",
                                         "trillions",
                                         "two trn",
                                         "one twelfth",
                                         "three twelfths",
                                         "twelve",
                                         "one twentieth",
                                         "three twentieths",
                                         "twenty",
                                         "two",
                                         "twice",
                                         "thrice",
                                         "triple",
                                         "tripled",
                                         "tripling",
                                         "treble",
                                         "trebled",
                                         "twofold",
                                         "threefold",
                                         "tenfold",
                                         "one trillionth",
                                         "three trillionths",
                                         "zero" };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++) {
    PurportNumber number;
    g_test_message ("%s", phrases[i]);
    g_assert_true (purport_number_parse (phrases[i], strlen (phrases[i]), 0, &number));
    g_assert_cmpuint (number.span.end_byte, ==, strlen (phrases[i]));
  }
}

static void
test_magnitudes (void)
{
  static const Case cases[] = {
    { "2.3 million", "", 2300000 },
    { "1.5million", "", 1500000 },
    { "5bn", "", 5e9 },
    { "10k", "", 10000 },
    { "3 mn", "", 3000000 },
    { "2", " mm", 2 },
    { "6 crore", "", 60000000 },
    { "three lakh", "", 300000 },
    { "a quarter of a million", "", 250000 },
    { "half a billion", "", 5e8 },
    { "two and a half million", "", 2500000 },
    { "a million and a half", "", 1500000 },
    { "0.1 trillion", "", 1e11 },
    { "three hundred thousand million", "", 3e11 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_number (void)
{
  static const char *const texts[] = { "",    "a",       "an egg", "and",        "third",    "quarter past",
                                       "1/0", "7/000",   "1e999",  "NaN",        "infinity", "-",
                                       "+",   ".",       "nan",    "point five", "of",       "ninetieths",
                                       "e5",  "\331\243" };
  PurportNumber number;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("%s", texts[i]);
    g_assert_false (purport_number_parse (texts[i], strlen (texts[i]), 0, &number));
  }
}

static void
test_endless_digits (void)
{
  g_autofree char *digits = g_strnfill (10000, '7');
  g_autofree char *small = g_strconcat ("0.", digits, NULL);
  g_autofree char *zeros = g_strnfill (10000, '0');
  g_autofree char *one = g_strconcat ("0.", zeros, "1", NULL);
  PurportNumber number;

  g_assert_false (purport_number_parse (digits, strlen (digits), 0, &number));
  g_assert_cmpuint (number.span.end_byte, ==, strlen (digits));
  g_assert_true (purport_number_parse (small, strlen (small), 0, &number));
  g_assert_cmpfloat (number.value, ==, 7 / 9.);
  g_assert_false (purport_number_parse (one, strlen (one), 0, &number));
  g_assert_true (purport_number_parse (digits, 300, 0, &number));
  g_assert_true (number.flags & PURPORT_NUMBER_INEXACT);
  g_assert_false (purport_number_parse (digits, 310, 0, &number));
}

static void
test_stays_inside (void)
{
  PurportNumber number;

  g_assert_true (purport_number_parse ("12345", 2, 0, &number));
  g_assert_cmpfloat (number.value, ==, 12);
  g_assert_true (purport_number_parse ("two hundred", 5, 0, &number));
  g_assert_cmpfloat (number.value, ==, 2);
}

static void
test_rational (void)
{
  PurportRational tenth, sum = purport_rational (0), huge, result;

  g_assert_true (purport_rational_from_decimal ("1", 1, -1, &tenth));
  for (int i = 0; i < 10; i++)
    g_assert_true (purport_rational_add (sum, tenth, &sum));
  g_assert_cmpint (purport_rational_compare (sum, purport_rational (1)), ==, 0);
  g_assert_true (purport_rational_is_integer (sum));
  g_assert_true (purport_rational_power_of_ten (38, &huge));
  g_assert_false (purport_rational_multiply (huge, huge, &result));
  g_assert_false (purport_rational_divide (tenth, purport_rational (0), &result));
  g_assert_false (purport_rational_power_of_ten (39, &result));
  g_assert_cmpfloat (purport_rational_to_double (huge), ==, 1e38);
  g_assert_true (purport_rational_divide (purport_rational (1), huge, &result));
  g_assert_cmpfloat (purport_rational_to_double (result), ==, 1e-38);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/digits", test_digits);
  g_test_add_func ("/numbers/fractions", test_fractions);
  g_test_add_func ("/numbers/words", test_words);
  g_test_add_func ("/numbers/every-word", test_every_word);
  g_test_add_func ("/numbers/magnitudes", test_magnitudes);
  g_test_add_func ("/numbers/no-number", test_no_number);
  g_test_add_func ("/numbers/endless-digits", test_endless_digits);
  g_test_add_func ("/numbers/stays-inside", test_stays_inside);
  g_test_add_func ("/numbers/rational", test_rational);
  return g_test_run ();
}
