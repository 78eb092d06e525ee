/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure is compared: the words before and behind it that say more, less or about. */
#include "reading/figures-private.h"

#include <string.h>

typedef struct {
  const char *phrase;
  guint8 length;
  guint8 comparison;
} Comparator;

#define IS(phrase, comparison)                                                                                         \
  {                                                                                                                    \
    phrase, sizeof (phrase) - 1, PURPORT_COMPARISON_##comparison                                                       \
  }

/* Longer phrases before the shorter ones that they end with. */
static const Comparator before[] = {
  IS ("no more than", AT_MOST),
  IS ("not more than", AT_MOST),
  IS ("no less than", AT_LEAST),
  IS ("not less than", AT_LEAST),
  IS ("no fewer than", AT_LEAST),
  IS ("no greater than", AT_MOST),
  IS ("no later than", AT_MOST),
  IS ("no longer than", AT_MOST),
  IS ("a lot longer than", MORE),
  IS ("more than", MORE),
  IS ("greater than", MORE),
  IS ("larger than", MORE),
  IS ("bigger than", MORE),
  IS ("higher than", MORE),
  IS ("longer than", MORE),
  IS ("older than", MORE),
  IS ("taller than", MORE),
  IS ("heavier than", MORE),
  IS ("faster than", MORE),
  IS ("well over", MORE),
  IS ("just over", MORE),
  IS ("over", MORE),
  IS ("well above", MORE),
  IS ("just above", MORE),
  IS ("above", MORE),
  IS ("exceeding", MORE),
  IS ("exceeds", MORE),
  IS ("exceeded", MORE),
  IS ("exceed", MORE),
  IS ("surpassing", MORE),
  IS ("surpassed", MORE),
  IS ("surpass", MORE),
  IS ("in excess of", MORE),
  IS ("upwards of", MORE),
  IS ("upward of", MORE),
  IS ("north of", MORE),
  IS ("topping", MORE),
  IS ("topped", MORE),
  IS ("beyond", MORE),
  IS ("at least", AT_LEAST),
  IS ("a minimum of", AT_LEAST),
  IS ("minimum of", AT_LEAST),
  IS ("as few as", AT_LEAST),
  IS ("as little as", EQUAL),
  IS ("as soon as", AT_LEAST),
  IS ("at least or equal to", AT_LEAST),
  IS ("equal to or more than", AT_LEAST),
  IS ("equal to or greater than", AT_LEAST),
  IS ("more than or equal to", AT_LEAST),
  IS ("greater or equal to", AT_LEAST),
  IS ("equal or less than", AT_MOST),
  IS ("less or equal to", AT_MOST),
  IS ("< =", AT_MOST),
  IS ("> =", AT_LEAST),
  IS ("less than or equal to", AT_MOST),
  IS ("less or equal than", AT_MOST),
  IS ("greater than or equal to", AT_LEAST),
  IS ("equal to or less than", AT_MOST),
  IS ("smaller or equal than", AT_MOST),
  IS ("bigger or equal than", AT_LEAST),
  IS ("less than", LESS),
  IS ("fewer than", LESS),
  IS ("lower than", LESS),
  IS ("smaller than", LESS),
  IS ("younger than", LESS),
  IS ("shorter than", LESS),
  IS ("well under", LESS),
  IS ("just under", LESS),
  IS ("under", LESS),
  IS ("well below", LESS),
  IS ("just below", LESS),
  IS ("below", LESS),
  IS ("just short of", LESS),
  IS ("short of", LESS),
  IS ("shy of", LESS),
  IS ("up to", AT_MOST),
  IS ("at most", AT_MOST),
  IS ("a maximum of", AT_MOST),
  IS ("maximum of", AT_MOST),
  IS ("as many as", AT_MOST),
  IS ("as much as", AT_MOST),
  IS ("within the next", AT_MOST),
  IS ("within the first", AT_MOST),
  IS ("within the last", AT_MOST),
  IS ("within the past", AT_MOST),
  IS ("within", AT_MOST),
  IS ("limited to", AT_MOST),
  IS ("at an estimated cost of", ABOUT),
  IS ("an estimated cost of", ABOUT),
  IS ("estimated cost of", ABOUT),
  IS ("estimated to be", ABOUT),
  IS ("estimated at", ABOUT),
  IS ("about", ABOUT),
  IS ("around", ABOUT),
  IS ("approximately", ABOUT),
  IS ("approx.", ABOUT),
  IS ("approx", ABOUT),
  IS ("roughly", ABOUT),
  IS ("almost", ABOUT),
  IS ("nearly", ABOUT),
  IS ("some", ABOUT),
  IS ("circa", ABOUT),
  IS ("c.", ABOUT),
  IS ("an estimated", ABOUT),
  IS ("estimated", ABOUT),
  IS ("close to", ABOUT),
  IS ("virtually", ABOUT),
  IS ("in the region of", ABOUT),
  IS ("on the order of", ABOUT),
  IS ("in the order of", ABOUT),
  IS ("typically", ABOUT),
  IS ("an average of", EQUAL),
  IS ("a total of", EQUAL),
  IS ("a combined", EQUAL),
  IS ("only", EQUAL),
  IS ("just", EQUAL),
  IS ("exactly", EQUAL),
  IS ("another", EQUAL),
  IS ("an additional", EQUAL),
  IS ("a further", EQUAL),
  IS ("a whopping", EQUAL),
  IS ("~", ABOUT),
  IS ("\342\210\274", ABOUT),
  IS ("\342\211\210", ABOUT),
  IS ("\342\211\245", AT_LEAST),
  IS ("\342\211\244", AT_MOST),
  IS (">=", AT_LEAST),
  IS ("<=", AT_MOST),
  IS (">", MORE),
  IS ("<", LESS),
  IS ("\302\261", ABOUT),
  IS ("the", EQUAL),
  IS ("a", EQUAL),
};

static const Comparator behind[] = {
  IS ("or equal", EQUAL),      IS ("or more", AT_LEAST),    IS ("or above", AT_LEAST),    IS ("or older", AT_LEAST),
  IS ("or longer", AT_LEAST),  IS ("or greater", AT_LEAST), IS ("or higher", AT_LEAST),   IS ("or over", AT_LEAST),
  IS ("or better", AT_LEAST),  IS ("and over", AT_LEAST),   IS ("and above", AT_LEAST),   IS ("and older", AT_LEAST),
  IS ("and more", AT_LEAST),   IS ("and up", AT_LEAST),     IS ("and upwards", AT_LEAST), IS ("upwards", AT_LEAST),
  IS ("or less", AT_MOST),     IS ("or fewer", AT_MOST),    IS ("or under", AT_MOST),     IS ("or below", AT_MOST),
  IS ("or younger", AT_MOST),  IS ("or lower", AT_MOST),    IS ("or shorter", AT_MOST),   IS ("and under", AT_MOST),
  IS ("and younger", AT_MOST), IS ("at most", AT_MOST),     IS ("at least", AT_LEAST),    IS ("or so", ABOUT),
  IS ("plus", AT_LEAST),       IS ("+", AT_LEAST),          IS ("or thereabouts", ABOUT),
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
  if (comparison == PURPORT_COMPARISON_EQUAL ||
      (comparison == PURPORT_COMPARISON_ABOUT && figure->comparison != PURPORT_COMPARISON_EQUAL))
    return;
  figure->comparison = comparison;
  figure->compared = TRUE;
}

static gboolean
read_one_before (const FigureText *text, Figure *figure)
{
  gsize end = purport_figure_skip_space_back (text, figure->span.start_byte);
  char last;

  if (end <= text->floor || text->text[end - 1] == '\n')
    return FALSE;
  last = g_ascii_tolower (text->text[end - 1]);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    const char *phrase = before[i].phrase;
    gsize start;
    if (phrase[before[i].length - 1] != last)
      continue;
    start = purport_figure_match_back (text, end, phrase);
    if (start == G_MAXSIZE || start < text->floor)
      continue;
    if (strchr ("<>", phrase[0]) != NULL && start > 0 && strchr ("<>=", text->text[start - 1]) != NULL)
      return FALSE;
    if (end == figure->span.start_byte && g_ascii_isalnum (phrase[before[i].length - 1]))
      continue;
    if (is_period (figure) && strcmp (phrase, "over") == 0)
      return FALSE;
    if ((strcmp (phrase, "a") == 0 || strcmp (phrase, "the") == 0))
      return FALSE;
    figure->span.start_byte = (guint32)start;
    figure->stressed = figure->stressed || strcmp (phrase, "just") == 0 || strcmp (phrase, "only") == 0;
    compare (figure, (PurportComparison)before[i].comparison);
    return TRUE;
  }
  return FALSE;
}

/* "less than 5 or equal". */
static void
or_equal (Figure *figure)
{
  if (figure->comparison == PURPORT_COMPARISON_LESS)
    figure->comparison = PURPORT_COMPARISON_AT_MOST;
  else if (figure->comparison == PURPORT_COMPARISON_MORE)
    figure->comparison = PURPORT_COMPARISON_AT_LEAST;
}

/* "or greater than 190": the words compare the number behind them; "2 plus 3" adds. */
static gboolean
compares_next (const FigureText *text, gsize byte, gboolean plus)
{
  gsize after = purport_figure_skip_space (text, byte), next = purport_figure_match (text, after, "than");

  next = next > 0 ? next : purport_figure_match (text, after, "to");
  next = next == 0 && plus ? after : next;
  next = next > 0 ? purport_figure_skip_space (text, next) : 0;
  return next > 0 && next < text->n_bytes && purport_number_may_start (text->text, text->n_bytes, next);
}

static void
read_behind (const FigureText *text, Figure *figure, gsize byte)
{
  gsize start = purport_figure_skip_space (text, byte);

  start = text->text[start] == '-' && purport_figure_match (text, start, "-plus") > 0 ? start + 1 : start;
  for (guint i = 0; start < text->n_bytes && i < G_N_ELEMENTS (behind); i++) {
    gsize end = behind[i].phrase[0] == text->text[start] ? purport_figure_match (text, start, behind[i].phrase) : 0;
    if (end == 0 || compares_next (text, end, behind[i].phrase[0] == 'p'))
      continue;
    figure->span.end_byte = MAX (figure->span.end_byte, (guint32)end);
    if (i == 0) {
      or_equal (figure);
      return;
    }
    compare (figure, (PurportComparison)behind[i].comparison);
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
  if (figure->comparison == PURPORT_COMPARISON_EQUAL &&
      figure->first.flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_APPROXIMATE))
    figure->comparison = PURPORT_COMPARISON_ABOUT;
}
