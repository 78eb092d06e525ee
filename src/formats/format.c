/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the first bytes, and of a ZIP archive at the names of its first entries. Nothing is parsed. */
#include "formats/format.h"

#include <string.h>

/* How far into a file its beginning goes. */
#define HEAD_BYTES 4096u
/* The first entry of an e-book or OpenDocument file, which says what it is, ends before this. */
#define MIMETYPE_BYTES 256u
/* The header of a PDF may stand a little behind the beginning. */
#define PDF_BYTES 1024u
/* Markdown is told by so many marks of at least two kinds. */
#define MIN_MARKDOWN_MARKS 3u
#define MARKDOWN_BYTES (64u * 1024u)

typedef struct {
  const char *begins;
  gsize n_bytes;
  const char *what;
} Signature;

/* Formats that are told by their first bytes, and that are not read. */
static const Signature unreadable[] = {
  { "\x89PNG", 4, "a picture" },
  { "\xFF\xD8\xFF", 3, "a picture" },
  { "GIF8", 4, "a picture" },
  { "RIFF", 4, "a sound, picture or video" },
  { "\x7F"
    "ELF",
    4, "a program" },
  { "{\\rtf", 5, "an RTF document" },
  { "\xD0\xCF\x11\xE0", 4, "an office document of the old kind or a protected one" },
  { "7z\xBC\xAF", 4, "an archive" },
  { "\xFD"
    "7zXZ",
    5, "a file compressed by xz" },
  { "BZh", 3, "a file compressed by bzip2" },
  { "SQLite format 3", 15, "a database" },
};

typedef struct {
  const char *name;
  PurportFormat format;
} MediaType;

/* The first of each format is the one that is written. */
static const MediaType media_types[] = {
  { "text/plain", PURPORT_FORMAT_TEXT },
  { "text/markdown", PURPORT_FORMAT_MARKDOWN },
  { "text/x-markdown", PURPORT_FORMAT_MARKDOWN },
  { "text/html", PURPORT_FORMAT_HTML },
  { "application/xhtml+xml", PURPORT_FORMAT_HTML },
  { "multipart/related", PURPORT_FORMAT_MHTML },
  { "message/rfc822", PURPORT_FORMAT_MHTML },
  { "application/x-mimearchive", PURPORT_FORMAT_MHTML },
  { "application/pdf", PURPORT_FORMAT_PDF },
  { "application/epub+zip", PURPORT_FORMAT_EPUB },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", PURPORT_FORMAT_DOCX },
  { "application/vnd.oasis.opendocument.text", PURPORT_FORMAT_ODT },
};

static gboolean
begins (const char *data, gsize n_bytes, const char *with, gsize n)
{
  return n_bytes >= n && memcmp (data, with, n) == 0;
}

static gboolean
contains (const char *data, gsize n_bytes, const char *what)
{
  const char *at = data, *end = data + n_bytes;
  gsize n = strlen (what);

  /* There may be NUL bytes, where GLib's search stops. */
  while ((gsize)(end - at) >= n && (at = memchr (at, what[0], (gsize)(end - at) - n + 1)) != NULL) {
    if (memcmp (at, what, n) == 0)
      return TRUE;
    at++;
  }
  return FALSE;
}

/* The names of the entries stand in the archive as they are: "mimetype" and its contents first in e-books. */
static PurportFormat
detect_zip (const char *data, gsize n_bytes, const char **what)
{
  gsize n_head = MIN (n_bytes, MIMETYPE_BYTES);

  if (contains (data, n_head, "mimetype") && contains (data, n_head, "application/epub+zip"))
    return PURPORT_FORMAT_EPUB;
  if (contains (data, n_head, "mimetype") && contains (data, n_head, "application/vnd.oasis.opendocument.text"))
    return PURPORT_FORMAT_ODT;
  if (contains (data, n_bytes, "word/document.xml"))
    return PURPORT_FORMAT_DOCX;
  if (contains (data, n_bytes, "META-INF/container.xml"))
    return PURPORT_FORMAT_EPUB;
  *what = "a ZIP archive that is neither an e-book nor a text document";
  return PURPORT_FORMAT_UNREADABLE;
}

/* Whether the bytes begin with a tag that web pages or parts of them begin with. */
static gboolean
looks_like_html (const char *data, gsize n_bytes)
{
  static const char *const tags[] = {
    "!doctype html", "html",   "head",       "body", "meta",  "title",  "style",
    "link",          "script", "article",    "div",  "p",     "h1",     "section",
    "main",          "header", "blockquote", "ul",   "table", "figure", "base",
  };
  const char *at = data, *end = data + MIN (n_bytes, HEAD_BYTES);

  if (begins (at, n_bytes, "\xEF\xBB\xBF", 3))
    at += 3;
  while (at < end && (g_ascii_isspace (*at) || begins (at, (gsize)(end - at), "<!--", 4) ||
                      begins (at, (gsize)(end - at), "<?xml", 5))) {
    const char *close = *at != '<'     ? at
                        : at[1] == '!' ? g_strstr_len (at, end - at, "-->")
                                       : memchr (at, '>', (gsize)(end - at));
    if (close == NULL)
      return contains (data, MIN (n_bytes, 16 * HEAD_BYTES), "<html");
    at = close + 1;
    if (close[0] == '-')
      at = close + 3;
  }
  if (at == end || *at != '<')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++) {
    gsize n = strlen (tags[i]);
    if ((gsize)(end - at) > n + 1 && g_ascii_strncasecmp (at + 1, tags[i], n) == 0 && !g_ascii_isalnum (at[n + 1]) &&
        at[n + 1] != '-')
      return TRUE;
  }
  return FALSE;
}

/* The head of a message whose parts are a web page and its pictures, as browsers save it. */
static gboolean
looks_like_mhtml (const char *data, gsize n_bytes)
{
  g_autofree char *head = g_ascii_strdown (data, (gssize)MIN (n_bytes, HEAD_BYTES));
  const char *type = strstr (head, "content-type:");

  if (type == NULL || !(type == head || type[-1] == '\n') || !g_ascii_isalpha (head[0]))
    return FALSE;
  return (strstr (type, "multipart/related") != NULL || strstr (type, "text/html") != NULL) &&
         strstr (head, "mime-version:") != NULL;
}

/* Lines that only Markdown has: headings, links in brackets, fences, emphasis, rules under headings. */
static gboolean
looks_like_markdown (const char *data, gsize n_bytes)
{
  const char *at = data, *end = data + MIN (n_bytes, MARKDOWN_BYTES);
  guint n_headings = 0, n_links = 0, n_fences = 0, n_strong = 0;

  while (at < end) {
    const char *newline = memchr (at, '\n', (gsize)(end - at)), *stop = newline != NULL ? newline : end;
    gsize n = (gsize)(stop - at), n_signs = 0;
    const char *bracket = g_strstr_len (at, (gssize)n, "](");

    while (n_signs < n && at[n_signs] == '#')
      n_signs++;
    n_headings += n_signs >= 1 && n_signs <= 6 && n > n_signs + 1 && at[n_signs] == ' ' ? 1 : 0;
    n_fences += begins (at, n, "```", 3) ? 1 : 0;
    n_links += bracket != NULL && memchr (at, '[', (gsize)(bracket - at)) != NULL ? 1 : 0;
    at = stop + 1;
    for (const char *star = g_strstr_len (stop - n, (gssize)n, "**"); star != NULL && n_strong < 8;
         star = star + 2 < stop ? g_strstr_len (star + 2, stop - star - 2, "**") : NULL)
      n_strong++;
  }
  n_strong /= 2;
  return n_headings + n_links + n_fences + n_strong >= MIN_MARKDOWN_MARKS &&
         (n_headings > 0) + (n_links > 0) + (n_fences > 1) + (n_strong > 0) >= 2;
}

/**
 * purport_format_detect:
 * @what: (out) (nullable): what it is, for a message, if it is not read; "a picture"
 *
 * O(@n_bytes) for ZIP archives, else O(1).
 */
PurportFormat
purport_format_detect (const char *data, gsize n_bytes, const char **what)
{
  *what = NULL;
  if (n_bytes == 0)
    return PURPORT_FORMAT_TEXT;
  if (begins (data, n_bytes, "\x1F\x8B\x08", 3))
    return PURPORT_FORMAT_GZIP;
  if (begins (data, n_bytes, "\x28\xB5\x2F\xFD", 4))
    return PURPORT_FORMAT_ZSTD;
  if (begins (data, n_bytes, "PK\x03\x04", 4) || begins (data, n_bytes, "PK\x05\x06", 4))
    return detect_zip (data, n_bytes, what);
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    if (begins (data, n_bytes, unreadable[i].begins, unreadable[i].n_bytes)) {
      *what = unreadable[i].what;
      return PURPORT_FORMAT_UNREADABLE;
    }
  if (contains (data, MIN (n_bytes, PDF_BYTES), "%PDF-"))
    return PURPORT_FORMAT_PDF;
  if (looks_like_html (data, n_bytes))
    return PURPORT_FORMAT_HTML;
  if (looks_like_mhtml (data, n_bytes))
    return PURPORT_FORMAT_MHTML;
  return looks_like_markdown (data, n_bytes) ? PURPORT_FORMAT_MARKDOWN : PURPORT_FORMAT_TEXT;
}

/* Returns: whether @media_type is one of those that are read. */
gboolean
purport_format_from_media_type (const char *media_type, PurportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    if (g_ascii_strcasecmp (media_type, media_types[i].name) == 0) {
      *format = media_types[i].format;
      return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): for `article.media_type`. */
const char *
purport_format_get_media_type (PurportFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    if (media_types[i].format == format)
      return media_types[i].name;
  return NULL;
}

gboolean
purport_format_is_compressed (PurportFormat format)
{
  return format == PURPORT_FORMAT_GZIP || format == PURPORT_FORMAT_ZSTD;
}
