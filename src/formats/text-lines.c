/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds out whether a text is hard-wrapped, and joins the lines of each paragraph.
 *
 * A break that a wrapping program made was forced: the first word of the next line would not have fitted any more. So
 * for each width W the breaks are counted that W forces in the middle of a sentence, against the lines that are longer
 * than W and the breaks in mid-sentence that W does not explain. The best width is taken if the counts are convincing.
 */
#include "formats/text-lines.h"

#include <string.h>

#include "formats/text-transcript.h"

#define MIN_WIDTH 40
#define MAX_WIDTH 140
/* Widths that people and mail programs wrap at: one forced break alone tells nothing outside them. */
#define USUAL_MIN_WIDTH 60
#define USUAL_MAX_WIDTH 80
/* A line shorter than this is not continued by the next one, even if that begins with a small letter, unless the first
 * began a sentence and the next ends it. */
#define MIN_CONTINUED_COLUMNS 45

typedef struct {
  PurportSpan span;      /* trimmed; never empty */
  guint columns;         /* code points from the line's start to the span's end */
  guint first_columns;   /* of the first word */
  gboolean blank_before; /* an empty line stands before it */
  gboolean ends_sentence;
  gboolean starts_lower;
  gboolean starts_item; /* of a list, or somebody's turn to speak */
  gboolean is_quoted;   /* begins with ">" */
} Line;

/*
 * The bytes from @start_byte to @end_byte without the white space around them. A space that a combining mark follows is
 * one cluster with it and stays.
 */
PurportSpan
purport_text_trim (const char *text, gsize start_byte, gsize end_byte)
{
  const char *from = text + start_byte, *to = text + end_byte;

  while (from < to && g_unichar_isspace (g_utf8_get_char (from))) {
    const char *next = g_utf8_next_char (from);
    if (next < to && g_unichar_ismark (g_utf8_get_char (next)))
      break;
    from = next;
  }
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  return purport_span ((gsize)(from - text), (gsize)(to - text));
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x00BB;
}

/* Whether a full stop or the like stands at the end, closing quotation marks aside. */
gboolean
purport_text_ends_sentence (const char *text, PurportSpan span)
{
  const char *from = text + span.start_byte, *at = text + span.end_byte;

  while (at > from) {
    gunichar c = g_utf8_get_char (at = g_utf8_prev_char (at));
    if (!is_closing (c))
      return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026;
  }
  return FALSE;
}

gboolean
purport_text_starts_lower (const char *text, PurportSpan span)
{
  return !purport_span_is_empty (span) && g_unichar_islower (g_utf8_get_char (text + span.start_byte));
}

/* A number or letter of a list: "3.", "12)", "(b)". */
static gboolean
starts_numbered (const char *at, const char *end)
{
  const char *from = at;
  gboolean opened = *at == '(';

  at += opened ? 1 : 0;
  from = at;
  while (at < end && at < from + 2 && g_ascii_isdigit (*at))
    at++;
  if (at == from && opened && at < end && g_ascii_islower (*at))
    at++;
  if (at == from || at + 1 >= end)
    return FALSE;
  return (*at == ')' || (*at == '.' && !opened)) && (at[1] == ' ' || at[1] == '\t');
}

/* Whether it begins with the bullet or the number of a list item. Long dashes open speech and are no bullets. */
gboolean
purport_text_starts_item (const char *text, PurportSpan span)
{
  const char *at = text + span.start_byte, *end = text + span.end_byte, *next;
  gunichar c;

  if (purport_span_is_empty (span))
    return FALSE;
  c = g_utf8_get_char (at);
  next = g_utf8_next_char (at);
  if (c == '*' || c == '-' || c == '+')
    return next < end && (*next == ' ' || *next == '\t');
  if (c == 0x2022 || c == 0x25E6 || c == 0x25AA || c == 0x2023 || c == 0x25CF || c == 0x00B7)
    return next < end;
  return starts_numbered (at, end);
}

static Line
make_line (const char *text, gsize start, PurportSpan span, gboolean blank_before)
{
  const char *at = text + span.start_byte, *end = text + span.end_byte, *word;
  gboolean is_quoted = *at == '>';

  while (at + 1 < end && is_quoted && (*at == '>' || *at == ' '))
    at++;
  word = at;
  while (word < end && !g_ascii_isspace (*word))
    word++;
  return (Line){
    .span = span,
    .columns = (guint)g_utf8_strlen (text + start, (gssize)(span.end_byte - start)),
    .first_columns = (guint)g_utf8_strlen (at, word - at),
    .blank_before = blank_before,
    .ends_sentence = purport_text_ends_sentence (text, span),
    .starts_lower = purport_text_starts_lower (text, purport_span ((gsize)(at - text), span.end_byte)),
    .starts_item = purport_text_starts_item (text, span),
    .is_quoted = is_quoted,
  };
}

static GArray *
split_lines (const char *text, gsize n_bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gboolean blank_before = FALSE, is_transcript = purport_transcript_detect (text, n_bytes);
  gsize start = 0;

  while (start < n_bytes) {
    const char *newline = memchr (text + start, '\n', n_bytes - start);
    gsize end = newline != NULL ? (gsize)(newline - text) : n_bytes;
    PurportSpan span = purport_text_trim (text, start, end);

    if (purport_span_is_empty (span)) {
      blank_before = TRUE;
    } else {
      Line line = make_line (text, start, span, blank_before);
      const char *words = text + span.start_byte;
      gsize n_words = purport_span_length (span);
      line.starts_item = line.starts_item || (is_transcript && (purport_transcript_starts_turn (words, n_words) ||
                                                                purport_transcript_is_note (words, n_words)));
      g_array_append_val (lines, line);
      blank_before = FALSE;
    }
    start = end + 1;
  }
  return lines;
}

/* For each width, what speaks for it and against it. */
typedef struct {
  guint forced[MAX_WIDTH + 2];       /* breaks in mid-sentence that the width forces */
  guint forced_lower[MAX_WIDTH + 2]; /* of these, before a small letter */
  guint forced_ends[MAX_WIDTH + 2];  /* forced breaks at the end of a sentence */
  guint longer[MAX_WIDTH + 2];       /* lines that are longer */
  guint early[MAX_WIDTH + 2];        /* breaks in mid-sentence that come too early */
  guint n_breaks;                    /* in mid-sentence */
} Widths;

/* Counts @n for every width from @from to @to. */
static void
count (guint *counts, guint from, guint to)
{
  for (guint width = MAX (from, MIN_WIDTH); width <= MIN (to, MAX_WIDTH); width++)
    counts[width]++;
}

static void
count_break (Widths *widths, const Line *line, const Line *next)
{
  guint last_forcing = line->columns + next->first_columns;

  if (next->blank_before || next->starts_item || line->is_quoted != next->is_quoted)
    return;
  if (line->ends_sentence) {
    count (widths->forced_ends, line->columns, last_forcing);
    return;
  }
  widths->n_breaks++;
  count (widths->forced, line->columns, last_forcing);
  if (next->starts_lower)
    count (widths->forced_lower, line->columns, last_forcing);
  count (widths->early, last_forcing + 1, MAX_WIDTH);
}

/* A line that could not have been broken, such as an address, says nothing. */
static gboolean
has_break_opportunity (const char *text, const Line *line)
{
  return memchr (text + line->span.start_byte, ' ', purport_span_length (line->span)) != NULL;
}

static gboolean
is_convincing (const Widths *widths, guint width, guint n_lines)
{
  guint forced = widths->forced[width];

  if (forced == 0 || widths->longer[width] * 20 > n_lines)
    return FALSE;
  if (widths->forced_lower[width] > 0 && (forced + widths->forced_ends[width]) * 2 > widths->early[width])
    return TRUE;
  if (forced >= 3 && forced * 10 >= widths->n_breaks * 6)
    return TRUE;
  return forced == widths->n_breaks && width >= USUAL_MIN_WIDTH && width <= USUAL_MAX_WIDTH;
}

/* The width that the text is wrapped at; 0: it is not. O(number of lines). */
static guint
find_width (const char *text, const GArray *lines)
{
  g_autofree Widths *widths = g_new0 (Widths, 1);
  guint best = 0;
  gint64 best_score = 0;

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (line->columns > 0 && has_break_opportunity (text, line))
      count (widths->longer, 0, line->columns - 1);
    if (i + 1 < lines->len)
      count_break (widths, line, line + 1);
  }
  for (guint width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
    gint64 score = 2 * (gint64)widths->forced[width] + widths->forced_ends[width] - 8 * (gint64)widths->longer[width] -
                   widths->early[width];
    if (is_convincing (widths, width, lines->len) && (best == 0 || score > best_score)) {
      best = width;
      best_score = score;
    }
  }
  return best;
}

/* Whether @next goes on with the paragraph of @line. */
static gboolean
goes_on (const Line *line, const Line *next, guint width, gboolean has_capitals)
{
  if (next->blank_before || next->starts_item || line->is_quoted != next->is_quoted)
    return FALSE;
  if (width > 0 && line->columns <= width && line->columns + 1 + next->first_columns > width)
    return TRUE;
  if (!has_capitals || !next->starts_lower || line->ends_sentence || next->columns <= next->first_columns + 8)
    return FALSE;
  return line->columns >= MIN_CONTINUED_COLUMNS || (!line->starts_lower && next->ends_sentence);
}

/**
 * purport_text_split_paragraphs:
 * @text: valid UTF-8
 *
 * Splits a text into paragraphs: one for each line, or for each run of lines that a wrapping program made of one.
 * O(@n_bytes).
 *
 * Returns: (transfer full) (element-type PurportParagraph): in order; all that is not white space lies in one of them
 */
GArray *
purport_text_split_paragraphs (const char *text, gsize n_bytes)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (PurportParagraph));
  g_autoptr (GArray) lines = split_lines (text, n_bytes);
  guint width = find_width (text, lines), n_capitals = 0;

  for (guint i = 0; i < lines->len; i++)
    n_capitals += g_array_index (lines, Line, i).starts_lower ? 0 : 1;
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (i > 0 && goes_on (line - 1, line, width, n_capitals * 2 >= lines->len)) {
      g_array_index (paragraphs, PurportParagraph, paragraphs->len - 1).span.end_byte = line->span.end_byte;
    } else {
      PurportParagraph paragraph = { line->span, line->blank_before, PURPORT_BLOCK_PARAGRAPH };
      g_array_append_val (paragraphs, paragraph);
    }
  }
  return paragraphs;
}

/* Splits paragraph @index before @at_byte, where a paragraph of @kind begins. */
void
purport_text_split_paragraph (GArray *paragraphs, const char *text, guint index, gsize at_byte, PurportBlockKind kind)
{
  PurportParagraph *first = &g_array_index (paragraphs, PurportParagraph, index);
  PurportParagraph second = { purport_text_trim (text, at_byte, first->span.end_byte), FALSE, kind };

  first->span = purport_text_trim (text, first->span.start_byte, at_byte);
  g_array_insert_val (paragraphs, index + 1, second);
}
