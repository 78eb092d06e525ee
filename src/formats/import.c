/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the importer by what the bytes are, and names the file in every error. */
#include "formats/import.h"

#include <string.h>

#include "formats/error-private.h"
#include "formats/expand.h"
#include "formats/html-decode.h"
#include "formats/html.h"
#include "formats/text.h"

typedef struct {
  const char *begins;
  gsize n_bytes;
  const char *what;
} Signature;

/* Formats that are told by their first bytes, and that are not read. */
static const Signature unreadable[] = {
  { "%PDF-", 5, "a PDF document" },
  { "PK\x03\x04", 4, "a ZIP archive, e-book or office document" },
  { "PK\x05\x06", 4, "an empty ZIP archive" },
  { "\x89PNG", 4, "a picture" },
  { "\xFF\xD8\xFF", 3, "a picture" },
  { "GIF8", 4, "a picture" },
  { "RIFF", 4, "a sound, picture or video" },
  { "\x7F"
    "ELF",
    4, "a program" },
  { "{\\rtf", 5, "an RTF document" },
  { "\xD0\xCF\x11\xE0", 4, "an office document" },
  { "7z\xBC\xAF", 4, "an archive" },
  { "\xFD"
    "7zXZ",
    5, "a compressed file" },
  { "BZh", 3, "a compressed file" },
  { "\x28\xB5\x2F\xFD", 4, "a compressed file" },
  { "SQLite format 3", 15, "a database" },
};

static const char *const text_types[] = { "text/plain", "text/markdown", "text/x-markdown" };

static gboolean
check_signature (GBytes *bytes, const char *display_name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    if (length >= unreadable[i].n_bytes && memcmp (data, unreadable[i].begins, unreadable[i].n_bytes) == 0) {
      purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, display_name,
                                 "is %s, which is not read. Save its text as a text file.", unreadable[i].what);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_text_type (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_types); i++)
    if (g_ascii_strcasecmp (media_type, text_types[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_html_type (const char *media_type)
{
  return g_ascii_strcasecmp (media_type, "text/html") == 0 ||
         g_ascii_strcasecmp (media_type, "application/xhtml+xml") == 0;
}

static gboolean
looks_like_html (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return purport_html_looks_like (data, length);
}

/**
 * purport_import_article:
 * @bytes: a whole file; may be compressed by gzip
 * @uri: (nullable): where it came from, for `article.uri`
 * @media_type: (nullable): what the user says it is; %NULL: by content
 * @display_name: (nullable): what errors call it
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_import_article (
    GBytes *bytes, const char *uri, const char *media_type, const char *display_name, GError **error)
{
  g_autoptr (GBytes) expanded = purport_expand_gzip (bytes, display_name, error);
  PurportArticle *article;

  if (expanded == NULL)
    return NULL;
  if (media_type != NULL && !is_text_type (media_type) && !is_html_type (media_type)) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, display_name,
                               "cannot be read as %s. Only plain texts and web pages are read.", media_type);
    return NULL;
  }
  if (media_type == NULL && !check_signature (expanded, display_name, error))
    return NULL;
  if (media_type != NULL ? is_html_type (media_type) : looks_like_html (expanded))
    article = purport_html_import (expanded, uri, display_name, error);
  else
    article = purport_text_import (expanded, PURPORT_DECODE_FILE, display_name, error);
  if (article != NULL)
    article->uri = g_strdup (uri);
  return article;
}
