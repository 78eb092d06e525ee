/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as RFC 8259 has it. Numbers are written as ECMAScript does: the fewest digits that read back exactly. */
#include "formats/json-writer.h"

#include <math.h>
#include <string.h>

/* Digits that any double needs at most to read back exactly. */
#define MAX_DIGITS 17

void
purport_json_writer_init (PurportJsonWriter *self, GString *out, gboolean pretty)
{
  *self = (PurportJsonWriter){ .out = out, .pretty = pretty, .first = TRUE };
}

/* Control characters, and the three line separators beyond them: readers of JSON lines may split at any of these. */
static gsize
append_escaped (GString *out, const char *at, gsize left)
{
  const guchar *byte = (const guchar *)at;

  if (byte[0] == 0xC2 && left > 1 && byte[1] == 0x85) {
    g_string_append (out, "\\u0085");
    return 2;
  }
  if (byte[0] == 0xE2 && left > 2 && byte[1] == 0x80 && (byte[2] == 0xA8 || byte[2] == 0xA9)) {
    g_string_append (out, byte[2] == 0xA8 ? "\\u2028" : "\\u2029");
    return 3;
  }
  switch (byte[0]) {
  case '"':
    g_string_append (out, "\\\"");
    return 1;
  case '\\':
    g_string_append (out, "\\\\");
    return 1;
  case '\n':
    g_string_append (out, "\\n");
    return 1;
  case '\t':
    g_string_append (out, "\\t");
    return 1;
  case '\r':
    g_string_append (out, "\\r");
    return 1;
  default:
    if (byte[0] < 0x20)
      g_string_append_printf (out, "\\u%04x", byte[0]);
    else
      g_string_append_c (out, (char)byte[0]);
    return 1;
  }
}

static inline gboolean
is_plain (char c)
{
  guchar byte = (guchar)c;
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0xC2 && byte != 0xE2;
}

static void
append_quoted (GString *out, const char *text, gsize n_bytes)
{
  gsize i = 0;

  g_string_append_c (out, '"');
  while (i < n_bytes) {
    gsize run = i;
    while (run < n_bytes && is_plain (text[run]))
      run++;
    g_string_append_len (out, text + i, (gssize)(run - i));
    i = run;
    if (i < n_bytes)
      i += append_escaped (out, text + i, n_bytes - i);
  }
  g_string_append_c (out, '"');
}

static void
append_line (PurportJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static gboolean
is_flat (const PurportJsonWriter *self)
{
  return !self->pretty || (self->flat_depth != 0 && self->depth >= self->flat_depth);
}

/* What stands before a value: the comma, the line, the name. */
static void
begin_value (PurportJsonWriter *self, const char *key)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  if (self->depth > 0 && !is_flat (self))
    append_line (self);
  else if (self->pretty && !self->first)
    g_string_append_c (self->out, ' ');
  self->first = FALSE;
  if (key == NULL)
    return;
  append_quoted (self->out, key, strlen (key));
  g_string_append (self->out, self->pretty ? ": " : ":");
}

static void
begin_container (PurportJsonWriter *self, const char *key, char bracket, gboolean flat)
{
  begin_value (self, key);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->first = TRUE;
  if (flat && self->flat_depth == 0)
    self->flat_depth = self->depth;
}

static void
end_container (PurportJsonWriter *self, char bracket)
{
  gboolean flat = is_flat (self);

  if (self->flat_depth == self->depth)
    self->flat_depth = 0;
  self->depth--;
  if (!flat && !self->first)
    append_line (self);
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
}

void
purport_json_begin_object (PurportJsonWriter *self, const char *key)
{
  begin_container (self, key, '{', FALSE);
}

/* An object that stands in one line, even where all else is indented. */
void
purport_json_begin_flat_object (PurportJsonWriter *self, const char *key)
{
  begin_container (self, key, '{', TRUE);
}

void
purport_json_end_object (PurportJsonWriter *self)
{
  end_container (self, '}');
}

void
purport_json_begin_list (PurportJsonWriter *self, const char *key)
{
  begin_container (self, key, '[', FALSE);
}

void
purport_json_begin_flat_list (PurportJsonWriter *self, const char *key)
{
  begin_container (self, key, '[', TRUE);
}

void
purport_json_end_list (PurportJsonWriter *self)
{
  end_container (self, ']');
}

void
purport_json_null (PurportJsonWriter *self, const char *key)
{
  begin_value (self, key);
  g_string_append (self->out, "null");
}

void
purport_json_boolean (PurportJsonWriter *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

void
purport_json_unsigned (PurportJsonWriter *self, const char *key, guint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->out, "%" G_GUINT64_FORMAT, value);
}

/* Writes @digits with the decimal point behind the first @point of them, as Number::toString of ECMA-262 does. */
static void
append_decimal (GString *out, const char *digits, int point)
{
  int n = (int)strlen (digits);

  if (n <= point && point <= 21) {
    g_string_append (out, digits);
    for (int i = n; i < point; i++)
      g_string_append_c (out, '0');
  } else if (0 < point && point <= 21) {
    g_string_append_len (out, digits, point);
    g_string_append_c (out, '.');
    g_string_append (out, digits + point);
  } else if (-6 < point && point <= 0) {
    g_string_append (out, "0.");
    for (int i = point; i < 0; i++)
      g_string_append_c (out, '0');
    g_string_append (out, digits);
  } else {
    g_string_append_c (out, digits[0]);
    if (n > 1) {
      g_string_append_c (out, '.');
      g_string_append (out, digits + 1);
    }
    g_string_append_printf (out, "e%+d", point - 1);
  }
}

/* Writes the shortest text that reads back as @value; null where there is none (not a number, infinite). */
void
purport_json_number (PurportJsonWriter *self, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE], digits[MAX_DIGITS + 1];
  int n_digits = 0, exponent;

  begin_value (self, key);
  if (!isfinite (value) || value == 0) {
    g_string_append (self->out, value == 0 ? "0" : "null");
    return;
  }
  for (int precision = 0; precision < MAX_DIGITS; precision++) {
    char format[8];
    g_snprintf (format, sizeof format, "%%.%de", precision);
    g_ascii_formatd (buffer, sizeof buffer, format, value);
    if (g_ascii_strtod (buffer, NULL) == value)
      break;
  }
  if (value < 0)
    g_string_append_c (self->out, '-');
  exponent = (int)g_ascii_strtoll (strchr (buffer, 'e') + 1, NULL, 10);
  for (const char *at = buffer; *at != 'e'; at++)
    if (g_ascii_isdigit (*at))
      digits[n_digits++] = *at;
  digits[n_digits] = '\0';
  append_decimal (self->out, digits, exponent + 1);
}

/* Writes a score with at most four decimals; what is not a number counts as 0. */
void
purport_json_score (PurportJsonWriter *self, const char *key, double value)
{
  purport_json_number (self, key, isfinite (value) ? (double)llround (value * 1e4) / 1e4 : 0);
}

void
purport_json_string_n (PurportJsonWriter *self, const char *key, const char *value, gsize n_bytes)
{
  begin_value (self, key);
  append_quoted (self->out, value, n_bytes);
}

/* Writes @value; null for %NULL. */
void
purport_json_string (PurportJsonWriter *self, const char *key, const char *value)
{
  if (value == NULL)
    purport_json_null (self, key);
  else
    purport_json_string_n (self, key, value, strlen (value));
}

/* Writes @json, which is JSON already, as it is. */
void
purport_json_raw (PurportJsonWriter *self, const char *key, const char *json)
{
  begin_value (self, key);
  g_string_append (self->out, json);
}
