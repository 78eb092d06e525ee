/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records lost spaces and breaks between sentences, quotation marks without a partner or turned the wrong way, words
 * glued together, names that lost their capital, and the traces of a wrong decoding.
 */
#include "text/repairs.h"

#include <string.h>

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

/* Double marks of a block: each opening one wants its closing one. Paragraphs of a long quote may stay open. */
static void
find_unbalanced_quotes (PurportWords *words)
{
  guint32 open = PURPORT_NONE, block = PURPORT_NONE;

  for (guint32 i = 0; i < words->sentences->len; i++) {
    const PurportTextSentence *sentence = &g_array_index (words->sentences, PurportTextSentence, i);
    if (sentence->block != block)
      open = PURPORT_NONE;
    block = sentence->block;
    for (guint32 j = sentence->first_token; j < sentence->end_token; j++) {
      PurportSpan span = get (words, j)->span;
      if (is (words, j, "“")) {
        if (open != PURPORT_NONE)
          add_repair (words, PURPORT_REPAIR_UNBALANCED_QUOTE, get (words, open)->span.start_byte,
                      get (words, open)->span.end_byte);
        open = j;
      } else if (is (words, j, "”")) {
        if (open == PURPORT_NONE)
          add_repair (words, PURPORT_REPAIR_UNBALANCED_QUOTE, span.start_byte, span.end_byte);
        open = PURPORT_NONE;
      }
    }
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
        add_repair (words, PURPORT_REPAIR_ENCODING, (gsize)(p - text), (gsize)(p - text) + length);
        p += length - 1;
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
