/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the figure finder share: a figure in the making and the text around it. */
#pragma once

#include "reading/figures.h"
#include "reading/numbers.h"

/* What the finder reads. The text is the article's; lines end at \n. */
typedef struct {
  const PurportUnits *units;
  const PurportWords *words;
  PurportReading *reading;
  const char *text;
  gsize n_bytes;
  gsize floor;        /* the text before it belongs to other figures */
  guint first_figure; /* those before it were in the reading already */
  gsize label_end;    /* behind the last number that belongs to a label, such as "Fig. 3"; 0: none */
} FigureText;

/* How the numbers of a figure belong together. */
typedef enum {
  FIGURE_SINGLE,
  FIGURE_RANGE,  /* 5-10, between 20 and 30 */
  FIGURE_RATIO,  /* one in six, four out of ten */
  FIGURE_MARGIN, /* 1.26 ± 0.2 */
} FigureForm;

/**
 * Figure:
 * @first: the number, or the lower one of a range, or the numerator of a ratio
 * @second: the other one, where @form is not %FIGURE_SINGLE
 * @number: the numeric words
 * @span: grows to take in approximator and unit
 * @unit: (nullable): from the table
 * @per: (nullable): the unit behind "per"
 * @unit_span: the unit as written; empty: none
 * @unit_head: for counted nouns, the noun that is counted
 */
typedef struct {
  PurportNumber first;
  PurportNumber second;

  FigureForm form;
  PurportSpan number;
  PurportSpan span;
  const PurportUnit *unit;
  const PurportUnit *per;
  gboolean is_rate;    /* "per", "a", "each" follows the unit */
  gboolean is_inverse; /* the unit alone has a negative power: "cm-1" */
  gboolean per_amount; /* a number stands before @per: "per 100 ml" */
  PurportSpan unit_span;
  PurportSpan unit_head;
  PurportComparison comparison;
  gboolean stressed;      /* "just one", "only two" */
  gboolean compared;      /* words of comparison stand before or behind it */
  gboolean is_confidence; /* the ends of a confidence interval */
  gboolean in_compound;   /* its number is the later part of a compound */
  gboolean of_group;      /* "six of the players" */
  gboolean minor;
  PurportFigureKind kind;
  gsize resume_byte; /* where to go on, if behind number and unit */
} Figure;

static inline gboolean
purport_figure_is_digit_at (const FigureText *text, gsize byte)
{
  return byte < text->n_bytes && g_ascii_isdigit (text->text[byte]);
}

static inline gboolean
purport_figure_is_letter_at (const FigureText *text, gsize byte)
{
  return byte < text->n_bytes && g_ascii_isalpha (text->text[byte]);
}

/* figures-text.c: small steps over the text. */
gsize purport_figure_previous_word (const FigureText *text, gsize byte, gsize *end);
gsize purport_figure_skip_space (const FigureText *text, gsize byte);
gsize purport_figure_skip_space_back (const FigureText *text, gsize byte);
gsize purport_figure_word_end (const FigureText *text, gsize byte);
gsize purport_figure_word_start (const FigureText *text, gsize byte);
gboolean purport_figure_word_is (const FigureText *text, gsize start, gsize end, const char *words);
gsize purport_figure_match (const FigureText *text, gsize byte, const char *phrase);
gsize purport_figure_match_back (const FigureText *text, gsize end_byte, const char *phrase);
gsize purport_figure_dash_length (const FigureText *text, gsize byte);

/* figures-date.c: each says where to go on behind a time, a day or a year, or 0. */
gsize purport_figure_clock_end (const FigureText *text, const PurportNumber *number);
gsize purport_figure_day_end (const FigureText *text, const PurportNumber *number);
gsize purport_figure_year_end (const FigureText *text, const PurportNumber *number);

/* figures-exclude.c */
gboolean purport_figure_counts_something (const FigureText *text, gsize end);
gboolean purport_figure_measures_something (const FigureText *text, gsize end);
gsize purport_figure_excluded_end (FigureText *text, const PurportNumber *number);

/* figures-value.c */
void purport_figure_set_values (const FigureText *text, const Figure *figure, PurportFigure *result);

/* figures-share.c */
void purport_figure_share (const FigureText *text, const Figure *figure, PurportFigure *result);
gboolean purport_figure_repeats (const FigureText *text, const Figure *figure);

/* figures-form.c */
void purport_figure_read_form (FigureText *text, Figure *figure);

/* figures-unit.c */
void purport_figure_read_unit (const FigureText *text, Figure *figure);

/* figures-unit-match.c */
const PurportUnit *
purport_figure_match_unit (const FigureText *text, const Figure *figure, gsize byte, gsize *start, gsize *end);

/* figures-rate.c */
void purport_figure_read_per (const FigureText *text, Figure *figure);
gsize purport_figure_inverse_length (const FigureText *text, gsize byte);
void purport_figure_read_inverse (const FigureText *text, Figure *figure);
void purport_figure_read_per_money (const FigureText *text, Figure *figure, gsize byte);
void purport_figure_read_per_behind_of (const FigureText *text, Figure *figure);
void purport_figure_read_bare_per (const FigureText *text, Figure *figure);

/* figures-compound.c */
gboolean purport_figure_read_compound (const FigureText *text, Figure *figure);
void purport_figure_read_bare_part (const FigureText *text, Figure *figure);
void purport_figure_read_part (const FigureText *text, Figure *figure, gsize byte);
void purport_figure_read_below_zero (const FigureText *text, Figure *figure);
gboolean purport_figure_read_millions (const FigureText *text, Figure *figure);

/* figures-money.c */
gboolean purport_figure_read_money_before (const FigureText *text, Figure *figure);
void purport_figure_read_magnitude_behind (const FigureText *text, Figure *figure);
void purport_figure_read_cents (const FigureText *text, Figure *figure, gsize byte);

/* figures-article.c */
gboolean purport_figure_read_article (const FigureText *text, gsize byte, Figure *figure);

/* figures-noun.c */
PurportSpan purport_figure_noun_after (const FigureText *text, gsize byte, PurportSpan *head);
gboolean purport_figure_is_plural (const FigureText *text, PurportSpan span);

/* figures-compare.c */
void purport_figure_read_comparison (const FigureText *text, Figure *figure);

/* figures-kind.c */
gboolean purport_figure_classify (const FigureText *text, Figure *figure);

/* figures-interval.c */
gboolean purport_figure_join_interval (const FigureText *text, PurportFigure *first, const PurportFigure *second);
void purport_figure_set_interval (PurportFigure *figure);
gboolean purport_figure_read_confidence (const FigureText *text, Figure *figure);
gboolean purport_figure_join_confidence (const FigureText *text, PurportFigure *first, const PurportFigure *interval);

/* figures-about.c */
void purport_figures_read_abouts (const FigureText *text);

/* figures-change.c */
void purport_figure_read_change (const FigureText *text, const Figure *figure, PurportFigure *result);
void purport_figures_link_baselines (const FigureText *text);
