/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8, nearly valid UTF-8, and UTF-16 and UTF-32 with a byte order mark; \r\n and \r become \n. */
#include "formats/decode.h"

#include <string.h>

#include "formats/error-private.h"

#define REPLACEMENT "\xEF\xBF\xBD"

typedef struct {
  const char *mark;
  gsize n_bytes;
  const char *charset; /* NULL: UTF-8 */
} ByteOrderMark;

/* The longer ones first: UTF-32's begins like UTF-16's. */
static const ByteOrderMark byte_order_marks[] = {
  { "\xFF\xFE\x00\x00", 4, "UTF-32LE" }, { "\x00\x00\xFE\xFF", 4, "UTF-32BE" }, { "\xEF\xBB\xBF", 3, NULL },
  { "\xFF\xFE", 2, "UTF-16LE" },         { "\xFE\xFF", 2, "UTF-16BE" },
};

static const ByteOrderMark *
find_byte_order_mark (const char *data, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    if (n_bytes >= byte_order_marks[i].n_bytes &&
        memcmp (data, byte_order_marks[i].mark, byte_order_marks[i].n_bytes) == 0)
      return &byte_order_marks[i];
  return NULL;
}

/* Bytes that no text has: many control characters that are neither white space nor an escape. */
static gboolean
is_binary (const char *data, gsize n_bytes)
{
  gsize n_controls = 0;

  if (memchr (data, '\0', n_bytes) != NULL)
    return TRUE;
  for (gsize i = 0; i < n_bytes; i++) {
    guchar byte = (guchar)data[i];
    n_controls += (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B) || byte == 0x7F ? 1 : 0;
  }
  return n_controls > 0 && n_controls * 100 > n_bytes;
}

static inline gboolean
is_continuation (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* The bytes of the broken sequence at @at: the longest beginning of a character, or one byte. */
static gsize
broken_length (const char *at, gsize left)
{
  guchar lead = (guchar)at[0];
  gsize want = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
  gsize n = 1;

  while (n < want && n < left && is_continuation ((guchar)at[n]))
    n++;
  /* A sequence of the right length that is no character (a surrogate, an overlong form) is broken from its start. */
  return n == want ? 1 : n;
}

/*
 * A few damaged characters, or another encoding? Text in another encoding has no valid sequences beyond ASCII but by
 * chance, so several broken ones and none that is whole tell it, unless they are very few in a long text.
 */
static gboolean
is_nearly_utf8 (gsize n_bytes, gsize n_broken, gsize n_whole)
{
  if (n_whole == 0 && n_broken > 8 && n_broken * 1000 > n_bytes)
    return FALSE;
  return n_broken * 100 <= n_bytes || (n_broken == 1 && n_bytes >= 32);
}

/* Decodes with U+FFFD for what is broken. Returns: (nullable): %NULL if too much is. */
static GString *
decode_with_replacement (const char *data, gsize n_bytes)
{
  g_autoptr (GString) out = g_string_sized_new (n_bytes + 64);
  const char *at = data, *end = data + n_bytes;
  gsize n_broken = 0, n_whole = 0;

  while (at < end) {
    const char *stop;
    gboolean valid = g_utf8_validate_len (at, (gsize)(end - at), &stop);

    for (const char *p = at; p < stop; p++)
      n_whole += (guchar)*p >= 0xC0 ? 1 : 0;
    g_string_append_len (out, at, stop - at);
    if (valid)
      break;
    n_broken++;
    g_string_append (out, REPLACEMENT);
    at = stop + broken_length (stop, (gsize)(end - stop));
  }
  return is_nearly_utf8 (n_bytes, n_broken, n_whole) ? g_steal_pointer (&out) : NULL;
}

/* In place. Returns: the new length. */
static gsize
unify_newlines (char *text, gsize n_bytes)
{
  char *to = memchr (text, '\r', n_bytes);
  const char *end = text + n_bytes;

  if (to == NULL)
    return n_bytes;
  for (const char *from = to; from < end; from++) {
    if (*from == '\r' && from + 1 < end && from[1] == '\n')
      continue;
    *to++ = *from == '\r' ? '\n' : *from;
  }
  *to = '\0';
  return (gsize)(to - text);
}

static char *
decode_utf8 (const char *data, gsize n_bytes, const char *display_name, gsize *n_decoded, GError **error)
{
  GString *decoded;

  if (is_binary (data, n_bytes)) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_BINARY, display_name,
                               "holds NUL bytes or control characters. Only texts can be read.");
    return NULL;
  }
  if (g_utf8_validate_len (data, n_bytes, NULL)) {
    *n_decoded = n_bytes;
    return g_strndup (data, n_bytes);
  }
  decoded = decode_with_replacement (data, n_bytes);
  if (decoded == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_ENCODING, display_name,
                               "is not encoded in UTF-8. Convert it first, for example with iconv.");
    return NULL;
  }
  *n_decoded = decoded->len;
  return g_string_free (decoded, FALSE);
}

static char *
decode_wide (
    const char *data, gsize n_bytes, const char *charset, const char *display_name, gsize *n_decoded, GError **error)
{
  char *text = g_convert (data, (gssize)n_bytes, "UTF-8", charset, NULL, n_decoded, NULL);

  if (text == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_ENCODING, display_name,
                               "begins like a text in %s but is not valid. Save it as UTF-8.", charset);
    return NULL;
  }
  if (is_binary (text, *n_decoded)) {
    g_free (text);
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_BINARY, display_name,
                               "holds NUL bytes or control characters. Only texts can be read.");
    return NULL;
  }
  return text;
}

static gboolean
is_blank (const char *text, gsize n_bytes)
{
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/**
 * purport_decode_text:
 * @bytes: a whole text file, or the characters of a string
 * @display_name: (nullable): what errors call it
 * @n_bytes: (out): the length of the text in bytes
 *
 * Decodes a text. What is nearly valid UTF-8 is decoded with U+FFFD in the place of each broken sequence. O(length).
 *
 * Returns: (transfer full): valid UTF-8 with no NUL in it and one behind it, with \n as its only newline, not blank and
 * at most %PURPORT_TEXT_LIMIT_BYTES long; or %NULL with %PURPORT_FORMATS_ERROR_EMPTY, _BINARY, _ENCODING or _TOO_LARGE
 */
char *
purport_decode_text (GBytes *bytes, PurportDecodeMode mode, const char *display_name, gsize *n_bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const ByteOrderMark *mark = mode == PURPORT_DECODE_FILE ? find_byte_order_mark (data, length) : NULL;
  g_autofree char *text = NULL;

  if (mark != NULL) {
    data += mark->n_bytes;
    length -= mark->n_bytes;
  }
  if (length == 0)
    text = g_strdup ("");
  else if (mark != NULL && mark->charset != NULL)
    text = decode_wide (data, length, mark->charset, display_name, &length, error);
  else
    text = decode_utf8 (data, length, display_name, &length, error);
  if (text == NULL)
    return NULL;
  length = unify_newlines (text, length);
  if (is_blank (text, length)) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is empty. Only texts with some words in them can be read.");
    return NULL;
  }
  if (length > PURPORT_TEXT_LIMIT_BYTES) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                               "is larger than %u MB, which is the limit. Split it.",
                               PURPORT_TEXT_LIMIT_BYTES / (1024u * 1024u));
    return NULL;
  }
  *n_bytes = length;
  return g_steal_pointer (&text);
}
