/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that a unit is said with in parts or in another way: "1 hour and 30 minutes", "6ft 2", "an hour and a half",
 * "20 below zero", "1.2m adults". */
#include "reading/figures-private.h"

#include <string.h>

/* "5 ft 10 in", "1 hour and 30 minutes", "13 dollars 45 cents": one figure in the smaller unit. */
gboolean
purport_figure_read_compound (const FigureText *text, Figure *figure)
{
  gsize byte = purport_figure_skip_space (text, figure->unit_span.end_byte), start, end, after;
  PurportRational ratio, sum;
  const PurportUnit *unit;
  PurportNumber next;
  Figure part = *figure;

  if (figure->form != FIGURE_SINGLE || figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      !figure->unit->converts || figure->is_rate || figure->unit->base == NULL)
    return FALSE;
  if (byte < text->n_bytes && text->text[byte] == ',')
    byte = purport_figure_skip_space (text, byte + 1);
  after = purport_figure_match (text, byte, "and");
  byte = after > 0 ? purport_figure_skip_space (text, after) : byte;
  if ((byte == figure->unit_span.end_byte && strcmp (figure->unit->canonical, "foot") != 0) || byte >= text->n_bytes ||
      !purport_number_may_start (text->text, text->n_bytes, byte) ||
      !purport_number_parse (text->text, text->n_bytes, byte, &next) ||
      next.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT))
    return FALSE;
  part.number = next.span;
  part.first = next;
  part.in_compound = TRUE;
  unit = purport_figure_match_unit (text, &part, next.span.end_byte, &start, &end);
  if (unit == NULL || !unit->converts || g_strcmp0 (unit->base, figure->unit->base) != 0 ||
      strcmp (unit->dimension, figure->unit->dimension) != 0 ||
      purport_rational_compare (unit->factor, figure->unit->factor) >= 0 ||
      !purport_rational_divide (figure->unit->factor, unit->factor, &ratio) || !purport_rational_is_integer (ratio) ||
      !purport_rational_multiply (figure->first.exact, ratio, &sum) || !purport_rational_add (sum, next.exact, &sum))
    return FALSE;
  figure->first.exact = sum;
  figure->first.value = purport_rational_to_double (sum);
  figure->unit = unit;
  figure->number.end_byte = next.span.end_byte;
  figure->unit_span = purport_span (start, end);
  figure->span.end_byte = (guint32)end;
  return TRUE;
}

/* "6ft 2", "9 stone 4": the bare number behind feet or stones counts inches or pounds. */
void
purport_figure_read_bare_part (const FigureText *text, Figure *figure)
{
  gboolean feet = strcmp (figure->unit->canonical, "foot") == 0;
  gsize byte = purport_figure_skip_space (text, figure->unit_span.end_byte), after;
  const PurportUnit *smaller;
  PurportRational ratio, sum;
  PurportNumber next;
  PurportSpan head;

  if ((!feet && strcmp (figure->unit->canonical, "stone") != 0) || byte == figure->unit_span.end_byte ||
      figure->form != FIGURE_SINGLE || figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      byte >= text->n_bytes || !purport_number_may_start (text->text, text->n_bytes, byte) ||
      !purport_number_parse (text->text, text->n_bytes, byte, &next) ||
      (next.flags != PURPORT_NUMBER_DIGITS && next.flags != PURPORT_NUMBER_WORDS) || next.value >= (feet ? 12 : 14))
    return;
  after = purport_figure_skip_space (text, next.span.end_byte);
  smaller = feet ? purport_units_find (text->units, "inch") : purport_units_find (text->units, "lb");
  if (smaller == NULL || !purport_span_is_empty (purport_figure_noun_after (text, after, &head)) ||
      purport_figure_match (text, after, "of") > 0 ||
      !purport_rational_divide (figure->unit->factor, smaller->factor, &ratio) ||
      !purport_rational_multiply (figure->first.exact, ratio, &sum) || !purport_rational_add (sum, next.exact, &sum))
    return;
  figure->first.exact = sum;
  figure->first.value = purport_rational_to_double (sum);
  figure->unit = smaller;
  figure->number.end_byte = figure->span.end_byte = next.span.end_byte;
}

/* "3 hours and a half", "a year and a quarter": adds the part behind @byte, of the same unit. */
void
purport_figure_read_part (const FigureText *text, Figure *figure, gsize byte)
{
  gsize after = purport_figure_match (text, purport_figure_skip_space (text, byte), "and"), end;
  PurportNumber part;
  PurportRational sum;
  PurportSpan head;

  after = after > 0 ? purport_figure_skip_space (text, after) : 0;
  if (after == 0 || figure->form != FIGURE_SINGLE ||
      figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      !purport_number_may_start (text->text, text->n_bytes, after) ||
      !purport_number_parse (text->text, text->n_bytes, after, &part) ||
      (part.flags & (PURPORT_NUMBER_FRACTION | PURPORT_NUMBER_DIGITS)) != PURPORT_NUMBER_FRACTION || part.value >= 1)
    return;
  end = purport_figure_skip_space (text, part.span.end_byte);
  if (purport_figure_match (text, end, "a") > 0 || purport_figure_match (text, end, "an") > 0 ||
      purport_figure_match (text, end, "of") > 0 || text->text[end] == '-' ||
      !purport_span_is_empty (purport_figure_noun_after (text, end, &head)) ||
      !purport_rational_add (figure->first.exact, part.exact, &sum))
    return;
  figure->first.exact = sum;
  figure->first.value = purport_rational_to_double (sum);
  figure->number.end_byte = part.span.end_byte;
  figure->span.end_byte = MAX (figure->span.end_byte, part.span.end_byte);
}

/* "20 degrees below zero", "20 below zero". */
void
purport_figure_read_below_zero (const FigureText *text, Figure *figure)
{
  gsize byte = MAX (figure->number.end_byte, figure->unit_span.end_byte), after;

  if (figure->form != FIGURE_SINGLE || figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      (figure->unit != NULL && strcmp (figure->unit->dimension, "temperature") != 0 &&
       strcmp (figure->unit->canonical, "degree") != 0))
    return;
  after = purport_figure_match (text, purport_figure_skip_space (text, byte), "below zero");
  if (after == 0)
    return;
  figure->first.exact.negative = figure->first.exact.numerator != 0;
  figure->first.value = -figure->first.value;
  figure->span.end_byte = (guint32)after;
  figure->resume_byte = after;
}

/* "1.2m adults": "m" is a million before what is counted by the million. Returns: whether it was read so. */
gboolean
purport_figure_read_millions (const FigureText *text, Figure *figure)
{
  gsize end = figure->number.end_byte, noun;
  PurportNumber *last = figure->form == FIGURE_SINGLE ? &figure->first : &figure->second;
  PurportRational million;

  if (end >= text->n_bytes || text->text[end] != 'm' || purport_figure_word_end (text, end) != end + 1 ||
      !(figure->first.flags & PURPORT_NUMBER_DIGITS) || figure->first.flags & PURPORT_NUMBER_SCALED)
    return FALSE;
  noun = purport_figure_skip_space (text, end + 1);
  if (!purport_figure_word_is (text, noun, purport_figure_word_end (text, noun),
                               "|people|adults|children|men|women|girls|boys|americans|britons|europeans|workers|"
                               "users|voters|jobs|homes|households|families|patients|deaths|cases|doses|customers|"
                               "members|viewers|passengers|students|pupils|residents|citizens|migrants|refugees|"
                               "visitors|tourists|followers|subscribers|readers|listeners|employees|staff|copies|"
                               "animals|birds|cattle|chickens|pigs|sheep|trees|cars|vehicles|tests|accounts|records|"
                               "infections|births|smokers|drinkers|drivers|taxpayers|pensioners|shares|votes|") ||
      !purport_rational_power_of_ten (6, &million))
    return FALSE;
  purport_number_scale (last, million);
  last->flags |= PURPORT_NUMBER_SCALED;
  if (figure->form == FIGURE_RANGE && figure->first.value < 1000)
    purport_number_scale (&figure->first, million);
  figure->number.end_byte = figure->span.end_byte = (guint32)end + 1;
  return TRUE;
}
