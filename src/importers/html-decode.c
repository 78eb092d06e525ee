/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Byte order mark, strict UTF-8, what the page declares, nearly UTF-8, what the bytes look like, and at last
 * Windows-1252, which is always valid.
 */
#include "importers/html-decode.h"

#include <string.h>
#include <uchardet/uchardet.h>

#include "formats/decode.h"
#include "formats/error-private.h"

/* How far into a page its declaration is looked for. */
#define DECLARATION_BYTES 16384u
/* So much of a page is looked at to guess its encoding. */
#define GUESS_BYTES (256u * 1024u)

/* The value behind @label in a tag, in lower case; NULL if it is not there. */
static char *
find_value (const char *tag, gsize n_bytes, const char *label)
{
  const char *end = tag + n_bytes, *at = g_strstr_len (tag, (gssize)n_bytes, label), *from;

  if (at == NULL)
    return NULL;
  at += strlen (label);
  while (at < end && (g_ascii_isspace (*at) || *at == '=' || *at == '"' || *at == '\''))
    at++;
  from = at;
  while (at < end && (g_ascii_isalnum (*at) || *at == '-' || *at == '_'))
    at++;
  return at > from ? g_strndup (from, (gsize)(at - from)) : NULL;
}

/* The encoding that a <meta> or the XML declaration names. */
static char *
find_declared (const char *data, gsize n_bytes)
{
  gsize n = MIN (n_bytes, DECLARATION_BYTES);
  g_autofree char *head = g_ascii_strdown (data, (gssize)n);
  const char *at = head, *end = head + n;
  char *charset = NULL;

  if (g_str_has_prefix (head, "<?xml")) {
    const char *close = memchr (head, '>', n);
    charset = close != NULL ? find_value (head, (gsize)(close - head), "encoding") : NULL;
  }
  while (charset == NULL && (at = g_strstr_len (at, end - at, "<meta")) != NULL) {
    const char *close = memchr (at, '>', (gsize)(end - at));
    if (close == NULL)
      break;
    charset = find_value (at, (gsize)(close - at), "charset");
    at = close;
  }
  return charset;
}

/* What the bytes look like, statistically; NULL if nothing fits. */
static char *
guess (const char *data, gsize n_bytes)
{
  uchardet_t detector = uchardet_new ();
  const char *charset = NULL;
  char *guessed;

  if (uchardet_handle_data (detector, data, MIN (n_bytes, GUESS_BYTES)) == 0) {
    uchardet_data_end (detector);
    charset = uchardet_get_charset (detector);
  }
  guessed = charset != NULL && *charset != '\0' ? g_ascii_strdown (charset, -1) : NULL;
  uchardet_delete (detector);
  return guessed;
}

/* Browsers read these names as Windows-1252. */
static gboolean
means_windows_1252 (const char *charset)
{
  return charset == NULL || strcmp (charset, "iso-8859-1") == 0 || strcmp (charset, "latin1") == 0 ||
         strcmp (charset, "windows-1252") == 0 || strcmp (charset, "us-ascii") == 0 || strcmp (charset, "ascii") == 0;
}

static char *
convert (const char *data, gsize n_bytes, const char *charset, gsize *n_converted)
{
  char *text =
      g_convert_with_fallback (data, (gssize)n_bytes, "UTF-8", charset, "\xEF\xBF\xBD", NULL, n_converted, NULL);

  if (text != NULL && !g_utf8_validate_len (text, *n_converted, NULL))
    g_clear_pointer (&text, g_free);
  return text;
}

/* Windows-1252 with the five bytes that it leaves open. */
static char *
convert_windows_1252 (const char *data, gsize n_bytes, gsize *n_converted)
{
  g_autofree char *copy = g_memdup2 (data, n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar)copy[i] >= 0x80 && memchr ("\x81\x8D\x8F\x90\x9D", copy[i], 5) != NULL)
      copy[i] = '?';
  return convert (copy, n_bytes, "WINDOWS-1252", n_converted);
}

/**
 * purport_html_decode:
 * @display_name: (nullable): what errors call it
 * @n_bytes: (out): the length of the page in bytes
 *
 * O(length).
 *
 * Returns: (transfer full): the page in valid UTF-8 without NUL bytes, or %NULL with %PURPORT_FORMATS_ERROR_EMPTY,
 * _BINARY, _ENCODING or _TOO_LARGE
 */
char *
purport_html_decode (GBytes *bytes, const char *display_name, gsize *n_bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *charset = NULL, *html = NULL;
  g_autoptr (GError) failure = NULL;

  if (length > 0 && memchr (data, '\0', length) == NULL && !g_utf8_validate_len (data, length, NULL)) {
    charset = find_declared (data, length);
    if (charset != NULL && !g_str_has_prefix (charset, "utf"))
      html = means_windows_1252 (charset) ? convert_windows_1252 (data, length, n_bytes)
                                          : convert (data, length, charset, n_bytes);
  }
  if (html == NULL)
    html = purport_decode_text (bytes, PURPORT_DECODE_FILE, display_name, n_bytes, &failure);
  if (html == NULL && g_error_matches (failure, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_ENCODING)) {
    g_free (charset);
    charset = guess (data, length);
    if (charset != NULL && !means_windows_1252 (charset))
      html = convert (data, length, charset, n_bytes);
    if (html == NULL)
      html = convert_windows_1252 (data, length, n_bytes);
  }
  if (html == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&html);
}
