/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds figures in the words of an article: scans the text for numbers, reads what belongs to each, and appends those
 * that inform to the reading. */
#include "reading/figures-private.h"

#include <string.h>

/* The longest part in braces that is skipped as no prose. */
#define MAX_CODE_BYTES 400

static guint32
sentence_at (const PurportWords *words, guint32 byte)
{
  guint low = 0, high = words->sentences->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (words->sentences, PurportTextSentence, middle).span.end_byte <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low < words->sentences->len ? low : words->sentences->len > 0 ? words->sentences->len - 1 : 0;
}

static void
append (const FigureText *text, const Figure *figure)
{
  PurportFigure result = { 0 }, *last;

  result.span = figure->span;
  result.number = figure->number;
  result.sentence = sentence_at (text->words, figure->number.start_byte);
  result.comparison = figure->comparison;
  result.kind = figure->kind;
  result.minor = figure->minor;
  result.change_baseline = PURPORT_NONE;
  purport_figure_set_values (text, figure, &result);
  purport_figure_share (text, figure, &result);
  purport_figure_read_change (text, figure, &result);
  if (text->reading->figures->len > text->first_figure) {
    last = &g_array_index (text->reading->figures, PurportFigure, text->reading->figures->len - 1);
    if (purport_figure_join_interval (text, last, &result) ||
        (figure->is_confidence && purport_figure_join_confidence (text, last, &result)))
      return;
    purport_figure_set_interval (last);
  }
  g_array_append_val (text->reading->figures, result);
}

/* A sign belongs to digits when nothing that could be subtracted from stands before it. */
static gsize
with_sign (const FigureText *text, gsize byte)
{
  gsize length = byte > 0 && (text->text[byte - 1] == '-' || text->text[byte - 1] == '+') ? 1
                 : byte > 2 && memcmp (text->text + byte - 3, "\342\210\222", 3) == 0     ? 3
                                                                                          : 0;

  if (length == 0)
    return byte;
  if (byte > length + 2 && (memcmp (text->text + byte - length - 3, "\342\210\274", 3) == 0 ||
                            memcmp (text->text + byte - length - 3, "\342\211\210", 3) == 0))
    return byte - length;
  return byte == length || strchr (" \t\n(=<>$~", text->text[byte - length - 1]) != NULL ? byte - length : byte;
}

/* ".5": a point before the digits is theirs when no word or number ends there. */
static gsize
with_point (const FigureText *text, gsize byte)
{
  return byte > text->floor && byte > 0 && text->text[byte - 1] == '.' &&
                 (byte < 2 || strchr (" \t\n(-+$~=<>", text->text[byte - 2]) != NULL)
             ? byte - 1
             : byte;
}

/* Reads the figure at @byte. Returns: where to go on. */
static gsize
read_at (FigureText *text, gsize byte)
{
  Figure figure = { .comparison = PURPORT_COMPARISON_EQUAL };
  gsize start = MAX (with_sign (text, byte), text->floor), stop;

  if (!purport_number_parse (text->text, text->n_bytes, start, &figure.first)) {
    if (purport_figure_read_article (text, byte, &figure)) {
      append (text, &figure);
      return MAX (figure.unit_span.end_byte, figure.number.end_byte);
    }
    stop = purport_figure_word_end (text, byte);
    return MAX (MAX (stop, figure.first.span.end_byte), byte + 1);
  }
  stop = purport_figure_excluded_end (text, &figure.first);
  if (stop > 0)
    return MAX (stop, byte + 1);
  figure.number = figure.span = figure.first.span;
  if (purport_figure_repeats (text, &figure))
    return figure.number.end_byte;
  purport_figure_read_form (text, &figure);
  purport_figure_read_unit (text, &figure);
  if (purport_figure_read_confidence (text, &figure)) {
    if (!figure.is_confidence)
      return figure.resume_byte;
  } else
    purport_figure_read_comparison (text, &figure);
  if (purport_figure_classify (text, &figure))
    append (text, &figure);
  stop = figure.is_rate || figure.unit != NULL ? MAX (figure.unit_span.end_byte, figure.number.end_byte)
                                               : figure.number.end_byte;
  return MAX (MAX (stop, figure.resume_byte), byte + 1);
}

/* The end of an address of the web that begins at @byte, or 0. */
static gsize
address_end (const FigureText *text, gsize byte)
{
  if (text->n_bytes - byte < 8 ||
      (memcmp (text->text + byte, "http://", 7) != 0 && memcmp (text->text + byte, "https://", 8) != 0 &&
       memcmp (text->text + byte, "www.", 4) != 0))
    return 0;
  while (byte < text->n_bytes && !g_ascii_isspace (text->text[byte]))
    byte++;
  return byte;
}

/* The end of the word at @byte, or of the currency code that digits follow: "USD50". */
static gsize
code_or_word_end (const FigureText *text, gsize byte)
{
  gsize letters = byte + 1, start;

  while (letters < text->n_bytes && g_ascii_isalpha (text->text[letters]))
    letters++;
  if (letters == text->n_bytes || text->text[letters] == ' ')
    return letters;
  if (g_ascii_isdigit (text->text[letters]) && letters - byte <= 3 &&
      purport_units_match_before (text->units, text->text, letters, &start) != NULL && start == byte)
    return letters;
  return purport_figure_word_end (text, letters);
}

/* The end of a line's part in braces that is a style sheet or program, or 0. */
static gsize
code_end (const FigureText *text, gsize byte)
{
  gboolean coded = FALSE;

  for (gsize end = byte + 1; end < MIN (text->n_bytes, byte + MAX_CODE_BYTES) && text->text[end] != '\n'; end++) {
    coded = coded || text->text[end] == ':' || text->text[end] == ';' || text->text[end] == '=';
    if (text->text[end] == '}')
      return coded ? end + 1 : 0;
  }
  return 0;
}

/**
 * purport_figures_find:
 * @units: the table of units
 * @words: the article's words; figures are found without tags too, but counted nouns less well
 * @reading: its figures are appended to, in order of start
 *
 * Finds every figure of the article. O(length of the text).
 */
void
purport_figures_find (const PurportUnits *units, const PurportWords *words, PurportReading *reading)
{
  FigureText text = {
    units, words, reading, words->article->text, words->article->n_bytes, .first_figure = reading->figures->len
  };

  for (gsize byte = 0; byte < text.n_bytes;) {
    char c = text.text[byte];
    gsize end;

    if (g_ascii_isalpha (c)) {
      end = (c == 'h' || c == 'w') ? address_end (&text, byte) : 0;
      if (end == 0 && byte + 1 < text.n_bytes && purport_number_word_may_begin (c, text.text[byte + 1]) &&
          purport_number_may_start (text.text, text.n_bytes, byte)) {
        byte = text.floor = read_at (&text, byte);
        continue;
      }
      byte = end > 0 ? end : code_or_word_end (&text, byte);
    } else if (g_ascii_isdigit (c) || ((guchar)c == 0xC2 || (guchar)c == 0xE2)) {
      if (g_ascii_isdigit (c) || purport_number_may_start (text.text, text.n_bytes, byte))
        byte = text.floor = read_at (&text, with_point (&text, byte));
      else
        byte++;
    } else if ((guchar)c >= 0xC3)
      byte = MAX (purport_figure_word_end (&text, byte), byte + 1);
    else
      byte = c == '{' ? MAX (code_end (&text, byte), byte + 1) : byte + 1;
  }
  if (reading->figures->len > text.first_figure)
    purport_figure_set_interval (&g_array_index (reading->figures, PurportFigure, reading->figures->len - 1));
  purport_figures_read_abouts (&text);
  purport_figures_link_baselines (&text);
}
