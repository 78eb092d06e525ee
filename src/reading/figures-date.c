/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of the calendar and the clock, which are no figures: years, days, hours. */
#include "reading/figures-private.h"

#include <string.h>

#define MONTHS                                                                                                         \
  "|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"    \
  "aug|"                                                                                                               \
  "sep|sept|oct|nov|dec|"
#define WEEKDAYS "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun|"

/* 1 to 12, with two decimals below 60 or none. */
static gboolean
is_clock (const FigureText *text, const PurportNumber *number)
{
  gsize end = number->span.end_byte;

  if (number->value >= 13)
    return FALSE;
  return !(number->flags & PURPORT_NUMBER_DECIMAL) ||
         (end - number->span.start_byte > 3 && text->text[end - 3] == '.' && text->text[end - 2] < '6');
}

/* "half past three", "ten to five", "a quarter to six", and the hour behind a bare "quarter to". Returns: the end, or
 * 0. */
static gsize
spoken_clock_end (const FigureText *text, const PurportNumber *number)
{
  gsize end = purport_figure_skip_space_back (text, number->span.start_byte), joint;
  gboolean part = number->flags & PURPORT_NUMBER_FRACTION && number->value < 1;
  PurportNumber hour;

  if (number->flags & (PURPORT_NUMBER_DIGITS | PURPORT_NUMBER_VAGUE) || number->value > 29)
    return 0;
  if (purport_figure_match_back (text, end, "quarter to") != G_MAXSIZE ||
      purport_figure_match_back (text, end, "quarter past") != G_MAXSIZE)
    return number->span.end_byte;
  end = purport_figure_skip_space (text, number->span.end_byte);
  joint = purport_figure_match (text, end, "past");
  joint = joint == 0 && part && number->value != 0.5 ? purport_figure_match (text, end, "to") : joint;
  joint = joint > 0 ? purport_figure_skip_space (text, joint) : 0;
  return joint > 0 && purport_number_may_start (text->text, text->n_bytes, joint) &&
                 purport_number_parse (text->text, text->n_bytes, joint, &hour) && hour.value >= 1 && hour.value <= 12
             ? hour.span.end_byte
             : 0;
}

/* "2 pm", "11:30", "6am", "10 o'clock", "1300 GMT". */
gsize
purport_figure_clock_end (const FigureText *text, const PurportNumber *number)
{
  static const char *const suffixes[] = { "am",  "pm",  "a.m", "p.m", "o'clock", "o\342\200\231clock", "gmt", "bst",
                                          "est", "edt", "utc", "cet", "noon",    "hours gmt" };
  gsize after = purport_figure_skip_space (text, number->span.end_byte), spoken;

  if (number->value < 0 || number->value > 2400)
    return 0;
  if ((spoken = spoken_clock_end (text, number)) > 0)
    return spoken;
  if (number->flags & PURPORT_NUMBER_DECIMAL && text->n_bytes - after > 3 &&
      (memcmp (text->text + after, "GMT", 3) == 0 || memcmp (text->text + after, "BST", 3) == 0))
    return after + 3;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    gsize end = purport_figure_match (text, after, suffixes[i]);
    if (end > 0 && (i > 3 || is_clock (text, number)))
      return end;
  }
  return 0;
}

/* A month, with a capital unless it is no other word in small letters; its short form may end with a point. */
static gboolean
is_month (const FigureText *text, gsize start, gsize end)
{
  if (!purport_figure_word_is (text, start, end, MONTHS) || (text->text[end] == '.' && end - start > 4))
    return FALSE;
  return g_ascii_isupper (text->text[start]) || !purport_figure_word_is (text, start, end, "|may|march|mar|");
}

/* A day beside a month or weekday: "4 May", "May 4", "Friday 13". */
gsize
purport_figure_day_end (const FigureText *text, const PurportNumber *number)
{
  gsize after = purport_figure_skip_space (text, number->span.end_byte), after_end, before_end;
  gsize before = purport_figure_previous_word (text, number->span.start_byte, &before_end);

  if (number->value < 1 || number->value > 31 || !purport_rational_is_integer (number->exact))
    return 0;
  if (purport_figure_match (text, after, "of ") > 0)
    after = purport_figure_match (text, after, "of ");
  after_end = purport_figure_word_end (text, after);
  if (is_month (text, after, after_end))
    return after_end;
  if (is_month (text, before, before_end) ||
      (before_end > before && g_ascii_isupper (text->text[before]) && text->text[before_end] != '.' &&
       purport_figure_word_is (text, before, before_end, WEEKDAYS)))
    return number->span.end_byte;
  return 0;
}

#define BEFORE_YEAR                                                                                                    \
  "|in|since|by|from|until|till|of|during|before|after|between|and|to|the|late|early|mid|circa|year|through|around|"   \
  "for|"                                                                                                               \
  "a|its|their|his|her|our|this|last|next|january|february|march|april|may|june|july|august|september|october|"        \
  "november|"                                                                                                          \
  "december|summer|winter|spring|autumn|fall|"

/* A bare year from 1500 to 2100: "in 2015", "the 2015 budget"; not "2000 people" or "more than 1800". */
static gboolean
is_year (const FigureText *text, const PurportNumber *number)
{
  gsize before_end, before = purport_figure_previous_word (text, number->span.start_byte, &before_end), start;

  if (number->n_digits != 4 || number->value < 1500 || number->value > 2100 ||
      number->flags &
          (PURPORT_NUMBER_GROUPED | PURPORT_NUMBER_DECIMAL | PURPORT_NUMBER_SCALED | PURPORT_NUMBER_FRACTION) ||
      purport_figure_measures_something (text, number->span.end_byte))
    return FALSE;
  if (purport_figure_word_is (text, before, before_end, BEFORE_YEAR))
    return !(purport_figure_counts_something (text, number->span.end_byte) &&
             purport_figure_word_is (text, before, before_end, "|of|for|from|to|and|a|around|"));
  if (purport_figure_word_is (text, before, before_end,
                              "|than|least|over|about|nearly|almost|some|approximately|roughly|"))
    return FALSE;
  if (purport_units_match_before (text->units, text->text, number->span.start_byte, &start) != NULL)
    return FALSE;
  return !purport_figure_counts_something (text, number->span.end_byte);
}

/* "the 50s": a decade unless it is somebody's age. */
static gboolean
is_decade_of_century (const FigureText *text, const PurportNumber *number)
{
  gsize end = number->span.end_byte, before_end,
        before = purport_figure_previous_word (text, number->span.start_byte, &before_end);

  return number->n_digits == 2 && number->flags == PURPORT_NUMBER_DIGITS && (guint)number->value % 10 == 0 &&
         end < text->n_bytes && text->text[end] == 's' && purport_figure_word_end (text, end) == end + 1 &&
         !(number->span.start_byte > 0 && text->text[number->span.start_byte - 1] == '-') &&
         !purport_figure_word_is (text, before, before_end, "|their|his|her|my|our|your|over|under|early|mid|late|");
}

static gboolean
is_year_value (const PurportNumber *number)
{
  return number->n_digits == 4 && number->flags == PURPORT_NUMBER_DIGITS && number->value >= 1500 &&
         number->value <= 2100;
}

/* "2013-14", "2000 - 2050"; sets @counts for "1800-2000 geese". Returns: the end, or 0. */
static gsize
year_pair_end (const FigureText *text, const PurportNumber *number, gboolean *counts)
{
  gsize end = number->span.end_byte, dash = purport_figure_skip_space (text, end), next, start;
  gsize length = purport_figure_dash_length (text, dash);
  guint64 second;

  *counts = FALSE;
  if (length == 0 || !is_year_value (number))
    return 0;
  start = next = purport_figure_skip_space (text, dash + length);
  while (purport_figure_is_digit_at (text, next))
    next++;
  second = next > start ? g_ascii_strtoull (text->text + start, NULL, 10) : 0;
  if (next - start == 2 && start == end + length)
    return is_year (text, number) ? next : 0;
  if (next - start != 4 || second <= (guint64)number->value || second > 2100)
    return 0;
  *counts = purport_figure_counts_something (text, next) || purport_figure_measures_something (text, next);
  return *counts ? 0 : next;
}

/* "1990s", "the '90s", "2013-14": decades and pairs of years. Returns: the end, or 0. */
gsize
purport_figure_year_end (const FigureText *text, const PurportNumber *number)
{
  gsize end = number->span.end_byte, pair;
  gboolean counts;

  if (is_year_value (number) && end < text->n_bytes && text->text[end] == 's' &&
      !purport_figure_is_letter_at (text, end + 1))
    return end + 1;
  if (is_decade_of_century (text, number))
    return end + 1;
  pair = year_pair_end (text, number, &counts);
  return pair > 0 ? pair : !counts && is_year (text, number) ? end : 0;
}
