/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Byte order mark, strict UTF-8, what the page declares, nearly UTF-8, and at last Windows-1252, which is always valid.
 */
#include "formats/html-decode.h"

#include <string.h>

#include "formats/decode.h"
#include "formats/error-private.h"

/* How far into a page its declaration is looked for. */
#define DECLARATION_BYTES 4096u

/* Whether the first tag is one that only web pages begin with. */
gboolean
purport_html_looks_like (const char *data, gsize n_bytes)
{
  static const char *const beginnings[] = { "<!doctype html", "<html", "<head", "<body", "<!--", "<meta ", "<title" };
  const char *at = data, *end = data + MIN (n_bytes, 1024u);

  if (n_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (end - at >= 5 && strncmp (at, "<?xml", 5) == 0) {
    at = memchr (at, '>', (gsize)(end - at));
    at = at != NULL ? at + 1 : end;
    while (at < end && g_ascii_isspace (*at))
      at++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if ((gsize)(end - at) >= strlen (beginnings[i]) &&
        g_ascii_strncasecmp (at, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The encoding that a <meta> or the XML declaration names. */
static char *
find_declared (const char *data, gsize n_bytes)
{
  gsize n = MIN (n_bytes, DECLARATION_BYTES);
  g_autofree char *head = g_ascii_strdown (data, (gssize)n);
  static const char *const labels[] = { "charset=", "encoding=" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    const char *at = g_strstr_len (head, (gssize)n, labels[i]), *from;
    if (at == NULL)
      continue;
    from = at += strlen (labels[i]);
    if (*from == '"' || *from == '\'')
      at = ++from;
    while (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
      at++;
    return at > from ? g_strndup (from, (gsize)(at - from)) : NULL;
  }
  return NULL;
}

/* Browsers read these names as Windows-1252. */
static gboolean
means_windows_1252 (const char *charset)
{
  return charset == NULL || strcmp (charset, "iso-8859-1") == 0 || strcmp (charset, "latin1") == 0 ||
         strcmp (charset, "us-ascii") == 0 || strcmp (charset, "ascii") == 0;
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
    if (memchr ("\x81\x8D\x8F\x90\x9D", copy[i], 5) != NULL)
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

  if (length == 0 || memchr (data, '\0', length) == NULL) {
    charset = length > 0 ? find_declared (data, length) : NULL;
    if (length > 0 && !g_utf8_validate_len (data, length, NULL) && charset != NULL &&
        !g_str_has_prefix (charset, "utf-8"))
      html = means_windows_1252 (charset) ? NULL : convert (data, length, charset, n_bytes);
  }
  if (html == NULL)
    html = purport_decode_text (bytes, PURPORT_DECODE_FILE, display_name, n_bytes, &failure);
  if (html == NULL && g_error_matches (failure, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_ENCODING))
    html = convert_windows_1252 (data, length, n_bytes);
  if (html == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&html);
}
