/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a figure tells of a change: which way, by how much or to what, and what it started from. */
#include "reading/figures-private.h"

#include <math.h>
#include <string.h>

/* Words of change that stand behind its amount: "a 5 per cent rise", "5 per cent higher". */
#define UP_BEHIND                                                                                                      \
  "|rise|increase|growth|jump|surge|climb|gain|boost|up|higher|more|greater|bigger|larger|longer|increased|raised|"    \
  "elevated|extra|additional|faster|older|likelier|"
#define DOWN_BEHIND                                                                                                    \
  "|fall|decrease|decline|drop|cut|reduction|loss|slump|plunge|lower|less|fewer|smaller|shorter|down|decreased|"       \
  "reduced|slower|younger|cheaper|"

/* Those that lead to it, too: "rose by 5 per cent". */
#define UP_BEFORE                                                                                                      \
  "|rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growing|growth|soar|"   \
  "soared|jump|jumped|climb|climbed|surge|surged|gain|gained|up|higher|greater|bigger|larger|longer|raised|raises|"    \
  "raise|raising|boost|boosted|boosts|boosting|doubled|doubling|tripled|trebled|quadrupled|elevated|"
#define DOWN_BEFORE                                                                                                    \
  "|fall|falls|fell|fallen|falling|decrease|decreases|decreased|decreasing|decline|declines|declined|declining|drop|"  \
  "drops|dropped|dropping|cut|cuts|cutting|reduce|reduces|reduced|reducing|reduction|lower|lowers|lowered|lowering|"   \
  "down|shrink|shrinks|shrank|slump|slumped|plunge|plunged|halved|halving|smaller|shorter|"

/* Looks for a word of change in the few words on one side. Returns: 1 up, -1 down, 0 none. */
static int
direction_near (const FigureText *text, gsize byte, gboolean forwards, guint n_words)
{
  for (guint i = 0; i < n_words; i++) {
    gsize start, end;
    if (forwards) {
      start = purport_figure_skip_space (text, byte);
      end = purport_figure_word_end (text, start);
      byte = end;
    } else {
      end = purport_figure_skip_space_back (text, byte);
      start = purport_figure_word_start (text, end);
      byte = start;
    }
    if (end == start)
      return 0;
    if (purport_figure_word_is (text, start, end, forwards ? UP_BEHIND : UP_BEFORE))
      return 1;
    if (purport_figure_word_is (text, start, end, forwards ? DOWN_BEHIND : DOWN_BEFORE))
      return -1;
  }
  return 0;
}

/* "up from 6 per cent", "down from": the change is told behind the figure. */
static int
direction_from (const FigureText *text, gsize byte)
{
  gsize start = purport_figure_skip_space (text, byte);

  start = start < text->n_bytes && text->text[start] == ',' ? purport_figure_skip_space (text, start + 1) : start;
  return purport_figure_match (text, start, "up from") > 0 || purport_figure_match (text, start, "up on") > 0       ? 1
         : purport_figure_match (text, start, "down from") > 0 || purport_figure_match (text, start, "down on") > 0 ? -1
                                                                                                                    : 0;
}

/* "from 4 in 100 to 3 in 100": the words before the figure that this one, behind @to, is compared with. */
static int
direction_since (const FigureText *text, gsize to)
{
  const PurportFigure *former;
  gsize from;

  if (to == G_MAXSIZE || text->reading->figures->len == text->first_figure)
    return 0;
  former = &g_array_index (text->reading->figures, PurportFigure, text->reading->figures->len - 1);
  from = purport_figure_match_back (text, purport_figure_skip_space_back (text, former->span.start_byte), "from");
  return from != G_MAXSIZE && former->span.end_byte == purport_figure_skip_space_back (text, to)
             ? direction_near (text, from, FALSE, 4)
             : 0;
}

/* "fell by 5 per cent in the north and by 2 in the south": the verb before the former figure rules this one, too. */
static int
direction_shared (const FigureText *text, gsize by)
{
  const PurportFigure *former;
  gsize end, start;

  if (by == G_MAXSIZE || text->reading->figures->len == text->first_figure)
    return 0;
  former = &g_array_index (text->reading->figures, PurportFigure, text->reading->figures->len - 1);
  end = purport_figure_skip_space_back (text, by);
  start = purport_figure_word_start (text, end);
  if (former->change == PURPORT_CHANGE_NONE || start <= former->span.end_byte ||
      memchr (text->text + former->span.end_byte, '.', start - former->span.end_byte) != NULL ||
      !purport_figure_word_is (text, start, end, "|and|or|but|"))
    return 0;
  return former->change_up ? 1 : -1;
}

/* "fell 3 per cent", "up 40 places", "lost 20lb": the word of change stands right before the figure. */
static int
direction_before (const FigureText *text, const Figure *figure, gsize end)
{
  gsize start = purport_figure_word_start (text, end);

  if (figure->kind == PURPORT_FIGURE_COUNT || figure->kind == PURPORT_FIGURE_MONEY)
    return purport_figure_word_is (text, start, end, "|up|rose|gained|climbed|jumped|") ? 1
           : purport_figure_word_is (text, start, end, "|down|fell|dropped|slipped|")   ? -1
                                                                                        : 0;
  if (figure->kind == PURPORT_FIGURE_MEASURE && purport_figure_word_is (text, start, end, "|lose|lost|loses|shed|"))
    return -1;
  return figure->kind == PURPORT_FIGURE_PERCENTAGE || figure->kind == PURPORT_FIGURE_MEASURE
             ? direction_near (text, end, FALSE, 1)
             : 0;
}

/* Whether the words before tell of a change to what stands between "from" and "to". */
static int
direction_of_range (const FigureText *text, const Figure *figure, gsize start)
{
  gsize from = purport_figure_match_back (text, start, "from");

  return figure->form == FIGURE_RANGE && from != G_MAXSIZE ? direction_near (text, from, FALSE, 4) : 0;
}

/* @direction: 1 up, -1 down, 0 none; @level: whether the figure is where the change led to, not how much it was. */
static void
set_change (const Figure *figure, PurportFigure *result, int direction, gboolean level)
{
  gboolean share = (figure->unit != NULL && figure->unit->kind == PURPORT_DIMENSION_PERCENTAGE) ||
                   figure->kind == PURPORT_FIGURE_TIMES || figure->kind == PURPORT_FIGURE_FRACTION;

  if (direction == 0)
    return;
  result->change_up = direction > 0;
  result->change = share && !level ? PURPORT_CHANGE_RELATIVE : PURPORT_CHANGE_ABSOLUTE;
}

/* Sets the change that @result tells of: "by 30 per cent", "a 30 per cent higher risk", "twice as likely", "from 5 to
 * 8", with its direction. */
void
purport_figure_read_change (const FigureText *text, const Figure *figure, PurportFigure *result)
{
  gsize start = purport_figure_skip_space_back (text, figure->span.start_byte);
  gsize by = purport_figure_match_back (text, start, "by"), of = purport_figure_match_back (text, start, "of");
  gsize to = purport_figure_match_back (text, start, "to");
  int direction = 0, from;

  if (figure->kind == PURPORT_FIGURE_AGE)
    return;
  if (figure->kind == PURPORT_FIGURE_RATIO) {
    from = direction_since (text, to);
    set_change (figure, result, from, TRUE);
    return;
  }
  if (figure->kind == PURPORT_FIGURE_TIMES)
    direction = figure->first.value < 1 ? -1 : direction_near (text, figure->span.end_byte, TRUE, 2) < 0 ? -1 : 1;
  from = direction == 0 ? direction_from (text, figure->span.end_byte) : 0;
  from = from == 0 && direction == 0 && to != G_MAXSIZE ? direction_near (text, to, FALSE, 4) : from;
  from = from != 0 || direction != 0 ? from : direction_since (text, to);
  from = from != 0 ? from : direction_of_range (text, figure, start);
  if (direction == 0 && from == 0)
    direction = direction_near (text, figure->span.end_byte, TRUE, 1);
  if (direction == 0 && from == 0 && by != G_MAXSIZE)
    direction = direction_near (text, by, FALSE, 8);
  if (direction == 0 && from == 0)
    direction = direction_shared (text, by);
  if (direction == 0 && from == 0 && of != G_MAXSIZE)
    direction = direction_near (text, of, FALSE, 1);
  if (direction == 0 && from == 0)
    direction = direction_before (text, figure, start);
  set_change (figure, result, direction != 0 ? direction : from, from != 0);
}

/* "from 5", "compared with 5": the words before @figure make it what a change starts from. */
static gboolean
is_baseline (const FigureText *text, const PurportFigure *figure)
{
  static const char *const words[] = { "from", "compared with", "compared to", "against", "versus",
                                       "vs",   "vs.",           "up on",       "down on", "than the" };
  gsize end = purport_figure_skip_space_back (text, figure->span.start_byte);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (purport_figure_match_back (text, end, words[i]) != G_MAXSIZE)
      return TRUE;
  return FALSE;
}

/* What the change that figure @index tells of starts from: the nearest such figure of its sentence, or itself where it
 * is a range from one amount to another; %PURPORT_NONE if the article does not say. */
static guint32
find_baseline (const FigureText *text, guint index)
{
  const PurportFigure *figures = (const PurportFigure *)(gpointer)text->reading->figures->data,
                      *figure = &figures[index];

  if (figure->kind != PURPORT_FIGURE_AGE && !isnan (figure->min) && !isnan (figure->max) && is_baseline (text, figure))
    return index;
  for (guint i = index + 1; i < text->reading->figures->len && figures[i].sentence == figure->sentence; i++)
    if (is_baseline (text, &figures[i]))
      return i;
  for (guint i = index; i > text->first_figure && figures[i - 1].sentence == figure->sentence; i--)
    if (is_baseline (text, &figures[i - 1]))
      return i - 1;
  return PURPORT_NONE;
}

/* Sets the baselines of all changes, once every figure is found. */
void
purport_figures_link_baselines (const FigureText *text)
{
  for (guint i = text->first_figure; i < text->reading->figures->len; i++) {
    PurportFigure *figure = &g_array_index (text->reading->figures, PurportFigure, i);
    if (figure->change != PURPORT_CHANGE_NONE)
      figure->change_baseline = find_baseline (text, i);
  }
}
