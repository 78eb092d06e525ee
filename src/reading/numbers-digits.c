/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in digits: groups, decimals, exponents, fractions and the letters that stand for a magnitude. */
#include "reading/numbers-private.h"

#include <math.h>
#include <string.h>

/* Digits beyond these cannot change the nearest double. */
#define MAX_DIGITS 800

/* A double has no more digits before the decimal mark. */
#define MAX_INTEGER_DIGITS 309

typedef struct {
  const char *text;
  gsize n_bytes;
  gsize byte;
  guint flags;
  guint n_integer;   /* digits before the decimal mark, leading zeros too */
  guint n_digits;    /* in `digits` */
  gboolean too_long; /* the integer part cannot be held */
  int exponent;
  char digits[MAX_DIGITS + 1];
} Literal;

static gboolean
is_digit_at (const Literal *literal, gsize byte)
{
  return byte < literal->n_bytes && g_ascii_isdigit (literal->text[byte]);
}

static gsize
digits_length (const Literal *literal, gsize byte)
{
  gsize length = 0;
  while (is_digit_at (literal, byte + length))
    length++;
  return length;
}

static gboolean
starts_with (const Literal *literal, gsize byte, const char *bytes)
{
  gsize length = strlen (bytes);
  return literal->n_bytes >= length && byte <= literal->n_bytes - length &&
         memcmp (literal->text + byte, bytes, length) == 0;
}

static void
push_digits (Literal *literal, gsize byte, gsize length, gboolean fraction)
{
  for (gsize i = 0; i < length; i++) {
    gboolean leading = literal->n_digits == 0 && literal->text[byte + i] == '0';
    gboolean room = literal->n_digits < MAX_DIGITS;
    if (!leading && room)
      literal->digits[literal->n_digits++] = literal->text[byte + i];
    if (fraction && room)
      literal->exponent--;
    if (!fraction && !leading && literal->n_digits > MAX_INTEGER_DIGITS)
      literal->too_long = TRUE;
  }
  if (!fraction)
    literal->n_integer += (guint)MIN (length, 1000000);
}

/* A space that groups digits. Returns: its length, or 0. */
static gsize
group_space_length (const Literal *literal, gsize byte)
{
  if (starts_with (literal, byte, " "))
    return 1;
  if (starts_with (literal, byte, "\302\240"))
    return 2;
  return starts_with (literal, byte, "\342\200\257") || starts_with (literal, byte, "\342\200\211") ? 3 : 0;
}

/* The end of groups of digits joined by commas, or 0: three digits each, but the Indian way has two in those between
 * the first and the last (4,38,000), and that is how some newspapers write it everywhere. */
static gsize
comma_groups_end (const Literal *literal, gsize byte)
{
  gsize last = 3;

  while (starts_with (literal, byte, ",")) {
    gsize length = digits_length (literal, byte + 1);
    if (length != 3 && length != 2)
      break;
    last = length;
    byte += 1 + length;
  }
  return last == 3 ? byte : 0;
}

static gsize
space_groups_end (const Literal *literal, gsize byte)
{
  for (gsize space; (space = group_space_length (literal, byte)) > 0; byte += space + 3)
    if (digits_length (literal, byte + space) != 3)
      break;
  return byte;
}

static void
push_groups (Literal *literal, gsize end)
{
  while (literal->byte < end) {
    gsize length = digits_length (literal, literal->byte);
    push_digits (literal, literal->byte, length, FALSE);
    literal->byte += MAX (length, 1);
  }
  literal->flags |= PURPORT_NUMBER_GROUPED;
}

/* "80 , 000" and "4 . 8": text that was cut into tokens, with a space on either side of the mark. Returns: the digits
 * behind the mark, 0 if there is none; @byte moves to them. */
static gsize
tokenized_digits (const Literal *literal, const char *spaced_mark, gsize *byte)
{
  gsize length = starts_with (literal, *byte, spaced_mark) ? digits_length (literal, *byte + 3) : 0;

  *byte += length > 0 ? 3 : 0;
  return length;
}

static void
read_integer (Literal *literal)
{
  gsize length = digits_length (literal, literal->byte), after = literal->byte + length, end;

  push_digits (literal, literal->byte, length, FALSE);
  literal->byte = after;
  if (length == 0 || length > 3)
    return;
  end = comma_groups_end (literal, after);
  if (end <= after && literal->text[after - length] != '0')
    end = space_groups_end (literal, after);
  if (end > after)
    push_groups (literal, end);
  else if (tokenized_digits (literal, " , ", &after) == 3) {
    push_digits (literal, after, 3, FALSE);
    literal->byte = after + 3;
    literal->flags |= PURPORT_NUMBER_GROUPED;
  }
}

/* ".5" or, as The Lancet prints it, a middle dot; "5,00" with two digits and no more groups. */
static void
read_decimals (Literal *literal)
{
  gsize mark = starts_with (literal, literal->byte, ".") ? 1 : starts_with (literal, literal->byte, "\302\267") ? 2 : 0;
  gsize length = mark > 0 ? digits_length (literal, literal->byte + mark) : 0;

  if (length == 0 && !(literal->flags & PURPORT_NUMBER_GROUPED) && starts_with (literal, literal->byte, ",") &&
      digits_length (literal, literal->byte + 1) == 2 && !starts_with (literal, literal->byte + 3, ",")) {
    mark = 1;
    length = 2;
  }
  if (length == 0 && literal->n_integer <= 3) {
    gsize at = literal->byte;
    length = tokenized_digits (literal, " . ", &at);
    mark = at - literal->byte;
  }
  if (length == 0)
    return;
  push_digits (literal, literal->byte + mark, length, TRUE);
  literal->byte += mark + length;
  literal->flags |= PURPORT_NUMBER_DECIMAL;
}

/* Returns: the value of a superscript digit at @byte and its length, or -1. */
static int
superscript_digit (const Literal *literal, gsize byte, gsize *length)
{
  static const char *const superscripts[] = { "\342\201\260", "\302\271",     "\302\262",     "\302\263",
                                              "\342\201\264", "\342\201\265", "\342\201\266", "\342\201\267",
                                              "\342\201\270", "\342\201\271" };
  for (int digit = 0; digit < 10; digit++)
    if (starts_with (literal, byte, superscripts[digit])) {
      *length = strlen (superscripts[digit]);
      return digit;
    }
  return -1;
}

/* A signed power after "e" or "x 10^". Returns: whether there is one; @byte moves behind it. */
static gboolean
read_power (const Literal *literal, gsize *byte, gboolean superscripts, int *power)
{
  static const char *const minus_signs[] = { "-", "\342\210\222", "\342\200\223", "\342\201\273" };
  gboolean negative = FALSE, any = FALSE;
  gsize at = *byte, length;
  int digit;

  *power = 0;
  for (guint i = 0; i < G_N_ELEMENTS (minus_signs) && !negative; i++)
    if (starts_with (literal, at, minus_signs[i])) {
      negative = TRUE;
      at += strlen (minus_signs[i]);
    }
  if (!negative && starts_with (literal, at, "+"))
    at++;
  while (is_digit_at (literal, at) || (superscripts && superscript_digit (literal, at, &length) >= 0)) {
    digit =
        is_digit_at (literal, at) ? (length = 1, literal->text[at] - '0') : superscript_digit (literal, at, &length);
    *power = MIN (*power * 10 + digit, 100000);
    at += length;
    any = TRUE;
  }
  *power = negative ? -*power : *power;
  *byte = any ? at : *byte;
  return any;
}

/* "e-4", "x10^6", "× 10−5", "·10³". */
static void
read_exponent (Literal *literal)
{
  static const char *const times[] = { "\303\227", "x", "*", "\342\213\205" };
  gsize at = literal->byte, after;
  int power;

  if (starts_with (literal, at, "e") || starts_with (literal, at, "E")) {
    at++;
    if (!read_power (literal, &at, FALSE, &power) ||
        (at < literal->n_bytes && purport_number_is_word_byte (literal->text[at])))
      return;
    literal->exponent += power;
    literal->byte = at;
    literal->flags |= PURPORT_NUMBER_DECIMAL;
    return;
  }
  at = purport_number_skip_space (literal->text, literal->n_bytes, at);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    if (!starts_with (literal, at, times[i]))
      continue;
    after = purport_number_skip_space (literal->text, literal->n_bytes, at + strlen (times[i]));
    if (digits_length (literal, after) == 0 || !starts_with (literal, after, "10"))
      return;
    after += 2;
    if (starts_with (literal, after, "^"))
      after++;
    if (read_power (literal, &after, TRUE, &power)) {
      literal->exponent += power;
      literal->byte = after;
      literal->flags |= PURPORT_NUMBER_DECIMAL;
    }
    return;
  }
}

/* One of ½ ⅓ ¼ and so on, or 0. Returns: its length in bytes. */
guint
purport_number_vulgar_fraction (const char *text, gsize n_bytes, gsize byte, PurportRational *value)
{
  /* U+2150 to U+215E, numerator and denominator. */
  static const guint8 fractions[][2] = { { 1, 7 }, { 1, 9 }, { 1, 10 }, { 1, 3 }, { 2, 3 },
                                         { 1, 5 }, { 2, 5 }, { 3, 5 },  { 4, 5 }, { 1, 6 },
                                         { 5, 6 }, { 1, 8 }, { 3, 8 },  { 5, 8 }, { 7, 8 } };
  const guchar *at = (const guchar *)text + byte;

  if (n_bytes - byte >= 2 && at[0] == 0xC2 && at[1] >= 0xBC && at[1] <= 0xBE) {
    *value = (PurportRational){ at[1] == 0xBE ? 3 : 1, at[1] == 0xBD ? 2 : 4, FALSE };
    return 2;
  }
  if (n_bytes - byte >= 3 && at[0] == 0xE2 && at[1] == 0x85 && at[2] >= 0x90 && at[2] <= 0x9E) {
    *value = (PurportRational){ fractions[at[2] - 0x90][0], fractions[at[2] - 0x90][1], FALSE };
    return 3;
  }
  return 0;
}

/* The value of what was read, exact where 38 digits hold it. Returns: %FALSE where it is out of range. */
static gboolean
finish_literal (Literal *literal, PurportNumber *number)
{
  char buffer[MAX_DIGITS + 16];

  if (literal->too_long)
    return FALSE;
  number->flags = literal->flags | PURPORT_NUMBER_DIGITS;
  number->n_digits = literal->n_integer;
  if (literal->n_digits == 0)
    number->exact = purport_rational (0);
  else if (!purport_rational_from_decimal (literal->digits, literal->n_digits, literal->exponent, &number->exact)) {
    memcpy (buffer, literal->digits, literal->n_digits);
    g_snprintf (buffer + literal->n_digits, 16, "e%d", literal->exponent);
    number->value = g_ascii_strtod (buffer, NULL);
    number->flags |= PURPORT_NUMBER_INEXACT;
    return isfinite (number->value) != 0 && number->value != 0;
  }
  number->value = purport_rational_to_double (number->exact);
  return TRUE;
}

/* "1/3", "10 1/2", "2½". Returns: %FALSE where the denominator is 0. */
static gboolean
read_fraction (Literal *literal, PurportNumber *number)
{
  PurportRational fraction, whole = number->exact;
  gsize space = purport_number_skip_space (literal->text, literal->n_bytes, literal->byte);
  guint length = purport_number_vulgar_fraction (literal->text, literal->n_bytes, space, &fraction);
  gsize slash, over, under;

  if (length > 0) {
    literal->byte = space + length;
    number->flags |= PURPORT_NUMBER_FRACTION;
    return purport_rational_add (whole, fraction, &number->exact);
  }
  over = digits_length (literal, space);
  slash = space + over;
  if (over == 0 || space == literal->byte) {
    whole = purport_rational (0);
    space = literal->byte - MIN (literal->n_integer, 18);
    over = literal->n_integer;
    slash = literal->byte;
  }
  under = starts_with (literal, slash, "/") ? 1 : starts_with (literal, slash, "\342\201\204") ? 3 : 0;
  if (under == 0 || literal->flags & (PURPORT_NUMBER_GROUPED | PURPORT_NUMBER_DECIMAL) || over > 6)
    return TRUE;
  under = digits_length (literal, slash + under) > 6 ? 0 : under;
  if (under == 0 || digits_length (literal, slash + under) == 0)
    return TRUE;
  if (!purport_rational_divide (purport_rational (g_ascii_strtoull (literal->text + space, NULL, 10)),
                                purport_rational (g_ascii_strtoull (literal->text + slash + under, NULL, 10)),
                                &fraction))
    return FALSE;
  literal->byte = slash + under + digits_length (literal, slash + under);
  number->flags |= PURPORT_NUMBER_FRACTION;
  return purport_rational_add (whole, fraction, &number->exact);
}

/* "1.1^23", "2^-1". Returns: %FALSE where the power does not fit. */
static gboolean
read_caret (Literal *literal, PurportNumber *number)
{
  PurportRational base = number->exact, power = purport_rational (1);
  gsize at = literal->byte;
  int exponent;

  if (!starts_with (literal, at, "^"))
    return TRUE;
  at++;
  if (!read_power (literal, &at, FALSE, &exponent))
    return TRUE;
  literal->byte = at;
  number->flags |= PURPORT_NUMBER_DECIMAL;
  for (int i = ABS (exponent); i > 0 && power.numerator != 0; i--)
    if ((base.numerator == 1 && base.denominator == 1) || !purport_rational_multiply (power, base, &power))
      break;
    else if (i == 1)
      exponent = exponent < 0 ? -1 : 1;
  if (ABS (exponent) > 1 && !(base.numerator == 1 && base.denominator == 1) && power.numerator != 0)
    return FALSE;
  if (exponent < 0)
    return purport_rational_divide (purport_rational (1), power, &number->exact);
  number->exact = power;
  return TRUE;
}

/* A magnitude in letters: "5m", "3bn", "10k", "2 mil". Short letters must be @attached. Returns: the power of ten, or
 * 0;
 * @end_byte is set with it. "m" is left to the caller: it may be metres. */
guint
purport_number_scale_suffix (const char *text, gsize n_bytes, gsize byte, gboolean attached, gsize *end_byte)
{
  static const struct {
    const char *letters;
    guint8 power;
    gboolean attached;
  } suffixes[] = { { "bn", 9, FALSE },  { "mn", 6, FALSE },   { "tn", 12, FALSE },  { "bln", 9, FALSE },
                   { "mln", 6, FALSE }, { "tln", 12, FALSE }, { "trn", 12, FALSE }, { "mil", 6, TRUE },
                   { "k", 3, TRUE },    { "mm", 6, TRUE } };
  gsize length = 0;

  while (byte + length < n_bytes && g_ascii_isalpha (text[byte + length]))
    length++;
  if (length == 0 || length > 3 || (byte + length < n_bytes && purport_number_is_word_byte (text[byte + length])))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (strlen (suffixes[i].letters) == length && g_ascii_strncasecmp (text + byte, suffixes[i].letters, length) == 0 &&
        (attached || !suffixes[i].attached)) {
      if (suffixes[i].power == 6 && text[byte + 1] == 'm')
        return 0; /* millimetres; only capitals mean a million */
      *end_byte = byte + length;
      return suffixes[i].power;
    }
  if (attached && length == 1 && text[byte] == 'M') {
    *end_byte = byte + 1;
    return 6;
  }
  return 0;
}

/**
 * purport_number_parse_digits:
 * @start_byte: a digit, or a decimal point before one
 *
 * Reads a literal with its decimals, exponent or fraction, without magnitude words and without sign.
 *
 * Returns: %FALSE where there is none or its value is out of range; @number then has the span of what was read
 */
gboolean
purport_number_parse_digits (const char *text, gsize n_bytes, gsize start_byte, PurportNumber *number)
{
  Literal literal;

  literal.text = text;
  literal.n_bytes = n_bytes;
  literal.byte = start_byte;
  literal.flags = 0;
  literal.n_integer = literal.n_digits = 0;
  literal.too_long = FALSE;
  literal.exponent = 0;
  read_integer (&literal);
  read_decimals (&literal);
  number->span = purport_span (start_byte, literal.byte);
  if (literal.byte == start_byte)
    return FALSE;
  read_exponent (&literal);
  number->span.end_byte = (guint32)literal.byte;
  if (!finish_literal (&literal, number))
    return FALSE;
  if (!(number->flags & PURPORT_NUMBER_INEXACT)) {
    if (!read_fraction (&literal, number) || !read_caret (&literal, number))
      return FALSE;
    number->value = purport_rational_to_double (number->exact);
  }
  number->span.end_byte = (guint32)literal.byte;
  return TRUE;
}
