/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokenizer. Each chunk between white space is cut from left to right; every look ahead is bounded, so that the
 * whole is linear. Conventions: UD English (EWT and GUM): clitics and hyphens are tokens, numbers are whole. */
#include "text/tokens.h"

#include <string.h>

#include "text/abbreviations.h"
#include "text/graphemes.h"

/* Longer chunks are no addresses. */
#define MAX_ADDRESS_BYTES 2048u

typedef struct {
  const char *text;
  const char *end;       /* of the block */
  const char *chunk_end; /* of what has no white space inside */
  GArray *tokens;
  guint8 space; /* flags of the white space before the next token */
} Cutter;

static gboolean
in_list (const char *list, const char *word, gsize n_bytes)
{
  char padded[16];

  if (n_bytes == 0 || n_bytes > sizeof padded - 3)
    return FALSE;
  padded[0] = ' ';
  for (gsize i = 0; i < n_bytes; i++)
    padded[i + 1] = g_ascii_tolower (word[i]);
  padded[n_bytes + 1] = ' ';
  padded[n_bytes + 2] = '\0';
  return strstr (list, padded) != NULL;
}

static guint8
find_flags (const char *from, const char *to)
{
  guint n_letters = 0, n_upper = 0;
  guint8 flags = 0;

  for (const char *at = from; at < to; at = g_utf8_next_char (at)) {
    gunichar c = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char (at);
    gboolean upper = c < 0x80 ? purport_byte_is_upper ((char)c) : g_unichar_isupper (c);
    if (c < 0x80 ? purport_byte_is_letter ((char)c) : g_unichar_isalpha (c)) {
      if (n_letters == 0 && upper)
        flags |= PURPORT_TOKEN_CAPITALIZED;
      n_letters++;
      n_upper += upper ? 1 : 0;
    } else if (c < 0x80 ? purport_byte_is_digit ((char)c) : g_unichar_isdigit (c)) {
      flags |= PURPORT_TOKEN_DIGIT;
    }
  }
  if (n_letters > 0)
    flags |= PURPORT_TOKEN_LETTER;
  if (n_letters >= 2 && n_upper == n_letters)
    flags |= PURPORT_TOKEN_UPPER;
  if ((flags & (PURPORT_TOKEN_LETTER | PURPORT_TOKEN_DIGIT)) == 0)
    flags |= PURPORT_TOKEN_PUNCTUATION;
  return flags;
}

static void
add (Cutter *self, const char *from, const char *to)
{
  PurportToken token = { 0 };

  if (from == to)
    return;
  token.span = purport_span ((gsize)(from - self->text), (gsize)(to - self->text));
  token.flags = (guint8)(find_flags (from, to) | self->space);
  g_array_append_val (self->tokens, token);
  self->space = 0;
}

/* Length in bytes of an apostrophe at @at, or 0. */
static gsize
apostrophe_length (const char *at, const char *end)
{
  if (at < end && *at == '\'')
    return 1;
  return end - at >= 3 && memcmp (at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static gboolean
is_clitic (const char *letters, gsize n_bytes)
{
  return in_list (" s re ve ll d m ", letters, n_bytes);
}

/* Where the word [from, to) has to be cut once more, or @to. */
static const char *
find_clitic (const char *from, const char *to)
{
  gsize n = (gsize)(to - from);

  for (const char *at = to; at > from && to - at <= 5; at--) {
    gsize length = apostrophe_length (at, to);
    if (length == 0)
      continue;
    if (at > from && is_clitic (at + length, (gsize)(to - at) - length))
      return at;
    if (to == at + length + 1 && (to[-1] | 0x20) == 't' && at - from >= 2 && (at[-1] | 0x20) == 'n')
      return at - 1;
  }
  if (n == 6 && in_list (" cannot ", from, n))
    return from + 3;
  if (n == 5 && in_list (" gonna wanna gotta ", from, n))
    return from + 3;
  if (n >= 4 && in_list (" dont didnt doesnt isnt wasnt couldnt wouldnt shouldnt arent werent havent hasnt ", from, n))
    return to - 2;
  return to;
}

static void
add_word (Cutter *self, const char *from, const char *to)
{
  const char *cut = find_clitic (from, to);
  const char *digits = from;

  while (digits < to && purport_byte_is_digit (*digits))
    digits++;
  if (cut == to && digits > from &&
      in_list (" am pm km mm cm kg mg ml ft lb lbs hz khz mhz ghz gb mb kb mph bn ", digits, (gsize)(to - digits)))
    cut = digits;
  add (self, from, cut);
  add (self, cut, to);
}

static gboolean
starts_letter (const char *at, const char *end)
{
  if (at >= end)
    return FALSE;
  return (guchar)*at < 0x80 ? purport_byte_is_letter (*at) : g_unichar_isalpha (g_utf8_get_char (at));
}

static gboolean
starts_digit (const char *at, const char *end)
{
  return at < end && purport_byte_is_digit (*at);
}

/* Names of sites and files are whole: letters, a dot, a known ending, and then no letter. */
static gboolean
is_file_ending (const char *at, const char *end)
{
  const char *to = at;

  while (to < end && to - at < 6 && (purport_byte_is_lower (*to) || purport_byte_is_upper (*to)))
    to++;
  return !starts_letter (to, end) && !starts_digit (to, end) &&
         in_list (" com org net edu gov html htm pdf doc docx xls xlsx exe txt jpg png gif zip url info io uk au ", at,
                  (gsize)(to - at)) &&
         (purport_byte_is_lower (*at) || purport_byte_is_upper (at[1]));
}

/* A hyphen that the conventions leave inside: after a prefix. */
static gboolean
is_prefix (const char *from, const char *hyphen)
{
  return in_list (" e co non pre re anti ex multi mid semi pro post sub un ultra pan ", from, (gsize)(hyphen - from));
}

/* Whether [from, at) is digits only, and from @at on it goes on like a telephone number or a date: -digits-digits. */
static gboolean
is_number_chain (const char *from, const char *at, const char *end)
{
  guint n_groups = 0;
  gboolean hyphen = FALSE;

  if (at - from > 24)
    return FALSE;
  for (; from < at; from++) {
    if (!purport_byte_is_digit (*from) && *from != '-')
      return FALSE;
    hyphen = hyphen || *from == '-';
  }
  for (const char *to = at; to < end && to - at < 24 && *to == '-' && starts_digit (to + 1, end); n_groups++)
    for (to++; to < end && purport_byte_is_digit (*to); to++)
      ;
  return n_groups >= 2 || (n_groups == 1 && hyphen);
}

/* Whether the character at @at, no letter and no digit, is inside the word that began at @from. */
static gboolean
is_inner (const Cutter *self, const char *from, const char *at, gboolean chain)
{
  const char *end = self->chunk_end;
  gboolean digit_before = purport_byte_is_digit (at[-1]), digit_after = starts_digit (at + 1, end);

  switch (*at) {
  case '_':
    return TRUE;
  case ',':
  case ':':
  case '/':
    return digit_before && digit_after;
  case '.':
    return (digit_before && digit_after) || (!digit_before && is_file_ending (at + 1, end));
  case '-':
    return (at - from <= 5 && starts_letter (at + 1, end) && is_prefix (from, at)) || (digit_after && chain);
  case '&':
    return at + 1 < end && purport_byte_is_upper (at[-1]) && purport_byte_is_upper (at[1]);
  case '\'':
    return starts_letter (at + 1, end);
  default:
    return apostrophe_length (at, end) == 3 && starts_letter (at + 3, end);
  }
}

/* Whether a full stop stands at @at, without a mark on it that would be cut off. */
static gboolean
is_stop (const char *at, const char *end)
{
  return at < end && *at == '.' && purport_grapheme_next (at, end) == at + 1;
}

/* Letters with dots between them: U.S., a.m., Ph.D. Returns: where it ends, or @from if it is none. */
static const char *
find_dotted (const char *from, const char *end)
{
  const char *at = from;
  guint n_parts = 0;

  while (starts_letter (at, end)) {
    const char *part = at;
    while (starts_letter (at, end) && at - part < 5)
      at = g_utf8_next_char (at);
    glong n_letters = g_utf8_strlen (part, at - part);
    if (n_letters > (n_parts == 0 ? 2 : 1) || (guchar)*part >= 0x80) {
      at = part;
      break;
    }
    n_parts++;
    if (!is_stop (at, end) || (at + 1 < end && at[1] == '.'))
      break;
    at++;
  }
  if (n_parts < 2 || starts_letter (at, end) || purport_grapheme_next (at - 1, end) != at)
    return from;
  return at;
}

/* Whether the full stop behind the word [from, to) belongs to it. */
static gboolean
keeps_stop (const Cutter *self, const char *from, const char *to)
{
  gsize n = (gsize)(to - from);
  PurportAbbreviation kind;
  const char *next = to + 1;

  if (!is_stop (to, self->end) || (next < self->chunk_end && *next == '.'))
    return FALSE;
  while (next < self->end && next - to < 4 && purport_byte_is_space (*next))
    next++;
  if (n == 1)
    return purport_byte_is_letter (*from) && (next < self->end) &&
           ((*from != 'I' && *from != 'i') ||
            (self->tokens->len > 0 &&
             g_array_index (self->tokens, PurportToken, self->tokens->len - 1).flags & PURPORT_TOKEN_CAPITALIZED));
  if (purport_byte_is_lower (*from) && in_list (" ill mass wash apt ", from, n))
    return FALSE; /* in small letters these are words */
  kind = purport_abbreviation_find (from, n);
  if (kind == PURPORT_ABBREVIATION_NUMBER)
    return starts_digit (next, self->end);
  if (kind == PURPORT_ABBREVIATION_DATE && purport_byte_is_lower (*from))
    return starts_digit (next, self->end) && in_list (" jan feb apr jun jul aug sep sept oct nov dec ", from, n);
  if (kind == PURPORT_ABBREVIATION_DATE)
    return purport_byte_is_upper (*from) && (n == 4 || starts_digit (next, self->end) || *from != 'S');
  return kind != PURPORT_ABBREVIATION_NONE;
}

static const char *
cut_word (Cutter *self, const char *from)
{
  const char *end = self->chunk_end, *at = find_dotted (from, end);
  gboolean chain = FALSE, chain_known = FALSE;

  if (at > from) {
    add (self, from, at);
    return at;
  }
  while (at < end) {
    const char *next = purport_grapheme_next (at, end);
    PurportGlyph glyph = purport_grapheme_classify (at, next);
    if (glyph == PURPORT_GLYPH_LETTER || glyph == PURPORT_GLYPH_DIGIT) {
      at = next;
      continue;
    }
    if (at == from || glyph == PURPORT_GLYPH_SPACE)
      break;
    if (*at == '-' && !chain_known) {
      chain = is_number_chain (from, at, end);
      chain_known = TRUE;
    }
    if (!is_inner (self, from, at, chain))
      break;
    at = next;
  }
  if (keeps_stop (self, from, at))
    at++;
  add_word (self, from, at);
  return at;
}

static gsize
emoticon_length (const char *at, const char *end)
{
  gsize n = 1;

  if (strchr (":;=", *at) == NULL || at + 1 >= end)
    return 0;
  if (at[n] == '-' || at[n] == '\'')
    n++;
  if (at + n >= end || strchr (")(DPp", at[n]) == NULL)
    return 0;
  n++;
  return at + n == end ? n : 0;
}

/* One token of characters that are neither letters nor digits. */
static const char *
cut_symbol (Cutter *self, const char *from)
{
  const char *end = self->chunk_end, *at = purport_grapheme_next (from, end);
  gsize clitic = apostrophe_length (from, end), emoticon = emoticon_length (from, end);

  if (clitic > 0 && self->space == 0) {
    const char *letters = from + clitic, *to = letters;
    while (starts_letter (to, end) && to - letters < 3)
      to++;
    if (is_clitic (letters, (gsize)(to - letters)) && !starts_letter (to, end))
      at = to;
  } else if (emoticon > 0) {
    at = from + emoticon;
  } else if (*from == '!' || *from == '?') {
    while (at < end && (*at == '!' || *at == '?'))
      at++;
  } else if (*from != 0 && strchr (".-*=_~#<>+|", *from) != NULL) {
    while (at < end && *at == *from)
      at++;
  } else if (at < end && *from == *at && (*from == '\'' || *from == '`')) {
    at++;
  }
  /* A mark that stands on the last of them belongs to it. */
  while (at < end && (guchar)*at >= 0x80 && at > from && purport_grapheme_next (at - 1, end) > at &&
         (guchar)at[-1] < 0x80)
    at = purport_grapheme_next (at - 1, end);
  add (self, from, at);
  return at;
}

static gboolean
has_address (const char *at, const char *end)
{
  gsize n = (gsize)(end - at);
  const char *sign;

  if (n > MAX_ADDRESS_BYTES || n < 6)
    return FALSE;
  if (g_ascii_strncasecmp (at, "http://", 7) == 0 || g_ascii_strncasecmp (at, "https://", MIN (n, 8)) == 0 ||
      g_ascii_strncasecmp (at, "www.", 4) == 0 || g_ascii_strncasecmp (at, "ftp://", 6) == 0 ||
      g_ascii_strncasecmp (at, "mailto:", MIN (n, 7)) == 0)
    return TRUE;
  if (!purport_byte_is_letter (*at) && !purport_byte_is_digit (*at))
    return FALSE;
  sign = memchr (at, '@', n);
  return sign != NULL && sign + 3 < end && purport_byte_is_letter (sign[1]) &&
         memchr (sign, '.', (gsize)(end - sign)) != NULL;
}

/* Addresses are whole, without the punctuation behind them. */
static const char *
cut_address (Cutter *self, const char *from)
{
  const char *to = from;

  while (to < self->chunk_end && (guchar)*to < 0x80 && strchr ("<>\"", *to) == NULL)
    to++;
  while (to > from + 1 && strchr (".,;:!?)]}'*", to[-1]) != NULL)
    to--;
  if (to < self->chunk_end)
    to = MAX (to, purport_grapheme_next (to - 1, self->chunk_end));
  add (self, from, to);
  return to;
}

static const char *
find_chunk_end (const char *at, const char *end)
{
  while (at < end) {
    const char *next = purport_grapheme_next (at, end);
    if (purport_grapheme_classify (at, next) == PURPORT_GLYPH_SPACE)
      break;
    at = next;
  }
  return at;
}

/**
 * purport_tokens_find:
 * @text: the article's text
 * @span: what is cut: a block
 * @tokens: (element-type PurportToken): the tokens are appended here, with span and flags alone
 *
 * O(length of the span).
 */
void
purport_tokens_find (const char *text, PurportSpan span, GArray *tokens)
{
  const char *at = text + span.start_byte;
  Cutter self = { .text = text, .end = text + span.end_byte, .tokens = tokens };

  self.space = PURPORT_TOKEN_SPACE_BEFORE | PURPORT_TOKEN_LINE_BEFORE;
  self.chunk_end = at;
  while (at < self.end) {
    const char *next = purport_grapheme_next (at, self.end);
    PurportGlyph glyph = purport_grapheme_classify (at, next);
    if (glyph == PURPORT_GLYPH_SPACE) {
      self.space |= *at == '\n' ? PURPORT_TOKEN_SPACE_BEFORE | PURPORT_TOKEN_LINE_BEFORE : PURPORT_TOKEN_SPACE_BEFORE;
      at = next;
      continue;
    }
    if (at >= self.chunk_end)
      self.chunk_end = find_chunk_end (at, self.end);
    if ((self.space != 0 || glyph == PURPORT_GLYPH_LETTER) && has_address (at, self.chunk_end))
      at = cut_address (&self, at);
    else if (glyph == PURPORT_GLYPH_OTHER)
      at = cut_symbol (&self, at);
    else
      at = cut_word (&self, at);
  }
}
