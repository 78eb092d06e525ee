/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure is about, and whether it tells of a change. */
#include "reading/figures-private.h"

#include <string.h>

/* The longest span of words that is given, in bytes. */
#define MAX_ABOUT_BYTES 120

static gboolean
ends_clause (const FigureText *text, gsize byte)
{
  char c = text->text[byte];

  if (c == '\n' || c == ';' || c == ')' || c == '(' || c == '"')
    return TRUE;
  if (c != '.' && c != '!' && c != '?' && c != ',' && c != ':')
    return FALSE;
  return byte + 1 >= text->n_bytes || g_ascii_isspace (text->text[byte + 1]) || text->text[byte + 1] == '"';
}

static gsize
clause_end (const FigureText *text, gsize byte)
{
  gsize limit = MIN (text->n_bytes, byte + MAX_ABOUT_BYTES), end = byte;

  while (byte < limit && !ends_clause (text, byte)) {
    byte++;
    if (byte == text->n_bytes || text->text[byte] == ' ' || ends_clause (text, byte))
      end = byte;
  }
  return end;
}

static gsize
clause_start (const FigureText *text, gsize byte)
{
  gsize limit = byte > MAX_ABOUT_BYTES ? byte - MAX_ABOUT_BYTES : 0, start = byte;

  while (byte > limit && !ends_clause (text, byte - 1)) {
    byte--;
    if (byte == 0 || text->text[byte - 1] == ' ' || ends_clause (text, byte - 1))
      start = byte;
  }
  while (start < byte + MAX_ABOUT_BYTES && start < text->n_bytes && text->text[start] == ' ')
    start++;
  return start;
}

static PurportSpan
trimmed (const FigureText *text, gsize start, gsize end)
{
  start = purport_figure_skip_space (text, start);
  end = purport_figure_skip_space_back (text, end);
  return end > start ? purport_span (start, end) : PURPORT_SPAN_NONE;
}

#define UP_WORDS                                                                                                       \
  "|rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growth|soar|soared|"    \
  "jump|"                                                                                                              \
  "jumped|climb|climbed|surge|surged|gain|gained|up|higher|more|greater|bigger|larger|longer|raised|raises|raise|"     \
  "boost|"                                                                                                             \
  "boosted|boosts|doubled|doubling|tripled|trebled|quadrupled|elevated|extra|additional|"
#define DOWN_WORDS                                                                                                     \
  "|fall|falls|fell|fallen|falling|decrease|decreases|decreased|decline|declines|declined|drop|drops|dropped|cut|"     \
  "cuts|"                                                                                                              \
  "cutting|reduce|reduces|reduced|reducing|reduction|lower|lowers|lowered|less|fewer|smaller|shorter|down|shrink|"     \
  "shrank|"                                                                                                            \
  "slump|slumped|plunge|plunged|halved|halving|loss|lost|"

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
    if (purport_figure_word_is (text, start, end, UP_WORDS))
      return 1;
    if (purport_figure_word_is (text, start, end, DOWN_WORDS))
      return -1;
  }
  return 0;
}

/* "by 30 per cent", "a 30 per cent higher risk", "twice as likely": a change, with its direction. */
static void
read_change (const FigureText *text, const Figure *figure, PurportFigure *result)
{
  gsize start = purport_figure_skip_space_back (text, figure->span.start_byte);
  gsize by = purport_figure_match_back (text, start, "by"), of = purport_figure_match_back (text, start, "of");
  int direction = 0;

  if (figure->kind == PURPORT_FIGURE_AGE || figure->kind == PURPORT_FIGURE_RATIO)
    return;
  if (figure->kind == PURPORT_FIGURE_TIMES)
    direction = figure->first.value < 1 ? -1 : direction_near (text, figure->span.end_byte, TRUE, 2) < 0 ? -1 : 1;
  if (direction == 0)
    direction = direction_near (text, figure->span.end_byte, TRUE, 1);
  if (direction == 0 && by != G_MAXSIZE)
    direction = direction_near (text, by, FALSE, 8);
  if (direction == 0 && of != G_MAXSIZE)
    direction = direction_near (text, of, FALSE, 1);
  if (direction == 0)
    return;
  result->change_up = direction > 0;
  result->change = (figure->unit != NULL && figure->unit->kind == PURPORT_DIMENSION_PERCENTAGE) ||
                           figure->kind == PURPORT_FIGURE_TIMES || figure->kind == PURPORT_FIGURE_FRACTION
                       ? PURPORT_CHANGE_RELATIVE
                       : PURPORT_CHANGE_ABSOLUTE;
}

/* Sets about and change of @result. What follows the figure in its clause tells what it is about; where it ends the
 * clause, what leads to it. */
void
purport_figure_read_about (const FigureText *text, const Figure *figure, PurportFigure *result)
{
  gboolean counted = figure->unit == NULL && !purport_span_is_empty (figure->unit_span);
  gsize start = counted ? figure->unit_span.start_byte : figure->span.end_byte;
  gsize end = clause_end (text, start);
  PurportSpan about = trimmed (text, start, end);

  result->change_baseline = PURPORT_NONE;
  if (purport_span_length (about) < 4 || (counted && end <= figure->unit_span.end_byte))
    about = trimmed (text, clause_start (text, figure->span.start_byte), figure->span.start_byte);
  if (purport_span_is_empty (about) && counted)
    about = figure->unit_span;
  result->about = about;
  read_change (text, figure, result);
}
