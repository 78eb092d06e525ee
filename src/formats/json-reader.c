/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 8259 to the letter. Nothing recurses: nesting costs a bit per level, so that no input can exhaust the stack. */
#include "formats/json-reader.h"

#include <string.h>

/* Deeper values than this are refused. */
#define MAX_DEPTH 4096

void
purport_json_reader_init (PurportJsonReader *self, const char *json, gsize n_bytes)
{
  *self = (PurportJsonReader){ json, json + n_bytes };
}

static void
skip_space (PurportJsonReader *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

/* Returns: what the next value is, from its first byte. */
PurportJsonKind
purport_json_reader_peek (PurportJsonReader *self)
{
  skip_space (self);
  if (self->at == self->end)
    return PURPORT_JSON_KIND_END;
  switch (*self->at) {
  case '{':
    return PURPORT_JSON_KIND_OBJECT;
  case '[':
    return PURPORT_JSON_KIND_LIST;
  case '"':
    return PURPORT_JSON_KIND_STRING;
  case 't':
  case 'f':
  case 'n':
    return PURPORT_JSON_KIND_LITERAL;
  default:
    return *self->at == '-' || g_ascii_isdigit (*self->at) ? PURPORT_JSON_KIND_NUMBER : PURPORT_JSON_KIND_END;
  }
}

static gboolean
take (PurportJsonReader *self, char c)
{
  skip_space (self);
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Steps into the object or list that @bracket opens. Returns: whether one stands here. */
gboolean
purport_json_reader_enter (PurportJsonReader *self, char bracket)
{
  return take (self, bracket);
}

/**
 * purport_json_reader_next:
 * @closing_bracket: what ends the object or list
 * @is_first: (inout): set it to %TRUE before the first call
 * @has_item: (out): %FALSE: the end was reached and read
 *
 * Goes on to the next member or item.
 *
 * Returns: %FALSE if this is no JSON
 */
gboolean
purport_json_reader_next (PurportJsonReader *self, char closing_bracket, gboolean *is_first, gboolean *has_item)
{
  gboolean first = *is_first;

  *is_first = FALSE;
  *has_item = FALSE;
  if (take (self, closing_bracket))
    return TRUE;
  if (!first && !take (self, ','))
    return FALSE;
  *has_item = TRUE;
  return TRUE;
}

static gboolean
read_hex4 (PurportJsonReader *self, gunichar *code)
{
  gunichar value = 0;

  if (self->end - self->at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (*self->at++);
    if (digit < 0)
      return FALSE;
    value = value << 4 | (gunichar)digit;
  }
  *code = value;
  return TRUE;
}

/* Behind "\u". Half a surrogate pair on its own becomes U+FFFD. */
static gboolean
read_unicode_escape (PurportJsonReader *self, GString *out)
{
  PurportJsonReader ahead;
  gunichar code, low;

  if (!read_hex4 (self, &code))
    return FALSE;
  if (code >= 0xD800 && code < 0xDC00) {
    ahead = *self;
    if (ahead.end - ahead.at >= 6 && ahead.at[0] == '\\' && ahead.at[1] == 'u') {
      ahead.at += 2;
      if (read_hex4 (&ahead, &low) && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        *self = ahead;
      }
    }
  }
  if (code >= 0xD800 && code < 0xE000)
    code = 0xFFFD;
  if (code == 0)
    g_string_append_c (out, '\0');
  else
    g_string_append_unichar (out, code);
  return TRUE;
}

static gboolean
read_escape (PurportJsonReader *self, GString *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (self->at == self->end)
    return FALSE;
  if (*self->at == 'u') {
    self->at++;
    return read_unicode_escape (self, out);
  }
  letter = *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter == NULL)
    return FALSE;
  g_string_append_c (out, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/**
 * purport_json_reader_read_string:
 * @n_bytes: (out) (optional): the length; the string may hold NUL bytes, written as \u0000
 *
 * Reads a string. O(its length).
 *
 * Returns: (transfer full) (nullable): valid UTF-8 where the JSON text is; %NULL if no string stands here
 */
char *
purport_json_reader_read_string (PurportJsonReader *self, gsize *n_bytes)
{
  g_autoptr (GString) out = NULL;

  if (!take (self, '"'))
    return NULL;
  out = g_string_new (NULL);
  while (self->at < self->end && *self->at != '"') {
    const char *run = self->at;
    while (run < self->end && *run != '"' && *run != '\\' && (guchar)*run >= 0x20)
      run++;
    g_string_append_len (out, self->at, run - self->at);
    self->at = run;
    if (run == self->end || (guchar)*run < 0x20)
      return NULL;
    if (*run == '\\') {
      self->at++;
      if (!read_escape (self, out))
        return NULL;
    }
  }
  if (!take (self, '"'))
    return NULL;
  if (n_bytes != NULL)
    *n_bytes = out->len;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reads a member's name and the colon behind it. Returns: %FALSE if this is no JSON. */
gboolean
purport_json_reader_read_key (PurportJsonReader *self, char **key)
{
  g_autofree char *name = purport_json_reader_read_string (self, NULL);

  if (name == NULL || !take (self, ':'))
    return FALSE;
  *key = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
skip_string (PurportJsonReader *self)
{
  if (!take (self, '"'))
    return FALSE;
  while (self->at < self->end) {
    guchar byte = (guchar)*self->at++;
    if (byte == '"')
      return TRUE;
    if (byte < 0x20)
      return FALSE;
    if (byte != '\\')
      continue;
    if (self->at == self->end || *self->at == '\0' || strchr ("\"\\/bfnrtu", *self->at) == NULL)
      return FALSE;
    if (*self->at++ == 'u') {
      gunichar code;
      if (!read_hex4 (self, &code))
        return FALSE;
    }
  }
  return FALSE;
}

static gboolean
skip_digits (PurportJsonReader *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > from;
}

static gboolean
skip_number (PurportJsonReader *self)
{
  if (*self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (!skip_digits (self))
    return FALSE;
  if (self->at < self->end && *self->at == '.') {
    self->at++;
    if (!skip_digits (self))
      return FALSE;
  }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E')) {
    self->at++;
    if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
      self->at++;
    return skip_digits (self);
  }
  return TRUE;
}

static gboolean
skip_literal (PurportJsonReader *self)
{
  static const char *const literals[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++) {
    gsize length = strlen (literals[i]);
    if ((gsize)(self->end - self->at) >= length && memcmp (self->at, literals[i], length) == 0) {
      self->at += length;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
skip_scalar (PurportJsonReader *self)
{
  switch (purport_json_reader_peek (self)) {
  case PURPORT_JSON_KIND_STRING:
    return skip_string (self);
  case PURPORT_JSON_KIND_NUMBER:
    return skip_number (self);
  case PURPORT_JSON_KIND_LITERAL:
    return skip_literal (self);
  case PURPORT_JSON_KIND_OBJECT:
  case PURPORT_JSON_KIND_LIST:
  case PURPORT_JSON_KIND_END:
  default:
    return FALSE;
  }
}

/* The brackets that are open, innermost last, and whether an item has been read in the innermost. */
typedef struct {
  char closing[MAX_DEPTH];
  guint depth;
  gboolean is_first;
} Nesting;

/* Opens whatever stands here; a scalar is read whole. */
static gboolean
skip_into (PurportJsonReader *self, Nesting *nesting)
{
  PurportJsonKind kind = purport_json_reader_peek (self);

  if (kind != PURPORT_JSON_KIND_OBJECT && kind != PURPORT_JSON_KIND_LIST)
    return skip_scalar (self);
  if (nesting->depth == MAX_DEPTH)
    return FALSE;
  nesting->closing[nesting->depth++] = kind == PURPORT_JSON_KIND_OBJECT ? '}' : ']';
  nesting->is_first = TRUE;
  self->at++;
  return TRUE;
}

/**
 * purport_json_reader_skip:
 *
 * Reads past one value, whatever it is, and checks it. O(its length).
 *
 * Returns: %FALSE if no valid value stands here, or one nested deeper than 4,096 levels
 */
gboolean
purport_json_reader_skip (PurportJsonReader *self)
{
  Nesting nesting;

  nesting.depth = 0;
  if (!skip_into (self, &nesting))
    return FALSE;
  while (nesting.depth > 0) {
    char closing = nesting.closing[nesting.depth - 1];
    gboolean has_item;

    if (!purport_json_reader_next (self, closing, &nesting.is_first, &has_item))
      return FALSE;
    if (!has_item) {
      nesting.depth--;
      continue;
    }
    if (closing == '}' && !(skip_string (self) && take (self, ':')))
      return FALSE;
    if (!skip_into (self, &nesting))
      return FALSE;
  }
  return TRUE;
}

/* Returns: whether nothing but white space is left. */
gboolean
purport_json_reader_at_end (PurportJsonReader *self)
{
  skip_space (self);
  return self->at == self->end;
}
