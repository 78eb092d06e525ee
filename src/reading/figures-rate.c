/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates: "per day", "a week", "m s-1", "per 10,000" behind a unit or a noun. */
#include "reading/figures-private.h"

#include <string.h>

/* "a day" behind anything; "a gallon", "a share" behind money or a unit only. */
static gboolean
is_per_unit (const Figure *figure, const PurportUnit *per)
{
  return per->kind == PURPORT_DIMENSION_DURATION ||
         (figure->unit != NULL && per->kind != PURPORT_DIMENSION_COUNT && per->kind != PURPORT_DIMENSION_TIMES);
}

/* A negative power: "-1", a minus sign or superscripts. Returns: its length, or 0. */
gsize
purport_figure_inverse_length (const FigureText *text, gsize byte)
{
  static const char *const signs[] = { "-", "\342\210\222", "\342\200\223", "^-" };

  if (byte >= text->n_bytes)
    return 0;
  if (text->n_bytes - byte >= 5 && memcmp (text->text + byte, "\342\201\273\302", 4) == 0)
    return 5;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    gsize length = strlen (signs[i]);
    if (text->n_bytes - byte > length && memcmp (text->text + byte, signs[i], length) == 0 &&
        strchr ("123", text->text[byte + length]) != NULL && !g_ascii_isalnum (text->text[byte + length + 1]))
      return length + 1;
  }
  return 0;
}

/* "cm-1", "m s-1", "g cm-3": powers that stand for "per". Grows the unit's span. */
void
purport_figure_read_inverse (const FigureText *text, Figure *figure)
{
  gsize length = purport_figure_inverse_length (text, figure->unit_span.end_byte), byte, end;
  const PurportUnit *per;

  if (length > 0 && !g_ascii_isdigit (text->text[figure->unit_span.end_byte - 1])) {
    figure->unit_span.end_byte += (guint32)length;
    figure->is_rate = figure->is_inverse = TRUE;
    return;
  }
  byte = purport_figure_skip_space (text, figure->unit_span.end_byte);
  if (byte == figure->unit_span.end_byte || byte >= text->n_bytes)
    return;
  per = purport_units_match (text->units, text->text, text->n_bytes, byte, &end);
  length = per != NULL ? purport_figure_inverse_length (text, end) : 0;
  if (length == 0)
    return;
  figure->per = per;
  figure->is_rate = TRUE;
  figure->unit_span.end_byte = (guint32)(end + length);
}

/* "a year earlier", "a week ago": no rate. */
static gboolean
tells_distance (const FigureText *text, gsize byte)
{
  gsize after = purport_figure_skip_space (text, byte), end = purport_figure_word_end (text, after);
  return purport_figure_word_is (text, after, end, "|earlier|later|ago|before|after|previously|old|or|longer|");
}

/* "per day", "a week", "/m3", "per 100 ml", "each year" behind a unit. Grows the unit's span. */
void
purport_figure_read_per (const FigureText *text, Figure *figure)
{
  static const char *const joiners[] = { "per", "a", "an", "each", "every", "/" };
  gsize byte = purport_figure_skip_space (text, figure->unit_span.end_byte), end, after_unit, amount;
  gboolean hyphen = byte < text->n_bytes && text->text[byte] == '-';

  byte += hyphen ? 1 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (joiners); i++) {
    gsize after = purport_figure_match (text, byte, joiners[i]);
    const PurportUnit *per;
    gboolean has_amount;
    if (after == 0)
      continue;
    after = hyphen && after < text->n_bytes && text->text[after] == '-' ? after + 1
                                                                        : purport_figure_skip_space (text, after);
    amount = after;
    if (i == 0 || i == 5)
      while (after < text->n_bytes && (g_ascii_isdigit (text->text[after]) ||
                                       (text->text[after] == ',' && g_ascii_isdigit (text->text[after - 1]))))
        after++;
    has_amount = amount < after;
    end = has_amount ? after : 0;
    after = purport_figure_skip_space (text, after);
    per = purport_units_match (text->units, text->text, text->n_bytes, after, &after_unit);
    if (per != NULL && purport_figure_word_is (text, after, after_unit, "|in|ins|"))
      per = NULL;
    end = per != NULL ? after_unit : end;
    if (per == NULL && i == 0) {
      PurportSpan head, noun = purport_figure_noun_after (text, after, &head);
      if (!purport_span_is_empty (noun) && (end == 0 || purport_figure_is_plural (text, head)))
        end = noun.end_byte;
    }
    if (per != NULL && (i == 1 || i == 2) && tells_distance (text, after_unit))
      return;
    if ((per == NULL && i != 0) || (per == NULL && end == 0) || (i > 0 && i < 3 && !is_per_unit (figure, per)) ||
        (i > 2 && i < 5 && per->kind != PURPORT_DIMENSION_DURATION))
      return;
    figure->per = per;
    figure->per_amount = has_amount;
    figure->is_rate = TRUE;
    figure->unit_span.end_byte = (guint32)end;
    return;
  }
}

/* A rate behind money, which does not change its unit: "£60,000-a-week". */
void
purport_figure_read_per_money (const FigureText *text, Figure *figure, gsize byte)
{
  PurportSpan unit_span = figure->unit_span;

  figure->unit_span = purport_span (byte, byte);
  purport_figure_read_per (text, figure);
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
  figure->unit_span = unit_span;
}

/* "servings of potatoes a week", "minutes of exercise a week": the rate behind what the noun is of. */
void
purport_figure_read_per_behind_of (const FigureText *text, Figure *figure)
{
  gsize of = purport_figure_match (text, purport_figure_skip_space (text, figure->unit_span.end_byte), "of");
  PurportSpan unit_span = figure->unit_span, head, noun;

  if (of == 0 || figure->is_rate)
    return;
  noun = purport_figure_noun_after (text, of, &head);
  if (purport_span_is_empty (noun))
    return;
  figure->unit_span.end_byte = noun.end_byte;
  purport_figure_read_per (text, figure);
  if (!figure->is_rate)
    figure->unit_span = unit_span;
}

/* "around 150 a year", "four per 10,000": the unit is what it is counted by. */
void
purport_figure_read_bare_per (const FigureText *text, Figure *figure)
{
  gsize start = purport_figure_skip_space (text, figure->number.end_byte);

  figure->unit_span = purport_span (start, figure->number.end_byte);
  purport_figure_read_per (text, figure);
  if (!figure->is_rate)
    figure->unit_span = PURPORT_SPAN_NONE;
  else
    figure->unit_span.start_byte = (guint32)start;
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
}
