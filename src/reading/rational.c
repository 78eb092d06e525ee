/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of exact fractions, with every overflow seen. */
#include "reading/rational.h"

#include <math.h>

/* The largest power of ten that fits, 10^38, and one more. */
#define POWERS_OF_TEN 39

/* Integers up to this are exact in a double. */
#define DOUBLE_EXACT ((PurportUint128)1 << 53)

static PurportUint128
greatest_common_divisor (PurportUint128 a, PurportUint128 b)
{
  while (b != 0) {
    PurportUint128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static PurportRational
reduced (PurportUint128 numerator, PurportUint128 denominator, gboolean negative)
{
  PurportUint128 divisor = denominator == 1 ? 1 : greatest_common_divisor (numerator, denominator);
  return (PurportRational){ numerator / divisor, denominator / divisor, negative && numerator != 0 };
}

/* Returns: %FALSE where 10^|exponent| does not fit. */
gboolean
purport_rational_power_of_ten (int exponent, PurportRational *result)
{
  PurportUint128 power = 1;

  if (exponent <= -POWERS_OF_TEN || exponent >= POWERS_OF_TEN)
    return FALSE;
  for (int i = ABS (exponent); i > 0; i--)
    power *= 10;
  *result = exponent < 0 ? (PurportRational){ 1, power, FALSE } : (PurportRational){ power, 1, FALSE };
  return TRUE;
}

/**
 * purport_rational_from_decimal:
 * @digits: ASCII digits and nothing else
 * @exponent: the power of ten to multiply them with
 *
 * Returns: %FALSE where the value does not fit exactly. O(@n_digits).
 */
gboolean
purport_rational_from_decimal (const char *digits, gsize n_digits, int exponent, PurportRational *result)
{
  PurportUint128 value = 0;
  PurportRational power;

  while (n_digits > 1 && exponent < 0 && digits[n_digits - 1] == '0') {
    n_digits--;
    exponent++;
  }
  for (gsize i = 0; i < n_digits; i++)
    if (__builtin_mul_overflow (value, (PurportUint128)10, &value) ||
        __builtin_add_overflow (value, (PurportUint128)(guchar)(digits[i] - '0'), &value))
      return FALSE;
  return purport_rational_power_of_ten (value == 0 ? 0 : exponent, &power) &&
         purport_rational_multiply ((PurportRational){ value, 1, FALSE }, power, result);
}

gboolean
purport_rational_add (PurportRational a, PurportRational b, PurportRational *result)
{
  PurportUint128 left, right, denominator, sum;

  if (__builtin_mul_overflow (a.numerator, b.denominator, &left) ||
      __builtin_mul_overflow (b.numerator, a.denominator, &right) ||
      __builtin_mul_overflow (a.denominator, b.denominator, &denominator))
    return FALSE;
  if (a.negative != b.negative) {
    *result = left >= right ? reduced (left - right, denominator, a.negative)
                            : reduced (right - left, denominator, b.negative);
    return TRUE;
  }
  if (__builtin_add_overflow (left, right, &sum))
    return FALSE;
  *result = reduced (sum, denominator, a.negative);
  return TRUE;
}

gboolean
purport_rational_multiply (PurportRational a, PurportRational b, PurportRational *result)
{
  PurportRational left = reduced (a.numerator, b.denominator, FALSE);
  PurportRational right = reduced (b.numerator, a.denominator, FALSE);
  PurportUint128 numerator, denominator;

  if (__builtin_mul_overflow (left.numerator, right.numerator, &numerator) ||
      __builtin_mul_overflow (left.denominator, right.denominator, &denominator))
    return FALSE;
  *result = reduced (numerator, denominator, a.negative != b.negative);
  return TRUE;
}

/* Returns: %FALSE also where @b is zero. */
gboolean
purport_rational_divide (PurportRational a, PurportRational b, PurportRational *result)
{
  if (b.numerator == 0)
    return FALSE;
  return purport_rational_multiply (a, (PurportRational){ b.denominator, b.numerator, b.negative }, result);
}

/* Returns: below, at or above zero as @a is less than, equal to or greater than @b. */
int
purport_rational_compare (PurportRational a, PurportRational b)
{
  PurportUint128 left, right;
  int order;

  if (a.negative != b.negative)
    return a.negative ? -1 : 1;
  if (__builtin_mul_overflow (a.numerator, b.denominator, &left) ||
      __builtin_mul_overflow (b.numerator, a.denominator, &right)) {
    double x = purport_rational_to_double (a), y = purport_rational_to_double (b);
    return (x > y) - (x < y);
  }
  order = (left > right) - (left < right);
  return a.negative ? -order : order;
}

/* The quotient's first 64 bits or more by long division, the last one set where anything is left over: enough to round
 * once. */
static double
divide_long (PurportUint128 numerator, PurportUint128 denominator)
{
  PurportUint128 quotient = numerator / denominator, rest = numerator % denominator;
  int shift = 0;

  while (quotient >> 64 == 0 && rest != 0) {
    gboolean carry = rest >> 127 != 0;
    gboolean one = carry || rest << 1 >= denominator;
    rest = one ? (rest << 1) - denominator : rest << 1;
    quotient = quotient << 1 | (PurportUint128)(one ? 1 : 0);
    shift++;
  }
  return ldexp ((double)(quotient | (PurportUint128)(rest != 0 ? 1 : 0)), -shift);
}

/* Returns: the nearest double, rounded once. */
double
purport_rational_to_double (PurportRational value)
{
  double result;

  if (value.numerator <= DOUBLE_EXACT && value.denominator <= DOUBLE_EXACT)
    result = (double)(guint64)value.numerator / (double)(guint64)value.denominator;
  else
    result = divide_long (value.numerator, value.denominator);
  return value.negative ? -result : result;
}
