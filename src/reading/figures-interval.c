/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds of plain numbers: "more than 20 and less than 30", "below 170". */
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
  first->value = NAN;
  first->comparison = PURPORT_COMPARISON_EQUAL;
  first->span.end_byte = second->span.end_byte;
  first->number.end_byte = second->number.end_byte;
  first->about = second->about;
  first->minor = first->minor && second->minor;
  if (first->unit == NULL) {
    first->unit = second->unit;
    first->unit_canonical = second->unit_canonical;
    first->unit_base = second->unit_base;
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
