/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any number that is written in words, in digits or with a magnitude reads back as the same value; any table of units
 * finds its own names and converts there and back; any bytes are read without leaving them. */
#include "reading/numbers.h"
#include "reading/units.h"

#include <math.h>
#include <string.h>

#define ROUNDS 3000

static const char *const small_numbers[] = { "zero",    "one",     "two",       "three",    "four",
                                             "five",    "six",     "seven",     "eight",    "nine",
                                             "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                             "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
static const char *const tens[] = {
  "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
};
static const char *const magnitudes[] = { "", "thousand", "million", "billion", "trillion" };

/* As many digits as not, so that small numbers are as frequent as large ones. */
static guint64
random_integer (guint max_digits)
{
  guint64 value = 0;

  for (gint32 i = g_test_rand_int_range (1, (gint32)max_digits + 1); i > 0; i--)
    value = value * 10 + (guint64)g_test_rand_int_range (0, 10);
  return value;
}

static void
append_below_thousand (GString *words, guint value, gboolean and, gboolean hyphen)
{
  if (value >= 100) {
    g_string_append_printf (words, "%s hundred", small_numbers[value / 100]);
    value %= 100;
    if (value > 0)
      g_string_append (words, and? " and " : " ");
  }
  if (value >= 20) {
    g_string_append (words, tens[value / 10]);
    if (value % 10 > 0)
      g_string_append_printf (words, "%s%s", hyphen ? "-" : " ", small_numbers[value % 10]);
  } else if (value > 0)
    g_string_append (words, small_numbers[value]);
}

static char *
write_words (guint64 value)
{
  gboolean and = g_test_rand_bit (), hyphen = g_test_rand_bit ();
  GString *words = g_string_new (value == 0 ? "zero" : NULL);

  for (int magnitude = 4; magnitude >= 0; magnitude--) {
    guint64 size = 1;
    guint part;
    for (int i = 0; i < magnitude; i++)
      size *= 1000;
    part = (guint)(value / size % 1000);
    if (part == 0)
      continue;
    if (words->len > 0)
      g_string_append (words, magnitude == 0 && part < 100 && and? " and " : " ");
    append_below_thousand (words, part, and, hyphen);
    if (magnitude > 0)
      g_string_append_printf (words, " %s", magnitudes[magnitude]);
  }
  return g_string_free (words, FALSE);
}

static char *
write_groups (guint64 value)
{
  static const char *const separators[] = { ",", "\302\240", "\342\200\257", "" };
  const char *separator = separators[g_test_rand_int_range (0, G_N_ELEMENTS (separators))];
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, value);
  GString *text = g_string_new (NULL);

  for (gsize i = 0, n = strlen (digits); i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append (text, separator);
    g_string_append_c (text, digits[i]);
  }
  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *text, PurportRational value)
{
  PurportNumber number;

  g_test_message ("%s", text);
  g_assert_true (purport_number_parse (text, strlen (text), 0, &number));
  g_assert_cmpuint (number.span.end_byte, ==, strlen (text));
  g_assert_false (number.flags & PURPORT_NUMBER_INEXACT);
  g_assert_cmpint (purport_rational_compare (number.exact, value), ==, 0);
  g_assert_cmpfloat (number.value, ==, purport_rational_to_double (value));
}

static void
test_words (void)
{
  for (int i = 0; i < ROUNDS; i++) {
    guint64 value = random_integer (15);
    g_autofree char *text = write_words (value);
    assert_reads (text, purport_rational (value));
  }
}

static void
test_digits (void)
{
  for (int i = 0; i < ROUNDS; i++) {
    guint64 value = random_integer (18);
    g_autofree char *text = write_groups (value);
    assert_reads (text, purport_rational (value));
  }
}

/* A decimal with up to eight digits on each side, a magnitude, and a sign. */
static void
test_decimals (void)
{
  static const char *const suffixes[] = { "", " thousand", " million", "bn", " trillion" };

  for (int i = 0; i < ROUNDS; i++) {
    guint64 whole = random_integer (8), part = random_integer (8);
    gboolean negative = g_test_rand_bit ();
    guint magnitude = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (suffixes));
    g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT "%08" G_GUINT64_FORMAT, whole, part);
    g_autofree char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%08" G_GUINT64_FORMAT "%s", negative ? "-" : "",
                                             whole, part, suffixes[magnitude]);
    PurportRational value;
    g_assert_true (purport_rational_from_decimal (digits, strlen (digits), (int)magnitude * 3 - 8, &value));
    value.negative = negative && value.numerator != 0;
    assert_reads (text, value);
  }
}

static void
test_fractions (void)
{
  for (int i = 0; i < ROUNDS; i++) {
    guint64 over = random_integer (6), under = random_integer (6) + 1;
    g_autofree char *text = NULL;
    PurportRational value;
    if (under > 999999)
      continue;
    text = g_strdup_printf ("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, over, under);
    g_assert_true (purport_rational_divide (purport_rational (over), purport_rational (under), &value));
    assert_reads (text, value);
  }
}

/* Adding, subtracting, multiplying and dividing again gives what was there before, or does not fit. */
static void
test_rational (void)
{
  for (int i = 0; i < ROUNDS; i++) {
    PurportRational a, b, result;
    g_assert_true (purport_rational_divide (purport_rational (random_integer (18)),
                                            purport_rational (random_integer (12) + 1), &a));
    g_assert_true (purport_rational_divide (purport_rational (random_integer (18) + 1),
                                            purport_rational (random_integer (12) + 1), &b));
    b.negative = g_test_rand_bit ();
    if (purport_rational_multiply (a, b, &result) && purport_rational_divide (result, b, &result))
      g_assert_cmpint (purport_rational_compare (result, a), ==, 0);
    if (purport_rational_add (a, b, &result)) {
      b.negative = !b.negative;
      if (purport_rational_add (result, b, &result))
        g_assert_cmpint (purport_rational_compare (result, a), ==, 0);
    }
  }
}

static void
assert_converts (const PurportUnits *units, guint index, guint64 over, guint64 under)
{
  g_autofree char *name = g_strdup_printf ("qu%c%ct", 'a' + index / 26, 'a' + index % 26),
                  *symbol = g_strdup_printf ("Q%u", index);
  g_autofree char *text = g_strdup_printf ("%ss, and", name);
  const PurportUnit *unit = purport_units_find (units, symbol);
  PurportRational amount = purport_rational (random_integer (9)), base, back;
  gsize end;

  g_assert_nonnull (unit);
  g_assert_true (purport_units_find (units, name) == unit);
  g_assert_true (purport_units_match (units, text, strlen (text), 0, &end) == unit);
  g_assert_cmpuint (end, ==, strlen (name) + 1);
  g_assert_true (purport_unit_to_base (unit, amount, &base));
  g_assert_true (purport_rational_multiply (base, purport_rational (under), &back));
  g_assert_true (purport_rational_divide (back, purport_rational (over), &back));
  g_assert_cmpint (purport_rational_compare (back, amount), ==, 0);
}

static void
test_unit_tables (void)
{
  for (int round = 0; round < 100; round++) {
    guint n_units = (guint)g_test_rand_int_range (1, 40);
    g_autofree guint64 *over = g_new (guint64, n_units), *under = g_new (guint64, n_units);
    g_autoptr (GString) table = g_string_new ("# a table\n");
    g_autoptr (PurportUnits) units = NULL;
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < n_units; i++) {
      over[i] = random_integer (9) + 1;
      under[i] = random_integer (9) + 1;
      g_string_append_printf (
          table, "canonical %u\tlength\tbase\t%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "\t\tQ%u\tqu%c%ct\n", i,
          over[i], under[i], i, 'a' + i / 26, 'a' + i % 26);
    }
    units = purport_units_new_from_text (table->str, table->len, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < n_units; i++)
      assert_converts (units, i, over[i], under[i]);
  }
}

static void
test_damaged_tables (void)
{
  static const char *const tables[] = { "a\tlength\n", "a\tlength\tb\tx\t\t\t\n", "a\tlength\tb\t1/0\t\t\t\n",
                                        "a\tlength\tb\t1\t1e999\t\t\n", "a\tlength\tb\t1e400\t\t\t\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (purport_units_new_from_text (tables[i], strlen (tables[i]), &error));
    g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED);
  }
}

/* Numbers from pieces that numbers are made of, in a buffer that ends where they end. */
static void
test_pieces (void)
{
  static const char *const pieces[] = { "1",        "2,3",     "00",       "9999999999999999999",
                                        ".",        ",",       "/",        "0",
                                        "e",        "e999",    "-",        "\342\210\222",
                                        "^",        "x10",     " ",        "\302\240",
                                        "half",     "million", " and",     " a ",
                                        "hundred",  "point ",  "of ",      "thirds",
                                        "dozen",    "several", "\302\275", "\342\205\235",
                                        "\331\243", "NaN",     "inf",      "twenty",
                                        "-one",     "k",       "bn",       "\302\267" };
  for (int i = 0; i < ROUNDS; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *exact = NULL;
    PurportNumber number;

    for (gint32 n = g_test_rand_int_range (1, 9); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    exact = g_memdup2 (text->str, text->len); /* no byte behind it */
    if (!purport_number_parse (exact, text->len, 0, &number))
      continue;
    g_test_message ("%s", text->str);
    g_assert_cmpuint (number.span.end_byte, <=, text->len);
    g_assert_cmpuint (number.span.end_byte, >, number.span.start_byte);
    g_assert_true (isfinite (number.value) || number.flags & PURPORT_NUMBER_VAGUE);
    g_assert_true (g_utf8_validate (text->str, number.span.end_byte, NULL));
    g_assert_true (number.exact.denominator != 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/words", test_words);
  g_test_add_func ("/numbers/digits", test_digits);
  g_test_add_func ("/numbers/decimals", test_decimals);
  g_test_add_func ("/numbers/fractions", test_fractions);
  g_test_add_func ("/numbers/rational", test_rational);
  g_test_add_func ("/numbers/unit-tables", test_unit_tables);
  g_test_add_func ("/numbers/damaged-tables", test_damaged_tables);
  g_test_add_func ("/numbers/pieces", test_pieces);
  return g_test_run ();
}
