/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar of numbers: cardinals in words and digits, "and a half", "two thirds", "half a million", "tens of
 * thousands". A value that does not fit exactly ends the number before the word that would break it. */
#include "reading/numbers-private.h"

#include <math.h>
#include <string.h>

/* A number that is being read. `total` holds what magnitudes have closed, `current` what is still open. */
typedef struct {
  const char *text;
  gsize n_bytes;
  gsize end_byte; /* behind the last word that was taken */
  PurportRational total;
  PurportRational current;
  gboolean has_current;
  NumberWordKind last;
  guint64 last_value; /* of the last unit, teen or tens */
  guint last_scale;   /* power of ten of the last magnitude, 0 for none */
  guint flags;
} Reader;

static gboolean
take_value (Reader *reader, PurportRational value, NumberWord word)
{
  PurportRational sum;

  if (!purport_rational_add (reader->has_current ? reader->current : purport_rational (0), value, &sum))
    return FALSE;
  reader->current = sum;
  reader->has_current = TRUE;
  reader->last = word.kind;
  reader->last_value = word.value;
  reader->end_byte = word.end_byte;
  return TRUE;
}

static gboolean
multiply_current (Reader *reader, PurportRational factor)
{
  return purport_rational_multiply (reader->has_current ? reader->current : purport_rational (1), factor,
                                    &reader->current);
}

static gboolean
current_below (const Reader *reader, guint64 limit)
{
  return purport_rational_compare (reader->current, purport_rational (limit)) < 0;
}

static gboolean
take_hundred (Reader *reader, NumberWord word)
{
  if (reader->has_current && (!current_below (reader, 1000) || reader->last == NUMBER_WORD_HUNDRED ||
                              (reader->flags & PURPORT_NUMBER_WORDS && !current_below (reader, 100))))
    return FALSE;
  if (!reader->has_current && reader->last == NUMBER_WORD_SCALE)
    return FALSE;
  if (!multiply_current (reader, purport_rational (100)))
    return FALSE;
  reader->has_current = TRUE;
  reader->last = NUMBER_WORD_HUNDRED;
  reader->end_byte = word.end_byte;
  reader->flags |= PURPORT_NUMBER_WORDS;
  return TRUE;
}

/* "million" after "two"; a bigger magnitude after a smaller one multiplies all ("three lakh crore"). */
static gboolean
take_scale (Reader *reader, guint power, gsize end_byte)
{
  PurportRational factor, product;

  if (!purport_rational_power_of_ten ((int)power, &factor))
    return FALSE;
  if (reader->last == NUMBER_WORD_SCALE) {
    if (power < reader->last_scale || !purport_rational_multiply (reader->total, factor, &product))
      return FALSE;
    reader->total = product;
  } else {
    if (reader->last_scale != 0 && power >= reader->last_scale)
      return FALSE;
    if (!purport_rational_multiply (reader->has_current ? reader->current : purport_rational (1), factor, &product) ||
        !purport_rational_add (reader->total, product, &reader->total))
      return FALSE;
  }
  reader->current = purport_rational (0);
  reader->has_current = FALSE;
  reader->last = NUMBER_WORD_SCALE;
  reader->last_scale = power;
  reader->end_byte = end_byte;
  reader->flags |= PURPORT_NUMBER_SCALED;
  return TRUE;
}

/* Whether units, teens or tens may follow what was read. */
static gboolean
allows (const Reader *reader, NumberWordKind kind, NumberGap gap)
{
  switch (reader->last) {
  case NUMBER_WORD_NONE:
  case NUMBER_WORD_HUNDRED:
  case NUMBER_WORD_SCALE:
    return gap != NUMBER_GAP_SPACED_HYPHEN;
  case NUMBER_WORD_TENS:
    return kind == NUMBER_WORD_UNIT;
  default:
    return FALSE;
  }
}

/* One cardinal word. Returns: whether it was taken. */
static gboolean
take_word (Reader *reader, NumberWord word, NumberGap gap)
{
  switch (word.kind) {
  case NUMBER_WORD_UNIT:
    if (word.value == 0 && reader->last != NUMBER_WORD_NONE)
      return FALSE;
    G_GNUC_FALLTHROUGH;
  case NUMBER_WORD_TEEN:
  case NUMBER_WORD_TENS:
    if (!allows (reader, word.kind, gap))
      return FALSE;
    reader->flags |= PURPORT_NUMBER_WORDS;
    return take_value (reader, purport_rational (word.value), word);
  case NUMBER_WORD_HUNDRED:
    return take_hundred (reader, word);
  case NUMBER_WORD_SCALE:
    return take_scale (reader, (guint)word.value, word.end_byte);
  case NUMBER_WORD_PLURAL:
    if ((!reader->has_current && reader->last != NUMBER_WORD_SCALE) || word.value < 3)
      return FALSE; /* "three thousand millions" */
    return take_scale (reader, (guint)word.value, word.end_byte);
  default:
    return FALSE;
  }
}

/* The next word and the gap before it. */
static NumberWord
next_word (const Reader *reader, gsize byte, NumberGap *gap)
{
  *gap = purport_number_skip_gap (reader->text, reader->n_bytes, &byte);
  return *gap == NUMBER_GAP_NONE ? (NumberWord){ NUMBER_WORD_NONE, 0, byte }
                                 : purport_number_word_at (reader->text, reader->n_bytes, byte);
}

/* "and" joins only what is smaller than the hundred or magnitude before it. Returns: whether a word was taken. */
static gboolean
take_after_and (Reader *reader, gsize byte)
{
  Reader saved = *reader;
  gsize at = byte;
  NumberWord word;

  if (reader->last != NUMBER_WORD_HUNDRED && reader->last != NUMBER_WORD_SCALE)
    return FALSE;
  if (purport_number_skip_gap (reader->text, reader->n_bytes, &at) == NUMBER_GAP_NONE)
    return FALSE;
  word = purport_number_word_at (reader->text, reader->n_bytes, at);
  if (word.kind == NUMBER_WORD_UNIT || word.kind == NUMBER_WORD_TEEN || word.kind == NUMBER_WORD_TENS) {
    NumberGap gap;
    NumberWord after = next_word (reader, word.end_byte, &gap);
    if (word.kind == NUMBER_WORD_UNIT && word.value > 1 && after.kind == NUMBER_WORD_DENOMINATORS)
      return FALSE; /* "and three quarters" */
    if (word.value > 0 && take_word (reader, word, NUMBER_GAP_SPACE))
      return TRUE;
  } else if (at < reader->n_bytes && g_ascii_isdigit (reader->text[at]) && reader->last == NUMBER_WORD_HUNDRED) {
    PurportNumber digits;
    if (purport_number_parse_digits (reader->text, reader->n_bytes, at, &digits) &&
        digits.flags == PURPORT_NUMBER_DIGITS && digits.value < 100) {
      word = (NumberWord){ NUMBER_WORD_UNIT, 0, digits.span.end_byte };
      return take_value (reader, digits.exact, word);
    }
  }
  *reader = saved;
  return FALSE;
}

/* "4 thousand 3 hundred": digits that a smaller hundred or magnitude follows. Returns: whether they were taken. */
static gboolean
take_digits_before_scale (Reader *reader, gsize byte)
{
  PurportNumber digits;
  NumberGap gap;
  NumberWord after;

  if (reader->last != NUMBER_WORD_SCALE || byte >= reader->n_bytes || !g_ascii_isdigit (reader->text[byte]) ||
      !purport_number_parse_digits (reader->text, reader->n_bytes, byte, &digits) ||
      digits.flags != PURPORT_NUMBER_DIGITS || digits.value <= 0 || digits.value >= 1000)
    return FALSE;
  after = next_word (reader, digits.span.end_byte, &gap);
  if (after.kind != NUMBER_WORD_HUNDRED && (after.kind != NUMBER_WORD_SCALE || after.value >= reader->last_scale))
    return FALSE;
  return take_value (reader, digits.exact, (NumberWord){ NUMBER_WORD_UNIT, 0, digits.span.end_byte });
}

static void
read_cardinal (Reader *reader)
{
  for (;;) {
    Reader saved = *reader;
    gsize at = reader->end_byte;
    NumberGap gap = reader->last == NUMBER_WORD_NONE ? NUMBER_GAP_SPACE
                                                     : purport_number_skip_gap (reader->text, reader->n_bytes, &at);
    NumberWord word;
    gboolean taken;

    if (gap == NUMBER_GAP_NONE)
      return;
    word = purport_number_word_at (reader->text, reader->n_bytes, at);
    if (word.kind == NUMBER_WORD_NONE && take_digits_before_scale (reader, at))
      continue;
    taken = word.kind == NUMBER_WORD_AND ? take_after_and (reader, word.end_byte) : take_word (reader, word, gap);
    if (!taken) {
      *reader = saved;
      return;
    }
    /* "3 hundred and 2 hundred": the second hundred shows that "and 2" was the next number's. */
    if (word.kind == NUMBER_WORD_AND) {
      gsize next = reader->end_byte;
      NumberWord after;
      purport_number_skip_gap (reader->text, reader->n_bytes, &next);
      after = purport_number_word_at (reader->text, reader->n_bytes, next);
      if (after.kind == NUMBER_WORD_HUNDRED && saved.last == NUMBER_WORD_HUNDRED) {
        *reader = saved;
        return;
      }
    }
  }
}

static gboolean
reader_value (const Reader *reader, PurportRational *value)
{
  return purport_rational_add (reader->total, reader->has_current ? reader->current : purport_rational (0), value);
}

static void
set_value (Reader *reader, PurportRational value)
{
  reader->total = purport_rational (0);
  reader->current = value;
  reader->has_current = TRUE;
}

/* "million", "a million", "of a million", "a dozen" after a fraction. */
static void
read_scale_of_fraction (Reader *reader)
{
  NumberGap gap;
  NumberWord word = next_word (reader, reader->end_byte, &gap);
  PurportRational value, factor;

  if (word.kind == NUMBER_WORD_OF)
    word = next_word (reader, word.end_byte, &gap);
  if (word.kind == NUMBER_WORD_ARTICLE)
    word = next_word (reader, word.end_byte, &gap);
  if (word.kind == NUMBER_WORD_SCALE) {
    if (!purport_rational_power_of_ten ((int)word.value, &factor))
      return;
  } else if (word.kind == NUMBER_WORD_HUNDRED || word.kind == NUMBER_WORD_DOZEN)
    factor = purport_rational (word.value);
  else
    return;
  if (!reader_value (reader, &value) || !purport_rational_multiply (value, factor, &value))
    return;
  set_value (reader, value);
  reader->end_byte = word.end_byte;
  reader->flags = (reader->flags & ~(guint)PURPORT_NUMBER_FRACTION) | PURPORT_NUMBER_SCALED;
}

/* "two thirds", "one-half": what was read is the numerator. */
static void
read_denominator (Reader *reader)
{
  NumberGap gap;
  NumberWord word = next_word (reader, reader->end_byte, &gap);
  PurportRational value, one = purport_rational (1);
  guint64 tens = 0;
  gboolean single;

  if (!reader_value (reader, &value) || !purport_rational_is_integer (value) || value.numerator == 0 ||
      reader->flags & PURPORT_NUMBER_DECIMAL)
    return;
  single = purport_rational_compare (value, one) == 0;
  if (gap == NUMBER_GAP_HYPHEN && reader->last == NUMBER_WORD_TENS && word.kind == NUMBER_WORD_DENOMINATORS) {
    PurportRational last = { reader->last_value, 1, TRUE };
    tens = reader->last_value; /* "one hundred thirty-fifths" */
    if (!purport_rational_add (value, last, &value) || value.numerator == 0)
      return;
  }
  if (word.kind == NUMBER_WORD_TENS) {
    NumberWord unit = next_word (reader, word.end_byte, &gap);
    if (unit.kind != NUMBER_WORD_HALF && unit.value < 10) {
      tens = word.value; /* "one twenty-fifth" */
      word = unit;
    }
  }
  if (word.kind == NUMBER_WORD_HALF || word.kind == NUMBER_WORD_DENOMINATOR) {
    if (!single)
      return;
  } else if (word.kind != NUMBER_WORD_DENOMINATORS || single || tens + word.value == 1)
    return;
  if (!purport_rational_divide (value, purport_rational (tens + word.value), &value))
    return;
  set_value (reader, value);
  reader->end_byte = word.end_byte;
  reader->flags |= PURPORT_NUMBER_FRACTION | PURPORT_NUMBER_WORDS;
  read_scale_of_fraction (reader);
}

/* The fraction behind "and": "a half", "three quarters", "half". Returns: the byte behind it, or 0. */
static gsize
fraction_after_and (const Reader *reader, gsize byte, PurportRational *fraction)
{
  NumberGap gap;
  NumberWord word = next_word (reader, byte, &gap), denominator = word;
  guint64 numerator = 1;

  if (word.kind == NUMBER_WORD_UNIT || word.kind == NUMBER_WORD_ARTICLE) {
    numerator = word.value;
    denominator = next_word (reader, word.end_byte, &gap);
  } else if (word.kind != NUMBER_WORD_HALF)
    return 0;
  if (denominator.kind != (numerator == 1 ? NUMBER_WORD_DENOMINATOR : NUMBER_WORD_DENOMINATORS) &&
      !(denominator.kind == NUMBER_WORD_HALF && numerator == 1))
    return 0;
  return purport_rational_divide (purport_rational (numerator), purport_rational (denominator.value), fraction)
             ? denominator.end_byte
             : 0;
}

/* "two and a half million", "one hundred and three quarters", "a million and a half". */
static void
read_and_fraction (Reader *reader)
{
  NumberGap gap;
  NumberWord and = next_word (reader, reader->end_byte, &gap), scale;
  PurportRational fraction, value, factor;
  gsize end;

  if (and.kind != NUMBER_WORD_AND || !reader_value (reader, &value))
    return;
  end = fraction_after_and (reader, and.end_byte, &fraction);
  if (end == 0)
    return;
  scale = next_word (reader, end, &gap);
  if (reader->last == NUMBER_WORD_SCALE) {
    gboolean own =
        scale.kind == NUMBER_WORD_SCALE && scale.value < reader->last_scale; /* "a billion and a half million" */
    if (!purport_rational_power_of_ten (own ? (int)scale.value : (int)reader->last_scale, &factor) ||
        !purport_rational_multiply (fraction, factor, &fraction))
      return;
    end = own ? scale.end_byte : end;
  }
  if (!purport_rational_add (value, fraction, &value))
    return;
  if (reader->last != NUMBER_WORD_SCALE && scale.kind == NUMBER_WORD_SCALE &&
      purport_rational_power_of_ten ((int)scale.value, &factor) && purport_rational_multiply (value, factor, &factor)) {
    value = factor;
    end = scale.end_byte;
    reader->flags |= PURPORT_NUMBER_SCALED;
  }
  set_value (reader, value);
  reader->last = NUMBER_WORD_HALF;
  reader->end_byte = end;
  reader->flags |= PURPORT_NUMBER_WORDS;
}

/* The value of the digits behind "point" in words or figures. Returns: the byte behind them, or 0. */
static gsize
decimals_after_point (const Reader *reader, gsize byte, PurportRational *decimals)
{
  gsize start = purport_number_skip_space (reader->text, reader->n_bytes, byte), end = 0;
  char digits[20];
  gsize n_digits = 0;

  while (start < reader->n_bytes && n_digits < 18 && g_ascii_isdigit (reader->text[start]))
    digits[n_digits++] = reader->text[start++];
  if (n_digits > 0)
    end = start;
  else
    for (gsize at = byte; n_digits < 18;) {
      NumberGap gap;
      NumberWord word = next_word (reader, at, &gap);
      if (word.kind == NUMBER_WORD_UNIT)
        digits[n_digits++] = (char)('0' + word.value);
      else if (word.kind == NUMBER_WORD_TEEN || word.kind == NUMBER_WORD_TENS) {
        digits[n_digits++] = (char)('0' + word.value / 10);
        digits[n_digits++] = (char)('0' + word.value % 10);
        if (word.kind == NUMBER_WORD_TENS) {
          NumberWord unit = next_word (reader, word.end_byte, &gap);
          if (unit.kind == NUMBER_WORD_UNIT) {
            digits[n_digits - 1] = (char)('0' + unit.value);
            word.end_byte = unit.end_byte;
          }
        }
      } else
        break;
      at = end = word.end_byte;
    }
  return n_digits > 0 && purport_rational_from_decimal (digits, n_digits, -(int)n_digits, decimals) ? end : 0;
}

/* "nine point nought four million". */
static void
read_point (Reader *reader)
{
  NumberGap gap;
  NumberWord point = next_word (reader, reader->end_byte, &gap), scale;
  PurportRational decimals, value, factor;
  gsize end;

  if (point.kind != NUMBER_WORD_POINT || reader->flags & (PURPORT_NUMBER_DECIMAL | PURPORT_NUMBER_FRACTION) ||
      !reader_value (reader, &value))
    return;
  end = decimals_after_point (reader, point.end_byte, &decimals);
  if (end == 0 || !purport_rational_add (value, decimals, &value))
    return;
  scale = next_word (reader, end, &gap);
  if (scale.kind == NUMBER_WORD_SCALE && purport_rational_power_of_ten ((int)scale.value, &factor) &&
      purport_rational_multiply (value, factor, &factor)) {
    value = factor;
    end = scale.end_byte;
    reader->flags |= PURPORT_NUMBER_SCALED;
  }
  set_value (reader, value);
  reader->end_byte = end;
  reader->flags |= PURPORT_NUMBER_DECIMAL;
}

/* "hundreds", "tens of thousands", "hundreds of millions". Returns: whether a plural starts the number. */
static gboolean
read_plural (Reader *reader, NumberWord word)
{
  if (word.kind != NUMBER_WORD_PLURAL && word.kind != NUMBER_WORD_DOZENS)
    return FALSE;
  for (;;) {
    NumberGap gap;
    NumberWord of, next;

    reader->end_byte = word.end_byte;
    of = next_word (reader, word.end_byte, &gap);
    if (of.kind != NUMBER_WORD_OF)
      break;
    next = next_word (reader, of.end_byte, &gap);
    if (next.kind != NUMBER_WORD_PLURAL)
      break;
    word = next;
  }
  reader->flags |= PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_WORDS;
  return TRUE;
}

/* "several hundred", "a few thousand": of a size, but without value. Returns: whether a magnitude follows @few. */
static gboolean
read_few (Reader *reader, NumberWord few)
{
  NumberGap gap;
  NumberWord word = next_word (reader, few.end_byte, &gap);
  gboolean any = FALSE;

  for (; gap == NUMBER_GAP_SPACE &&
         (word.kind == NUMBER_WORD_HUNDRED || word.kind == NUMBER_WORD_SCALE || word.kind == NUMBER_WORD_DOZEN);
       word = next_word (reader, word.end_byte, &gap)) {
    reader->end_byte = word.end_byte;
    any = TRUE;
  }
  reader->flags |= any ? PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_WORDS : 0;
  return any;
}

/* "dozen", "couple" after an article or number: "two dozen", "a couple of". */
static void
read_dozen (Reader *reader)
{
  NumberGap gap;
  NumberWord word = next_word (reader, reader->end_byte, &gap);
  PurportRational value;

  if (word.kind != NUMBER_WORD_DOZEN && word.kind != NUMBER_WORD_DOZENS)
    return;
  if (!reader_value (reader, &value) || !purport_rational_multiply (value, purport_rational (12), &value))
    return;
  set_value (reader, value);
  reader->end_byte = word.end_byte;
  reader->last = NUMBER_WORD_DOZEN;
}

/* What "a" or "an" begins: "a hundred and two", "a third", "a dozen", "a couple", "a quarter of a million". Returns:
 * %FALSE where it is just an article. */
static gboolean
read_article (Reader *reader, NumberWord article)
{
  NumberGap gap;
  NumberWord word = next_word (reader, article.end_byte, &gap);

  if (gap != NUMBER_GAP_SPACE)
    return FALSE;
  reader->flags |= PURPORT_NUMBER_ARTICLE;
  switch (word.kind) {
  case NUMBER_WORD_HUNDRED:
  case NUMBER_WORD_SCALE:
    set_value (reader, purport_rational (1));
    reader->end_byte = article.end_byte;
    reader->last = NUMBER_WORD_UNIT;
    reader->flags |= PURPORT_NUMBER_WORDS;
    read_cardinal (reader);
    read_denominator (reader);
    read_and_fraction (reader);
    return TRUE;
  case NUMBER_WORD_FEW:
    return read_few (reader, word);
  case NUMBER_WORD_DOZEN:
  case NUMBER_WORD_COUPLE:
    set_value (reader, purport_rational (word.value));
    reader->end_byte = word.end_byte;
    reader->flags |= PURPORT_NUMBER_WORDS | (word.kind == NUMBER_WORD_COUPLE ? PURPORT_NUMBER_APPROXIMATE : 0);
    return TRUE;
  case NUMBER_WORD_HALF:
  case NUMBER_WORD_DENOMINATOR:
    set_value (reader, purport_rational (1));
    reader->end_byte = article.end_byte;
    read_denominator (reader);
    return reader->flags & (PURPORT_NUMBER_FRACTION | PURPORT_NUMBER_SCALED);
  default:
    return FALSE;
  }
}

/* "half", "half a million", "quarter million". A bare "quarter" is a part of a year. */
static gboolean
read_half (Reader *reader, NumberWord word)
{
  PurportRational value;

  if (!purport_rational_divide (purport_rational (1), purport_rational (word.value), &value))
    return FALSE;
  set_value (reader, value);
  reader->end_byte = word.end_byte;
  reader->flags |= PURPORT_NUMBER_FRACTION | PURPORT_NUMBER_WORDS;
  read_scale_of_fraction (reader);
  return word.value == 2 || reader->flags & PURPORT_NUMBER_SCALED;
}

static gboolean
read_words (Reader *reader, gsize start_byte)
{
  NumberWord word = purport_number_word_at (reader->text, reader->n_bytes, start_byte);

  reader->end_byte = start_byte;
  if (word.kind == NUMBER_WORD_SCALE && word.end_byte - start_byte < 4)
    return FALSE; /* "bn" needs a number before it */
  switch (word.kind) {
  case NUMBER_WORD_ARTICLE:
    return read_article (reader, word);
  case NUMBER_WORD_HALF:
    return read_half (reader, word);
  case NUMBER_WORD_PLURAL:
  case NUMBER_WORD_DOZENS:
    return read_plural (reader, word);
  case NUMBER_WORD_FEW:
    return read_few (reader, word);
  case NUMBER_WORD_MULTIPLE:
    set_value (reader, word.value == 0 ? (PurportRational){ 1, 2, FALSE } : purport_rational (word.value));
    reader->end_byte = word.end_byte;
    reader->flags |= PURPORT_NUMBER_WORDS | PURPORT_NUMBER_MULTIPLE;
    return TRUE;
  case NUMBER_WORD_DOZEN:
    set_value (reader, purport_rational (word.value));
    reader->end_byte = word.end_byte;
    reader->flags |= PURPORT_NUMBER_WORDS;
    return TRUE;
  case NUMBER_WORD_UNIT:
  case NUMBER_WORD_TEEN:
  case NUMBER_WORD_TENS:
  case NUMBER_WORD_HUNDRED:
  case NUMBER_WORD_SCALE:
    read_cardinal (reader);
    read_point (reader);
    read_denominator (reader);
    read_and_fraction (reader);
    read_dozen (reader);
    return reader->end_byte > start_byte;
  default:
    return FALSE;
  }
}

/* Digits, and what words make of them: "2.5 million", "3 hundred and 21", "3 dozens", "5bn". */
static gboolean
read_digits (Reader *reader, gsize start_byte, PurportNumber *number)
{
  gsize suffix_end, space;
  NumberWord attached;
  guint power;

  if (!purport_number_parse_digits (reader->text, reader->n_bytes, start_byte, number))
    return FALSE;
  reader->flags = number->flags;
  reader->end_byte = number->span.end_byte;
  if (number->flags & PURPORT_NUMBER_INEXACT)
    return TRUE;
  set_value (reader, number->exact);
  reader->last = NUMBER_WORD_UNIT;
  power = purport_number_scale_suffix (reader->text, reader->n_bytes, reader->end_byte, TRUE, &suffix_end);
  if (power == 0) {
    space = purport_number_skip_space (reader->text, reader->n_bytes, reader->end_byte);
    power = purport_number_scale_suffix (reader->text, reader->n_bytes, space, FALSE, &suffix_end);
  }
  if (power > 0)
    return take_scale (reader, power, suffix_end);
  attached = purport_number_word_at (reader->text, reader->n_bytes, reader->end_byte);
  if (attached.kind == NUMBER_WORD_SCALE)
    return take_scale (reader, (guint)attached.value, attached.end_byte);
  read_cardinal (reader);
  read_point (reader);
  read_and_fraction (reader);
  read_dozen (reader);
  return TRUE;
}

/* Returns: the length of a plus or minus sign, 0 for none; @negative is set with it. */
static gsize
sign_length (const char *text, gsize n_bytes, gsize byte, gboolean *negative)
{
  *negative = TRUE;
  if (byte < n_bytes && text[byte] == '-')
    return 1;
  if (n_bytes - byte >= 3 && memcmp (text + byte, "\342\210\222", 3) == 0)
    return 3;
  *negative = FALSE;
  return byte < n_bytes && text[byte] == '+' ? 1 : 0;
}

static gboolean
finish_number (Reader *reader, gsize start_byte, gboolean negative, PurportNumber *number)
{
  number->span = purport_span (start_byte, reader->end_byte);
  number->flags = reader->flags;
  number->scale = reader->last_scale;
  if (reader->flags & PURPORT_NUMBER_VAGUE) {
    number->value = NAN;
    number->exact = purport_rational (0);
    return TRUE;
  }
  if (!(reader->flags & PURPORT_NUMBER_INEXACT)) {
    if (!reader_value (reader, &number->exact))
      return FALSE;
    number->exact.negative = negative && number->exact.numerator != 0;
    number->value = purport_rational_to_double (number->exact);
  } else if (negative)
    number->value = -number->value;
  return TRUE;
}

/**
 * purport_number_parse:
 * @start_byte: where the number must begin: a sign, a digit, a point before a digit, a fraction character, or the first
 *   letter of a number word; the caller has seen that a word begins there
 * @number: (out): set on success; on failure its span may say what was read
 *
 * Reads the longest number from @start_byte. Values of which a double has none (over 10^308, a denominator of 0) are no
 * numbers. Never reads behind @n_bytes. O(length of the number).
 *
 * Returns: whether there is one
 */
gboolean
purport_number_parse (const char *text, gsize n_bytes, gsize start_byte, PurportNumber *number)
{
  Reader reader = { .text = text, .n_bytes = n_bytes, .total = { 0, 1, FALSE }, .current = { 0, 1, FALSE } };
  gboolean negative = FALSE;
  gsize at = start_byte + sign_length (text, n_bytes, start_byte, &negative);
  PurportRational fraction;
  NumberWord word;
  guint length;

  number->n_digits = 0;
  number->span = purport_span (start_byte, start_byte);
  if (at > start_byte)
    reader.flags |= PURPORT_NUMBER_SIGNED;
  word = purport_number_word_at (text, n_bytes, at);
  if (word.kind == NUMBER_WORD_MINUS && at == start_byte) {
    negative = TRUE;
    reader.flags |= PURPORT_NUMBER_SIGNED;
    at = purport_number_skip_space (text, n_bytes, word.end_byte);
  }
  if (at < n_bytes && (g_ascii_isdigit (text[at]) || text[at] == '.')) {
    guint flags = reader.flags;
    if (!read_digits (&reader, at, number))
      return FALSE;
    reader.flags |= flags;
  } else if ((length = purport_number_vulgar_fraction (text, n_bytes, at, &fraction)) > 0) {
    set_value (&reader, fraction);
    reader.end_byte = at + length;
    reader.flags |= PURPORT_NUMBER_DIGITS | PURPORT_NUMBER_FRACTION;
    read_scale_of_fraction (&reader);
  } else if (!read_words (&reader, at))
    return FALSE;
  return finish_number (&reader, start_byte, negative, number);
}

/* Multiplies @number with @factor. Returns: %FALSE where it does not fit; @number is then untouched. */
gboolean
purport_number_scale (PurportNumber *number, PurportRational factor)
{
  PurportRational product;

  if (number->flags & (PURPORT_NUMBER_VAGUE | PURPORT_NUMBER_INEXACT) ||
      !purport_rational_multiply (number->exact, factor, &product))
    return FALSE;
  number->exact = product;
  number->value = purport_rational_to_double (product);
  return TRUE;
}

/* Returns: whether a number may begin at @start_byte: a quick test of bytes, for scanning. */
gboolean
purport_number_may_start (const char *text, gsize n_bytes, gsize start_byte)
{
  PurportRational fraction;
  NumberWord word;

  if (g_ascii_isdigit (text[start_byte]))
    return TRUE;
  if (g_ascii_isalpha (text[start_byte])) {
    word = purport_number_word_at (text, n_bytes, start_byte);
    return word.kind != NUMBER_WORD_NONE && (word.kind != NUMBER_WORD_SCALE || word.end_byte - start_byte > 3) &&
           word.kind != NUMBER_WORD_AND && word.kind != NUMBER_WORD_POINT && word.kind != NUMBER_WORD_OF &&
           word.kind != NUMBER_WORD_DENOMINATOR && word.kind != NUMBER_WORD_DENOMINATORS;
  }
  return purport_number_vulgar_fraction (text, n_bytes, start_byte, &fraction) > 0;
}
