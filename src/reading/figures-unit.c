/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit of a figure: money before the number, a unit of the table behind it, or a counted noun. */
#include "reading/figures-private.h"

#include <string.h>

/* "or more", "additional": what may stand between the number and its unit. */
static gsize
skip_between (const FigureText *text, gsize byte)
{
  static const char *const phrases[] = { "or more",     "or fewer",   "or less",    "-plus",   "plus", "+",
                                         "and more",    "other",      "additional", "further", "more", "extra",
                                         "consecutive", "successive", "full",       "whole" };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++) {
    gsize after = purport_figure_match (text, purport_figure_skip_space (text, byte), phrases[i]);
    if (after > 0)
      return after;
  }
  return byte;
}

/* "(19 per cent)", "(45)": a number in brackets that tells the same in other words. Returns: its end, or @byte. */
static gsize
skip_brackets (const FigureText *text, gsize byte)
{
  gsize start = purport_figure_skip_space (text, byte), end = start + 1;

  if (start + 2 >= text->n_bytes || text->text[start] != '(' || !g_ascii_isdigit (text->text[start + 1]))
    return byte;
  while (end < text->n_bytes && (g_ascii_isdigit (text->text[end]) || text->text[end] == '.'))
    end++;
  end = purport_figure_skip_space (text, end);
  for (guint i = 0; i < 3; i++) {
    static const char *const percent[] = { "%", "percent", "per cent" };
    gsize after = purport_figure_match (text, end, percent[i]);
    end = after > 0 ? after : end;
  }
  return end < text->n_bytes && text->text[end] == ')' ? end + 1 : byte;
}

/* The unit behind the number, behind what may stand between, or, of a fraction, behind "of a" or "a". */
static const PurportUnit *
find_unit_behind (const FigureText *text, const Figure *figure, gsize *start, gsize *end)
{
  static const char *const articles[] = { "of a", "of an", "an", "a" };
  gsize byte = figure->number.end_byte, after = skip_between (text, skip_brackets (text, byte));
  const PurportUnit *unit = purport_figure_match_unit (text, figure, byte, start, end);

  if (unit == NULL && after > byte)
    unit = purport_figure_match_unit (text, figure, after, start, end);
  if (!(figure->first.flags & PURPORT_NUMBER_FRACTION))
    return unit;
  byte = purport_figure_skip_space (text, byte);
  for (guint i = 0; i < G_N_ELEMENTS (articles) && unit == NULL; i++)
    if ((after = purport_figure_match (text, byte, articles[i])) > 0)
      unit = purport_figure_match_unit (text, figure, after, start, end);
  return unit;
}

static gboolean
read_unit_behind (const FigureText *text, Figure *figure)
{
  gsize start, end;
  const PurportUnit *unit = find_unit_behind (text, figure, &start, &end);

  if (unit == NULL)
    return FALSE;
  figure->unit = unit;
  figure->unit_span = purport_span (start, end);
  figure->span.end_byte = (guint32)end;
  if (start > 0 && (text->text[start - 1] == '(' || text->text[start - 1] == '['))
    figure->resume_byte = figure->span.end_byte = (guint32)end + 1;
  if (unit->kind == PURPORT_DIMENSION_AGE)
    return TRUE;
  if (unit->kind == PURPORT_DIMENSION_CURRENCY) {
    purport_figure_read_cents (text, figure, end);
    purport_figure_read_per_money (text, figure, MAX (end, figure->number.end_byte));
    purport_figure_read_magnitude_behind (text, figure);
  } else {
    while (purport_figure_read_compound (text, figure))
      ;
    purport_figure_read_bare_part (text, figure);
    purport_figure_read_part (text, figure, MAX (figure->unit_span.end_byte, figure->number.end_byte));
    purport_figure_read_inverse (text, figure);
    purport_figure_read_per (text, figure);
  }
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
  return TRUE;
}

/* "a couple of months", "thousands of dollars": what is counted has a unit of the table. */
static gboolean
read_unit_behind_of (const FigureText *text, Figure *figure, gsize byte)
{
  gsize end;
  const PurportUnit *unit = purport_units_match (text->units, text->text, text->n_bytes, byte, &end);

  if (unit == NULL || end - byte < 4 || unit->kind == PURPORT_DIMENSION_COUNT || unit->kind == PURPORT_DIMENSION_AGE ||
      unit->kind == PURPORT_DIMENSION_TIMES)
    return FALSE;
  figure->unit = unit;
  figure->unit_span = purport_span (byte, end);
  figure->span.end_byte = (guint32)end;
  return TRUE;
}

/* "six of the players", "half of teenagers", "millions of pilgrims": the noun behind "of". */
static gboolean
read_group (const FigureText *text, Figure *figure)
{
  static const char *const determiners[] = { "the", "these", "those", "their", "its",  "our",  "his",
                                             "her", "all",   "my",    "first", "last", "next", "other" };
  gsize start = skip_brackets (text, figure->number.end_byte), after;
  gsize byte = purport_figure_match (text, purport_figure_skip_space (text, start), "of");
  gboolean definite = FALSE;
  PurportNumber whole;
  PurportSpan noun;

  if (byte == 0)
    return FALSE;
  byte = purport_figure_skip_space (text, byte);
  if (!(figure->first.flags & PURPORT_NUMBER_FRACTION) && read_unit_behind_of (text, figure, byte))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (determiners); i++) {
    after = purport_figure_match (text, byte, determiners[i]);
    definite = definite || after > 0;
    byte = after > 0 ? purport_figure_skip_space (text, after) : byte;
  }
  figure->of_group = TRUE;
  if (byte < text->n_bytes && purport_number_may_start (text->text, text->n_bytes, byte) &&
      purport_number_parse (text->text, text->n_bytes, byte, &whole))
    byte = whole.span.end_byte;
  noun = purport_figure_noun_after (text, byte, &figure->unit_head);
  if (purport_span_is_empty (noun))
    return FALSE;
  /* A share of the people at large, or of one thing, counts nothing; a share of patients does. */
  if (figure->first.flags & PURPORT_NUMBER_FRACTION &&
      (!purport_figure_is_plural (text, figure->unit_head) ||
       (definite &&
        purport_figure_word_is (text, figure->unit_head.start_byte, figure->unit_head.end_byte, "|people|")))) {
    figure->span.end_byte = noun.end_byte;
    return FALSE;
  }
  figure->unit_span = noun;
  figure->span.end_byte = noun.end_byte;
  return TRUE;
}

/* "a 1,000-page report": the noun behind the hyphen. */
static void
read_hyphened (const FigureText *text, Figure *figure)
{
  gsize start = figure->number.end_byte + 1, end = purport_figure_word_end (text, start);

  if (end - start < 3 || !g_ascii_islower (text->text[start]) ||
      purport_figure_word_is (text, start, end, "|strong|plus|odd|something|fold|ish|and|or|to|for|year|up|off|"))
    return;
  figure->unit_span = figure->unit_head = purport_span (start, end);
  figure->span.end_byte = (guint32)end;
}

/* "two weekly servings": the adjective makes a rate of the count. */
static gboolean
is_periodic (const FigureText *text, gsize byte)
{
  gsize start = purport_figure_skip_space (text, byte), end = purport_figure_word_end (text, start);
  return purport_figure_word_is (text, start, end, "|daily|weekly|monthly|yearly|annual|hourly|nightly|");
}

static void
read_noun (const FigureText *text, Figure *figure)
{
  gsize byte = figure->number.end_byte, between = skip_between (text, skip_brackets (text, byte));
  PurportSpan noun;

  if (text->text[byte] == '-') {
    read_hyphened (text, figure);
    return;
  }
  noun = purport_figure_noun_after (text, between, &figure->unit_head);
  if (purport_span_is_empty (noun) && !read_group (text, figure)) {
    purport_figure_read_bare_per (text, figure);
    return;
  }
  if (!purport_span_is_empty (noun)) {
    figure->unit_span = noun;
    figure->span.end_byte = noun.end_byte;
    figure->is_rate = is_periodic (text, between);
  }
  purport_figure_read_per (text, figure);
  purport_figure_read_per_behind_of (text, figure);
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
}

/* Finds the unit of @figure, whose numbers are set. */
void
purport_figure_read_unit (const FigureText *text, Figure *figure)
{
  if (figure->first.flags & PURPORT_NUMBER_MULTIPLE || figure->unit != NULL)
    return;
  if (purport_figure_read_money_before (text, figure)) {
    purport_figure_read_cents (text, figure, figure->number.end_byte);
    purport_figure_read_per_money (text, figure, figure->number.end_byte);
    return;
  }
  if (purport_figure_read_millions (text, figure) || !read_unit_behind (text, figure))
    read_noun (text, figure);
  purport_figure_read_below_zero (text, figure);
}
