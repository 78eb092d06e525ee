/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind a figure is, whether it is an age, whether it is minor, and whether it is a figure at all. */
#include "reading/figures-private.h"

#include <string.h>

/* The greatest age that a bare number is taken for, in years. */
#define MAX_AGE 115

static gboolean
preceded_by (const FigureText *text, gsize byte, const char *const *phrases)
{
  gsize end = purport_figure_skip_space_back (text, byte);

  for (guint i = 0; phrases[i] != NULL; i++)
    if (purport_figure_match_back (text, end, phrases[i]) != G_MAXSIZE)
      return TRUE;
  return FALSE;
}

/* "over-60s", "their 40s", "mid-70's", "in her fifties". Returns: the end of the decade, or 0. */
static gsize
decade_end (const FigureText *text, const Figure *figure)
{
  gsize end = figure->number.end_byte;

  if (!(figure->first.flags & PURPORT_NUMBER_DIGITS) || figure->first.n_digits > 2 || end >= text->n_bytes)
    return 0;
  if (text->text[end] == '\'')
    end++;
  else if (text->n_bytes - end > 3 && memcmp (text->text + end, "\342\200\231", 3) == 0)
    end += 3;
  return end < text->n_bytes && text->text[end] == 's' && purport_figure_word_end (text, end) == end + 1 ? end + 1 : 0;
}

static gboolean
is_age (const FigureText *text, Figure *figure)
{
  static const char *const aged[] = { "aged",   "aged between", "aged from",  "ages",        "ages of",    "age",
                                      "age of", "age at",       "aged about", "aged around", "at the age", NULL };
  static const char *const persons[] = { "people",   "men",        "women",      "children", "adults",
                                         "those",    "anyone",     "person",     "patients", "girls",
                                         "boys",     "mothers at", "fathers at", "everyone", "was only",
                                         "was just", "turned",     "turns",      "turning",  NULL };
  gsize decade = decade_end (text, figure), start = figure->span.start_byte, after;

  if (figure->unit != NULL && figure->unit->kind == PURPORT_DIMENSION_DURATION)
    return preceded_by (text, start, aged);
  if (figure->unit != NULL && figure->unit->kind != PURPORT_DIMENSION_AGE)
    return FALSE;
  if (figure->unit != NULL)
    return TRUE;
  if (decade > 0) {
    figure->number.end_byte = (guint32)decade;
    figure->unit_span = PURPORT_SPAN_NONE;
    figure->span.end_byte = (guint32)decade;
    return TRUE;
  }
  if (figure->first.value > MAX_AGE || figure->first.value < 0 ||
      figure->first.flags &
          (PURPORT_NUMBER_MULTIPLE | PURPORT_NUMBER_FRACTION | PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_SCALED))
    return FALSE;
  if (preceded_by (text, start, aged))
    return TRUE;
  if (figure->compared && preceded_by (text, start, persons) && purport_span_is_empty (figure->unit_span))
    return TRUE;
  after = purport_figure_skip_space (text, figure->number.end_byte);
  if (figure->first.flags & PURPORT_NUMBER_DIGITS && figure->form == FIGURE_SINGLE &&
      purport_span_is_empty (figure->unit_span) && start > 2 && purport_figure_skip_space_back (text, start) > 0 &&
      after < text->n_bytes && strchr (",.;)", text->text[after]) != NULL) {
    gsize before = purport_figure_skip_space_back (text, start);
    if ((text->text[before - 1] == ',' && text->text[after] == ',') ||
        (text->text[before - 1] == '(' && text->text[after] == ')')) {
      gsize word_end = purport_figure_skip_space_back (text, before - 1),
            word = purport_figure_word_start (text, word_end);
      return word < word_end && g_ascii_isupper (text->text[word]) && figure->first.value >= 5;
    }
  }
  return FALSE;
}

static PurportFigureKind
kind_of_unit (const Figure *figure)
{
  switch (figure->unit->kind) {
  case PURPORT_DIMENSION_PERCENTAGE:
  case PURPORT_DIMENSION_PERCENTAGE_POINTS:
    return PURPORT_FIGURE_PERCENTAGE;
  case PURPORT_DIMENSION_CURRENCY:
    return PURPORT_FIGURE_MONEY;
  case PURPORT_DIMENSION_DURATION:
    if (figure->is_inverse)
      return PURPORT_FIGURE_MEASURE;
    return figure->form == FIGURE_RANGE ? PURPORT_FIGURE_RANGE : PURPORT_FIGURE_DURATION;
  case PURPORT_DIMENSION_TIMES:
    return figure->is_rate ? PURPORT_FIGURE_RATE : PURPORT_FIGURE_TIMES;
  case PURPORT_DIMENSION_COUNT:
    return figure->is_rate ? PURPORT_FIGURE_RATE : PURPORT_FIGURE_COUNT;
  case PURPORT_DIMENSION_AGE:
    return PURPORT_FIGURE_AGE;
  case PURPORT_DIMENSION_LENGTH:
  case PURPORT_DIMENSION_OTHER:
  default:
    return PURPORT_FIGURE_MEASURE;
  }
}

/* "three times as likely" multiplies; "wrote three times" counts. */
static gboolean
is_multiple (const FigureText *text, gsize end)
{
  static const char *const behind[] = { "as",       "more",   "less",   "higher", "lower",     "greater",
                                        "bigger",   "larger", "the",    "that",   "their",     "its",
                                        "likelier", "fewer",  "faster", "over",   "of likely", "what" };
  gsize after = purport_figure_skip_space (text, end), after_end;

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (purport_figure_match (text, after, behind[i]) > 0)
      return TRUE;
  after_end = purport_figure_word_end (text, after);
  return after_end > after + 4 && memcmp (text->text + after_end - 2, "er", 2) == 0;
}

static void
set_kind (const FigureText *text, Figure *figure)
{
  static const char *const by[] = { "by", NULL }, *const every[] = { "every", NULL };

  if (is_age (text, figure))
    figure->kind = PURPORT_FIGURE_AGE;
  else if (figure->form == FIGURE_RATIO)
    figure->kind = PURPORT_FIGURE_RATIO;
  else if (figure->first.flags & PURPORT_NUMBER_MULTIPLE)
    figure->kind =
        purport_figure_word_is (text, figure->number.start_byte, figure->number.end_byte, "|twice|thrice|") &&
                !is_multiple (text, figure->number.end_byte)
            ? PURPORT_FIGURE_COUNT
            : PURPORT_FIGURE_TIMES;
  else if (figure->unit != NULL) {
    figure->kind = kind_of_unit (figure);
    if (figure->kind == PURPORT_FIGURE_DURATION && preceded_by (text, figure->span.start_byte, every))
      figure->kind = PURPORT_FIGURE_RATE;
    if (figure->unit->kind == PURPORT_DIMENSION_TIMES && !figure->is_rate &&
        !is_multiple (text, figure->unit_span.end_byte) && !preceded_by (text, figure->span.start_byte, by))
      figure->kind = PURPORT_FIGURE_COUNT;
  } else if (figure->first.flags & PURPORT_NUMBER_FRACTION)
    figure->kind = figure->form == FIGURE_RANGE ? PURPORT_FIGURE_RANGE : PURPORT_FIGURE_FRACTION;
  else if (figure->form == FIGURE_RANGE && (figure->is_rate || purport_span_is_empty (figure->unit_span)))
    figure->kind = PURPORT_FIGURE_RANGE;
  else if (figure->is_rate)
    figure->kind = PURPORT_FIGURE_RATE;
  else
    figure->kind = PURPORT_FIGURE_COUNT;
}

/* "a third goal": an ordinal, not a share of it; "a third more goals" is one. */
static gboolean
is_ordinal (const FigureText *text, const Figure *figure)
{
  return figure->first.flags & PURPORT_NUMBER_ARTICLE && figure->first.flags & PURPORT_NUMBER_FRACTION &&
         figure->unit == NULL && !figure->of_group && !purport_span_is_empty (figure->unit_head) &&
         !purport_figure_is_plural (text, figure->unit_head) && text->text[figure->first.span.end_byte - 1] != 'f' &&
         text->text[figure->first.span.end_byte - 1] != 'r' && !is_multiple (text, figure->first.span.end_byte);
}

/* "half-time", "the second half", "a quarter" of a year, "double-blind": words of numbers that give none. */
static gboolean
is_idle_word (const FigureText *text, const Figure *figure)
{
  gsize start = figure->first.span.start_byte, end = figure->first.span.end_byte;
  static const char *const halves[] = { "first",  "second", "1st", "2nd",    "better", "other",
                                        "latter", "last",   "top", "bottom", NULL };

  if (figure->first.flags & PURPORT_NUMBER_DIGITS || figure->unit != NULL)
    return FALSE;
  if (purport_figure_word_is (text, start, end, "|half|") &&
      (preceded_by (text, start, halves) || (end < text->n_bytes && text->text[end] == '-') ||
       purport_figure_match (text, purport_figure_skip_space (text, end), "way") > 0))
    return TRUE;
  if (purport_figure_word_is (text, start, end, "|double|doubles|triple|treble|quadruple|"))
    return !is_multiple (text, end);
  return FALSE;
}

/* "one, two and three", "one or two": a number follows in the same list. */
static gboolean
is_listed (const FigureText *text, gsize end)
{
  gsize byte = purport_figure_skip_space (text, end), after;
  PurportNumber next;

  byte = byte < text->n_bytes && text->text[byte] == ',' ? purport_figure_skip_space (text, byte + 1) : byte;
  after = purport_figure_match (text, byte, "and");
  after = after > 0 ? after : purport_figure_match (text, byte, "or");
  byte = after > 0 ? purport_figure_skip_space (text, after) : byte;
  return byte > end && byte < text->n_bytes && purport_number_may_start (text->text, text->n_bytes, byte) &&
         purport_number_parse (text->text, text->n_bytes, byte, &next) && next.value >= 2 && next.value <= 12;
}

/* "one" that stands for a noun, or counts nothing that can be named. */
static gboolean
is_pronoun (const FigureText *text, const Figure *figure)
{
  static const char *const before[] = { "the",   "this",  "that", "no",    "any",  "every", "each", "another",
                                        "which", "other", "only", "first", "next", "last",  NULL };
  static const char *const spent[] = { "in",    "for",    "within", "after", "of",  "than", "just", "by", "took",
                                       "takes", "lasted", "lasts",  "a",     "the", "and",  "or",   "to", NULL };
  gsize end = figure->first.span.end_byte;

  if (!purport_figure_word_is (text, figure->first.span.start_byte, end, "|one|") || figure->form != FIGURE_SINGLE ||
      figure->is_rate)
    return FALSE;
  if (figure->unit != NULL)
    return purport_figure_word_is (text, figure->unit_span.start_byte, figure->unit_span.end_byte, "|day|night|") &&
           text->text[end] == ' ' && !figure->compared && !preceded_by (text, figure->span.start_byte, spent);
  return (purport_span_is_empty (figure->unit_span) && !is_listed (text, end)) ||
         preceded_by (text, figure->first.span.start_byte, before) ||
         purport_figure_match (text, purport_figure_skip_space (text, end), "day") > 0 || text->text[end] == '\'';
}

static gboolean
is_small_word (const Figure *figure)
{
  return !(figure->first.flags & PURPORT_NUMBER_DIGITS) && figure->first.value <= 12 && figure->form != FIGURE_RATIO;
}

static gboolean
is_minor (const FigureText *text, const Figure *figure)
{
  if (figure->kind == PURPORT_FIGURE_AGE)
    return TRUE;
  if (figure->kind == PURPORT_FIGURE_COUNT && is_small_word (figure)) {
    if (figure->form == FIGURE_RANGE || figure->stressed)
      return FALSE;
    if (figure->first.value == 1)
      return !figure->compared;
    return !figure->of_group && !figure->compared;
  }
  (void)text;
  return FALSE;
}

/* Sets kind and minor. Returns: %FALSE where it is no figure after all. */
gboolean
purport_figure_classify (const FigureText *text, Figure *figure)
{
  set_kind (text, figure);
  if (is_idle_word (text, figure) || is_ordinal (text, figure) ||
      (figure->kind != PURPORT_FIGURE_AGE && is_pronoun (text, figure)))
    return FALSE;
  figure->minor = is_minor (text, figure);
  return TRUE;
}
