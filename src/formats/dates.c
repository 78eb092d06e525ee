/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a date in a line, and tells the lines that have nothing but dates, times and the words around them. */
#include "formats/dates.h"

#include <string.h>

/* A line of dates has at most so many pieces; a longer line is prose. */
#define MAX_PIECES 48
/* Words of another kind (the section of a newspaper) that may stand in a line that says "updated". */
#define MAX_OTHER_WORDS 5

typedef enum {
  PIECE_OTHER,
  PIECE_NUMBER,
  PIECE_MONTH,
  PIECE_WORD, /* goes with dates: weekdays, "published", "GMT", "am" */
  PIECE_OF,
  PIECE_NOTICE, /* such a word that announces a date: "published", "updated" */
  PIECE_UNIT,   /* of time, in "3 days ago" */
  PIECE_AGO,
  PIECE_PUNCTUATION,
} PieceKind;

typedef struct {
  PieceKind kind;
  guint value;    /* of a number or month */
  guint n_digits; /* of a number */
  char mark;      /* of punctuation in ASCII */
  gboolean ordinal;
  gsize start;
  gsize end;
} Piece;

static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };

static const char *const notices[] = {
  "published", "updated", "modified", "posted", "created", "edited", "revised", "date", "filed", "issued",
};

static const char *const words[] = {
  "monday",   "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",   "tues",      "wed",
  "thu",      "thur",    "thurs",     "fri",      "sat",    "sun",      "am",     "pm",  "gmt",   "bst",       "est",
  "edt",      "et",      "ist",       "sgt",      "utc",    "cet",      "cest",   "eet", "pst",   "pdt",       "pt",
  "cst",      "cdt",     "mst",       "mdt",      "aest",   "aedt",     "hkt",    "jst", "kst",   "msk",       "sast",
  "gm",       "t",       "z",         "last",     "first",  "on",       "at",     "the", "today", "yesterday", "noon",
  "midnight", "edition", "national",  "final",    "late",   "early",    "time",   "a",   "m",     "p",
};

static const char *const units[] = { "second", "minute",  "hour",    "day",   "week", "month",
                                     "year",   "seconds", "minutes", "hours", "days", "weeks",
                                     "months", "years",   "min",     "mins",  "hr",   "hrs" };

static gboolean
is_in (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (word[0] == list[i][0] && strcmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* 1 to 12 for a month's name or its first three letters ("sept" too), else 0. */
static guint
month_of (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (word, months[i]) == 0 || (length == 3 && strncmp (word, months[i], 3) == 0))
      return i + 1;
  return strcmp (word, "sept") == 0 ? 9 : 0;
}

static void
classify_word (Piece *piece, const char *from, gsize length)
{
  char word[16];

  if (length >= sizeof word)
    return;
  for (gsize i = 0; i < length; i++)
    word[i] = g_ascii_tolower (from[i]);
  word[length] = '\0';
  piece->value = month_of (word);
  if (piece->value != 0)
    piece->kind = PIECE_MONTH;
  else if (strcmp (word, "of") == 0)
    piece->kind = PIECE_OF;
  else if (is_in (word, notices, G_N_ELEMENTS (notices)))
    piece->kind = PIECE_NOTICE;
  else if (is_in (word, words, G_N_ELEMENTS (words)))
    piece->kind = PIECE_WORD;
  else if (is_in (word, units, G_N_ELEMENTS (units)))
    piece->kind = PIECE_UNIT;
  else if (strcmp (word, "ago") == 0)
    piece->kind = PIECE_AGO;
}

static gsize
read_number (const char *line, gsize at, gsize n_bytes, Piece *piece)
{
  gsize from = at;

  piece->kind = PIECE_NUMBER;
  while (at < n_bytes && g_ascii_isdigit (line[at])) {
    piece->value = piece->value < 100000 ? piece->value * 10 + (guint)(line[at] - '0') : piece->value;
    at++;
  }
  piece->n_digits = (guint)(at - from);
  if (n_bytes - at >= 2 && piece->n_digits <= 2 && (n_bytes - at == 2 || !g_ascii_isalpha (line[at + 2]))) {
    static const char suffixes[] = "st nd rd th ST ND RD TH ";
    const char suffix[] = { line[at], line[at + 1], ' ', '\0' };
    if (g_ascii_isalpha (line[at]) && strstr (suffixes, suffix) != NULL) {
      piece->ordinal = TRUE;
      at += 2;
    }
  }
  return at;
}

/* Words end where a capital follows a small letter: pages that lost a space between two elements are common. */
static gsize
read_word (const char *line, gsize at, gsize n_bytes)
{
  gsize from = at++;

  while (at < n_bytes && g_ascii_isalpha (line[at])) {
    if (g_ascii_isupper (line[at]) && g_ascii_islower (line[at - 1]))
      break;
    /* "GMTLast": several capitals, of which the last belongs to the word behind. */
    if (at - from >= 2 && at + 1 < n_bytes && g_ascii_isupper (line[at]) && g_ascii_islower (line[at + 1]))
      break;
    at++;
  }
  return at;
}

/* Returns: the number of pieces; more than MAX_PIECES: the line has too many, or more than @max_other of other kinds.
 */
static guint
split (const char *line, gsize n_bytes, guint max_other, Piece pieces[MAX_PIECES])
{
  guint n = 0, n_other = 0;
  gsize at = 0;

  while (at < n_bytes) {
    Piece piece = { .kind = PIECE_OTHER, .start = at };

    if (g_ascii_isspace (line[at])) {
      at++;
      continue;
    }
    if (g_ascii_isdigit (line[at])) {
      at = read_number (line, at, n_bytes, &piece);
    } else if (g_ascii_isalpha (line[at])) {
      at = read_word (line, at, n_bytes);
      classify_word (&piece, line + piece.start, at - piece.start);
    } else {
      gunichar c = g_utf8_get_char (line + at);
      piece.kind = g_unichar_isalpha (c) ? PIECE_OTHER : PIECE_PUNCTUATION;
      piece.mark = c < 0x80 ? (char)c : '\0';
      at = (gsize)(g_utf8_next_char (line + at) - line);
    }
    piece.end = at;
    n_other += piece.kind == PIECE_OTHER ? 1 : 0;
    if (n == MAX_PIECES || n_other > max_other)
      return MAX_PIECES + 1;
    pieces[n++] = piece;
  }
  return n;
}

static gboolean
is_day (const Piece *piece)
{
  return piece->kind == PIECE_NUMBER && piece->n_digits <= 2 && piece->value >= 1 && piece->value <= 31;
}

static gboolean
is_year (const Piece *piece)
{
  return piece->kind == PIECE_NUMBER && piece->n_digits == 4 && piece->value >= 1500 && piece->value <= 2999;
}

static gboolean
is_mark (const Piece *piece, char mark)
{
  return piece->kind == PIECE_PUNCTUATION && piece->mark == mark;
}

/* Steps over one comma or full stop. */
static guint
skip_comma (const Piece *pieces, guint n, guint i)
{
  return i < n && (is_mark (&pieces[i], ',') || is_mark (&pieces[i], '.')) ? i + 1 : i;
}

/* "March 4, 2019", "4 March 2019", "4th of March", "March 2019". Returns: the piece behind it, or 0. */
static guint
match_named_month (const Piece *pieces, guint n, guint i, PurportDate *date)
{
  guint at = i;
  PurportDate found = { 0 };

  if (is_day (&pieces[at])) {
    found.day = pieces[at++].value;
    at = skip_comma (pieces, n, at);
    if (at < n && pieces[at].kind == PIECE_OF)
      at++;
  }
  if (at == n || pieces[at].kind != PIECE_MONTH)
    return 0;
  found.month = pieces[at++].value;
  at = skip_comma (pieces, n, at);
  if (found.day == 0 && at < n && is_day (&pieces[at]) && !(at + 1 < n && is_mark (&pieces[at + 1], ':'))) {
    found.day = pieces[at++].value;
    at = skip_comma (pieces, n, at);
  }
  if (at < n && is_year (&pieces[at]))
    found.year = pieces[at++].value;
  if (found.day == 0 && found.year == 0)
    return 0;
  *date = found;
  return at;
}

/* Which of two numbers is the month? 0 where both could be. */
static void
set_day_and_month (PurportDate *date, guint first, guint second)
{
  if (first > 12) {
    date->day = first;
    date->month = second;
  } else if (second > 12 || first == second) {
    date->month = first;
    date->day = second;
  }
}

/* "2019-03-04", "04/03/2019", "4.3.2019". Returns: the piece behind it, or 0. */
static guint
match_numbers (const Piece *pieces, guint n, guint i, PurportDate *date)
{
  const Piece *piece = &pieces[i];
  char mark;

  if (i + 4 >= n || piece[1].kind != PIECE_PUNCTUATION || strchr ("-/.", piece[1].mark) == NULL ||
      piece[1].mark == '\0')
    return 0;
  mark = piece[1].mark;
  if (!is_mark (&piece[3], mark) || !is_day (&piece[2]) || piece[1].start != piece->end)
    return 0;
  *date = (PurportDate){ 0 };
  if (is_year (piece) && is_day (&piece[4])) {
    date->year = piece->value;
    date->month = piece[2].value;
    date->day = piece[4].value;
  } else if (is_day (piece) && is_year (&piece[4])) {
    date->year = piece[4].value;
    set_day_and_month (date, piece->value, piece[2].value);
  } else {
    return 0;
  }
  return date->month <= 12 ? i + 5 : 0;
}

/* "3 days ago". Returns: the piece behind it, or 0. */
static guint
match_ago (const Piece *pieces, guint n, guint i, PurportDate *date)
{
  if (i + 2 >= n || pieces[i].kind != PIECE_NUMBER || pieces[i + 1].kind != PIECE_UNIT ||
      pieces[i + 2].kind != PIECE_AGO)
    return 0;
  *date = (PurportDate){ 0 };
  return i + 3;
}

static gboolean
find (const Piece *pieces, guint n, PurportDate *date)
{
  for (guint i = 0; i < n; i++) {
    guint end = match_numbers (pieces, n, i, date);
    if (end == 0)
      end = match_named_month (pieces, n, i, date);
    if (end == 0)
      end = match_ago (pieces, n, i, date);
    if (end == 0)
      continue;
    date->start_byte = pieces[i].start;
    date->end_byte = pieces[end - 1].end;
    return TRUE;
  }
  return FALSE;
}

/**
 * purport_date_find:
 * @line: valid UTF-8
 * @date: (out): the first date in it
 *
 * Finds a date in a line of at most 48 words and marks. Prose that mentions a date has one, too. O(@n_bytes).
 */
gboolean
purport_date_find (const char *line, gsize n_bytes, PurportDate *date)
{
  Piece pieces[MAX_PIECES];
  guint n = split (line, n_bytes, MAX_PIECES, pieces);

  return n <= MAX_PIECES && find (pieces, n, date);
}

/* Returns: whether the line has a date, and beside it nothing but times and the words that go with them. */
gboolean
purport_date_is_line (const char *line, gsize n_bytes)
{
  Piece pieces[MAX_PIECES];
  PurportDate date;
  guint n = split (line, n_bytes, MAX_OTHER_WORDS + 1, pieces), n_other = 0;
  gboolean has_notice = FALSE;

  if (n > MAX_PIECES || !find (pieces, n, &date))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    n_other += pieces[i].kind == PIECE_OTHER || pieces[i].kind == PIECE_UNIT ? 1 : 0;
    has_notice = has_notice || pieces[i].kind == PIECE_NOTICE || is_mark (&pieces[i], '|');
  }
  if (date.end_byte > date.start_byte && date.year == 0 && date.month == 0)
    n_other = n_other > 0 ? n_other - 1 : 0; /* the unit of "3 days ago" */
  return n_other == 0 || (has_notice && n_other <= MAX_OTHER_WORDS && !is_mark (&pieces[n - 1], '.'));
}

/* Returns: whether @word is a month, a weekday, "published", "updated" or the like. */
gboolean
purport_date_is_word (const char *word, gsize n_bytes)
{
  Piece piece = { .kind = PIECE_OTHER };

  classify_word (&piece, word, n_bytes);
  return piece.kind != PIECE_OTHER;
}

/* Returns: (transfer full) (nullable): the date as ISO 8601 has it; %NULL unless year, month and day are known. */
char *
purport_date_to_iso (const PurportDate *date)
{
  if (date->year == 0 || !g_date_valid_dmy ((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}
