/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records lost spaces and breaks between sentences, quotation marks without a partner or turned the wrong way, words
 * glued together, names that lost their capital, and the traces of a wrong decoding.
 */
#include "text/repairs.h"

#include <string.h>

#include "text/graphemes.h"

static void
add_repair (PurportWords *words, PurportRepairKind kind, gsize start_byte, gsize end_byte)
{
  PurportRepair repair = { purport_span (start_byte, end_byte), kind };
  g_array_append_val (words->repairs, repair);
}

static const PurportToken *
get (const PurportWords *words, guint32 token)
{
  return purport_words_get_token (words, token);
}

static gboolean
is (const PurportWords *words, guint32 token, const char *text)
{
  gsize length = strlen (text);
  return purport_span_length (get (words, token)->span) == length &&
         memcmp (purport_words_get_text (words, token), text, length) == 0;
}

/* Two sentences of a block with nothing between them: a space was lost, or behind a closing mark a whole break. The
 * span is the token that it is missing before. */
static void
find_lost_spaces (PurportWords *words)
{
  for (guint32 i = 1; i < words->sentences->len; i++) {
    const PurportTextSentence *before = &g_array_index (words->sentences, PurportTextSentence, i - 1);
    const PurportTextSentence *here = &g_array_index (words->sentences, PurportTextSentence, i);
    gboolean quoted = is (words, before->end_token - 1, "”") || is (words, here->first_token, "”") ||
                      is (words, here->first_token, "—");
    if (here->block != before->block || here->span.start_byte != before->span.end_byte)
      continue;
    add_repair (words, quoted ? PURPORT_REPAIR_MISSING_BREAK : PURPORT_REPAIR_MISSING_SPACE, here->span.start_byte,
                get (words, here->first_token)->span.end_byte);
  }
}

/* Which way a double quotation mark is turned. */
typedef enum {
  TURN_NONE, /* no such mark */
  TURN_OPEN,
  TURN_CLOSE,
  TURN_EITHER, /* straight */
  TURN_LOW,    /* opens, and an opening one closes it: „so“ */
} Turn;

static Turn
find_turn (const PurportWords *words, guint32 token)
{
  if (is (words, token, "\""))
    return TURN_EITHER;
  if (is (words, token, "“"))
    return TURN_OPEN;
  if (is (words, token, "”"))
    return TURN_CLOSE;
  return is (words, token, "„") ? TURN_LOW : TURN_NONE;
}

/* Which way a mark at that place must be turned, where the spaces around it tell: EITHER, if they do not. */
static Turn
find_place (const PurportWords *words, guint32 token, guint32 first, guint32 end)
{
  gboolean space_before = token == first || (get (words, token)->flags & PURPORT_TOKEN_SPACE_BEFORE) != 0;
  gboolean space_after = token + 1 >= end || (get (words, token + 1)->flags & PURPORT_TOKEN_SPACE_BEFORE) != 0;

  if (space_before != space_after)
    return space_before ? TURN_OPEN : TURN_CLOSE;
  return TURN_EITHER;
}

static void
add_quote_repair (PurportWords *words, guint32 token)
{
  PurportSpan span = get (words, token)->span;
  add_repair (words, PURPORT_REPAIR_UNBALANCED_QUOTE, span.start_byte, span.end_byte);
}

/* Whether a mark is that of an inch or a second: straight, behind a digit. */
static gboolean
is_measure (const PurportWords *words, guint32 token)
{
  return token > 0 && find_turn (words, token) == TURN_EITHER &&
         (get (words, token - 1)->flags & PURPORT_TOKEN_DIGIT) != 0 &&
         (get (words, token)->flags & PURPORT_TOKEN_SPACE_BEFORE) == 0;
}

/* A mark inside a block whose tokens are [first, end). Returns: the mark that is open now, or %PURPORT_NONE. */
static guint32
match_quote (PurportWords *words, guint32 token, guint32 first, guint32 end, guint32 open)
{
  Turn turn = find_turn (words, token), place = find_place (words, token, first, end);
  Turn partner = open != PURPORT_NONE ? find_turn (words, open) : TURN_NONE;

  if (turn == TURN_OPEN && partner == TURN_LOW)
    return PURPORT_NONE;
  if (turn == TURN_LOW)
    place = TURN_OPEN;
  else if (place == TURN_EITHER)
    place = turn != TURN_EITHER ? turn : open == PURPORT_NONE ? TURN_OPEN : TURN_CLOSE;
  if (place == TURN_OPEN) {
    if (open != PURPORT_NONE)
      add_quote_repair (words, open);
    if (turn == TURN_CLOSE)
      add_quote_repair (words, token);
    return token;
  }
  if (open == PURPORT_NONE && is_measure (words, token))
    return open;
  if (open == PURPORT_NONE || turn == TURN_OPEN || (turn == TURN_EITHER) != (partner == TURN_EITHER))
    add_quote_repair (words, token);
  return PURPORT_NONE;
}

/* Double marks of a block: each wants its partner, of its own kind, turned the right way. A mark that is open at the
 * block's end is sound where the next block opens one again, as paragraphs of a long quotation do. */
static void
find_unbalanced_quotes (PurportWords *words)
{
  guint32 n = words->sentences->len;

  for (guint32 i = 0, next; i < n; i = next) {
    const PurportTextSentence *sentence = &g_array_index (words->sentences, PurportTextSentence, i);
    guint32 open = PURPORT_NONE, first = sentence->first_token, end, block = sentence->block;
    for (next = i; next < n && g_array_index (words->sentences, PurportTextSentence, next).block == block; next++)
      ;
    end = g_array_index (words->sentences, PurportTextSentence, next - 1).end_token;
    for (guint32 token = first; token < end; token++)
      if (find_turn (words, token) != TURN_NONE)
        open = match_quote (words, token, first, end, open);
    if (open != PURPORT_NONE && (end >= words->tokens->len || find_turn (words, end) == TURN_NONE))
      add_quote_repair (words, open);
  }
}

/* "claimInclude": a capital in the middle of a word of small letters, both halves long. */
static void
find_glued_words (PurportWords *words)
{
  for (guint32 i = 0; i < words->tokens->len; i++) {
    PurportSpan span = get (words, i)->span;
    const char *text = words->article->text;
    if (!(get (words, i)->flags & PURPORT_TOKEN_LETTER) || purport_span_length (span) < 8)
      continue;
    for (gsize j = span.start_byte + 4; j + 4 <= span.end_byte; j++)
      if (g_ascii_isupper (text[j]) && g_ascii_islower (text[j - 1]) && g_ascii_islower (text[j - 2]) &&
          g_ascii_islower (text[j - 3]) && g_ascii_islower (text[j + 1]) && g_ascii_islower (text[j + 2])) {
        add_repair (words, PURPORT_REPAIR_GLUED_WORDS, span.start_byte, span.end_byte);
        break;
      }
  }
}

/* A small letter where the name model sees the surname of a person whose first name has its capital. */
static void
find_lost_capitals (PurportWords *words)
{
  for (guint32 i = 0; i < words->names->len; i++) {
    const PurportTextName *name = &g_array_index (words->names, PurportTextName, i);
    const PurportToken *last = get (words, name->end_token - 1);
    if (name->type == PURPORT_NAME_PERSON && name->end_token - name->first_token > 1 &&
        get (words, name->first_token)->flags & PURPORT_TOKEN_CAPITALIZED &&
        g_ascii_islower (words->article->text[last->span.start_byte]))
      add_repair (words, PURPORT_REPAIR_LETTER_CASE, last->span.start_byte, last->span.end_byte);
  }
}

/* UTF-8 read as Windows-1252 ("â€™", "Ã©") and what a decoder could not read. */
static void
find_wrong_encoding (PurportWords *words)
{
  static const char *const traces[] = { "â€", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã±", "Â ", "Â£", "Â°", "\xEF\xBF\xBD" };
  const char *text = words->article->text, *end = text + words->article->n_bytes;

  for (const char *p = text; p < end; p++) {
    if ((guchar)*p != 0xC3 && (guchar)*p != 0xC2 && (guchar)*p != 0xEF)
      continue;
    for (guint i = 0; i < G_N_ELEMENTS (traces); i++) {
      gsize length = strlen (traces[i]);
      if ((gsize)(end - p) >= length && memcmp (p, traces[i], length) == 0) {
        const char *to = purport_grapheme_next (g_utf8_prev_char (p + length), end);
        if (i == 0 && to < end && (guchar)*to >= 0x80)
          to = purport_grapheme_next (to, end); /* the third character of a quotation mark or dash */
        add_repair (words, PURPORT_REPAIR_ENCODING, (gsize)(p - text), (gsize)(to - text));
        p = to - 1;
        break;
      }
    }
  }
}

static gint
compare_repairs (gconstpointer a, gconstpointer b)
{
  const PurportRepair *first = a, *second = b;

  if (first->span.start_byte != second->span.start_byte)
    return first->span.start_byte < second->span.start_byte ? -1 : 1;
  return (gint)first->kind - (gint)second->kind;
}

/**
 * purport_repairs_find:
 * @words: with tokens, sentences and names; gets its repairs, in order
 *
 * O(length of the text + repairs × log repairs).
 */
void
purport_repairs_find (PurportWords *words)
{
  find_lost_spaces (words);
  find_unbalanced_quotes (words);
  find_glued_words (words);
  find_lost_capitals (words);
  find_wrong_encoding (words);
  g_array_sort (words->repairs, compare_repairs);
}
