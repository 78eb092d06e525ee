/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one number as news writes it: digits, words, magnitudes, fractions, or a mixture of them. */
#pragma once

#include "base/span.h"
#include "reading/rational.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_NUMBER_DIGITS = 1 << 0,      /* has digits */
  PURPORT_NUMBER_WORDS = 1 << 1,       /* has number words other than a magnitude */
  PURPORT_NUMBER_FRACTION = 1 << 2,    /* a fraction: 1/3, two-thirds, half */
  PURPORT_NUMBER_VAGUE = 1 << 3,       /* hundreds, tens of thousands: no value */
  PURPORT_NUMBER_SCALED = 1 << 4,      /* has a magnitude: million, bn, k */
  PURPORT_NUMBER_GROUPED = 1 << 5,     /* digits in groups: 1,200 */
  PURPORT_NUMBER_DECIMAL = 1 << 6,     /* has a decimal mark or an exponent */
  PURPORT_NUMBER_SIGNED = 1 << 7,      /* has a sign */
  PURPORT_NUMBER_ARTICLE = 1 << 8,     /* begins with "a" or "an" */
  PURPORT_NUMBER_APPROXIMATE = 1 << 9, /* a couple */
  PURPORT_NUMBER_MULTIPLE = 1 << 10,   /* twice, doubled, threefold */
  PURPORT_NUMBER_INEXACT = 1 << 11,    /* @exact does not hold the value: more than 38 digits */
} PurportNumberFlags;

/**
 * PurportNumber:
 * @span: the numeric words
 * @exact: the value, unless %PURPORT_NUMBER_VAGUE or %PURPORT_NUMBER_INEXACT
 * @value: the nearest double; NAN where the number is vague
 * @flags: #PurportNumberFlags
 * @n_digits: the digits of the integer part, 0 for words
 * @scale: the power of ten of its last magnitude: 6 for "5 million"; 0 for none
 */
typedef struct {
  PurportSpan span;
  PurportRational exact;
  double value;
  guint flags;
  guint n_digits;
  guint scale;
} PurportNumber;

extern const guint16 purport_number_lengths_of_pair[26][26];

/* Whether a number word may begin with the letter @first and the byte @second: what a scan asks of every word. */
static inline gboolean
purport_number_word_may_begin (char first, char second)
{
  return !g_ascii_isalpha (second) || purport_number_lengths_of_pair[(first | 0x20) - 'a'][(second | 0x20) - 'a'] != 0;
}

gboolean purport_number_parse (const char *text, gsize n_bytes, gsize start_byte, PurportNumber *number);
gboolean purport_number_may_start (const char *text, gsize n_bytes, gsize start_byte);
gboolean purport_number_scale (PurportNumber *number, PurportRational factor);

G_END_DECLS
