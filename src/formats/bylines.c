/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A byline is: names, each perhaps with a job behind it; then perhaps "for" and a newspaper, a place, a date. Anything
 * that does not fit this is none, so that a sentence which begins with "By" is not taken for one.
 */
#include "formats/bylines.h"

#include <string.h>

#include "formats/byline-words.h"
#include "formats/dates.h"

/* A longer line is prose. */
#define MAX_WORDS 24
#define MAX_NAME_WORDS 4
#define MAX_ROLE_WORDS 8

typedef struct {
  const char *at;
  gsize n_bytes;
  char mark; /* the punctuation that stands between this word and the one before; '\0': none */
} Word;

typedef struct {
  Word words[MAX_WORDS];
  guint n;
} Words;

static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == '|' || c == '/' || c == ';' || c == ':' || c == '(' || c == ')' || c == 0x2022 ||
         c == 0x2013 || c == 0x2014 || c == 0x00B7;
}

/* The byte in a word where another begins because a space was lost: "WalshHealth", "LeePublished"; 0: nowhere. */
static gsize
find_lost_space (const char *at, gsize n_bytes)
{
  for (gsize i = 2; i + 1 < n_bytes; i++) {
    gsize rest = n_bytes - i;
    if (!g_ascii_islower (at[i - 1]) || !g_ascii_isupper (at[i]))
      continue;
    if (purport_byline_word_is_role (at + i, rest) || purport_date_is_word (at + i, rest) ||
        strncmp (at + i, "BBC", rest) == 0 || g_ascii_strncasecmp (at + i, "for", rest) == 0)
      return i;
  }
  return 0;
}

static gboolean
append_word (Words *self, const char *at, gsize n_bytes, char mark)
{
  gsize lost = find_lost_space (at, n_bytes);

  if (self->n == MAX_WORDS)
    return FALSE;
  self->words[self->n++] = (Word){ at, lost > 0 ? lost : n_bytes, mark };
  return lost == 0 || append_word (self, at + lost, n_bytes - lost, '\0');
}

/* Returns: %FALSE if the line has too many words. */
static gboolean
split (Words *self, const char *line, gsize n_bytes)
{
  const char *at = line, *end = line + n_bytes;
  char mark = '\0';

  self->n = 0;
  while (at < end) {
    gunichar c = g_utf8_get_char (at);
    const char *from = at;

    if (g_unichar_isspace (c) || is_separator (c)) {
      if (is_separator (c))
        mark = c < 0x80 ? (char)c : '-';
      at = g_utf8_next_char (at);
      continue;
    }
    while (at < end && !g_unichar_isspace (c = g_utf8_get_char (at)) && !is_separator (c))
      at = g_utf8_next_char (at);
    if (!append_word (self, from, (gsize)(at - from), mark))
      return FALSE;
    mark = '\0';
  }
  return TRUE;
}

static gboolean
word_is (const Word *word, const char *lower_case_ascii)
{
  return strlen (lower_case_ascii) == word->n_bytes &&
         g_ascii_strncasecmp (word->at, lower_case_ascii, word->n_bytes) == 0;
}

static gboolean
is_and (const Word *word)
{
  return word_is (word, "and") || word_is (word, "&");
}

/* A capital, then letters, apostrophes, hyphens; a full stop only after initials and at "Jr." */
static gboolean
is_name_word (const Word *word)
{
  const char *end = word->at + word->n_bytes;

  if (!g_unichar_isupper (g_utf8_get_char (word->at)))
    return FALSE;
  for (const char *at = word->at; at < end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != '\'' && c != 0x2019 && c != '-' &&
        !(c == '.' && word->n_bytes <= 4))
      return FALSE;
  }
  return TRUE;
}

/* A range of words, and what they are. */
typedef struct {
  guint first;
  guint end; /* one past the last */
  guint n_names;
} Item;

/* Whether "Staff", "Reporter" and the like end a name such as that of a newspaper. */
static gboolean
is_collective (const Words *words, guint first, guint at)
{
  if (!purport_byline_word_is_role_head (words->words[at].at, words->words[at].n_bytes))
    return FALSE;
  if (word_is (&words->words[at], "staff"))
    return TRUE;
  for (guint i = first; i < at; i++)
    if (purport_byline_word_is_publisher (words->words[i].at, words->words[i].n_bytes))
      return TRUE;
  return FALSE;
}

static Item
read_name (const Words *words, guint first)
{
  Item item = { first, first, 0 };

  for (guint i = first; i < words->n; i++) {
    const Word *word = &words->words[i];

    if (i > first && word->mark != '\0')
      break;
    if (is_and (word) || word_is (word, "for") || word_is (word, "in"))
      break;
    if (item.n_names >= 1 && is_collective (words, first, i)) {
      item.end = i + 1;
      item.n_names = MAX (item.n_names, 2);
      break;
    }
    if (item.n_names >= 2 && purport_byline_word_is_role (word->at, word->n_bytes))
      break;
    if (item.n_names >= 1 && purport_byline_word_is_particle (word->at, word->n_bytes) && g_ascii_islower (word->at[0]))
      continue;
    if (item.n_names == MAX_NAME_WORDS || !is_name_word (word))
      break;
    item.n_names++;
    item.end = i + 1;
  }
  return item;
}

static gsize
item_length (const Words *words, Item item)
{
  const Word *last = &words->words[item.end - 1];
  return (gsize)(last->at + last->n_bytes - words->words[item.first].at);
}

static gboolean
item_is_agency (const Words *words, Item item)
{
  return item.end > item.first && purport_byline_is_agency (words->words[item.first].at, item_length (words, item));
}

static char *
dup_item (const Words *words, Item item)
{
  return g_strndup (words->words[item.first].at, item_length (words, item));
}

/* The words from @first to the next mark. */
static Item
read_segment (const Words *words, guint first)
{
  Item item = { first, first, 0 };

  while (item.end < words->n && (item.end == first || words->words[item.end].mark == '\0'))
    item.end++;
  return item;
}

static gboolean
segment_names_publisher (const Words *words, Item segment)
{
  if (item_is_agency (words, segment))
    return TRUE;
  for (guint i = segment.first; i < segment.end; i++)
    if (purport_byline_word_is_publisher (words->words[i].at, words->words[i].n_bytes))
      return segment.end - segment.first <= MAX_NAME_WORDS + 1;
  return FALSE;
}

/* Steps over a job: "Health and Science Editor". */
static guint
skip_role (const Words *words, guint at)
{
  guint end = at;

  for (guint i = at; i < words->n && i < at + MAX_ROLE_WORDS; i++) {
    const Word *word = &words->words[i];
    if (i > at && word->mark != '\0')
      break;
    if (purport_byline_word_is_role (word->at, word->n_bytes))
      end = i + 1;
    else if (!is_and (word) && !word_is (word, "of") && !word_is (word, "the") && !word_is (word, "in"))
      break;
  }
  return end;
}

static gboolean
has_role_head (const Words *words, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (purport_byline_word_is_role_head (words->words[i].at, words->words[i].n_bytes))
      return TRUE;
  return FALSE;
}

static gboolean
is_person (const Words *words, Item item)
{
  if (item.n_names < 2 || skip_role (words, item.first) >= item.end)
    return FALSE;
  for (guint i = item.first; i < item.end; i++) {
    const Word *word = &words->words[i];
    if (purport_byline_word_is_no_name (word->at, word->n_bytes) ||
        purport_byline_word_is_publisher (word->at, word->n_bytes) ||
        (i == item.first && purport_byline_word_is_role_head (word->at, word->n_bytes)))
      return FALSE;
  }
  return TRUE;
}

/* Whether more names come after a comma: only a list that ends in "and" tells them from a place. */
static gboolean
is_list (const Words *words, guint at)
{
  while (at < words->n) {
    Item item = read_name (words, at);
    if (!is_person (words, item))
      return FALSE;
    if (item.end < words->n && is_and (&words->words[item.end]))
      return TRUE;
    if (item.end == words->n || words->words[item.end].mark != ',')
      return FALSE;
    at = item.end;
  }
  return FALSE;
}

/* What stands behind the names: who they wrote for. Returns: whether all of it was understood. */
static gboolean
read_rest (const Words *words, guint at, PurportByline *byline)
{
  gboolean understood = TRUE;

  while (at < words->n) {
    gboolean is_for = word_is (&words->words[at], "for");
    Item segment = read_segment (words, at + (is_for ? 1 : 0));

    if (segment.end == segment.first)
      return FALSE;
    byline->is_certain = byline->is_certain || is_for;
    if (byline->publisher == NULL && (is_for || segment_names_publisher (words, segment)))
      byline->publisher = dup_item (words, segment);
    else
      understood = understood && skip_role (words, at) == segment.end;
    at = segment.end;
  }
  return understood;
}

/* "Daily Echo Reporter" names the newspaper. */
static void
read_collective (const Words *words, Item item, PurportByline *byline)
{
  if (item.end - item.first < 2 || byline->publisher != NULL || !is_collective (words, item.first, item.end - 1))
    return;
  item.end--;
  if (segment_names_publisher (words, item))
    byline->publisher = dup_item (words, item);
}

/* "Daily Echo Reporters": nobody in particular. */
static gboolean
is_newsroom (const Words *words, Item item)
{
  Item head = { item.first, item.end - 1, 0 };

  return item.end - item.first >= 2 && is_collective (words, item.first, item.end - 1) &&
         segment_names_publisher (words, head);
}

static gboolean
read_names (const Words *words, guint at, gboolean said, PurportByline *byline)
{
  while (at < words->n) {
    Item item = read_name (words, at);
    gboolean accepted = item_is_agency (words, item) || is_newsroom (words, item) ||
                        (said ? item.n_names >= 2 : is_person (words, item));

    if (!accepted)
      return byline->names->len > 0 ? read_rest (words, at, byline) : FALSE;
    g_ptr_array_add (byline->names, dup_item (words, item));
    read_collective (words, item, byline);
    at = skip_role (words, item.end);
    if (!said && at > item.end && !has_role_head (words, item.end, at))
      return FALSE;
    byline->is_certain = byline->is_certain || has_role_head (words, item.end, at);
    if (at < words->n && is_and (&words->words[at]))
      at++;
    else if (at == words->n || words->words[at].mark != ',' || !is_list (words, at))
      return read_rest (words, at, byline);
  }
  return byline->names->len > 0;
}

/* Keeps the words before a date, without those that announce one. Returns: whether there is a date. */
static gboolean
cut_date (Words *words, const char *line, gsize n_bytes)
{
  PurportDate date;
  const char *from;

  if (!purport_date_find (line, n_bytes, &date))
    return FALSE;
  from = line + date.start_byte;
  while (words->n > 0 && words->words[words->n - 1].at >= from)
    words->n--;
  while (words->n > 0 && purport_date_is_word (words->words[words->n - 1].at, words->words[words->n - 1].n_bytes))
    words->n--;
  return TRUE;
}

/* "Words by", "Written by". */
static gboolean
is_credit_word (const Word *word)
{
  return word_is (word, "written") || word_is (word, "words") || word_is (word, "text") || word_is (word, "story") ||
         word_is (word, "reporting") || word_is (word, "report");
}

/* "By" or "Author:" at the beginning: alone, or with the space behind it lost. Returns: whether it is there, and takes
 * it off. */
static gboolean
take_by (Words *words)
{
  Word *first = &words->words[0];

  if (word_is (first, "by") && g_ascii_isupper (first->at[0])) {
    memmove (words->words, words->words + 1, (words->n - 1) * sizeof (Word));
    words->n--;
    return words->n > 0;
  }
  if (words->n > 2 && ((is_credit_word (first) && word_is (first + 1, "by")) || word_is (first, "author"))) {
    guint n_taken = word_is (first, "author") ? 1 : 2;
    memmove (words->words, words->words + n_taken, (words->n - n_taken) * sizeof (Word));
    words->n -= n_taken;
    return TRUE;
  }
  if (first->n_bytes >= 4 && strncmp (first->at, "By", 2) == 0 && g_ascii_isupper (first->at[2])) {
    first->at += 2;
    first->n_bytes -= 2;
    return TRUE;
  }
  return FALSE;
}

/* "BYANN LEE": all in capitals, and two or three words. It could be another word that begins so. */
static gboolean
take_glued_by (Words *words)
{
  Word *first = &words->words[0];

  if (words->n < 2 || words->n > 3 || first->n_bytes < 6 || strncmp (first->at, "BY", 2) != 0)
    return FALSE;
  for (guint i = 0; i < words->n; i++)
    for (gsize k = 0; k < words->words[i].n_bytes; k++)
      if (g_ascii_islower (words->words[i].at[k]))
        return FALSE;
  first->at += 2;
  first->n_bytes -= 2;
  return TRUE;
}

/* A news agency alone, perhaps with a place behind it. */
static gboolean
read_agency (const Words *words, PurportByline *byline)
{
  Item segment = read_segment (words, 0);

  if (words->n > 4 || !item_is_agency (words, segment))
    return FALSE;
  g_ptr_array_add (byline->names, dup_item (words, segment));
  return TRUE;
}

void
purport_byline_clear (PurportByline *byline)
{
  g_clear_pointer (&byline->names, g_ptr_array_unref);
  g_clear_pointer (&byline->publisher, g_free);
}

/**
 * purport_byline_parse:
 * @line: valid UTF-8; a whole line, white space trimmed
 * @byline: (out): to be cleared with purport_byline_clear(), whatever is returned
 *
 * Reads a byline. O(@n_bytes).
 */
PurportBylineForm
purport_byline_parse (const char *line, gsize n_bytes, PurportByline *byline)
{
  Words words;
  gboolean said, glued, cut;

  *byline = (PurportByline){ .names = g_ptr_array_new_with_free_func (g_free) };
  if (!split (&words, line, n_bytes))
    return PURPORT_BYLINE_NONE;
  cut = cut_date (&words, line, n_bytes);
  while (words.n > 0 && words.words[0].n_bytes == 1 && g_ascii_ispunct (words.words[0].at[0])) {
    memmove (words.words, words.words + 1, (words.n - 1) * sizeof (Word));
    words.n--;
  }
  if (words.n == 0 || skip_role (&words, 0) == words.n)
    return PURPORT_BYLINE_NONE;
  if (read_agency (&words, byline))
    return PURPORT_BYLINE_AGENCY;
  byline->is_certain = cut;
  glued = take_glued_by (&words);
  said = !glued && take_by (&words);
  if (read_names (&words, 0, said, byline) || (said && byline->names->len > 0 && words.n <= 12))
    return said || byline->is_certain ? PURPORT_BYLINE_SAID : PURPORT_BYLINE_BARE;
  return PURPORT_BYLINE_NONE;
}

/* Whether the line is the description of a job and no more: "Higher Education Reporter". */
gboolean
purport_byline_is_role (const char *line, gsize n_bytes)
{
  Words words;
  gboolean has_head = FALSE;

  if (!split (&words, line, n_bytes) || words.n == 0 || words.n > MAX_ROLE_WORDS || skip_role (&words, 0) != words.n)
    return FALSE;
  for (guint i = 0; i < words.n; i++)
    has_head = has_head || purport_byline_word_is_role_head (words.words[i].at, words.words[i].n_bytes);
  return has_head;
}

/* Whether the line is the name of an account, "@ann_lee", and no more. */
gboolean
purport_byline_is_handle (const char *line, gsize n_bytes)
{
  if (n_bytes < 3 || line[0] != '@')
    return FALSE;
  for (gsize i = 1; i < n_bytes; i++)
    if (!g_ascii_isalnum (line[i]) && line[i] != '_')
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *line, gsize n_bytes)
{
  const char *dot = g_strrstr_len (line, (gssize)n_bytes, ".");

  if (dot == NULL || dot == line || n_bytes > 60 || line + n_bytes - dot < 3)
    return FALSE;
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isalnum (line[i]) && line[i] != '.' && line[i] != '-')
      return FALSE;
  return TRUE;
}

/* Whether the line could be the name of a newspaper, site or broadcaster and no more. */
gboolean
purport_byline_is_publisher (const char *line, gsize n_bytes)
{
  Words words;
  gboolean named = FALSE;

  if (is_domain (line, n_bytes))
    return TRUE;
  if (!split (&words, line, n_bytes) || words.n == 0 || words.n > 5)
    return FALSE;
  named = purport_byline_is_agency (line, n_bytes) || (words.n == 2 && word_is (&words.words[0], "the"));
  for (guint i = 0; i < words.n; i++) {
    const Word *word = &words.words[i];
    named = named || purport_byline_word_is_publisher (word->at, word->n_bytes);
    if (!g_unichar_isupper (g_utf8_get_char (word->at)) && !is_and (word) && !word_is (word, "of") &&
        !word_is (word, "the") && !word_is (word, "on") && !g_ascii_isdigit (word->at[0]))
      return FALSE;
  }
  return named;
}

/* Whether @words are the name of a news agency and no more. */
gboolean
purport_byline_is_agency_name (const char *words, gsize n_bytes)
{
  return purport_byline_is_agency (words, n_bytes);
}

/* Whether @words are a person's name and no more: two to four words in capitals, none of which is a common one. */
gboolean
purport_byline_is_name (const char *words, gsize n_bytes)
{
  Words split_words;
  Item item;

  if (!split (&split_words, words, n_bytes) || split_words.n == 0)
    return FALSE;
  item = read_name (&split_words, 0);
  return item.end == split_words.n && is_person (&split_words, item);
}
