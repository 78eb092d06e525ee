/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * MIME (RFC 2045, 2046, 2557) as far as it is needed: heads with folded lines, parts between boundaries, base64 and
 * quoted-printable. The first part that is a web page is read; a letter without one is a plain text.
 */
#include "importers/mhtml.h"

#include <string.h>

#include "formats/error-private.h"
#include "formats/format.h"
#include "formats/text.h"
#include "importers/html-embedded.h"

#define MAX_DEPTH 6u
#define MAX_PARTS 2000u

/* One part: its head and where its contents are. */
typedef struct {
  char *type;     /* "text/html"; in lower case */
  char *boundary; /* nullable */
  char *charset;  /* nullable */
  char *encoding; /* nullable: in lower case */
  char *location; /* nullable */
  char *subject;  /* nullable */
  char *id;       /* nullable: "<a@b>" */
  const char *body;
  const char *end;
} Part;

static void
clear_part (Part *part)
{
  g_free (part->type);
  g_free (part->boundary);
  g_free (part->charset);
  g_free (part->encoding);
  g_free (part->location);
  g_free (part->subject);
  g_free (part->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, clear_part)

/* The value of "; name=value" or "; name=\"value\"" in a field. */
static char *
dup_parameter (const char *field, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (field, -1), *label = g_strconcat (name, "=", NULL);
  const char *found = strstr (lower, label), *from;

  if (found == NULL)
    return NULL;
  from = field + (found - lower) + strlen (label);
  if (*from == '"')
    return g_strndup (from + 1, strcspn (from + 1, "\""));
  return g_strndup (from, strcspn (from, "; \t\r\n"));
}

static void
read_field (Part *part, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = colon != NULL ? g_ascii_strdown (line, colon - line) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;

  if (name == NULL)
    return;
  if (strcmp (name, "content-type") == 0 && part->type == NULL) {
    g_autofree char *type = g_strndup (value, strcspn (value, "; \t"));
    part->type = g_ascii_strdown (type, -1);
    part->boundary = dup_parameter (value, "boundary");
    part->charset = dup_parameter (value, "charset");
  } else if (strcmp (name, "content-transfer-encoding") == 0 && part->encoding == NULL) {
    part->encoding = g_ascii_strdown (value, -1);
  } else if ((strcmp (name, "content-location") == 0 || strcmp (name, "snapshot-content-location") == 0) &&
             part->location == NULL && g_utf8_validate (value, -1, NULL)) {
    part->location = g_steal_pointer (&value);
  } else if (strcmp (name, "subject") == 0 && part->subject == NULL) {
    part->subject = g_steal_pointer (&value);
  } else if (strcmp (name, "content-id") == 0 && part->id == NULL) {
    part->id = g_steal_pointer (&value);
  }
}

/* Reads the head of a part, up to the empty line. */
static void
read_head (Part *part, const char *at, const char *end)
{
  g_autoptr (GString) field = g_string_new (NULL);

  while (at < end) {
    const char *newline = memchr (at, '\n', (gsize)(end - at)), *stop = newline != NULL ? newline : end;
    gsize n = (gsize)(stop - at);

    if (n > 0 && at[n - 1] == '\r')
      n--;
    if (n > 0 && (*at == ' ' || *at == '\t')) {
      g_string_append_len (field, at, (gssize)n);
    } else {
      read_field (part, field->str);
      g_string_truncate (field, 0);
      g_string_append_len (field, at, (gssize)n);
    }
    at = newline != NULL ? newline + 1 : end;
    if (n == 0)
      break;
  }
  read_field (part, field->str);
  part->body = at;
  part->end = end;
}

static int
hex_pair (const char *at)
{
  int high = g_ascii_xdigit_value (at[0]), low = high >= 0 ? g_ascii_xdigit_value (at[1]) : -1;
  return low >= 0 ? high * 16 + low : -1;
}

static GByteArray *
decode_quoted_printable (const char *at, const char *end)
{
  GByteArray *out = g_byte_array_sized_new ((guint)(end - at));

  while (at < end) {
    guint8 byte = (guint8)*at;
    if (*at == '=' && end - at >= 3 && hex_pair (at + 1) >= 0) {
      byte = (guint8)hex_pair (at + 1);
      at += 3;
    } else if (*at == '=') {
      const char *newline = memchr (at, '\n', (gsize)(end - at));
      at = newline != NULL && newline - at <= 3 ? newline + 1 : at + 1;
      continue;
    } else {
      at++;
    }
    g_byte_array_append (out, &byte, 1);
  }
  return out;
}

static GBytes *
decode_body (const Part *part)
{
  if (g_strcmp0 (part->encoding, "quoted-printable") == 0)
    return g_byte_array_free_to_bytes (decode_quoted_printable (part->body, part->end));
  if (g_strcmp0 (part->encoding, "base64") == 0) {
    g_autofree char *text = g_strndup (part->body, (gsize)(part->end - part->body));
    gsize n_bytes;
    guchar *data = g_base64_decode (text, &n_bytes);
    return g_bytes_new_take (data, n_bytes);
  }
  return g_bytes_new (part->body, (gsize)(part->end - part->body));
}

/* In UTF-8 where the part's head says how it is encoded, which counts more than what the page says. */
static GBytes *
decode_part (const Part *part)
{
  GBytes *bytes = decode_body (part);
  gsize n_bytes, n_converted;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  char *text;

  if (part->charset == NULL || g_utf8_validate_len (data, n_bytes, NULL))
    return bytes;
  text = g_convert (data, (gssize)n_bytes, "UTF-8", part->charset, NULL, &n_converted, NULL);
  if (text == NULL)
    return bytes;
  g_bytes_unref (bytes);
  return g_bytes_new_take (text, n_converted);
}

typedef gboolean (*PartTest) (const Part *part, const char *wanted);

static gboolean
has_type (const Part *part, const char *type)
{
  return g_strcmp0 (part->type, type) == 0;
}

/* A part has the address that it was loaded from, or one that only the letter knows: "cid:a@b" for "<a@b>". */
static gboolean
has_address (const Part *part, const char *address)
{
  if (g_strcmp0 (part->location, address) == 0)
    return TRUE;
  if (part->id == NULL || *part->id != '<' || g_ascii_strncasecmp (address, "cid:", 4) != 0)
    return FALSE;
  return strncmp (part->id + 1, address + 4, strlen (address + 4)) == 0 && part->id[strlen (address + 4) + 1] == '>';
}

/* Calls itself for the parts of a part. Returns: whether @found, which is to be cleared, is the first part that passes
 * the test. */
static gboolean
find_part (const Part *part, PartTest test, const char *wanted, guint depth, Part *found)
{
  g_autofree char *mark = NULL;
  const char *at, *next;

  if (part->boundary == NULL || depth == MAX_DEPTH || part->type == NULL ||
      !g_str_has_prefix (part->type, "multipart/"))
    return FALSE;
  mark = g_strconcat ("--", part->boundary, NULL);
  at = g_strstr_len (part->body, part->end - part->body, mark);
  for (guint i = 0; at != NULL && i < MAX_PARTS; i++, at = next) {
    g_auto (Part) inner = { 0 };

    at += strlen (mark);
    if (part->end - at >= 2 && strncmp (at, "--", 2) == 0)
      return FALSE;
    next = g_strstr_len (at, part->end - at, mark);
    at = memchr (at, '\n', (gsize)(part->end - at));
    if (at == NULL)
      return FALSE;
    read_head (&inner, at + 1, next != NULL && next > at ? next : part->end);
    if (test (&inner, wanted)) {
      *found = inner;
      memset (&inner, 0, sizeof inner);
      return TRUE;
    }
    if (find_part (&inner, test, wanted, depth + 1, found))
      return TRUE;
  }
  return FALSE;
}

/* Returns: (transfer full) (nullable): the contents of the first part of @type, which may be the whole. */
static GBytes *
find_text (const Part *whole, const char *type, char **location)
{
  g_auto (Part) part = { 0 };

  if (has_type (whole, type))
    return decode_part (whole);
  if (!find_part (whole, has_type, type, 0, &part))
    return NULL;
  if (part.location != NULL && *location == NULL)
    *location = g_strdup (part.location);
  return decode_part (&part);
}

/* The address at which a relative one in the page begins: where the page was saved from. */
static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://"));
}

static PurportArticle *
import_parts (const Part *whole, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error)
{
  g_autofree char *location = g_strdup (whole->location);
  g_autoptr (GBytes) page = find_text (whole, "text/html", &location);
  g_autoptr (GBytes) text = page == NULL ? find_text (whole, "text/plain", &location) : NULL;
  PurportArticle *article = NULL;

  if (page != NULL)
    article = purport_html_import (page, is_web_address (location) ? location : uri, flags, display_name, error);
  else if (text != NULL)
    article = purport_text_import (text, PURPORT_DECODE_FILE, display_name, error);
  else
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is a saved page or letter without a readable part. Save it again as a web page.");
  if (article != NULL && article->title == NULL && whole->subject != NULL && whole->subject[0] != '=' &&
      g_utf8_validate (whole->subject, -1, NULL))
    article->title = g_strdup (whole->subject);
  if (article != NULL) {
    g_free (article->media_type);
    article->media_type = g_strdup (purport_format_get_media_type (PURPORT_FORMAT_MHTML));
  }
  return article;
}

/**
 * purport_mhtml_import:
 * @uri: (nullable): the file's address; relative addresses in the page start from where it was saved from
 *
 * O(size).
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_mhtml_import (GBytes *bytes, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *copy = NULL;
  g_auto (Part) whole = { 0 };

  if (n_bytes == 0) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name, "is empty.");
    return NULL;
  }
  if (memchr (data, '\0', n_bytes) != NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_BINARY, display_name,
                               "holds NUL bytes. Save the page again as a web page.");
    return NULL;
  }
  copy = g_strndup (data, n_bytes);
  read_head (&whole, copy, copy + n_bytes);
  return import_parts (&whole, uri, flags, display_name, error);
}

/**
 * purport_mhtml_find_part:
 * @address: of one of the article's pictures
 *
 * O(size).
 *
 * Returns: (transfer full) (nullable): the picture, still encoded
 */
GBytes *
purport_mhtml_find_part (GBytes *bytes, const char *address)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *copy = g_strndup (data, n_bytes), *location = NULL;
  g_auto (Part) whole = { 0 };
  g_auto (Part) part = { 0 };
  g_autoptr (GBytes) page = NULL;

  read_head (&whole, copy, copy + strlen (copy));
  if (*address != '#')
    return find_part (&whole, has_address, address, 0, &part) ? decode_body (&part) : NULL;
  page = find_text (&whole, "text/html", &location);
  return page != NULL ? purport_html_find_embedded (page, address, NULL, NULL) : NULL;
}
