/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are no figures: dates, years, times of day, ordinals, telephone numbers, versions, scores, list and page
 * numbers, and numbers in names. */
#include "reading/figures-private.h"

#include <string.h>

/* What a number after it is the number of: a page, a stage, a road. */
#define LABELS                                                                                                         \
  "|page|pages|p|pp|fig|figs|figure|figures|table|tables|chapter|section|sections|article|appendix|volume|vol|issue|"  \
  "no|"                                                                                                                \
  "nos|nr|number|step|part|type|types|phase|stage|grade|level|version|exercise|question|item|lot|box|room|suite|flat|" \
  "gate|platform|flight|bus|route|highway|interstate|motorway|exit|channel|radio|episode|season|series|group|class|"   \
  "category|tier|zone|district|ward|block|unit|model|windows|ios|android|apollo|chapter|verse|rule|law|act|title|"     \
  "proposition|prop|amendment|schedule|clause|paragraph|eq|eqs|equation|ref|refs|line|lines|day|week|round|eqn|"       \
  "league|area|"

/* Whether a plural noun seems to follow: what makes "2000 people" a count. */
gboolean
purport_figure_counts_something (const FigureText *text, gsize end)
{
  gsize after = purport_figure_skip_space (text, end), stop = purport_figure_word_end (text, after);

  if (after == end || stop - after < 3 || !g_ascii_islower (text->text[after]))
    return FALSE;
  return (text->text[stop - 1] == 's' && text->text[stop - 2] != 's' &&
          !purport_figure_word_is (text, after, stop, "|was|has|his|this|levels|is|as|its|results|elections|")) ||
         purport_figure_word_is (text, after, stop, "|people|men|women|children|more|other|");
}

/* Whether the symbol of a measure follows: "1550 cm", "2000 ppm". Symbols that are words too do not count. */
gboolean
purport_figure_measures_something (const FigureText *text, gsize end)
{
  gsize after = purport_figure_skip_space (text, end), stop;
  const PurportUnit *unit = purport_units_match (text->units, text->text, text->n_bytes, after, &stop);

  return unit != NULL && stop - after <= 4 && unit->converts && unit->kind != PURPORT_DIMENSION_CURRENCY &&
         unit->kind != PURPORT_DIMENSION_DURATION && (stop - after > 1 || !g_ascii_isupper (text->text[after])) &&
         !purport_figure_word_is (text, after, stop,
                                  "|in|ins|ha|bit|ct|cal|mt|pt|pts|am|pm|bar|foot|mile|yard|inch|m|t|");
}

/* The end of a run of digits and what joins them in dates, telephone numbers, versions and times. */
static gsize
run_end (const FigureText *text, gsize byte)
{
  while (byte < text->n_bytes && (g_ascii_isalnum (text->text[byte]) || (strchr ("-./:+", text->text[byte]) != NULL &&
                                                                         purport_figure_is_digit_at (text, byte + 1))))
    byte++;
  return byte;
}

/* How often digits and @joiners take turns from @start: 5/17/2018 has two joins. */
static guint
count_joins (const FigureText *text, gsize start, const char *joiners)
{
  guint joins = 0;

  while (purport_figure_is_digit_at (text, start)) {
    while (purport_figure_is_digit_at (text, start))
      start++;
    if (start >= text->n_bytes || strchr (joiners, text->text[start]) == NULL || text->text[start] == '\0' ||
        !purport_figure_is_digit_at (text, start + 1))
      break;
    start++;
    joins++;
  }
  return joins;
}

/* The end of a telephone number that goes on behind @byte in groups of digits: "+44 20 7946 0000", "020 7946 0000". */
static gsize
digit_groups_end (const FigureText *text, gsize byte)
{
  for (;;) {
    gsize next = byte, digits;
    while (next < text->n_bytes && next - byte < 2 && strchr (" -()", text->text[next]) != NULL)
      next++;
    for (digits = next; purport_figure_is_digit_at (text, digits); digits++)
      ;
    if (next == byte || digits == next)
      return byte;
    byte = digits;
  }
}

/* "call 555-1234": a short number that the word before it makes one of the telephone. */
static gboolean
is_dialled (const FigureText *text, gsize start)
{
  gsize end = purport_figure_skip_space_back (text, start), word;

  if (end > 0 && text->text[end - 1] == ':')
    end--;
  word = purport_figure_word_start (text, end);
  return purport_figure_word_is (text, word, end,
                                 "|call|calling|phone|telephone|tel|dial|text|fax|mobile|hotline|helpline|ring|");
}

/* 12/05/2015, 2015-05-12, 1.2.3, 192.168.1.2, 12:30, 0800-1234, 555-1234-99, +1-222-2222. */
static gsize
joined_digits_end (const FigureText *text, gsize start, gsize end)
{
  gsize first = start;
  gboolean plus = text->text[start] == '+';

  if (plus || text->text[start] == '-')
    first++;
  if (purport_figure_is_digit_at (text, first) &&
      (count_joins (text, first, "/") >= 2 || count_joins (text, first, "-") >= 2 ||
       count_joins (text, first, ".") >= 2 || count_joins (text, first, ":") >= 1 ||
       (plus && count_joins (text, first, "-/.") >= 1)))
    return run_end (text, first);
  if (digit_groups_end (text, end) > end && is_dialled (text, start))
    return digit_groups_end (text, end);
  if (text->text[first] == '0' && purport_figure_is_digit_at (text, first + 1))
    return digit_groups_end (text, run_end (text, end));
  if (plus && end - first <= 3 && digit_groups_end (text, end) > end + 4)
    return digit_groups_end (text, end);
  return 0;
}

/* 24/7, 9/11, 50/50 and what else reads as a name rather than a share; shares lie below one. */
static gboolean
is_slash_name (const FigureText *text, const PurportNumber *number)
{
  return number->flags & PURPORT_NUMBER_FRACTION && number->flags & PURPORT_NUMBER_DIGITS &&
         memchr (text->text + number->span.start_byte, '/', purport_span_length (number->span)) != NULL &&
         memchr (text->text + number->span.start_byte, ' ', purport_span_length (number->span)) == NULL &&
         (number->value >= 1 || purport_figure_match (text, number->span.start_byte, "9/11") > 0);
}

/* "21st", "3rd", "69th". */
static gsize
ordinal_end (const FigureText *text, gsize end)
{
  gsize stop = purport_figure_word_end (text, end);
  return purport_figure_word_is (text, end, stop, "|st|nd|rd|th|") ? stop : 0;
}

/* "2–1", "1 – 0": two small numbers, the second not above the first, or a spaced dash between them and nothing that
 * they could count. */
static gsize
score_end (const FigureText *text, const PurportNumber *number)
{
  gsize end = number->span.end_byte, dash = purport_figure_skip_space (text, end), second, length, stop;
  gboolean spaced = dash > end;

  length = purport_figure_dash_length (text, dash);
  second = purport_figure_skip_space (text, dash + length);
  if (length == 0 || number->flags != PURPORT_NUMBER_DIGITS || number->n_digits > 2 ||
      !purport_figure_is_digit_at (text, second) || (spaced != (second > dash + length)))
    return 0;
  for (stop = second; purport_figure_is_digit_at (text, stop); stop++)
    ;
  if (stop - second > 2 || purport_figure_is_letter_at (text, stop) ||
      (stop < text->n_bytes && strchr ("%-.,/", text->text[stop]) != NULL &&
       purport_figure_is_digit_at (text, stop + 1)) ||
      (stop < text->n_bytes && text->text[stop] == '%'))
    return 0;
  if (g_ascii_strtoull (text->text + second, NULL, 10) <= (guint64)number->value)
    return stop;
  return spaced && number->value <= 20 && !purport_figure_counts_something (text, stop) &&
                 purport_units_match (text->units, text->text, text->n_bytes, purport_figure_skip_space (text, stop),
                                      &length) == NULL
             ? stop
             : 0;
}

/* What pages say about themselves: a line that is a number, "5 comments", "LENGTH: 640 words", "24 days ago" alone in a
 * line, an identifier with slashes. */
static gsize
page_matter_end (const FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, end = number->span.end_byte, after = purport_figure_skip_space (text, end);
  gsize before = purport_figure_skip_space_back (text, start), word_end = purport_figure_word_end (text, after),
        line_end = after, unit_end;
  gboolean first = before == 0 || text->text[before - 1] == '\n';

  while (line_end < text->n_bytes && text->text[line_end] != '\n' && line_end - after < 16)
    line_end++;
  if (first && line_end == after)
    return before > 0 || line_end < text->n_bytes ? end : 0;
  if (purport_figure_word_is (text, after, word_end, "|comment|comments|share|shares|views|retweets|px|"))
    return word_end;
  if (first && purport_figure_match_back (text, line_end, "ago") != G_MAXSIZE)
    return line_end;
  if (before > 3 && text->text[before - 1] == ':' && g_ascii_isupper (text->text[before - 2]) &&
      g_ascii_isupper (text->text[before - 3])) {
    while (end < text->n_bytes && number->flags & PURPORT_NUMBER_DECIMAL && text->text[end - 1] != ' ' &&
           !g_ascii_isspace (text->text[end]))
      end++; /* DOI: 10.1000/182 */
    return end;
  }
  if (end < text->n_bytes && text->text[end] == '/' && purport_figure_is_letter_at (text, end + 1) &&
      number->flags & PURPORT_NUMBER_DECIMAL &&
      purport_units_match (text->units, text->text, text->n_bytes, end + 1, &unit_end) == NULL) {
    while (end < text->n_bytes && !g_ascii_isspace (text->text[end]))
      end++;
    return end;
  }
  return 0;
}

/* Whether nothing but spaces and brackets stands before @byte on its line, or a sentence ends there. */
static gboolean
begins_sentence (const FigureText *text, gsize byte)
{
  gsize before = purport_figure_skip_space_back (text, byte);
  return before == 0 || strchr ("\n.!?:;\"'(", text->text[before - 1]) != NULL ||
         (guchar)text->text[before - 1] >= 0x80;
}

/* A capital at the start, or behind a first small letter: "iPhone". */
static gboolean
is_name_word (const FigureText *text, gsize start, gsize end)
{
  return g_ascii_isupper (text->text[start]) || (end - start > 2 && g_ascii_isupper (text->text[start + 1]));
}

/* "Boeing 737", "Windows 10", "page 5", "Fig. 3", "COVID-19": the number belongs to the word before it. */
static gboolean
belongs_to_name (const FigureText *text, const PurportNumber *number)
{
  gsize end = purport_figure_skip_space_back (text, number->span.start_byte), start;
  gboolean bracket = end > 1 && text->text[end - 1] == '(';
  gboolean dotted = end > 0 && text->text[end - 1] == '.';

  if (purport_figure_measures_something (text, number->span.end_byte))
    return FALSE;
  if (bracket) {
    end = purport_figure_skip_space_back (text, end - 1);
    dotted = end > 0 && text->text[end - 1] == '.';
  }
  if (dotted)
    end--;
  start = purport_figure_word_start (text, end);
  if (start == end || end + 3 < number->span.start_byte)
    return FALSE;
  if (purport_figure_word_is (text, start, end, LABELS) && !(number->flags & PURPORT_NUMBER_GROUPED) &&
      (!dotted || end - start <= 4) &&
      !(g_ascii_islower (text->text[start]) &&
        purport_figure_word_is (text, start, end, "|no|figures|act|law|series|group|class|part|week|unit|")))
    return TRUE;
  if (end - start == 2 && memcmp (text->text + start, "PM", 2) == 0 && !bracket && number->value <= 10)
    return TRUE; /* fine dust: PM 2.5 */
  if (dotted || bracket || start < text->floor || !is_name_word (text, start, end) ||
      number->flags & (PURPORT_NUMBER_GROUPED | PURPORT_NUMBER_DECIMAL | PURPORT_NUMBER_FRACTION) ||
      begins_sentence (text, start) || end == number->span.start_byte)
    return FALSE;
  return !purport_figure_word_is (text, start, end, "|i|over|about|under|at|than|nearly|almost|usd|eur|gbp|rs|") &&
         !purport_figure_counts_something (text, number->span.end_byte);
}

/* What stands directly before the digits makes them part of a word, an address or a name. */
static gboolean
is_glued_before (const FigureText *text, gsize start)
{
  gsize word, unit;
  char before = start > 0 ? text->text[start - 1] : ' ';
  char second = start > 1 ? text->text[start - 2] : ' ';

  if (g_ascii_isalnum (before))
    return purport_units_match_before (text->units, text->text, start, &unit) == NULL;
  if (before == '_' || before == '#' || before == '@' || before == '&' || before == '?' || before == '/' ||
      before == '\\' || before == ')' || before == ']')
    return TRUE;
  if (before == '.' || before == '+')
    return before == '.' ? g_ascii_isdigit (second) : g_ascii_isalnum (second);
  if (before == '-' && g_ascii_isalnum (second)) {
    word = purport_figure_word_start (text, start - 1);
    for (gsize byte = word; byte < start - 1; byte++)
      if (g_ascii_isalpha (text->text[byte]))
        return !purport_figure_word_is (text, word, start - 1,
                                        "|over|under|mid|sub|non|to|a|pre|post|or|and|early|late|");
  }
  return FALSE;
}

/* Letters directly behind the digits that are no unit: 5G, 777F, 13F. */
static gsize
glued_after_end (const FigureText *text, const PurportNumber *number)
{
  gsize end = number->span.end_byte, stop = purport_figure_word_end (text, end), unit_end;
  const PurportUnit *unit;

  if (end + 1 < text->n_bytes && text->text[end] == '-' && g_ascii_isupper (text->text[end + 1]) &&
      purport_figure_word_end (text, end + 1) == end + 2)
    return end + 2; /* 3-D */
  if (stop == end || purport_figure_word_is (text, end, stop, "|s|x|m|b|t|"))
    return 0;
  if (stop == end + 1 && text->text[end] == 'F' && !(number->value >= 20 && number->value <= 250))
    return stop; /* an airliner or a form, and no temperature */
  unit = purport_units_match (text->units, text->text, text->n_bytes, end, &unit_end);
  return unit != NULL && unit_end >= stop ? 0 : stop;
}

/* A word in small letters, or a colon: what "(1)" behind it numbers. */
static gboolean
is_numbered_word (const FigureText *text, gsize end)
{
  gsize start = purport_figure_word_start (text, end);
  PurportNumber number;

  return text->text[end - 1] == ':' || (start < end && g_ascii_islower (text->text[start]) &&
                                        !purport_number_parse (text->text, text->n_bytes, start, &number));
}

/* "1) it helps; 2 ) it is cheap": a bracket that closes what none opened, within the line. */
static gboolean
is_enumerator (const FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, close = purport_figure_skip_space (text, number->span.end_byte);
  guint n_closed = 0;

  if (number->flags != PURPORT_NUMBER_DIGITS || number->n_digits > 2 || close + 1 >= text->n_bytes ||
      text->text[close] != ')' || !g_ascii_isspace (text->text[close + 1]) || start == 0 ||
      text->text[start - 1] != ' ')
    return FALSE;
  for (gsize byte = start; byte-- > 0 && text->text[byte] != '\n';) {
    if (text->text[byte] == '(' && n_closed == 0)
      return FALSE;
    n_closed += text->text[byte] == ')' ? 1 : 0;
    n_closed -= text->text[byte] == '(' ? 1 : 0;
  }
  return TRUE;
}

/* "1." or "2)" at the start of a line, "the rule (1) holds", "[12]" anywhere. */
static gboolean
is_list_number (const FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, end = number->span.end_byte;
  gsize before = purport_figure_skip_space_back (text, start);

  if (end >= text->n_bytes || number->n_digits > 3)
    return FALSE;
  if (start > 0 && text->text[start - 1] == '[' &&
      (strchr ("],;", text->text[end]) != NULL || purport_figure_dash_length (text, end) > 0))
    return TRUE;
  if (!purport_rational_is_integer (number->exact))
    return FALSE;
  if (is_enumerator (text, number))
    return TRUE;
  if (before > 0 && text->text[before - 1] == '(' && text->text[end] == ')') {
    before = purport_figure_skip_space_back (text, before - 1);
    if (number->flags == PURPORT_NUMBER_DIGITS && number->n_digits <= 2 && before > 0 &&
        is_numbered_word (text, before))
      return TRUE;
  }
  return (before == 0 || text->text[before - 1] == '\n') && strchr (".)", text->text[end]) != NULL &&
         end + 1 < text->n_bytes && text->text[end + 1] == ' ';
}

/* Number words in names and fixed phrases: "Channel Four", "one-off". Returns: the end, or 0. */
static gsize
excluded_word_end (const FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, end = number->span.end_byte, unit_end, stop;

  if (start > 0 && text->text[start - 1] == '-' && purport_figure_is_letter_at (text, start - 2) &&
      !purport_figure_word_is (text, purport_figure_word_start (text, start - 1), start - 1,
                               "|over|under|mid|early|late|"))
    return end;
  if (start > 0 && (text->text[start - 1] == '\'' || text->text[start - 1] == '#' || text->text[start - 1] == '/'))
    return text->text[start - 1] == '\'' ? 0 : end;
  if (g_ascii_isupper (text->text[start]) && !begins_sentence (text, start) &&
      g_ascii_islower (text->text[start + 1]) && !(number->flags & PURPORT_NUMBER_SCALED)) {
    gsize before_end, before = purport_figure_previous_word (text, start, &before_end);
    if (before_end > before && !g_ascii_isupper (text->text[before]))
      return end;
  }
  if (belongs_to_name (text, number) && !(number->flags & (PURPORT_NUMBER_MULTIPLE | PURPORT_NUMBER_FRACTION)))
    return end;
  if (end < text->n_bytes && text->text[end] == '-' && purport_figure_is_letter_at (text, end + 1)) {
    stop = purport_figure_word_end (text, end + 1);
    if (purport_units_match (text->units, text->text, text->n_bytes, end + 1, &unit_end) == NULL &&
        !purport_figure_word_is (text, end + 1, stop, "|plus|to|or|and|in|fold|"))
      return stop;
    if (purport_figure_word_is (text, end + 1, stop, "|time|"))
      return stop;
  }
  return 0;
}

/* "Figs. 4 and 5", "pages 3, 6-9": what goes on from a number that belongs to a label. */
static gboolean
follows_label (const FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, byte = text->label_end;

  if (text->label_end == 0 || start < byte || start - byte > 7)
    return FALSE;
  for (; byte < start; byte++)
    if (strchr (" ,()-&", text->text[byte]) == NULL && (guchar)text->text[byte] < 0x80) {
      if (purport_figure_match (text, byte, "and") == 0 && purport_figure_match (text, byte, "to") == 0 &&
          purport_figure_match (text, byte, "or") == 0)
        return FALSE;
      byte = purport_figure_word_end (text, byte) - 1;
    }
  return !purport_figure_counts_something (text, number->span.end_byte);
}

/**
 * purport_figure_excluded_end:
 *
 * Returns: where to go on if @number is no figure, else 0
 */
gsize
purport_figure_excluded_end (FigureText *text, const PurportNumber *number)
{
  gsize start = number->span.start_byte, end = number->span.end_byte, stop;

  if (number->flags & PURPORT_NUMBER_DIGITS && (stop = joined_digits_end (text, start, end)) > 0)
    return stop;
  if ((stop = purport_figure_clock_end (text, number)) > 0 || (stop = purport_figure_day_end (text, number)) > 0)
    return stop;
  if (!(number->flags & PURPORT_NUMBER_DIGITS))
    return excluded_word_end (text, number);
  if (is_glued_before (text, start))
    return MAX (end, purport_figure_word_end (text, end));
  if ((stop = ordinal_end (text, end)) > 0 || (stop = purport_figure_year_end (text, number)) > 0 ||
      (stop = score_end (text, number)) > 0 || (stop = glued_after_end (text, number)) > 0 ||
      (stop = page_matter_end (text, number)) > 0)
    return stop;
  if ((stop = purport_figure_match (text, purport_figure_skip_space (text, end), "a day")) > 0 &&
      text->text[stop - 3] == 'D')
    return stop;
  if (is_slash_name (text, number) || is_list_number (text, number))
    return end;
  if (belongs_to_name (text, number) || follows_label (text, number)) {
    text->label_end = end;
    return end;
  }
  return 0;
}
