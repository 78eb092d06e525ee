/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds units of the table at a number, and tells those that are meant from words that only look like them. */
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
  if (is_risky_symbol (text, start, end) && !attached && text->text[end] != '/' &&
      purport_figure_inverse_length (text, end) == 0)
    return FALSE;
  if (end - start == 1 && text->text[start] == 'F')
    return attached;
  if (end - start == 1 && text->text[start] == 's' && is_of_age (text, figure->number.start_byte))
    return FALSE;
  if (end - start == 1 && !attached && text->text[end] == '-' && end + 1 < text->n_bytes &&
      g_ascii_isdigit (text->text[end + 1]) && purport_figure_inverse_length (text, end) == 0)
    return FALSE;
  if (end - start <= 2 && g_ascii_isalpha (text->text[start]) && !(figure->first.flags & PURPORT_NUMBER_DIGITS) &&
      !purport_figure_word_is (text, start, end, "|km|kg|cm|mm|mg|ml|ft|lb|oz|kb|mb|gb|tb|kw|mw|"))
    return FALSE;
  if (purport_figure_word_is (text, start, end, "|second|"))
    return attached ||
           (figure->first.flags & PURPORT_NUMBER_DIGITS && figure->first.value > 3 && !is_ranked (text, end));
  return attached || !purport_figure_word_is (text, start, end, "|won|");
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
