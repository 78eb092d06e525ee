/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds: "more than 20 and less than 30", "below 170", "95% CI 1.2 to 3.4". */
#include "reading/figures-private.h"

#include <math.h>
#include <string.h>

static gboolean
is_lower_bound (PurportComparison comparison)
{
  return comparison == PURPORT_COMPARISON_MORE || comparison == PURPORT_COMPARISON_AT_LEAST;
}

static gboolean
is_upper_bound (PurportComparison comparison)
{
  return comparison == PURPORT_COMPARISON_LESS || comparison == PURPORT_COMPARISON_AT_MOST;
}

/* Whether only "and" or "but" stands between the two. */
static gboolean
is_joined (const FigureText *text, const PurportFigure *first, const PurportFigure *second)
{
  gsize byte = purport_figure_skip_space (text, first->span.end_byte), after;

  if (byte < text->n_bytes && text->text[byte] == ',')
    byte = purport_figure_skip_space (text, byte + 1);
  after = purport_figure_match (text, byte, "and");
  after = after > 0 ? after : purport_figure_match (text, byte, "but");
  return after > 0 && purport_figure_skip_space (text, after) == second->span.start_byte;
}

/**
 * purport_figure_join_interval:
 * @first: (inout): takes @second in, if the two bound one number from both sides
 *
 * Returns: whether they do
 */
gboolean
purport_figure_join_interval (const FigureText *text, PurportFigure *first, const PurportFigure *second)
{
  gboolean upwards = is_lower_bound (first->comparison) && is_upper_bound (second->comparison);
  gboolean downwards = is_upper_bound (first->comparison) && is_lower_bound (second->comparison);

  if ((!upwards && !downwards) || isnan (first->value) || isnan (second->value) || !is_joined (text, first, second) ||
      (first->unit != NULL && g_strcmp0 (first->unit_canonical, second->unit_canonical) != 0) ||
      (upwards ? first->value >= second->value : first->value <= second->value))
    return FALSE;
  first->min = MIN (first->value, second->value);
  first->max = MAX (first->value, second->value);
  first->min_base = MIN (first->value_base, second->value_base);
  first->max_base = MAX (first->value_base, second->value_base);
  first->value = first->value_base = NAN;
  first->comparison = PURPORT_COMPARISON_EQUAL;
  first->span.end_byte = second->span.end_byte;
  first->number.end_byte = second->number.end_byte;
  first->about = second->about;
  first->minor = first->minor && second->minor;
  if (first->unit == NULL) {
    first->unit = second->unit;
    first->unit_canonical = second->unit_canonical;
    first->unit_base = second->unit_base;
    first->min_base = first->max_base = NAN;
    first->kind = second->unit == NULL ? PURPORT_FIGURE_RANGE : second->kind;
  }
  return TRUE;
}

/* An inequality about a number without unit is half an interval: its value is the one bound of it, too. */
void
purport_figure_set_interval (PurportFigure *figure)
{
  if (figure->unit != NULL || isnan (figure->value) || !isnan (figure->min) || !isnan (figure->max))
    return;
  if (is_lower_bound (figure->comparison))
    figure->min = figure->value;
  else if (is_upper_bound (figure->comparison))
    figure->max = figure->value;
}

/* What leads from "CI" to its first number. */
static gsize
skip_to_bounds (const FigureText *text, gsize byte)
{
  static const char *const words[] = { "of", "was", "is", "from", "between", "ranging from" };

  for (guint steps = 0; steps < 4; steps++) {
    gsize after = 0;
    byte = purport_figure_skip_space (text, byte);
    if (byte < text->n_bytes && strchr (":,=([", text->text[byte]) != NULL)
      after = byte + 1;
    for (guint i = 0; i < G_N_ELEMENTS (words) && after == 0; i++)
      after = purport_figure_match (text, byte, words[i]);
    if (after == 0)
      break;
    byte = after;
  }
  return byte;
}

static gboolean
parse_bound (const FigureText *text, gsize byte, PurportNumber *bound)
{
  return byte < text->n_bytes && purport_number_parse (text->text, text->n_bytes, byte, bound) &&
         bound->flags & PURPORT_NUMBER_DIGITS && !(bound->flags & PURPORT_NUMBER_INEXACT);
}

/* "1.2 to 3.4", "1.2-3.4", "1.2, 3.4" at @byte. */
static gboolean
parse_bounds (const FigureText *text, gsize byte, PurportNumber *low, PurportNumber *high)
{
  static const char *const joints[] = { "to", "and", ",", ";" };
  gsize after, next = 0;

  if (!parse_bound (text, byte, low))
    return FALSE;
  after = low->span.end_byte;
  after += after < text->n_bytes && text->text[after] == '%' ? 1 : 0;
  after = purport_figure_skip_space (text, after);
  next = purport_figure_dash_length (text, after) > 0 ? after + purport_figure_dash_length (text, after) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (joints) && next == 0; i++)
    next = purport_figure_match (text, after, joints[i]);
  return next > 0 && parse_bound (text, purport_figure_skip_space (text, next), high) && low->value <= high->value;
}

/**
 * purport_figure_read_confidence:
 * @figure: (inout): a percentage; becomes the interval where it is the level of one
 *
 * "95% CI 1.2 to 3.4", "a 95 per cent confidence interval of 3 to 9".
 *
 * Returns: whether it is such a level; where no interval follows, it is no figure, and where to go on is set
 */
gboolean
purport_figure_read_confidence (const FigureText *text, Figure *figure)
{
  static const char *const names[] = { "ci",   "confidence interval",  "confidence intervals",
                                       "cri",  "credible interval",    "credible intervals",
                                       "cis",  "uncertainty interval", "confidence limits",
                                       "c.i.", "confidence level" };
  gsize byte, end = 0, start;
  PurportNumber low, high;

  if (figure->unit == NULL || figure->unit->kind != PURPORT_DIMENSION_PERCENTAGE || figure->form != FIGURE_SINGLE ||
      !(figure->first.value >= 50 && figure->first.value < 100))
    return FALSE;
  byte = purport_figure_skip_space (text, figure->unit_span.end_byte);
  for (guint i = 0; i < G_N_ELEMENTS (names) && end == 0; i++)
    end = purport_figure_match (text, byte, names[i]);
  if (end == 0)
    return FALSE;
  figure->resume_byte = end;
  if (!parse_bounds (text, skip_to_bounds (text, end), &low, &high))
    return TRUE;
  figure->is_confidence = TRUE;
  figure->first = low;
  figure->second = high;
  figure->form = FIGURE_RANGE;
  figure->number = purport_span (low.span.start_byte, high.span.end_byte);
  figure->unit = purport_figure_match_unit (text, figure, high.span.end_byte, &start, &end);
  figure->unit_span = figure->unit != NULL ? purport_span (start, end) : PURPORT_SPAN_NONE;
  figure->span.end_byte = figure->unit != NULL ? (guint32)end : high.span.end_byte;
  figure->resume_byte = figure->span.end_byte;
  return TRUE;
}

/**
 * purport_figure_join_confidence:
 * @first: (inout): an estimate; takes the interval in, if it stands right behind: "1.8 (95% CI 1.2 to 3.4)"
 *
 * Returns: whether it does
 */
gboolean
purport_figure_join_confidence (const FigureText *text, PurportFigure *first, const PurportFigure *interval)
{
  gsize byte = first->span.end_byte;

  while (byte < interval->span.start_byte && strchr (" ([,;:", text->text[byte]) != NULL)
    byte++;
  if (byte != interval->span.start_byte || isnan (first->value) || !isnan (first->min) || !isnan (first->max) ||
      first->value < interval->min || first->value > interval->max)
    return FALSE;
  first->min = interval->min;
  first->max = interval->max;
  if (g_strcmp0 (first->unit_base, interval->unit_base) == 0) {
    first->min_base = interval->min_base;
    first->max_base = interval->max_base;
  }
  return TRUE;
}
