/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two numbers that make one figure: ranges, ratios, margins of error. */
#include "reading/figures-private.h"

#include <string.h>

/* A number at @byte that is part of the same figure, with a sign of money in front of it allowed; "about" before it is
 * about the whole figure. */
static gboolean
parse_next (const FigureText *text, Figure *figure, gsize byte, PurportNumber *number)
{
  gboolean about = FALSE;

  static const char *const skipped[] = { "about ", "around ", "nearly ", "almost ", "approximately ", "~" };

  for (guint i = 0; i < G_N_ELEMENTS (skipped); i++) {
    gsize after = purport_figure_match (text, byte, skipped[i]);
    byte = after > 0 ? after : byte;
    about = about || after > 0;
  }
  if (byte < text->n_bytes && !g_ascii_isalnum (text->text[byte])) {
    gsize end;
    const PurportUnit *unit = purport_units_match (text->units, text->text, text->n_bytes, byte, &end);
    if (unit != NULL && unit->kind == PURPORT_DIMENSION_CURRENCY)
      byte = end;
  }
  if (byte >= text->n_bytes || !purport_number_parse (text->text, text->n_bytes, byte, number) ||
      number->flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT | PURPORT_NUMBER_MULTIPLE))
    return FALSE;
  figure->comparison = about ? PURPORT_COMPARISON_ABOUT : figure->comparison;
  return TRUE;
}

static void
join (Figure *figure, const PurportNumber *second, FigureForm form)
{
  figure->second = *second;
  figure->form = form;
  figure->number.end_byte = second->span.end_byte;
  figure->span.end_byte = second->span.end_byte;
}

/* "5 to 10 million" means five million. */
static void
share_magnitude (Figure *figure, const PurportNumber *second)
{
  PurportRational factor;

  if (!(second->flags & PURPORT_NUMBER_SCALED) ||
      figure->first.flags & (PURPORT_NUMBER_SCALED | PURPORT_NUMBER_FRACTION) || figure->first.value >= 1000)
    return;
  if (purport_rational_power_of_ten ((int)second->scale, &factor))
    purport_number_scale (&figure->first, factor);
}

static gboolean
ends_phrase (const FigureText *text, gsize byte)
{
  return byte >= text->n_bytes || strchr (".,;:!?)\n", text->text[byte]) != NULL;
}

/* "one in six", "1 in 20", "four out of every ten". */
static gboolean
read_ratio (FigureText *text, Figure *figure)
{
  static const char *const joiners[] = { "in every", "out of every", "out of", "in", "over" };
  gsize after = purport_figure_skip_space (text, figure->first.span.end_byte);
  PurportNumber second;

  if (after == figure->first.span.end_byte && text->text[after] != '-')
    return FALSE;
  after += text->text[after] == '-' ? 1 : 0;
  if (!purport_rational_is_integer (figure->first.exact) || figure->first.exact.numerator == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (joiners); i++) {
    gsize byte = purport_figure_match (text, after, joiners[i]);
    if (byte == 0)
      continue;
    byte = text->text[byte] == '-' ? byte + 1 : purport_figure_skip_space (text, byte);
    if (!purport_number_parse (text->text, text->n_bytes, byte, &second) ||
        second.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT | PURPORT_NUMBER_FRACTION |
                        PURPORT_NUMBER_DECIMAL | PURPORT_NUMBER_MULTIPLE) ||
        (i != 4 && purport_rational_compare (second.exact, figure->first.exact) <= 0) || second.exact.numerator == 0 ||
        (i == 4 && !ends_phrase (text, second.span.end_byte)) || purport_figure_excluded_end (text, &second) > 0)
      return FALSE;
    if (i == 3 && ((figure->first.flags ^ second.flags) & PURPORT_NUMBER_DIGITS) && !(figure->first.value <= 10))
      return FALSE;
    join (figure, &second, FIGURE_RATIO);
    return TRUE;
  }
  return FALSE;
}

/* "two or three" is a range; "10 million or 20 million" are two choices. */
static gboolean
is_small (const PurportNumber *number)
{
  return number->value <= 20 && !(number->flags & PURPORT_NUMBER_SCALED);
}

/* Where the figure begins whose number begins at @start: before a sign of money. */
static gsize
sign_start (const FigureText *text, gsize start)
{
  gsize sign;
  return purport_units_match_before (text->units, text->text, start, &sign) != NULL && sign >= text->floor ? sign
                                                                                                           : start;
}

/* Where a second number of a range would begin: behind "-", "to", "or", or the "and" of "between". Returns: 0 if none.
 */
static gsize
range_joint_end (const FigureText *text, const Figure *figure, gsize end, gboolean *dash)
{
  gsize after = purport_figure_skip_space (text, end), length = purport_figure_dash_length (text, after), stop;
  gsize before = purport_figure_skip_space_back (text, sign_start (text, figure->span.start_byte));

  *dash = length > 0;
  if (length > 0) {
    stop = purport_figure_skip_space (text, after + length);
    if (purport_figure_match (text, stop, "to ") > 0)
      return purport_figure_skip_space (text, purport_figure_match (text, stop, "to "));
    return (after == end) == (stop == after + length) || stop > after + length ? stop : after > end ? stop : 0;
  }
  if (after < text->n_bytes && text->text[after] == '~')
    return purport_figure_skip_space (text, after + 1);
  if ((stop = purport_figure_match (text, after, "to")) > 0 ||
      (is_small (&figure->first) && (stop = purport_figure_match (text, after, "or")) > 0))
    return stop < text->n_bytes && purport_figure_skip_space (text, stop) > stop
               ? purport_figure_skip_space (text, stop)
               : 0;
  if ((stop = purport_figure_match (text, after, "and")) > 0) {
    gsize aged = purport_figure_match_back (text, before, "aged");
    if (purport_figure_match_back (text, before, "between") != G_MAXSIZE || aged != G_MAXSIZE ||
        purport_figure_match_back (text, before, "between the ages of") != G_MAXSIZE ||
        purport_figure_match_back (text, before, "from") != G_MAXSIZE ||
        purport_figure_match_back (text, before, "between about") != G_MAXSIZE)
      return purport_figure_skip_space (text, stop);
  }
  return 0;
}

/* Whether the two may be ends of one range: upwards, and neither score nor pair of years. */
static gboolean
is_range (const Figure *figure, const PurportNumber *second, gboolean dash, gboolean falling)
{
  if (figure->first.flags & PURPORT_NUMBER_VAGUE)
    return FALSE;
  if (purport_rational_compare (figure->first.exact, second->exact) >= 0)
    return falling;
  if (dash && !(second->flags & PURPORT_NUMBER_DIGITS) != !(figure->first.flags & PURPORT_NUMBER_DIGITS))
    return FALSE;
  return TRUE;
}

/* The unit between the numbers of "3 km to 5 km", which the second repeats; "0%-3%". Returns: its end, or @end. */
static gsize
skip_inner_unit (const FigureText *text, const Figure *figure, gsize end, const PurportUnit **unit)
{
  gsize start = purport_figure_skip_space (text, end), stop;

  *unit = purport_units_match (text->units, text->text, text->n_bytes, start, &stop);
  if (*unit == NULL ||
      ((*unit)->kind == PURPORT_DIMENSION_LENGTH && purport_figure_word_is (text, start, stop, "|in|")))
    *unit = NULL;
  (void)figure;
  return *unit != NULL ? stop : end;
}

/* The "between" that opens the range, or @start; "from" belongs to what changes more than to the figure. */
static gsize
range_start (const FigureText *text, gsize start)
{
  static const char *const openers[] = { "between", "between about", "of between" };
  gsize before = purport_figure_skip_space_back (text, sign_start (text, start)), opener;

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++) {
    opener = purport_figure_match_back (text, before, openers[i]);
    if (opener != G_MAXSIZE && opener >= text->floor)
      return opener;
  }
  return start;
}

/* "80p to £2": gives the first number the money of the second, whose sign begins at @byte. Returns: whether it is such
 * a range. */
static gboolean
share_money (const FigureText *text, Figure *figure, const PurportUnit *inner, gsize byte)
{
  gsize end;
  const PurportUnit *outer = purport_units_match (text->units, text->text, text->n_bytes, byte, &end);
  PurportRational ratio;

  if (outer == NULL || outer->kind != PURPORT_DIMENSION_CURRENCY || inner->kind != PURPORT_DIMENSION_CURRENCY ||
      g_strcmp0 (outer->base, inner->base) != 0 || !purport_rational_divide (inner->factor, outer->factor, &ratio) ||
      !purport_number_scale (&figure->first, ratio))
    return FALSE;
  figure->unit = outer;
  figure->unit_span = purport_span (byte, end);
  return TRUE;
}

/* Makes @figure a range if it is one; else it may be changed. */
static gboolean
try_range (FigureText *text, Figure *figure)
{
  const PurportUnit *inner, *outer;
  gsize inner_end = skip_inner_unit (text, figure, figure->first.span.end_byte, &inner), joint, start, stop, before;
  PurportNumber second;
  gboolean dash, falling, shared;

  joint = range_joint_end (text, figure, inner_end, &dash);
  if (joint == 0 || !parse_next (text, figure, joint, &second))
    return FALSE;
  share_magnitude (figure, &second);
  shared = inner != NULL && share_money (text, figure, inner, joint);
  before = purport_figure_skip_space_back (text, figure->span.start_byte);
  falling = !dash && purport_figure_match_back (text, before, "from") != G_MAXSIZE;
  if (!is_range (figure, &second, dash, falling) ||
      (!(dash && inner != NULL) && purport_figure_excluded_end (text, &second) > 0))
    return FALSE;
  if (inner != NULL && !shared) {
    start = purport_figure_skip_space (text, second.span.end_byte);
    outer = purport_units_match (text->units, text->text, text->n_bytes, start, &stop);
    if (outer != inner)
      return FALSE;
  }
  join (figure, &second, FIGURE_RANGE);
  figure->span.start_byte = (guint32)range_start (text, figure->span.start_byte);
  return TRUE;
}

static gboolean
read_range (FigureText *text, Figure *figure)
{
  Figure saved = *figure;

  if (try_range (text, figure))
    return TRUE;
  *figure = saved;
  return FALSE;
}

/* "1.26 ± 0.2", "50 +/- 3". */
static gboolean
read_margin (const FigureText *text, Figure *figure)
{
  static const char *const signs[] = { "\302\261", "+/-", "+-", "plus or minus" };
  gsize after = purport_figure_skip_space (text, figure->first.span.end_byte);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    gsize byte = purport_figure_match (text, after, signs[i]);
    PurportNumber second;
    if (byte == 0 || !parse_next (text, figure, purport_figure_skip_space (text, byte), &second) || second.value < 0)
      continue;
    join (figure, &second, FIGURE_MARGIN);
    return TRUE;
  }
  return FALSE;
}

/* Looks for the second number of @figure, whose first one is set. */
void
purport_figure_read_form (FigureText *text, Figure *figure)
{
  if (figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT | PURPORT_NUMBER_MULTIPLE) ||
      figure->first.span.end_byte >= text->n_bytes)
    return;
  if (!read_ratio (text, figure) && !read_margin (text, figure))
    read_range (text, figure);
}
