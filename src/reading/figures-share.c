/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures have from their neighbours: "4.5, 6 and 13 kg" are all in kilograms, "about $5 billion (£4 billion)" is
 * about in both, "forty-five (45)" is one number. */
#include "reading/figures-private.h"

#include <math.h>
#include <string.h>

typedef enum {
  JOINT_NONE,
  JOINT_COMMA,
  JOINT_WORD, /* and, or, to */
} Joint;

static Joint
joint_between (const FigureText *text, gsize end, gsize start)
{
  static const char *const words[] = { "and", "or", "to", "&" };
  gsize byte = purport_figure_skip_space (text, end);
  gboolean comma = byte < start && text->text[byte] == ',';

  if (byte >= start)
    return JOINT_NONE;
  byte = comma ? purport_figure_skip_space (text, byte + 1) : byte;
  if (byte == start)
    return JOINT_COMMA;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize after = purport_figure_match (text, byte, words[i]);
    if (after > 0 && purport_figure_skip_space (text, after) == start)
      return JOINT_WORD;
  }
  return JOINT_NONE;
}

/* Reads the numbers of @former again and gives them the unit of @figure. Returns: whether they are the same. */
static gboolean
give_unit (const FigureText *text, const Figure *figure, PurportFigure *former)
{
  Figure again = *figure;
  FigureText scratch = *text;

  again.form = FIGURE_SINGLE;
  if (!purport_number_parse (text->text, text->n_bytes, former->number.start_byte, &again.first))
    return FALSE;
  again.number = again.span = again.first.span;
  if (again.number.end_byte < former->number.end_byte)
    purport_figure_read_form (&scratch, &again);
  if (again.number.end_byte != former->number.end_byte)
    return FALSE;
  purport_figure_set_values (text, &again, former);
  former->kind = figure->kind;
  former->minor = figure->minor;
  return TRUE;
}

/* Bare numbers before @result in one list with it have its unit, if that is a unit of the table. */
static void
share_unit (const FigureText *text, const Figure *figure, const PurportFigure *result)
{
  guint32 start = result->span.start_byte;
  gboolean joined = FALSE;

  if (figure->unit == NULL || figure->unit_span.start_byte < figure->number.start_byte)
    return;
  for (guint i = text->reading->figures->len; i > text->first_figure; i--) {
    PurportFigure *former = &g_array_index (text->reading->figures, PurportFigure, i - 1);
    Joint joint = joint_between (text, former->span.end_byte, start);

    if (joint == JOINT_NONE || (joint == JOINT_COMMA && !joined) || former->unit != NULL ||
        (former->kind != PURPORT_FIGURE_COUNT && former->kind != PURPORT_FIGURE_RANGE) ||
        !give_unit (text, figure, former))
      return;
    joined = TRUE;
    start = former->span.start_byte;
  }
}

/* Whether @result stands alone in brackets behind @former and tells the same amount again. */
static gboolean
is_conversion (const FigureText *text, const PurportFigure *former, const PurportFigure *result)
{
  gsize start = result->span.start_byte;

  return start > 0 && text->text[start - 1] == '(' && result->span.end_byte < text->n_bytes &&
         text->text[result->span.end_byte] == ')' && former->unit != NULL && result->unit != NULL &&
         former->kind == result->kind &&
         (result->kind == PURPORT_FIGURE_MONEY || g_strcmp0 (former->unit_base, result->unit_base) == 0) &&
         purport_figure_skip_space_back (text, start - 1) == former->span.end_byte;
}

static gboolean
is_amount (const PurportFigure *figure)
{
  return (figure->kind == PURPORT_FIGURE_COUNT || figure->kind == PURPORT_FIGURE_MEASURE) && figure->unit != NULL;
}

/* "more than 40 cats and 30 dogs", "about two bags of flour or three pounds": two amounts under one comparison. */
static gboolean
is_coordinated (const FigureText *text, const PurportFigure *former, const PurportFigure *result)
{
  gsize end = former->span.end_byte, of = purport_figure_match (text, purport_figure_skip_space (text, end), "of");

  end = of > 0 ? purport_figure_word_end (text, purport_figure_skip_space (text, of)) : end;
  return is_amount (former) && is_amount (result) && !former->minor &&
         joint_between (text, end, result->span.start_byte) == JOINT_WORD;
}

/* Gives the numbers before @result its unit where they share it, and takes their comparison where it is theirs. */
void
purport_figure_share (const FigureText *text, const Figure *figure, PurportFigure *result)
{
  const PurportFigure *former;

  if (text->reading->figures->len == text->first_figure)
    return;
  share_unit (text, figure, result);
  former = &g_array_index (text->reading->figures, PurportFigure, text->reading->figures->len - 1);
  if (result->comparison == PURPORT_COMPARISON_EQUAL &&
      (is_conversion (text, former, result) || is_coordinated (text, former, result)))
    result->comparison = former->comparison;
}

/* Returns: whether the number says in brackets what the one before it said: "forty-five (45)" */
gboolean
purport_figure_repeats (const FigureText *text, const Figure *figure)
{
  const PurportFigure *former;
  gsize start = figure->first.span.start_byte, end = figure->first.span.end_byte;

  if (text->reading->figures->len == text->first_figure || start < 2 || text->text[start - 1] != '(' ||
      end >= text->n_bytes || text->text[end] != ')')
    return FALSE;
  former = &g_array_index (text->reading->figures, PurportFigure, text->reading->figures->len - 1);
  return former->value == figure->first.value &&
         purport_figure_skip_space_back (text, start - 1) == former->number.end_byte;
}
