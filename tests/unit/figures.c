/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures are found in a text, one line for each: text; value; comparison; unit; canonical unit; kind. */
#include <math.h>
#include <string.h>

#include "base/vocabulary.h"
#include "support/reader.h"

typedef struct {
  const char *text;
  const char *figures; /* separated by \n; minor ones begin with "-" */
} Case;

static void
append_number (GString *line, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (line, isnan (value) ? "" : g_ascii_formatd (buffer, sizeof (buffer), "%.12g", value));
}

static char *
describe (const PurportReading *reading, const PurportFigure *figure)
{
  GString *line = g_string_new (figure->minor ? "-" : "");
  g_autofree char *text = purport_test_dup_words (reading, figure->span);

  g_string_append_printf (line, "%s; ", text);
  append_number (line, figure->value);
  if (!isnan (figure->min) || !isnan (figure->max)) {
    g_string_append_c (line, '[');
    append_number (line, figure->min);
    g_string_append (line, "..");
    append_number (line, figure->max);
    g_string_append_c (line, ']');
  }
  g_string_append_printf (line, "; %s; %s; %s; %s", purport_comparison_to_string (figure->comparison),
                          figure->unit != NULL ? figure->unit : "",
                          figure->unit_canonical != NULL ? figure->unit_canonical : "",
                          purport_figure_kind_to_string (figure->kind));
  return g_string_free (line, FALSE);
}

static void
assert_figures (const char *text, const char *expected)
{
  g_autoptr (PurportReading) reading = purport_test_read (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < reading->figures->len; i++) {
    g_autofree char *line = describe (reading, &g_array_index (reading->figures, PurportFigure, i));
    g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", line);
  }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_figures (cases[i].text, cases[i].figures);
}

static void
test_units (void)
{
  static const Case cases[] = {
    { "The bridge is 1.5 km long.", "1.5 km; 1.5; =; km; kilometre; measure" },
    { "It sold for £2.5m at the fair.", "£2.5m; 2500000; =; £; pound sterling; money" },
    { "They paid 75 USD million for it.", "75 USD million; 75000000; =; USD; US dollar; money" },
    { "The hall has 340 seats.", "340 seats; 340; =; seats; seat; count" },
    { "The light swings at 4e14 s-1, its lines lie at 3 cm-1.",
      "4e14 s-1; 4e+14; =; s-1; inverse second; measure\n3 cm-1; 3; =; cm-1; inverse centimetre; measure" },
    { "It cost thousands of dollars.", "thousands of dollars; ; ~; dollars; US dollar; money" },
    { "They walked for a couple of months.", "a couple of months; 2; ~; months; month; duration" },
    { "The plot has 300m2, not 24703 m212.", "300m2; 300; =; m2; square metre; measure\n24703; 24703; =; ; ; count" },
    { "The dose was 5 mg per day for all.", "5 mg per day; 5; =; mg per day; milligram per day; measure" },
    { "He is 5'10\" and she is 5ft 4in tall.", "5'10\"; 70; =; \"; inch; measure\n5ft 4in; 64; =; in; inch; measure" },
    { "He is 6ft 2 and weighs 11 stone 4.",
      "6ft 2; 74; =; ft; inch; measure\n11 stone 4; 158; =; stone; pound; measure" },
    { "It is a 1,000-page report.", "1,000-page; 1000; =; page; page; count" },
    { "They need 60 watt equivalent lamps.", "60 watt; 60; =; watt; watt; measure" },
    { "Four of the first six ducks left.",
      "Four of the first six ducks; 4; =; ducks; duck; count\n-six ducks; 6; =; ducks; duck; count" },
    { "The trip took 1 hour and 30 minutes.", "1 hour and 30 minutes; 90; =; minutes; minute; duration" },
    { "The wait was 3 hours and a half.", "3 hours and a half; 3.5; =; hours; hour; duration" },
    { "It was 20 degrees below zero on the lake.", "20 degrees below zero; -20; =; degrees; degree; measure" },
    { "They were given 4.5, 6 and 13 kg of it.",
      "4.5; 4.5; =; kg; kilogram; measure\n6; 6; =; kg; kilogram; measure\n13 kg; 13; =; kg; kilogram; measure" },
    { "The weight was 20 (kg) in all.", "20 (kg); 20; =; kg; kilogram; measure" },
    { "There is a 140 character limit.", "140 character; 140; =; character; character; count" },
    { "For them it is one serving a week.", "one serving a week; 1; =; serving a week; serving; rate" },
    { "A goat is fed every 15 minutes.", "15 minutes; 15; =; minutes; minute; rate" },
    { "The club has 1.2m members in all.", "1.2m members; 1200000; =; members; member; count" },
    { "The wall is 1.2m high at the gate.", "1.2m; 1.2; =; m; metre; measure" },
    { "It was 40C (104F) in the shade.", "40C; 40; =; C; celsius; measure\n104F; 104; =; F; fahrenheit; measure" },
    { "They lost 3.2 per 1,000 lambs in the snow.", "3.2 per 1,000 lambs; 3.2; =; per 1,000 lambs; ; rate" },
    { "The lamp uses 1650 kW at night.", "1650 kW; 1650; =; kW; kilowatt; measure" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_forms (void)
{
  static const Case cases[] = {
    { "It is from 5 to 7 per cent of the land.", "5 to 7 per cent; [5..7]; =; per cent; %; percentage" },
    { "It cost between $5m and $10m in the end.", "between $5m and $10m; [5000000..10000000]; =; $; US dollar; money" },
    { "It cost £5 to £6 at the gate.", "£5 to £6; [5..6]; =; £; pound sterling; money" },
    { "It is at 100 to 150 million people.",
      "100 to 150 million people; [100000000..150000000]; =; people; person; count" },
    { "It is between 20 and 30 boats.", "between 20 and 30 boats; [20..30]; =; boats; boat; count" },
    { "The fare is 80p to £2 in the town.", "80p to £2; [0.8..2]; =; £; pound sterling; money" },
    { "The mean was 1.3 ± 0.2 kg in the end.", "1.3 ± 0.2 kg; 1.3[1.1..1.5]; =; kg; kilogram; measure" },
    { "The ratio was 1.8 (95% CI 1.2 to 3.4) in the trial.", "1.8; 1.8[1.2..3.4]; =; ; ; count" },
    { "The 95% confidence interval was wide.", "" },
    { "The 95% confidence interval of the risk was from 2 to 9%.", "2 to 9%; [2..9]; =; %; %; percentage" },
    { "One in six of the hens lays.", "One in six of the hens; 0.166666666667; =; hens; hen; ratio" },
    { "It is six per 10,000 in the north.", "six per 10,000; 6; =; per 10,000; ; rate" },
    { "A third of the geese died.", "A third of the geese; 0.333333333333; =; geese; goose; fraction" },
    { "They scored a third goal in the end.", "" },
    { "It took several hundred years to build.", "several hundred years; ; ~; years; year; duration" },
    { "The fee is due in forty-five (45) days.", "forty-five (45) days; 45; =; days; day; duration" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_comparisons (void)
{
  static const Case cases[] = {
    { "The club has more than 264 members.", "more than 264 members; 264; >; members; member; count" },
    { "It takes at least 3 kg of it.", "at least 3 kg; 3; >=; kg; kilogram; measure" },
    { "It takes up to 3 kg of it.", "up to 3 kg; 3; <=; kg; kilogram; measure" },
    { "It takes under 3 kg of it.", "under 3 kg; 3; <; kg; kilogram; measure" },
    { "It takes almost 3 kg of it.", "almost 3 kg; 3; ~; kg; kilogram; measure" },
    { "They count 40 or more geese.", "40 or more geese; 40; >=; geese; goose; count" },
    { "It costs about $5 billion (£4 billion) to build.",
      "about $5 billion; 5000000000; ~; $; US dollar; money\n£4 billion; 4000000000; ~; £; pound sterling; money" },
    { "They found more than 50 cats and 40 dogs.",
      "more than 50 cats; 50; >; cats; cat; count\n40 dogs; 40; >; dogs; dog; count" },
    { "It is between half and nearly three quarters of the sheep.",
      "between half and nearly three quarters of the sheep; [0.5..0.75]; ~; sheep; sheep; range" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_no_figures (void)
{
  static const char *const texts[] = {
    "The plan 1) warms the feet and 2) costs little.",
    "The plan 1 ) warms the feet ; and 2 ) costs little.",
    "It was built in 1987 and then rebuilt in 2003-04.",
    "The plan covers ozone over 2000 - 2050 in the region.",
    "The lake froze on 12 March 2015 and on 3/4/2016.",
    "The train leaves at 11:30 or at 6 pm.",
    "They won the cup for the 3rd time, and the 21st in all.",
    "Call 0800-1234, +44 20 7946 0000 or 020 7946 0000 for the rest.",
    "Version 1.2.3 of the program is from 192.168.1.2 again.",
    "They won 2–1 at home.",
    "It is as Fig. 3 and page 12 say, and as others do [25,14].",
    "The rule (1) is not that of the others (2).",
    "A Boeing 737 and COVID-19 and vitamin B12 and Type 2 are names.",
    "They met at half past three, or at a quarter to five, or quarter past six.",
    "The iPhone 15 is on sale, so call 555-1234 for it.",
    "One day it will be gone.",
    "The dust is called PM 2.5 by the city.",
    "It is as Fig. 3F and the Boeing 777F show.",
    "It is at DOI: 10.1000/abc-2016-103780 on the web.",
    "They met again in the 2nd half of the match.",
    "Not one of them is the one.",
    "It is 1/0 and 1e999 and NaN.",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_figures (texts[i], "");
}

static void
test_minor (void)
{
  static const Case cases[] = {
    { "Ada Vale, 61, has two sons.", "-61; 61; =; ; year; age\n-two sons; 2; =; sons; son; count" },
    { "It is for children aged between 7 and 9 only.", "-between 7 and 9; [7..9]; =; ; year; age" },
    { "It is for under-16s and for those in their 40s.", "-16s; 16; =; ; year; age\n-40s; 40; =; ; year; age" },
    { "The price is higher than a year ago.", "" },
    { "It has one, two or three of them.", "-one; 1; =; ; ; count\ntwo or three; [2..3]; =; ; ; range" },
    { "It takes just one cup of it.", "just one cup; 1; =; cup; cup; measure" },
    { "Of the 17 and 18-year-olds, most left.",
      "-17; 17; =; year-olds; year; age\n-18-year-olds; 18; =; year-olds; year; age" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static const PurportFigure *
figure_at (const PurportReading *reading, guint index)
{
  g_assert_cmpuint (index, <, reading->figures->len);
  return &g_array_index (reading->figures, PurportFigure, index);
}

static void
test_base (void)
{
  g_autoptr (PurportReading) reading = purport_test_read (
      "The bag held 2 kg, the box 750 g, the lake was at 20 °C, and it lost 6 litres per minute, or 3 gallons.");

  g_assert_cmpuint (reading->figures->len, ==, 5);
  g_assert_cmpstr (figure_at (reading, 0)->unit_base, ==, figure_at (reading, 1)->unit_base);
  g_assert_cmpfloat (figure_at (reading, 0)->value_base, ==, 2000);
  g_assert_cmpfloat (figure_at (reading, 1)->value_base, ==, 750);
  g_assert_cmpstr (figure_at (reading, 2)->unit_base, ==, "kelvin");
  g_assert_cmpfloat (figure_at (reading, 2)->value_base, ==, 293.15);
  g_assert_cmpstr (figure_at (reading, 3)->unit_base, ==, "litre per second");
  g_assert_cmpfloat (figure_at (reading, 3)->value_base, ==, 0.1);
  g_assert_null (figure_at (reading, 4)->unit_base);
  g_assert_true (isnan (figure_at (reading, 4)->value_base));
}

typedef struct {
  const char *text;
  guint figure;
  PurportChangeKind kind;
  gboolean up;
  guint32 baseline;
} Change;

static void
test_change (void)
{
  static const Change changes[] = {
    { "The price rose by 30 per cent last year.", 0, PURPORT_CHANGE_RELATIVE, TRUE, PURPORT_NONE },
    { "The price fell by 30 per cent, from 20 boats.", 0, PURPORT_CHANGE_RELATIVE, FALSE, 1 },
    { "They had a 30 per cent higher risk of it.", 0, PURPORT_CHANGE_RELATIVE, TRUE, PURPORT_NONE },
    { "They were twice as likely to stay.", 0, PURPORT_CHANGE_RELATIVE, TRUE, PURPORT_NONE },
    { "The number has halved in a decade.", 0, PURPORT_CHANGE_RELATIVE, FALSE, PURPORT_NONE },
    { "The share was 8%, up from 6% before.", 0, PURPORT_CHANGE_ABSOLUTE, TRUE, 1 },
    { "The number rose from 12 to 15 boats.", 0, PURPORT_CHANGE_ABSOLUTE, TRUE, 0 },
    { "The toll rose to 1,234, from 1,100.", 0, PURPORT_CHANGE_ABSOLUTE, TRUE, 1 },
    { "The risk falls from 4 in 100 to 3 in 100.", 1, PURPORT_CHANGE_ABSOLUTE, FALSE, 0 },
    { "The share was 67%, up 1.4 points.", 1, PURPORT_CHANGE_ABSOLUTE, TRUE, PURPORT_NONE },
    { "A quarter of a million homes lost power.", 0, PURPORT_CHANGE_NONE, FALSE, PURPORT_NONE },
    { "The fleet grew by 12 boats.", 0, PURPORT_CHANGE_ABSOLUTE, TRUE, PURPORT_NONE },
    { "Catches fell by 11 per cent in the northern bay and by 2 per cent in the south.", 1, PURPORT_CHANGE_RELATIVE,
      FALSE, PURPORT_NONE },
    { "Catches fell by 11 per cent in the bay, and 2 per cent of the boats were sold.", 1, PURPORT_CHANGE_NONE, FALSE,
      PURPORT_NONE },
    { "The fleet has 12 boats.", 0, PURPORT_CHANGE_NONE, FALSE, PURPORT_NONE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    const Change *change = &changes[i];
    g_autoptr (PurportReading) reading = purport_test_read (change->text);
    const PurportFigure *figure = figure_at (reading, change->figure);
    g_test_message ("%s", change->text);
    g_assert_cmpint (figure->change, ==, change->kind);
    g_assert_cmpint (figure->change_up, ==, change->up);
    g_assert_cmpuint (figure->change_baseline, ==, change->baseline);
  }
}

typedef struct {
  const char *text;
  guint figure;
  const char *about;
} About;

static void
test_about (void)
{
  static const About abouts[] = {
    /* What is counted stands behind the figure. */
    { "Around 900 people in the valley work at night.", 0, "people in the valley work at night" },
    { "The survey covered 40 bakers who had never smoked.", 0, "bakers who had never smoked" },
    { "Half were asked to rest before the shift.", 0, "were asked to rest before the shift" },
    { "We lost half our trade when the road closed.", 0, "our trade when the road closed" },
    { "Bakers who rested made 31% fewer errors.", 0, "fewer errors" },
    { "A 20-minute nap can help.", 0, "nap can help" },
    /* Where a verb leads to it, subject and verb tell. */
    { "The mayor argued that the charge would raise about £4m a year.", 0, "the charge would raise" },
    { "The mayor said the charge would raise about £4m a year.", 0, "the charge would raise" },
    { "Drivers crossing the bridge will pay £2.50 from June.", 0, "Drivers crossing the bridge will pay" },
    { "Traffic on the bridge has risen 40 per cent since 2015.", 0, "Traffic on the bridge has risen" },
    { "The team inspected 187 kitchens for the study.", 0, "The team inspected 187 kitchens" },
    { "Sales of toys rose 12% last year to 3 million.", 0, "Sales of toys rose" },
    { "Sales of toys rose 12% last year to 3 million.", 1, "Sales of toys rose 12%" },
    /* Not the figure beside it. */
    { "The crane fell on the hall, killing 12 and wounding 40.", 0, "The crane fell on the hall, killing" },
    { "The crane fell on the hall, killing 12 and wounding 40.", 1, "wounding" },
    { "Catches fell by 11 per cent in the bay and by 2 per cent in the south.", 0, "Catches fell" },
    { "Catches fell by 11 per cent in the bay and by 2 per cent in the south.", 1, "the south" },
    { "Six minutes later, the second pump failed.", 0, "the second pump failed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (abouts); i++) {
    g_autoptr (PurportReading) reading = purport_test_read (abouts[i].text);
    g_autofree char *about = purport_test_dup_words (reading, figure_at (reading, abouts[i].figure)->about);
    g_test_message ("%s", abouts[i].text);
    g_assert_cmpstr (about, ==, abouts[i].about);
  }
}

static void
test_bad_input (void)
{
  g_autofree char *digits = g_strnfill (10000, '9');
  g_autofree char *text =
      g_strconcat ("It is ", digits, " of them, and between ", digits, " and ", digits, " kg.", NULL);
  g_autofree char *nines = g_strnfill (300, '9');
  g_autofree char *range = g_strconcat ("It is ", nines, " to ", nines, "9 kg in the end.", NULL);

  assert_figures (text, "");
  assert_figures ("It is 1,2,3,4 in the list and 1.2.3 in the other.",
                  "1; 1; =; ; ; count\n2; 2; =; ; ; count\n3; 3; =; ; ; count\n4; 4; =; ; ; count");
  assert_figures ("It is \331\243\331\244 and 1\331\2435 of them.", "");
  {
    g_autoptr (PurportReading) reading = purport_test_read (range);
    g_assert_cmpuint (reading->figures->len, <=, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/units", test_units);
  g_test_add_func ("/figures/forms", test_forms);
  g_test_add_func ("/figures/comparisons", test_comparisons);
  g_test_add_func ("/figures/no-figures", test_no_figures);
  g_test_add_func ("/figures/minor", test_minor);
  g_test_add_func ("/figures/base", test_base);
  g_test_add_func ("/figures/change", test_change);
  g_test_add_func ("/figures/about", test_about);
  g_test_add_func ("/figures/bad-input", test_bad_input);
  return g_test_run ();
}
