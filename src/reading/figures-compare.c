/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure is compared: the words before and behind it that say more, less or about. */
#include "reading/figures-private.h"

#include <string.h>

typedef struct {
  const char *phrase;
  PurportComparison comparison;
} Comparator;

#define GT PURPORT_COMPARISON_MORE
#define GE PURPORT_COMPARISON_AT_LEAST
#define LT PURPORT_COMPARISON_LESS
#define LE PURPORT_COMPARISON_AT_MOST
#define AB PURPORT_COMPARISON_ABOUT
#define EQ PURPORT_COMPARISON_EQUAL

/* Longer phrases before the shorter ones that they end with. */
static const Comparator before[] = {
  { "no more than", LE },
  { "not more than", LE },
  { "no less than", GE },
  { "not less than", GE },
  { "no fewer than", GE },
  { "no greater than", LE },
  { "no later than", LE },
  { "no longer than", LE },
  { "a lot longer than", GT },
  { "more than", GT },
  { "greater than", GT },
  { "larger than", GT },
  { "bigger than", GT },
  { "higher than", GT },
  { "longer than", GT },
  { "older than", GT },
  { "taller than", GT },
  { "heavier than", GT },
  { "faster than", GT },
  { "well over", GT },
  { "just over", GT },
  { "over", GT },
  { "well above", GT },
  { "just above", GT },
  { "above", GT },
  { "exceeding", GT },
  { "exceeds", GT },
  { "exceeded", GT },
  { "exceed", GT },
  { "surpassing", GT },
  { "surpassed", GT },
  { "surpass", GT },
  { "in excess of", GT },
  { "upwards of", GT },
  { "upward of", GT },
  { "north of", GT },
  { "topping", GT },
  { "topped", GT },
  { "beyond", GT },
  { "at least", GE },
  { "a minimum of", GE },
  { "minimum of", GE },
  { "as few as", GE },
  { "as little as", EQ },
  { "as soon as", GE },
  { "equal to or more than", GE },
  { "less than or equal to", LE },
  { "less or equal than", LE },
  { "greater than or equal to", GE },
  { "equal to or less than", LE },
  { "smaller or equal than", LE },
  { "bigger or equal than", GE },
  { "less than", LT },
  { "fewer than", LT },
  { "lower than", LT },
  { "smaller than", LT },
  { "younger than", LT },
  { "shorter than", LT },
  { "well under", LT },
  { "just under", LT },
  { "under", LT },
  { "well below", LT },
  { "just below", LT },
  { "below", LT },
  { "just short of", LT },
  { "short of", LT },
  { "shy of", LT },
  { "up to", LE },
  { "at most", LE },
  { "a maximum of", LE },
  { "maximum of", LE },
  { "as many as", LE },
  { "as much as", LE },
  { "within the next", LE },
  { "within the first", LE },
  { "within the last", LE },
  { "within the past", LE },
  { "within", LE },
  { "limited to", LE },
  { "at an estimated cost of", AB },
  { "an estimated cost of", AB },
  { "estimated cost of", AB },
  { "estimated to be", AB },
  { "estimated at", AB },
  { "about", AB },
  { "around", AB },
  { "approximately", AB },
  { "approx.", AB },
  { "approx", AB },
  { "roughly", AB },
  { "almost", AB },
  { "nearly", AB },
  { "some", AB },
  { "circa", AB },
  { "c.", AB },
  { "an estimated", AB },
  { "estimated", AB },
  { "close to", AB },
  { "virtually", AB },
  { "in the region of", AB },
  { "on the order of", AB },
  { "in the order of", AB },
  { "typically", AB },
  { "an average of", EQ },
  { "a total of", EQ },
  { "a combined", EQ },
  { "only", EQ },
  { "just", EQ },
  { "exactly", EQ },
  { "another", EQ },
  { "an additional", EQ },
  { "a further", EQ },
  { "a whopping", EQ },
  { "~", AB },
  { "\342\210\274", AB },
  { "\342\211\210", AB },
  { "\342\211\245", GE },
  { "\342\211\244", LE },
  { ">=", GE },
  { "<=", LE },
  { ">", GT },
  { "<", LT },
  { "\302\261", AB },
  { "the", EQ },
  { "a", EQ },
};

static const Comparator behind[] = {
  { "or more", GE },   { "or above", GE },   { "or older", GE },  { "or longer", GE },   { "or greater", GE },
  { "or higher", GE }, { "or over", GE },    { "or better", GE }, { "and over", GE },    { "and above", GE },
  { "and older", GE }, { "and more", GE },   { "and up", GE },    { "and upwards", GE }, { "upwards", GE },
  { "or less", LE },   { "or fewer", LE },   { "or under", LE },  { "or below", LE },    { "or younger", LE },
  { "or lower", LE },  { "or shorter", LE }, { "and under", LE }, { "and younger", LE }, { "at most", LE },
  { "at least", GE },  { "or so", AB },      { "plus", GE },      { "+", GE },           { "or thereabouts", AB },
};

/* "over ten years" tells how long, not that it was longer; hours and minutes are counted more closely. */
static gboolean
is_period (const Figure *figure)
{
  return figure->unit != NULL && figure->unit->kind == PURPORT_DIMENSION_DURATION &&
         purport_rational_compare (figure->unit->factor, purport_rational (86400)) >= 0;
}

/* An inequality outweighs "about", and what stands nearer the number outweighs "=". */
static void
compare (Figure *figure, PurportComparison comparison)
{
  if (comparison == EQ || (comparison == AB && figure->comparison != EQ))
    return;
  figure->comparison = comparison;
  figure->compared = TRUE;
}

static gboolean
read_one_before (const FigureText *text, Figure *figure)
{
  gsize end = purport_figure_skip_space_back (text, figure->span.start_byte);

  if (end <= text->floor || text->text[end - 1] == '\n')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    const char *phrase = before[i].phrase;
    gsize start;
    if (phrase[strlen (phrase) - 1] != g_ascii_tolower (text->text[end - 1]))
      continue;
    start = purport_figure_match_back (text, end, phrase);
    if (start == G_MAXSIZE || start < text->floor)
      continue;
    if (end == figure->span.start_byte && g_ascii_isalnum (phrase[strlen (phrase) - 1]))
      continue;
    if (is_period (figure) && strcmp (phrase, "over") == 0)
      return FALSE;
    if ((strcmp (phrase, "a") == 0 || strcmp (phrase, "the") == 0))
      return FALSE;
    figure->span.start_byte = (guint32)start;
    compare (figure, before[i].comparison);
    return TRUE;
  }
  return FALSE;
}

static void
read_behind (const FigureText *text, Figure *figure, gsize byte)
{
  gsize start = purport_figure_skip_space (text, byte);

  start = text->text[start] == '-' && purport_figure_match (text, start, "-plus") > 0 ? start + 1 : start;
  for (guint i = 0; start < text->n_bytes && i < G_N_ELEMENTS (behind); i++) {
    gsize end = behind[i].phrase[0] == text->text[start] ? purport_figure_match (text, start, behind[i].phrase) : 0;
    if (end == 0)
      continue;
    figure->span.end_byte = MAX (figure->span.end_byte, (guint32)end);
    compare (figure, behind[i].comparison);
    return;
  }
}

/* Sets the comparison of @figure and lets its span grow over the words that say it. */
void
purport_figure_read_comparison (const FigureText *text, Figure *figure)
{
  for (guint i = 0; i < 3 && read_one_before (text, figure); i++)
    ;
  read_behind (text, figure, figure->number.end_byte);
  if (figure->unit_span.end_byte > figure->number.end_byte)
    read_behind (text, figure, figure->unit_span.end_byte);
  if (figure->comparison == EQ && figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_APPROXIMATE))
    figure->comparison = AB;
}
