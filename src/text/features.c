/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes of words, affixes and shapes. */
#include "text/features.h"

#include <string.h>

#define HASH_START 2166136261u
/* Longer words are known by their two ends. */
#define MAX_BYTES 64u
/* A sentence of so few words is no heading in title case. */
#define MIN_TITLE_WORDS 4u

static guint32
hash_step (guint32 hash, guint8 byte)
{
  return (hash ^ byte) * 16777619u;
}

/* The kind of a byte for the shape: letters, digits, the mark itself. */
static guint8
kind_of (guint8 byte)
{
  if (byte >= 0x80 || g_ascii_islower ((char)byte))
    return 'x';
  if (g_ascii_isupper ((char)byte))
    return 'X';
  return g_ascii_isdigit ((char)byte) ? 'd' : byte;
}

static guint8
lower_of (guint8 byte)
{
  return g_ascii_isdigit ((char)byte) ? '0' : (guint8)g_ascii_tolower ((char)byte);
}

static guint32
hash_range (const guint8 *lower, gsize start, gsize end)
{
  guint32 hash = HASH_START;

  for (gsize i = start; i < end; i++)
    hash = hash_step (hash, lower[i]);
  return hash;
}

/* Copies the word, cut to its two ends if it is long, without its capitals where they do not tell. */
static gsize
copy_word (const guint8 *bytes, gsize full, gboolean small, guint8 *copy)
{
  gsize n = MIN (full, MAX_BYTES);

  for (gsize i = 0; i < n; i++) {
    guint8 byte = i < n / 2 || full == n ? bytes[i] : bytes[full - n + i];
    copy[i] = small ? (guint8)g_ascii_tolower ((char)byte) : byte;
  }
  return n;
}

static void
hash_affixes (PurportWordView *view, const guint8 *lower, gsize n)
{
  view->prefix[0] = view->suffix[0] = 0;
  for (gsize i = 1; i <= PURPORT_VIEW_MAX_PREFIX; i++)
    view->prefix[i] = hash_range (lower, 0, MIN (n, i));
  for (gsize i = 1; i <= PURPORT_VIEW_MAX_SUFFIX; i++)
    view->suffix[i] = hash_range (lower, n > i ? n - i : 0, n);
}

/**
 * purport_word_view_in:
 * @table: (nullable): what is known of words
 * @capitals: of the sentence
 * @first: whether the token is the sentence's first
 *
 * Returns: the views of a token. O(its length, at most 64 bytes).
 */
PurportWordView
purport_word_view_in (const PurportWordTable *table,
                      const char *text,
                      const PurportToken *token,
                      PurportCapitals capitals,
                      gboolean first)
{
  PurportWordView view = { .capitals = (guint8)capitals, .first = first ? 1 : 0 };
  guint8 bytes[MAX_BYTES], lower[MAX_BYTES], last_kind = 0;
  gsize n = copy_word ((const guint8 *)text + token->span.start_byte, purport_span_length (token->span),
                       capitals == PURPORT_CAPITALS_ABSENT, bytes);

  view.shape = view.cased = HASH_START;
  for (gsize i = 0; i < n; i++) {
    guint8 kind = kind_of (bytes[i]);
    lower[i] = lower_of (bytes[i]);
    view.cased = hash_step (view.cased, bytes[i]);
    if (kind != last_kind)
      view.shape = hash_step (view.shape, kind);
    last_kind = kind;
  }
  view.word = hash_range (lower, 0, n);
  hash_affixes (&view, lower, n);
  view.entry = table != NULL ? purport_word_table_find (table, view.word) : 0;
  return view;
}

/* As purport_word_view_in(), of a word by itself. */
PurportWordView
purport_word_view (const char *text, const PurportToken *token)
{
  return purport_word_view_in (NULL, text, token, PURPORT_CAPITALS_TELL, FALSE);
}

/* Returns: (transfer none): what stands for the words outside a sentence. */
const PurportWordView *
purport_word_view_outside (void)
{
  static const PurportWordView outside = { .word = 0x5EEDu, .cased = 0x5EEDu, .shape = 0x5EEDu };
  return &outside;
}

/* Returns: the hash under which the word table knows a word, as PurportWordView.word. */
guint32
purport_word_hash (const char *word, gsize n_bytes)
{
  guint8 bytes[MAX_BYTES];
  gsize n = copy_word ((const guint8 *)word, n_bytes, TRUE, bytes);

  for (gsize i = 0; i < n; i++)
    bytes[i] = lower_of (bytes[i]);
  return hash_range (bytes, 0, n);
}

/* Returns: a 61-bit hash of the bytes of a word, its first and last 32 if it is long; @small: case ignored. O(1). */
guint64
purport_word_key (const char *word, gsize n_bytes, gboolean small)
{
  guint8 bytes[MAX_BYTES + 8] = { 0 };
  gsize n = copy_word ((const guint8 *)word, n_bytes, small, bytes);
  guint64 hash = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15), part;

  for (gsize i = 0; i < n; i += 8) {
    memcpy (&part, bytes + i, 8);
    hash = (hash ^ GUINT64_FROM_LE (part)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
    hash ^= hash >> 29;
  }
  return hash >> 3;
}

/* Returns: the hash of a phrase that goes on with a word of that hash; a phrase begins with its first word's. */
guint32
purport_phrase_hash (guint32 phrase, guint32 word)
{
  return purport_feature (1, phrase, word);
}

/* Returns: what the capitals of a sentence tell. O(@n_tokens). */
PurportCapitals
purport_capitals_find (const PurportToken *tokens, guint32 n_tokens)
{
  guint n_words = 0, n_capitals = 0, n_upper = 0, n_long = 0, n_long_capitals = 0;

  for (guint32 i = 0; i < n_tokens; i++) {
    guint8 flags = tokens[i].flags;
    if ((flags & PURPORT_TOKEN_LETTER) == 0)
      continue;
    n_words++;
    n_capitals += (flags & PURPORT_TOKEN_CAPITALIZED) != 0;
    n_upper += (flags & PURPORT_TOKEN_UPPER) != 0;
    if (purport_span_length (tokens[i].span) >= 4) {
      n_long++;
      n_long_capitals += (flags & PURPORT_TOKEN_CAPITALIZED) != 0;
    }
  }
  if (n_capitals == 0 || (n_words > 3 && n_upper * 10 > n_words * 7))
    return PURPORT_CAPITALS_ABSENT;
  if (n_words >= MIN_TITLE_WORDS && n_long >= MIN_TITLE_WORDS - 1 && n_long_capitals * 10 >= n_long * 9)
    return PURPORT_CAPITALS_TITLE;
  return PURPORT_CAPITALS_TELL;
}
