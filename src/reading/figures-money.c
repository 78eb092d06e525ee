/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money: signs and codes before the number, its own magnitudes, cents behind it. */
#include "reading/figures-private.h"

#include <string.h>

/* "m" behind money is a million, and "b" a billion: "£5m". */
static void
read_money_magnitude (const FigureText *text, Figure *figure)
{
  gsize end = figure->number.end_byte, stop = purport_figure_word_end (text, end);
  PurportNumber *last = figure->form == FIGURE_SINGLE ? &figure->first : &figure->second;
  int power = purport_figure_word_is (text, end, stop, "|m|")   ? 6
              : purport_figure_word_is (text, end, stop, "|b|") ? 9
              : purport_figure_word_is (text, end, stop, "|t|") ? 12
                                                                : 0;
  PurportRational factor;

  if (power == 0 || !purport_rational_power_of_ten (power, &factor))
    return;
  purport_number_scale (last, factor);
  if (figure->form == FIGURE_RANGE && figure->first.value < 1000 && !(figure->first.flags & PURPORT_NUMBER_SCALED))
    purport_number_scale (&figure->first, factor);
  figure->number.end_byte = figure->span.end_byte = (guint32)stop;
}

/* "75 USD million": the magnitude behind a code. */
void
purport_figure_read_magnitude_behind (const FigureText *text, Figure *figure)
{
  static const struct {
    const char *words;
    int power;
  } magnitudes[] = { { "|million|mn|mln|", 6 }, { "|billion|bn|bln|", 9 }, { "|trillion|tn|trn|", 12 } };
  gsize start = purport_figure_skip_space (text, figure->unit_span.end_byte),
        end = purport_figure_word_end (text, start);
  PurportRational factor;

  if (figure->form != FIGURE_SINGLE || figure->first.flags & PURPORT_NUMBER_SCALED ||
      purport_span_length (figure->unit_span) != 3 || !g_ascii_isupper (text->text[figure->unit_span.end_byte - 1]))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    if (purport_figure_word_is (text, start, end, magnitudes[i].words) &&
        purport_rational_power_of_ten (magnitudes[i].power, &factor) && purport_number_scale (&figure->first, factor)) {
      figure->number.end_byte = figure->span.end_byte = (guint32)end;
      return;
    }
}

/* "NZ $ 5", "us $ 5": a sign with its country apart from it. Returns: the unit of both, or @unit. */
static const PurportUnit *
with_country (const FigureText *text, const PurportUnit *unit, gsize *start)
{
  gsize end = purport_figure_skip_space_back (text, *start), word = purport_figure_word_start (text, end);
  char name[8];
  const PurportUnit *both;

  if (text->text[*start] != '$' || end == *start ||
      !purport_figure_word_is (text, word, end, "|us|c|hk|nz|au|ca|cad|usd|mx|"))
    return unit;
  memcpy (name, text->text + word, end - word);
  name[end - word] = '$';
  name[end - word + 1] = '\0';
  for (char *c = name; *c != '\0'; c++)
    *c = g_ascii_toupper (*c);
  both = purport_units_find (text->units, name);
  *start = both != NULL ? word : *start;
  return both != NULL ? both : unit;
}

/* Takes the sign or code of money before @figure as its unit. Returns: whether there is one. */
gboolean
purport_figure_read_money_before (const FigureText *text, Figure *figure)
{
  gsize start, end;
  const PurportUnit *unit = purport_units_match_before (text->units, text->text, figure->number.start_byte, &start),
                    *again;

  if (unit != NULL)
    unit = with_country (text, unit, &start);
  if (unit == NULL || start < text->floor ||
      purport_figure_word_is (text, start, figure->number.start_byte, "|c |p |s |"))
    return FALSE;
  figure->unit = unit;
  end = purport_figure_skip_space_back (text, figure->number.start_byte);
  figure->unit_span = purport_span (start, end);
  figure->span.start_byte = MIN (figure->span.start_byte, (guint32)start);
  read_money_magnitude (text, figure);
  again = purport_figure_match_unit (text, figure, figure->number.end_byte, &start, &end);
  if (again != NULL && again->kind == PURPORT_DIMENSION_CURRENCY) {
    figure->span.end_byte = (guint32)end;
  }
  return TRUE;
}

/* Whether a bare number after money reads as its cents: two digits, and then the phrase ends. */
static gboolean
is_bare_cents (const FigureText *text, const Figure *figure, const PurportNumber *cents)
{
  gsize after = purport_figure_skip_space (text, cents->span.end_byte);

  if (figure->first.flags & (PURPORT_NUMBER_SCALED | PURPORT_NUMBER_DECIMAL) ||
      !purport_rational_is_integer (figure->first.exact))
    return FALSE;
  if (cents->flags & PURPORT_NUMBER_DIGITS ? cents->n_digits != 2 : cents->flags != PURPORT_NUMBER_WORDS)
    return FALSE;
  return after >= text->n_bytes || strchr (".,;:!?)\n", text->text[after]) != NULL ||
         purport_figure_match (text, after, "more") > 0;
}

/* "13 dollars 45 cents", "$20 and 43c", "15 dollars 50": adds the cents behind @byte to @figure, in its own unit. */
void
purport_figure_read_cents (const FigureText *text, Figure *figure, gsize byte)
{
  gsize next = purport_figure_skip_space (text, byte), after = purport_figure_match (text, next, "and"), start, end;
  const PurportUnit *unit;
  PurportRational hundredth, part;
  PurportNumber cents;
  Figure smaller = *figure;

  next = after > 0 ? purport_figure_skip_space (text, after) : next;
  if (next == byte || next >= text->n_bytes || figure->form != FIGURE_SINGLE ||
      figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      !purport_number_may_start (text->text, text->n_bytes, next) ||
      !purport_number_parse (text->text, text->n_bytes, next, &cents) ||
      cents.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT | PURPORT_NUMBER_SCALED) ||
      !purport_rational_is_integer (cents.exact) || cents.value < 0 || cents.value >= 100)
    return;
  smaller.first = cents;
  smaller.number = cents.span;
  unit = purport_figure_match_unit (text, &smaller, cents.span.end_byte, &start, &end);
  if (unit == NULL
          ? !is_bare_cents (text, figure, &cents)
          : unit == figure->unit || strstr ("|cent|penny|sen|paisa|kopiyka|kopek|euro cent|", unit->canonical) == NULL)
    return;
  if (!purport_rational_divide (cents.exact, purport_rational (100), &hundredth) ||
      !purport_rational_add (figure->first.exact, hundredth, &part))
    return;
  figure->first.exact = part;
  figure->first.value = purport_rational_to_double (part);
  figure->number.end_byte = cents.span.end_byte;
  figure->span.end_byte = (guint32)(unit != NULL ? end : cents.span.end_byte);
}
