/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the number reader share: the words it knows and the reader of digits. */
#pragma once

#include "reading/numbers.h"

typedef enum {
  NUMBER_WORD_NONE,
  NUMBER_WORD_UNIT,         /* zero to nine */
  NUMBER_WORD_TEEN,         /* ten to nineteen */
  NUMBER_WORD_TENS,         /* twenty to ninety */
  NUMBER_WORD_HUNDRED,      /* hundred */
  NUMBER_WORD_SCALE,        /* thousand, million, lakh: value is the power of ten */
  NUMBER_WORD_DOZEN,        /* dozen */
  NUMBER_WORD_COUPLE,       /* couple, pair */
  NUMBER_WORD_PLURAL,       /* hundreds, thousands: value is the power of ten */
  NUMBER_WORD_DOZENS,       /* dozens, scores: a plural that no power of ten tells */
  NUMBER_WORD_HALF,         /* half, quarter: a fraction that needs no numerator */
  NUMBER_WORD_DENOMINATOR,  /* third, fifth, twentieth */
  NUMBER_WORD_DENOMINATORS, /* thirds, halves, quarters */
  NUMBER_WORD_MULTIPLE,     /* twice, doubled; halved has the value 0 */
  NUMBER_WORD_FEW,          /* few, several: a number that no power of ten tells */
  NUMBER_WORD_ARTICLE,      /* a, an */
  NUMBER_WORD_AND,
  NUMBER_WORD_POINT,
  NUMBER_WORD_MINUS,
  NUMBER_WORD_OF,
} NumberWordKind;

/* A word with its value; denominators count what the whole is divided by. */
typedef struct {
  NumberWordKind kind;
  guint64 value;
  gsize end_byte;
} NumberWord;

/* What separates two words of a number. */
typedef enum {
  NUMBER_GAP_NONE,
  NUMBER_GAP_SPACE,
  NUMBER_GAP_HYPHEN, /* no space around it */
  NUMBER_GAP_SPACED_HYPHEN,
} NumberGap;

NumberWord purport_number_word_at (const char *text, gsize n_bytes, gsize start_byte);
NumberGap purport_number_skip_gap (const char *text, gsize n_bytes, gsize *byte);
gboolean purport_number_parse_digits (const char *text, gsize n_bytes, gsize start_byte, PurportNumber *number);
gsize purport_number_skip_space (const char *text, gsize n_bytes, gsize byte);
guint purport_number_vulgar_fraction (const char *text, gsize n_bytes, gsize byte, PurportRational *value);
guint purport_number_scale_suffix (const char *text, gsize n_bytes, gsize byte, gboolean attached, gsize *end_byte);

static inline gboolean
purport_number_is_word_byte (char byte)
{
  return g_ascii_isalnum (byte) || ((guchar)byte >= 0xC3 && (guchar)byte != 0xE2) || byte == '_';
}
