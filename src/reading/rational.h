/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers: fractions of two 128-bit integers. What figures are computed with, so that nothing drifts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

__extension__ typedef unsigned __int128 PurportUint128;

/**
 * PurportRational:
 * @numerator: the absolute value's numerator
 * @denominator: never 0
 * @negative: whether the value lies below zero
 *
 * Always in lowest terms. Operations that would not fit return %FALSE and leave the result untouched.
 */
typedef struct {
  PurportUint128 numerator;
  PurportUint128 denominator;
  gboolean negative;
} PurportRational;

static inline PurportRational
purport_rational (guint64 integer)
{
  return (PurportRational){ integer, 1, FALSE };
}

gboolean purport_rational_from_decimal (const char *digits, gsize n_digits, int exponent, PurportRational *result);
gboolean purport_rational_add (PurportRational a, PurportRational b, PurportRational *result);
gboolean purport_rational_multiply (PurportRational a, PurportRational b, PurportRational *result);
gboolean purport_rational_divide (PurportRational a, PurportRational b, PurportRational *result);
gboolean purport_rational_power_of_ten (int exponent, PurportRational *result);
int purport_rational_compare (PurportRational a, PurportRational b);
double purport_rational_to_double (PurportRational value);

/* Whether the value is a whole number. */
static inline gboolean
purport_rational_is_integer (PurportRational value)
{
  return value.denominator == 1;
}

G_END_DECLS
