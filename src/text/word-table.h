/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of single words: their cluster, usual tag, usual case, and the lists of names they stand in. In the
 * format of text/linear-model.h, where a slot's value is the word's entry and there are no pairs. */
#pragma once

#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_WORD_TABLE_KIND "words"

/* An entry: bits from the lowest. 0 stands for a word that is not known. */
#define PURPORT_WORD_FINE_BITS 9u   /* cluster of 511, 0: none */
#define PURPORT_WORD_COARSE_BITS 6u /* cluster of 63, 0: none */
#define PURPORT_WORD_TAG_BITS 6u    /* the usual #PurportTag, 0: not known */
#define PURPORT_WORD_CASE_BITS 2u   /* PurportWordCase */

typedef enum {
  PURPORT_WORD_CASE_UNKNOWN,
  PURPORT_WORD_CASE_SMALL,   /* hardly ever capitalized inside a sentence */
  PURPORT_WORD_CASE_EITHER,  /* now and then */
  PURPORT_WORD_CASE_CAPITAL, /* hardly ever without */
} PurportWordCase;

typedef enum {
  PURPORT_WORD_GIVEN = 1 << 23, /* a frequent given name */
  PURPORT_WORD_GIVEN_RARE = 1 << 24,
  PURPORT_WORD_SURNAME = 1 << 25, /* a frequent surname */
  PURPORT_WORD_SURNAME_RARE = 1 << 26,
  PURPORT_WORD_PLACE = 1 << 27,        /* a place by itself */
  PURPORT_WORD_BEGINS = 1 << 28,       /* the first word of a place's name of several words */
  PURPORT_WORD_ORGANIZATION = 1 << 29, /* often part of an organization's name */
  PURPORT_WORD_DICTIONARY = 1 << 30,   /* in the dictionary with a small letter */
} PurportWordLists;

/* The usual tag is the only one: "the", ",". */
#define PURPORT_WORD_SURE (1u << 31)

#define PURPORT_WORD_LISTS 0x7F800000u

typedef struct {
  GBytes *bytes;
  const PurportLinearModelSlot *slots;
  guint32 mask;
} PurportWordTable;

PurportWordTable *purport_word_table_new (GBytes *bytes, GError **error);
void purport_word_table_free (PurportWordTable *table);

/* Returns: the entry of the word of that hash (text/features.h), or 0. O(1). */
static inline guint32
purport_word_table_find (const PurportWordTable *table, guint32 word)
{
  guint32 slot = word & table->mask;

  for (; table->slots[slot].value != 0; slot = (slot + 1) & table->mask)
    if (table->slots[slot].feature == word)
      return table->slots[slot].value;
  return 0;
}

static inline guint32
purport_word_fine (guint32 entry)
{
  return entry & ((1u << PURPORT_WORD_FINE_BITS) - 1);
}

static inline guint32
purport_word_coarse (guint32 entry)
{
  return entry >> PURPORT_WORD_FINE_BITS & ((1u << PURPORT_WORD_COARSE_BITS) - 1);
}

static inline guint32
purport_word_tag (guint32 entry)
{
  return entry >> (PURPORT_WORD_FINE_BITS + PURPORT_WORD_COARSE_BITS) & ((1u << PURPORT_WORD_TAG_BITS) - 1);
}

static inline guint32
purport_word_case (guint32 entry)
{
  return entry >> (PURPORT_WORD_FINE_BITS + PURPORT_WORD_COARSE_BITS + PURPORT_WORD_TAG_BITS) &
         ((1u << PURPORT_WORD_CASE_BITS) - 1);
}

static inline guint32
purport_word_entry (guint32 fine, guint32 coarse, guint32 tag, PurportWordCase word_case, guint32 lists)
{
  return fine | coarse << PURPORT_WORD_FINE_BITS | tag << (PURPORT_WORD_FINE_BITS + PURPORT_WORD_COARSE_BITS) |
         (guint32)word_case << (PURPORT_WORD_FINE_BITS + PURPORT_WORD_COARSE_BITS + PURPORT_WORD_TAG_BITS) | lists;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWordTable, purport_word_table_free)

G_END_DECLS
