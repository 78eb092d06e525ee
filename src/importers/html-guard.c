/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parser's time and memory grow with the square of the nesting, and its stack with the nesting itself. One pass
 * over the tags bounds them: how deep elements can be nested at most, how many there are, how many attributes one has.
 */
#include "importers/html-guard.h"

#include <string.h>

#include "formats/error-private.h"

/* Browsers nest to 512 and put what is deeper beside one another; some end tags may be left out. */
#define MAX_DEPTH 800
#define MAX_OPEN_FORMATTING 400
#define MAX_ELEMENTS 400000
/* Elements, and the formatting ones that the parser may have to open again for each of them. */
#define MAX_WORK 1500000
#define MAX_ATTRIBUTES 2000
#define MAX_NAME 16

/* Elements that hold nothing, or that the next of their kind closes: they do not nest. */
static const char *const flat[] = {
  "area",  "base",   "br",    "col",   "embed", "hr",    "img",      "input", "link",   "meta",
  "param", "source", "track", "wbr",   "p",     "li",    "dt",       "dd",    "option", "optgroup",
  "tr",    "td",     "th",    "tbody", "thead", "tfoot", "colgroup", "body",  "html",   "head",
};

/* Elements that the parser opens again wherever they were left open. */
static const char *const formatting[] = {
  "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
};

/* Elements whose contents are no markup. */
static const char *const raw[] = { "script", "style", "textarea", "title", "xmp", "noembed", "noframes" };

typedef struct {
  gint64 depth;
  gint64 open_formatting;
  gsize n_elements;
  gint64 work;
  gsize n_attributes; /* of the tag that has the most */
} Cost;

static gboolean
is_in (const char *name, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (name, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Reads the name behind "<" or "</", in lower case. Returns: the place behind it. */
static const char *
read_name (const char *at, const char *end, char name[MAX_NAME])
{
  gsize n = 0;

  while (at < end && (g_ascii_isalnum (*at) || *at == '-' || *at == ':')) {
    if (n + 1 < MAX_NAME)
      name[n++] = g_ascii_tolower (*at);
    at++;
  }
  name[n] = '\0';
  return at;
}

/* Elsewhere in a tag a quotation mark is a sign like any other. */
static gboolean
follows_equals_sign (const char *at)
{
  do
    at--;
  while (g_ascii_isspace (*at));
  return *at == '=';
}

/* Reads to the end of a tag and counts its attributes. */
static const char *
read_attributes (const char *at, const char *end, Cost *cost, gboolean *self_closing)
{
  gsize n = 0;

  *self_closing = FALSE;
  while (at < end && *at != '>') {
    if ((*at == '"' || *at == '\'') && follows_equals_sign (at)) {
      const char *quote = memchr (at + 1, *at, (gsize)(end - at - 1));
      at = quote != NULL ? quote : end - 1;
    } else if (g_ascii_isspace (*at) && !g_ascii_isspace (at[-1])) {
      n++;
    }
    *self_closing = *at == '/';
    at++;
  }
  cost->n_attributes = MAX (cost->n_attributes, n);
  return at;
}

/* Returns: the place of "</@name", or @end. */
static const char *
skip_raw (const char *at, const char *end, const char *name)
{
  gsize n = strlen (name);

  while ((at = memchr (at, '<', (gsize)(end - at))) != NULL) {
    if ((gsize)(end - at) > n + 2 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, n) == 0)
      return at;
    at++;
  }
  return end;
}

static const char *
read_tag (const char *at, const char *end, Cost *cost)
{
  char name[MAX_NAME];
  gboolean closing = at < end && *at == '/', self_closing;
  int step = closing ? -1 : 1;

  at = read_name (closing ? at + 1 : at, end, name);
  if (name[0] == '\0')
    return at;
  at = read_attributes (at, end, cost, &self_closing);
  cost->n_elements += closing ? 0 : 1;
  cost->work += 1 + cost->open_formatting;
  if (!closing && is_in (name, raw, G_N_ELEMENTS (raw)))
    return skip_raw (at, end, name);
  if (self_closing || is_in (name, flat, G_N_ELEMENTS (flat)))
    return at;
  if (is_in (name, formatting, G_N_ELEMENTS (formatting)))
    cost->open_formatting = MAX (cost->open_formatting + step, 0);
  cost->depth = MAX (cost->depth + step, 0);
  return at;
}

/**
 * purport_html_check_cost:
 * @display_name: (nullable): what errors call it
 *
 * O(@n_bytes).
 *
 * Returns: %FALSE with %PURPORT_FORMATS_ERROR_TOO_LARGE if the page would take too much to parse
 */
gboolean
purport_html_check_cost (const char *html, gsize n_bytes, const char *display_name, GError **error)
{
  const char *at = html, *end = html + n_bytes;
  Cost cost = { 0 };
  gboolean fits = n_bytes <= PURPORT_HTML_LIMIT_BYTES;

  while (fits && (at = memchr (at, '<', (gsize)(end - at))) != NULL) {
    at++;
    if ((gsize)(end - at) >= 3 && strncmp (at, "!--", 3) == 0) {
      const char *close = g_strstr_len (at, end - at, "-->");
      at = close != NULL ? close : end;
    } else {
      at = read_tag (at, end, &cost);
    }
    fits = cost.depth <= MAX_DEPTH && cost.open_formatting <= MAX_OPEN_FORMATTING && cost.n_elements <= MAX_ELEMENTS &&
           cost.work <= MAX_WORK && cost.n_attributes <= MAX_ATTRIBUTES;
  }
  if (!fits)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                               "is a web page that is too large or too deeply nested. Save its text as a text file.");
  return fits;
}
