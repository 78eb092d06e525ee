/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit of a figure: from the table, before or behind the number, compound, or a counted noun. */
#include "reading/figures-private.h"

#include <string.h>

/* Letters that are a unit only directly behind the digits; apart from them they are words, or names. */
static gboolean
is_risky_symbol (const FigureText *text, gsize start, gsize end)
{
  return end - start == 1 && strchr ("ACMNBFcpysdTJ", text->text[start]) != NULL;
}

/* "2 in thick", "is 5 in." but not "2 in my car". */
static gboolean
is_inch (const FigureText *text, gsize end)
{
  gsize after = purport_figure_skip_space (text, end), stop = purport_figure_word_end (text, after);
  return after >= text->n_bytes || strchr (".,;)\n-", text->text[after]) != NULL ||
         purport_figure_word_is (text, after, stop, "|thick|long|wide|high|tall|deep|across|diameter|or|and|x|by|");
}

/* "under-16s", "in their 40s": people, not seconds. */
static gboolean
is_of_age (const FigureText *text, gsize start)
{
  gsize end = start > 0 && text->text[start - 1] == '-' ? start - 1 : purport_figure_skip_space_back (text, start);
  return purport_figure_word_is (text, purport_figure_word_start (text, end), end,
                                 "|their|his|her|my|our|your|over|under|mid|early|late|");
}

/* "second-half", "second place": what "second" is no time before. */
static gboolean
is_ranked (const FigureText *text, gsize end)
{
  gsize after = purport_figure_skip_space (text, end), stop = purport_figure_word_end (text, after);
  return text->text[after] == '-' ||
         purport_figure_word_is (text, after, stop, "|half|quarter|place|round|period|grade|term|world|hand|time|leg|");
}

/* Whether the unit at [start, end) is meant as one there. */
static gboolean
accepts_unit (const FigureText *text, const Figure *figure, gsize start, gsize end)
{
  gboolean attached = start == figure->number.end_byte;

  if (purport_figure_word_is (text, start, end, "|in|") || purport_figure_word_is (text, start, end, "|ins|"))
    return figure->first.flags & PURPORT_NUMBER_DIGITS && (figure->in_compound || is_inch (text, end));
  if (is_risky_symbol (text, start, end) && !attached && text->text[end] != '/')
    return FALSE;
  if (end - start == 1 && text->text[start] == 'F')
    return attached;
  if (end - start == 1 && text->text[start] == 's' && is_of_age (text, figure->number.start_byte))
    return FALSE;
  if (end - start == 1 && !attached && text->text[end] == '-' && end + 1 < text->n_bytes &&
      g_ascii_isdigit (text->text[end + 1]))
    return FALSE;
  if (end - start <= 2 && g_ascii_isalpha (text->text[start]) && !(figure->first.flags & PURPORT_NUMBER_DIGITS) &&
      !purport_figure_word_is (text, start, end, "|km|kg|cm|mm|mg|ml|ft|lb|oz|kb|mb|gb|tb|kw|mw|"))
    return FALSE;
  if (purport_figure_word_is (text, start, end, "|second|"))
    return attached ||
           (figure->first.flags & PURPORT_NUMBER_DIGITS && figure->first.value > 3 && !is_ranked (text, end));
  return attached || !purport_figure_word_is (text, start, end, "|won|");
}

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

/* Feet and inches in marks: 5'10", 6′, 8''. A straight mark is an inch where no quotation that is open could end with
 * it. Returns: (nullable): the unit whose mark begins at @byte */
static const PurportUnit *
match_prime (const FigureText *text, const Figure *figure, gsize byte, gsize *end)
{
  const char *at = text->text + byte;
  gsize left = text->n_bytes - byte, next;
  gboolean odd = FALSE;

  if (left >= 3 && memcmp (at, "\342\200\263", 3) == 0)
    return *end = byte + 3, purport_units_find (text->units, "inch");
  if (left >= 2 && memcmp (at, "''", 2) == 0)
    return *end = byte + 2, purport_units_find (text->units, "inch");
  if (left >= 1 && at[0] == '"') {
    for (gsize i = byte; i > 0 && text->text[i - 1] != '\n'; i--)
      odd = odd != (text->text[i - 1] == '"');
    if (odd && !figure->in_compound)
      return NULL;
    return *end = byte + 1, purport_units_find (text->units, "inch");
  }
  next = left >= 1 && at[0] == '\''                                                                  ? byte + 1
         : left >= 3 && (memcmp (at, "\342\200\262", 3) == 0 || memcmp (at, "\342\200\231", 3) == 0) ? byte + 3
                                                                                                     : 0;
  *end = next;
  next = next > 0 ? purport_figure_skip_space (text, next) : 0;
  if (next == 0 || next >= text->n_bytes || !g_ascii_isdigit (text->text[next]))
    return NULL;
  while (next < text->n_bytes && g_ascii_isdigit (text->text[next]))
    next++;
  return next < text->n_bytes && (text->text[next] == '"' || purport_figure_match (text, next, "''") > 0 ||
                                  purport_figure_match (text, next, "\342\200\263") > 0)
             ? purport_units_find (text->units, "foot")
             : NULL;
}

/* The unit of the table at @byte, behind a space or hyphen, or in brackets: "20 (kg)". Returns: (nullable): with its
 * place in @start and @end */
const PurportUnit *
purport_figure_match_unit (const FigureText *text, const Figure *figure, gsize byte, gsize *start, gsize *end)
{
  const PurportUnit *unit;
  char closing;

  if (byte < text->n_bytes && figure->first.flags & PURPORT_NUMBER_DIGITS &&
      (unit = match_prime (text, figure, byte, end)) != NULL) {
    *start = byte;
    return unit;
  }
  *start = purport_figure_skip_space (text, byte);
  closing = text->text[*start] == '(' ? ')' : text->text[*start] == '[' ? ']' : '\0';
  if (closing != '\0') {
    *start += 1;
    unit = purport_units_match (text->units, text->text, text->n_bytes, *start, end);
    return unit != NULL && text->text[*end] == closing ? unit : NULL;
  }
  if (*start == byte && *start < text->n_bytes && purport_figure_dash_length (text, *start) > 0)
    *start += purport_figure_dash_length (text, *start);
  unit = purport_units_match (text->units, text->text, text->n_bytes, *start, end);
  return unit != NULL && accepts_unit (text, figure, *start, *end) ? unit : NULL;
}

/* "a day" behind anything; "a gallon", "a share" behind money or a unit only. */
static gboolean
is_per_unit (const Figure *figure, const PurportUnit *per)
{
  return per->kind == PURPORT_DIMENSION_DURATION ||
         (figure->unit != NULL && per->kind != PURPORT_DIMENSION_COUNT && per->kind != PURPORT_DIMENSION_TIMES);
}

/* A negative power: "-1", a minus sign or superscripts. Returns: its length, or 0. */
static gsize
inverse_length (const FigureText *text, gsize byte)
{
  static const char *const signs[] = { "-", "\342\210\222", "\342\200\223", "^-" };

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
static void
read_inverse (const FigureText *text, Figure *figure)
{
  gsize length = inverse_length (text, figure->unit_span.end_byte), byte, end;
  const PurportUnit *per;

  if (length > 0 && !g_ascii_isdigit (text->text[figure->unit_span.end_byte - 1])) {
    figure->unit_span.end_byte += (guint32)length;
    figure->is_rate = TRUE;
    return;
  }
  byte = purport_figure_skip_space (text, figure->unit_span.end_byte);
  if (byte == figure->unit_span.end_byte || byte >= text->n_bytes)
    return;
  per = purport_units_match (text->units, text->text, text->n_bytes, byte, &end);
  length = per != NULL ? inverse_length (text, end) : 0;
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
static void
read_per (const FigureText *text, Figure *figure)
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
static void
read_per_money (const FigureText *text, Figure *figure, gsize byte)
{
  PurportSpan unit_span = figure->unit_span;

  figure->unit_span = purport_span (byte, byte);
  read_per (text, figure);
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
  figure->unit_span = unit_span;
}

/* "5 ft 10 in", "1 hour and 30 minutes", "13 dollars 45 cents": one figure in the smaller unit. */
static gboolean
read_compound (const FigureText *text, Figure *figure)
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
static void
read_bare_part (const FigureText *text, Figure *figure)
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

/* "servings of potatoes a week", "minutes of exercise a week": the rate behind what the noun is of. */
static void
read_per_behind_of (const FigureText *text, Figure *figure)
{
  gsize of = purport_figure_match (text, purport_figure_skip_space (text, figure->unit_span.end_byte), "of");
  PurportSpan unit_span = figure->unit_span, head, noun;

  if (of == 0 || figure->is_rate)
    return;
  noun = purport_figure_noun_after (text, of, &head);
  if (purport_span_is_empty (noun))
    return;
  figure->unit_span.end_byte = noun.end_byte;
  read_per (text, figure);
  if (!figure->is_rate)
    figure->unit_span = unit_span;
}

/* "1.2m adults": "m" is a million before what is counted by the million. Returns: whether it was read so. */
static gboolean
read_millions (const FigureText *text, Figure *figure)
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

/* "20 degrees below zero", "20 below zero". */
static void
read_below_zero (const FigureText *text, Figure *figure)
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

static gboolean
read_unit_behind (const FigureText *text, Figure *figure)
{
  gsize byte = figure->number.end_byte, start, end, after;
  const PurportUnit *unit = purport_figure_match_unit (text, figure, byte, &start, &end);

  if (unit == NULL) {
    after = skip_between (text, skip_brackets (text, byte));
    unit = after > byte ? purport_figure_match_unit (text, figure, after, &start, &end) : NULL;
  }
  if (unit == NULL && (after = purport_figure_match (text, purport_figure_skip_space (text, byte), "of a")) > 0 &&
      figure->first.flags & PURPORT_NUMBER_FRACTION)
    unit = purport_figure_match_unit (text, figure, after, &start, &end);
  if (unit == NULL && figure->first.flags & PURPORT_NUMBER_FRACTION &&
      ((after = purport_figure_match (text, purport_figure_skip_space (text, byte), "an")) > 0 ||
       (after = purport_figure_match (text, purport_figure_skip_space (text, byte), "a")) > 0))
    unit = purport_figure_match_unit (text, figure, after, &start, &end);
  if (unit == NULL)
    return FALSE;
  figure->unit = unit;
  figure->unit_span = purport_span (start, end);
  figure->span.end_byte = (guint32)end;
  if (start > 0 && (text->text[start - 1] == '(' || text->text[start - 1] == '['))
    figure->resume_byte = figure->span.end_byte = (guint32)end + 1;
  if (unit->kind != PURPORT_DIMENSION_AGE) {
    while (figure->unit->kind != PURPORT_DIMENSION_CURRENCY && read_compound (text, figure))
      ;
    read_bare_part (text, figure);
    if (unit->kind == PURPORT_DIMENSION_CURRENCY) {
      purport_figure_read_cents (text, figure, end);
      read_per_money (text, figure, MAX (end, figure->number.end_byte));
      purport_figure_read_magnitude_behind (text, figure);
    } else {
      purport_figure_read_part (text, figure, end);
      read_inverse (text, figure);
      read_per (text, figure);
    }
    figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
  }
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

/* "around 150 a year", "four per 10,000": the unit is what it is counted by. */
static void
read_bare_per (const FigureText *text, Figure *figure)
{
  gsize start = purport_figure_skip_space (text, figure->number.end_byte);

  figure->unit_span = purport_span (start, figure->number.end_byte);
  read_per (text, figure);
  if (!figure->is_rate)
    figure->unit_span = PURPORT_SPAN_NONE;
  else
    figure->unit_span.start_byte = (guint32)start;
  figure->span.end_byte = MAX (figure->span.end_byte, figure->unit_span.end_byte);
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
    read_bare_per (text, figure);
    return;
  }
  if (!purport_span_is_empty (noun)) {
    figure->unit_span = noun;
    figure->span.end_byte = noun.end_byte;
    figure->is_rate = purport_figure_word_is (text, purport_figure_skip_space (text, between),
                                              purport_figure_word_end (text, purport_figure_skip_space (text, between)),
                                              "|daily|weekly|monthly|yearly|annual|hourly|nightly|");
  }
  read_per (text, figure);
  read_per_behind_of (text, figure);
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
    read_per_money (text, figure, figure->number.end_byte);
    return;
  }
  if (read_millions (text, figure) || !read_unit_behind (text, figure))
    read_noun (text, figure);
  read_below_zero (text, figure);
}
