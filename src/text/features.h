/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What models see of a token, as hashes; the same code serves training and reading. Private to the layers text and
 * learn. */
#pragma once

#include "text/word-table.h"
#include "text/words.h"

G_BEGIN_DECLS

/* What the capitals of a sentence tell. */
typedef enum {
  PURPORT_CAPITALS_TELL,
  PURPORT_CAPITALS_ABSENT, /* none, or nothing else: words are seen as if in small letters */
  PURPORT_CAPITALS_TITLE,  /* nearly every word has one, as in a heading */
} PurportCapitals;

#define PURPORT_VIEW_MAX_PREFIX 4
#define PURPORT_VIEW_MAX_SUFFIX 5
/* Tokens on either side that models look at; so many sentinels stand before and behind a sentence's views. */
#define PURPORT_VIEW_MARGIN 2

/* The hashed views of one word. */
typedef struct {
  guint32 word;                                /* lower case, digits as 0 */
  guint32 cased;                               /* the word as written */
  guint32 shape;                               /* kinds of characters, runs folded: "Xx", "d.d", "x-x" */
  guint32 prefix[PURPORT_VIEW_MAX_PREFIX + 1]; /* its first bytes, lower case, by their number */
  guint32 suffix[PURPORT_VIEW_MAX_SUFFIX + 1]; /* its last bytes, lower case, by their number */
  guint32 entry;                               /* of the word table */
  guint8 capitals;                             /* PurportCapitals of the sentence */
  guint8 first;                                /* whether it is the sentence's first word */
} PurportWordView;

PurportWordView purport_word_view (const char *text, const PurportToken *token);
PurportWordView purport_word_view_in (const PurportWordTable *table,
                                      const char *text,
                                      const PurportToken *token,
                                      PurportCapitals capitals,
                                      gboolean first);
const PurportWordView *purport_word_view_outside (void);
PurportCapitals purport_capitals_find (const PurportToken *tokens, guint32 n_tokens);
guint32 purport_phrase_hash (guint32 phrase, guint32 word);
guint64 purport_word_key (const char *word, gsize n_bytes, gboolean small);
guint32 purport_word_hash (const char *word, gsize n_bytes);

/* Mixes a template number and up to two views into one feature; never 0. */
static inline guint32
purport_feature (guint32 template_number, guint32 a, guint32 b)
{
  guint32 h = template_number * 0x9E3779B1u ^ a;

  h = (h ^ (h >> 15)) * 0x85EBCA77u;
  h ^= b + 0x7F4A7C15u + (h << 6);
  h = (h ^ (h >> 13)) * 0xC2B2AE3Du;
  h ^= h >> 16;
  return h;
}

G_END_DECLS
