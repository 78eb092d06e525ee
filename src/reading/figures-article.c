/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "a month", "an hour or less", "a kilogram": an article that stands for one. */
#include "reading/figures-private.h"

#include <string.h>

static gboolean
is_plain_measure (const PurportUnit *unit)
{
  static const char *const dimensions[] = { "mass", "volume", "length", "currency", NULL };

  return g_strv_contains (dimensions, unit->dimension) &&
         strstr ("|foot|yard|stone|German mark|knot|grain|franc|South Korean won|South African rand|peso|",
                 unit->canonical) == NULL;
}

/* "a year later", "a decade ago". */
static gboolean
is_distance (const FigureText *text, gsize byte)
{
  gsize after = purport_figure_skip_space (text, byte), end = purport_figure_word_end (text, after);
  return purport_figure_word_is (text, after, end, "|later|earlier|ago|before|after|");
}

/* "higher than a year ago": what is compared is something else, then and now. */
static gboolean
compares_another (const FigureText *text, gsize start)
{
  return purport_figure_word_is (text, start, purport_figure_word_end (text, start),
                                 "|higher|lower|greater|larger|bigger|smaller|faster|heavier|taller|shorter|older|");
}

/**
 * purport_figure_read_article:
 * @byte: where "a" or "an" may begin
 * @figure: (out): set where it stands for one of a unit
 *
 * Durations count where they are compared ("up to a month") or tell a distance ("a year later"); else "a day" is a rate
 * or an idiom.
 *
 * Returns: whether there is a figure
 */
gboolean
purport_figure_read_article (const FigureText *text, gsize byte, Figure *figure)
{
  gsize article = purport_figure_word_end (text, byte), start, end, before;
  const PurportUnit *unit;

  if (!purport_figure_word_is (text, byte, article, "|a|an|"))
    return FALSE;
  start = purport_figure_skip_space (text, article);
  if (start == article || start >= text->n_bytes || !g_ascii_isalpha (text->text[start]))
    return FALSE;
  unit = purport_units_match (text->units, text->text, text->n_bytes, start, &end);
  if (unit == NULL || end - start < 2 || memchr (text->text + start, '$', end - start) != NULL ||
      text->text[end - 1] == 's' || (unit->kind != PURPORT_DIMENSION_DURATION && !is_plain_measure (unit)) ||
      purport_figure_word_is (text, start, end, "|second|minute|pound|") !=
          (unit->kind == PURPORT_DIMENSION_CURRENCY && purport_figure_word_is (text, start, end, "|pound|")))
    return FALSE;
  figure->first = (PurportNumber){ .span = purport_span (byte, article),
                                   .exact = { 1, 1, FALSE },
                                   .value = 1,
                                   .flags = PURPORT_NUMBER_WORDS | PURPORT_NUMBER_ARTICLE };
  figure->number = figure->first.span;
  figure->unit = unit;
  figure->unit_span = purport_span (start, end);
  figure->span = purport_span (byte, end);
  if (strstr ("|decade|century|", unit->canonical) != NULL)
    figure->number = figure->span;
  if (unit->kind == PURPORT_DIMENSION_CURRENCY)
    purport_figure_read_cents (text, figure, end);
  else
    purport_figure_read_part (text, figure, end);
  purport_figure_read_comparison (text, figure);
  if (is_distance (text, end) && compares_another (text, figure->span.start_byte))
    return FALSE;

  figure->kind = unit->kind == PURPORT_DIMENSION_DURATION   ? PURPORT_FIGURE_DURATION
                 : unit->kind == PURPORT_DIMENSION_CURRENCY ? PURPORT_FIGURE_MONEY
                                                            : PURPORT_FIGURE_MEASURE;
  figure->minor = !figure->compared;
  before = purport_figure_skip_space_back (text, byte);
  if (!figure->compared && before > 0 && (g_ascii_isdigit (text->text[before - 1]) || text->text[before - 1] == '%'))
    return FALSE;
  return unit->kind != PURPORT_DIMENSION_DURATION || figure->compared || figure->number.end_byte > end ||
         is_distance (text, end);
}
