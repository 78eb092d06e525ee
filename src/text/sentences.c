/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences by rules over tokens. White space tells nothing but whether there is any, so that a text wrapped at any
 * column has the same sentences; every look around is bounded, so that the whole is linear. */
#include "text/sentences.h"

#include <string.h>

#include "text/abbreviations.h"
#include "text/graphemes.h"
#include "text/sentence-words.h"

/* How many closing quotes and brackets may stand behind a full stop, and opening ones before a word. */
#define MAX_CLOSERS 4u
/* An adverbial such as a time of day before the subject is not longer, in tokens. */
#define MAX_FRONTED 5u
/* A word of so many letters is no abbreviation. */
#define MIN_UNABBREVIATED 4u
/* So many dashes in a row are no punctuation. */
#define MIN_RULER 5u

typedef struct {
  const PurportWords *words;
  guint32 begin;  /* of the block */
  guint32 first;  /* of the sentence */
  guint32 end;    /* of the block */
  gboolean blind; /* capitals tell nothing */
  guint32 item;   /* number of the last list item, 0: no list */
  char item_mark; /* what stands behind it */
} Splitter;

typedef enum {
  END_NONE,
  END_STOP,         /* . */
  END_ELLIPSIS,     /* ... */
  END_MARK,         /* ! or ? */
  END_ABBREVIATION, /* a word with a stop of its own */
} End;

static const PurportToken *
get (const Splitter *self, guint32 i)
{
  return purport_words_get_token (self->words, i);
}

static const char *
text_of (const Splitter *self, guint32 i)
{
  return purport_words_get_text (self->words, i);
}

static gsize
length_of (const Splitter *self, guint32 i)
{
  return purport_span_length (get (self, i)->span);
}

static gboolean
has (const Splitter *self, guint32 i, PurportTokenFlags flag)
{
  return (get (self, i)->flags & flag) != 0;
}

/* The only character of token @i, or 0. */
static gunichar
only_character (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);

  if (!has (self, i, PURPORT_TOKEN_PUNCTUATION) || length_of (self, i) > 4)
    return 0;
  if ((gsize)(g_utf8_next_char (at) - at) != length_of (self, i))
    return length_of (self, i) == 2 && (memcmp (at, "''", 2) == 0 || memcmp (at, "``", 2) == 0) ? '"' : 0;
  return g_utf8_get_char (at);
}

static gboolean
is_dash (const Splitter *self, guint32 i)
{
  gunichar c = only_character (self, i);
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015 ||
         (length_of (self, i) == 2 && memcmp (text_of (self, i), "--", 2) == 0);
}

static gboolean
is_bullet (const Splitter *self, guint32 i)
{
  gunichar c = only_character (self, i);
  return c == 0x2022 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x2023;
}

/* A straight quotation mark closes where one is open. */
static gboolean
closes_straight (const Splitter *self, guint32 i)
{
  guint n_before = 0;
  char mark = *text_of (self, i);

  if (!has (self, i, PURPORT_TOKEN_SPACE_BEFORE) || i + 1 >= self->end)
    return i + 1 >= self->end || has (self, i + 1, PURPORT_TOKEN_SPACE_BEFORE) ||
           has (self, i + 1, PURPORT_TOKEN_PUNCTUATION) || !has (self, i, PURPORT_TOKEN_SPACE_BEFORE);
  if (!has (self, i + 1, PURPORT_TOKEN_SPACE_BEFORE))
    return FALSE;
  for (guint32 k = i; k > self->begin && i - k < 64; k--)
    n_before += *text_of (self, k - 1) == mark && only_character (self, k - 1) != 0 ? 1 : 0;
  return n_before % 2 == 1;
}

static gboolean
is_closer (const Splitter *self, guint32 i)
{
  gunichar c = only_character (self, i);

  switch (c) {
  case ')':
  case ']':
  case '}':
  case 0x201D:
  case 0xBB:
    return TRUE;
  case 0x2019:
    return !has (self, i, PURPORT_TOKEN_SPACE_BEFORE);
  case '"':
  case '\'':
    return closes_straight (self, i);
  default:
    return FALSE;
  }
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

static gboolean
is_opener (const Splitter *self, guint32 i)
{
  gunichar c = only_character (self, i);
  return c == '(' || c == '[' || (is_quote (c) && !is_closer (self, i)) || c == 0xBF || c == 0xA1;
}

static End
find_end_kind (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);
  gsize n = length_of (self, i);
  gunichar c = only_character (self, i);

  if (c == '.')
    return END_STOP;
  if (c == 0x2026 || (*at == '.' && has (self, i, PURPORT_TOKEN_PUNCTUATION)))
    return END_ELLIPSIS;
  if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x6D4 || c == 0x964 || c == 0x61F || c == 0x203D)
    return END_MARK;
  if (*at == '!' || *at == '?')
    return END_MARK;
  if (at[n - 1] == '.' && has (self, i, PURPORT_TOKEN_LETTER) && n <= 16)
    return END_ABBREVIATION;
  return END_NONE;
}

/* The first token from @i on that opens nothing. */
static guint32
skip_openers (const Splitter *self, guint32 i)
{
  for (guint n = 0; n < MAX_CLOSERS && i + 1 < self->end && (is_opener (self, i) || is_dash (self, i)); n++)
    i++;
  return i;
}

/* Whether token @i may be the first word of a sentence, by its letters. */
static gboolean
looks_first (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);

  if (!has (self, i, PURPORT_TOKEN_LETTER))
    return has (self, i, PURPORT_TOKEN_DIGIT);
  if (self->blind || has (self, i, PURPORT_TOKEN_CAPITALIZED))
    return TRUE;
  if ((guchar)*at >= 0x80)
    return !g_unichar_islower (g_utf8_get_char (at));
  return length_of (self, i) > 2 && purport_byte_is_upper (at[1]);
}

static gboolean
starts_by_word (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);
  gsize n = length_of (self, i);

  if (self->blind)
    return purport_sentence_word_is_pronoun (at, n);
  return has (self, i, PURPORT_TOKEN_CAPITALIZED) && purport_sentence_word_starts (at, n);
}

static gboolean
reports_soon (const Splitter *self, guint32 i)
{
  for (guint32 k = i; k < self->end && k < i + 4; k++) {
    if (purport_sentence_word_reports (text_of (self, k), length_of (self, k)))
      return TRUE;
    if (has (self, k, PURPORT_TOKEN_PUNCTUATION))
      return FALSE;
  }
  return FALSE;
}

/* Whether all of the sentence up to @last is the number of a list item. */
static gboolean
is_marker (const Splitter *self, guint32 last)
{
  guint32 i = self->first;

  if (last - i > 3)
    return FALSE;
  while (i < last && (is_bullet (self, i) || only_character (self, i) == '('))
    i++;
  if (i == last)
    return length_of (self, i) == 2 && has (self, i, PURPORT_TOKEN_LETTER);
  return (has (self, i, PURPORT_TOKEN_DIGIT) && length_of (self, i) <= 3) || length_of (self, i) == 1;
}

/* The number of a list item that starts at @i and the mark behind it; 0: none does. */
static guint32
read_marker (const Splitter *self, guint32 i, char *mark)
{
  const char *at = text_of (self, i);
  gsize n = length_of (self, i);
  guint32 next = i + 1, value = 0;

  if (n <= 2 && purport_byte_is_digit (at[0]) && (n == 1 || purport_byte_is_digit (at[1]))) {
    value = (guint32)g_ascii_strtoull (at, NULL, 10);
    if (next >= self->end || has (self, next, PURPORT_TOKEN_SPACE_BEFORE))
      return 0;
    *mark = *text_of (self, next);
    next++;
    if (*mark == '.' && next < self->end && *text_of (self, next) == ')')
      next++;
  } else if (n == 2 && purport_byte_is_lower (at[0]) && at[1] == '.') {
    value = (guint32)(at[0] - 'a' + 1);
    *mark = 'a';
  }
  if (value == 0 || (*mark != '.' && *mark != ')' && *mark != 'a') || next >= self->end ||
      !has (self, next, PURPORT_TOKEN_SPACE_BEFORE) || !looks_first (self, next))
    return 0;
  return value;
}

static gboolean
starts_item (Splitter *self, guint32 i)
{
  char mark = 0;
  guint32 value;

  if (is_bullet (self, i))
    return i > self->first;
  if (self->item == 0 || !has (self, i, PURPORT_TOKEN_SPACE_BEFORE) ||
      !has (self, i, PURPORT_TOKEN_DIGIT | PURPORT_TOKEN_LETTER))
    return FALSE;
  value = read_marker (self, i, &mark);
  return value == self->item + 1 && mark == self->item_mark;
}

/* Full stops with blanks between them. Three of them are an ellipsis; one more, at either end, is a full stop. */
static gboolean
breaks_at_dots (const Splitter *self, guint32 i)
{
  guint32 from = i, to = i;
  guint n;

  while (from > self->begin && i - from < 8 && only_character (self, from - 1) == '.')
    from--;
  while (to < self->end && to - i < 8 && only_character (self, to) == '.')
    to++;
  n = to - from;
  if (to >= self->end || !looks_first (self, skip_openers (self, to)))
    return FALSE;
  if (!has (self, from, PURPORT_TOKEN_SPACE_BEFORE))
    return n == 4 && i == from + 1;
  return i == to && n >= 4;
}

static gboolean
breaks_after_abbreviation (const Splitter *self, guint32 last, guint32 i)
{
  const char *at = text_of (self, last);
  gsize n = length_of (self, last) - 1;
  PurportAbbreviation kind = purport_abbreviation_find (at, n);
  gboolean starter = starts_by_word (self, i);

  if (only_character (self, i) == 0 && !looks_first (self, i))
    return FALSE;
  if (kind == PURPORT_ABBREVIATION_TITLE)
    return starter && (n == 2 && (at[1] | 0x20) == 't');
  if (kind == PURPORT_ABBREVIATION_NUMBER || kind == PURPORT_ABBREVIATION_INNER)
    return FALSE;
  if (n == 3 && (at[0] | 0x20) != 'e' && (at[2] | 0x20) == 'm') {
    gboolean title = !self->blind && find_end_kind (self, i) == END_ABBREVIATION;
    return last - self->first > MAX_FRONTED - 3 && (starter || title);
  }
  if (n == 3 && (memcmp (at, "etc", 3) == 0) && !self->blind)
    return has (self, i, PURPORT_TOKEN_CAPITALIZED);
  return starter;
}

static gboolean
breaks_glued (const Splitter *self, End kind, guint32 last, guint32 i, gboolean closed)
{
  guint32 word = skip_openers (self, i);
  gboolean capital = has (self, word, PURPORT_TOKEN_CAPITALIZED);

  if (is_dash (self, i))
    return kind == END_STOP && (capital || i + 1 >= self->end || has (self, i + 1, PURPORT_TOKEN_SPACE_BEFORE));
  if (kind == END_ABBREVIATION || !capital || last == self->first)
    return FALSE;
  if (kind == END_STOP && !closed)
    return has (self, last - 1, PURPORT_TOKEN_DIGIT) || is_closer (self, last - 1) || length_of (self, last - 1) > 1;
  return TRUE;
}

/* Whether a full stop behind a long word in small letters is one, though the next word has none: no abbreviation is so
 * long. */
static gboolean
ends_small (const Splitter *self, guint32 last)
{
  return has (self, last - 1, PURPORT_TOKEN_LETTER) && length_of (self, last - 1) >= MIN_UNABBREVIATED &&
         !has (self, last, PURPORT_TOKEN_SPACE_BEFORE);
}

/* With a space between, or a quotation mark that was closed. */
static gboolean
breaks_after (const Splitter *self, End kind, guint32 last, guint32 i, gboolean quoted)
{
  guint32 word = skip_openers (self, i);
  gboolean letters = has (self, word, PURPORT_TOKEN_LETTER);

  if (kind == END_ABBREVIATION)
    return breaks_after_abbreviation (self, last, i);
  if (quoted && (kind == END_MARK || self->blind) && reports_soon (self, i))
    return FALSE;
  if (!looks_first (self, word)) {
    if (!letters)
      return *text_of (self, word) == '*' || is_bullet (self, word) || only_character (self, word) == 0;
    if (quoted || i != word || last == self->first || has (self, last - 1, PURPORT_TOKEN_CAPITALIZED))
      return FALSE;
    return kind == END_MARK || (kind == END_STOP && last + 1 == i && ends_small (self, last));
  }
  if (kind == END_ELLIPSIS && self->blind)
    return length_of (self, last) > 3 && *text_of (self, last) == '.';
  if (kind == END_STOP && self->blind && only_character (self, i) == '[')
    return FALSE;
  return TRUE;
}

/* Words left out in brackets, and a number's sign with a stop: N°. 12. */
static gboolean
is_no_end (const Splitter *self, End kind, guint32 last, guint32 i)
{
  gunichar before = last > self->first ? only_character (self, last - 1) : 0;

  if (kind == END_ELLIPSIS)
    return before == '[' || before == '(';
  return kind == END_STOP && (before == 0xB0 || before == '#') && has (self, i, PURPORT_TOKEN_DIGIT);
}

/* A row of dashes, stars and the like, which parts what stands before and behind it. */
static gboolean
is_ruler (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);
  return has (self, i, PURPORT_TOKEN_PUNCTUATION) && length_of (self, i) >= MIN_RULER && strchr ("-*=_~#", *at) != NULL;
}

/* Whether tokens @i to @i + 2 are a reference, such as [12], which belongs to the sentence before it. */
static gboolean
is_reference (const Splitter *self, guint32 i)
{
  return i + 2 < self->end && only_character (self, i) == '[' && only_character (self, i + 2) == ']' &&
         has (self, i + 1, PURPORT_TOKEN_DIGIT) && !has (self, i + 1, PURPORT_TOKEN_LETTER) &&
         length_of (self, i + 1) <= 3;
}

/* ":)" and the like, which ends what it comments. */
static gboolean
is_emoticon (const Splitter *self, guint32 i)
{
  const char *at = text_of (self, i);
  gsize n = length_of (self, i);

  return (n == 2 || n == 3) && (*at == ':' || *at == ';' || *at == '=') &&
         (at[n - 1] == ')' || at[n - 1] == '(' || at[n - 1] == 'D' || at[n - 1] == 'P' || at[n - 1] == 'p');
}

/* Whether a sentence starts with token @i. */
static gboolean
breaks_before (Splitter *self, guint32 i)
{
  guint32 last = i - 1;
  gboolean quoted = FALSE, smiles = FALSE;
  End kind;

  if (starts_item (self, i) || is_ruler (self, i) || is_ruler (self, last))
    return TRUE;
  if (is_emoticon (self, i) || is_reference (self, i))
    return FALSE;
  while (last >= self->first + 3 && is_reference (self, last - 2))
    last -= 3;
  for (guint n = 0; n < MAX_CLOSERS && last > self->first && (is_closer (self, last) || is_emoticon (self, last));
       n++, last--) {
    quoted = quoted || is_quote (only_character (self, last));
    smiles = smiles || is_emoticon (self, last);
  }
  kind = find_end_kind (self, last);
  if (smiles && kind == END_NONE)
    return !self->blind && has (self, i, PURPORT_TOKEN_CAPITALIZED) && has (self, i, PURPORT_TOKEN_SPACE_BEFORE);
  if (kind == END_NONE || is_marker (self, last) || is_no_end (self, kind, last, i))
    return FALSE;
  if (only_character (self, last) == '.' &&
      (only_character (self, i) == '.' || (last > self->first && only_character (self, last - 1) == '.')))
    return breaks_at_dots (self, i);
  if (is_closer (self, i) || find_end_kind (self, i) == END_MARK || find_end_kind (self, i) == END_ELLIPSIS)
    return FALSE;
  if (!has (self, i, PURPORT_TOKEN_SPACE_BEFORE))
    return breaks_glued (self, kind, last, i, last + 1 < i);
  return breaks_after (self, kind, last, i, quoted);
}

static void
add_sentence (PurportWords *words, guint32 block, guint32 first, guint32 end)
{
  PurportTextSentence sentence = { .first_token = first, .end_token = end, .block = block };

  sentence.span = purport_span (purport_words_get_token (words, first)->span.start_byte,
                                purport_words_get_token (words, end - 1)->span.end_byte);
  g_array_append_val (words->sentences, sentence);
}

/* Returns: whether capitals tell anything in those tokens. O(number of tokens). */
PurportCase
purport_sentences_find_case (const GArray *tokens, guint32 first_token, guint32 end_token)
{
  gsize n_words = 0, n_capitals = 0, n_upper = 0;

  for (guint32 i = first_token; i < end_token; i++) {
    guint8 flags = g_array_index (tokens, PurportToken, i).flags;
    n_words += (flags & PURPORT_TOKEN_LETTER) != 0 ? 1 : 0;
    n_capitals += (flags & PURPORT_TOKEN_CAPITALIZED) != 0 ? 1 : 0;
    n_upper += (flags & PURPORT_TOKEN_UPPER) != 0 ? 1 : 0;
  }
  if (n_words >= 4 && n_upper * 10 > n_words * 7)
    return PURPORT_CASE_UPPER;
  return n_words > 0 && n_capitals * 100 < n_words ? PURPORT_CASE_LOWER : PURPORT_CASE_MIXED;
}

/**
 * purport_sentences_find:
 * @words: with its tokens; the sentences are appended
 * @block: index of the block that the tokens are of
 *
 * O(number of tokens).
 */
void
purport_sentences_find (PurportWords *words, guint32 block, guint32 first_token, guint32 end_token)
{
  Splitter self = { .words = words, .begin = first_token, .first = first_token, .end = end_token };

  if (first_token == end_token)
    return;
  self.blind = purport_sentences_find_case (words->tokens, first_token, end_token) != PURPORT_CASE_MIXED;
  self.item =
      read_marker (&self, is_bullet (&self, first_token) && first_token + 1 < end_token ? first_token + 1 : first_token,
                   &self.item_mark);
  if (self.item > 1)
    self.item = 0;
  for (guint32 i = first_token + 1; i < end_token; i++) {
    if (!breaks_before (&self, i))
      continue;
    if (starts_item (&self, i))
      self.item += self.item > 0 ? 1 : 0;
    add_sentence (words, block, self.first, i);
    self.first = i;
  }
  add_sentence (words, block, self.first, end_token);
}
