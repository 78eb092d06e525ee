/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a line with what buttons and notices say. A line of several sentences is never clutter. */
#include "formats/clutter.h"

#include <string.h>

#include "formats/clutter-words.h"

/* Longer lines are prose, unless they are code. */
#define MAX_BYTES 320u
/* A credit line has at most so many words behind its label. */
#define MAX_CREDIT_WORDS 7u
/* The labels have at most so many. */
#define MAX_LABEL_WORDS 2u

/* Lower case, typographic spaces as spaces, digits as one #, no white space or separators at the ends. */
static char *
normalize (const char *line, gsize n_bytes)
{
  g_autoptr (GString) out = g_string_sized_new (n_bytes);
  static const char around[] = " |-+*>:.";

  for (const char *at = line; at < line + n_bytes; at = g_utf8_next_char (at)) {
    gboolean ascii = (guchar)*at < 0x80;
    gunichar c = ascii ? (gunichar)(guchar)g_ascii_tolower (*at) : g_unichar_tolower (g_utf8_get_char (at));
    if (out->len == 0 && ascii && strchr (around, (char)c) != NULL)
      continue;
    if (ascii ? g_ascii_isspace ((char)c) : g_unichar_isspace (c)) {
      if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    } else if (ascii && g_ascii_isdigit ((char)c)) {
      gsize last = out->len;
      while (last > 0 && (out->str[last - 1] == ',' || out->str[last - 1] == '.'))
        last--;
      if (last > 0 && out->str[last - 1] == '#')
        g_string_truncate (out, last);
      else
        g_string_append_c (out, '#');
    } else if (ascii) {
      g_string_append_c (out, (char)c);
    } else {
      g_string_append_unichar (out, c);
    }
  }
  while (out->len > 0 && strchr (around, out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_one_of (const char *line, const char *const *table)
{
  for (; *table != NULL; table++)
    if (line[0] == (*table)[0] && strcmp (line, *table) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_one_of (const char *line, const char *const *table)
{
  for (; *table != NULL; table++) {
    gsize n;
    if (line[0] != (*table)[0])
      continue;
    n = strlen (*table);
    if (strncmp (line, *table, n) == 0 && (!g_ascii_isalpha (line[n]) || !g_ascii_isalpha (line[n - 1])))
      return TRUE;
  }
  return FALSE;
}

/* Style sheets, scripts, short codes of content management systems. */
static gboolean
is_code (const char *line, gsize n_bytes)
{
  guint n_braces = 0, n_marks = 0;

  if (n_bytes > 4 && line[0] == '[' && g_strstr_len (line, (gssize)n_bytes, "=\"") != NULL)
    return TRUE;
  for (gsize i = 0; i < n_bytes; i++) {
    n_braces += line[i] == '{' || line[i] == '}' ? 1 : 0;
    n_marks += line[i] == ':' || line[i] == ';' || line[i] == '=' ? 1 : 0;
  }
  return n_braces >= 2 && n_marks >= 3 && (n_braces + n_marks) * 60 > n_bytes;
}

/* Numbers, rules and single signs: nothing that could be read aloud. */
static gboolean
has_letters (const char *line, gsize n_bytes)
{
  for (const char *at = line; at < line + n_bytes; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* An address alone, perhaps in angle brackets. */
static gboolean
is_address (const char *line, gsize n_bytes)
{
  gsize skip = line[0] == '<' || line[0] == '(' || line[0] == '[' ? 1 : 0;

  if (memchr (line, ' ', n_bytes) != NULL)
    return FALSE;
  return g_str_has_prefix (line + skip, "http://") || g_str_has_prefix (line + skip, "https://") ||
         g_str_has_prefix (line + skip, "www.");
}

static guint
count_words (const char *at, const char *end)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (; at < end; at++) {
    if (!g_ascii_isspace (*at) && !inside)
      n++;
    inside = !g_ascii_isspace (*at);
  }
  return n;
}

/* Where the last @n_words words of a line begin. */
static const char *
find_last_words (const char *line, const char *end, guint n_words)
{
  const char *at = end;

  while (at > line && (at[-1] != ' ' || n_words-- > 1))
    at--;
  return at;
}

/* "Image: Ann Lee" at the end or the beginning of a line. */
static gboolean
has_credit_label (const char *line)
{
  const char *end = line + strlen (line);
  const char *last_words = find_last_words (line, end, MAX_CREDIT_WORDS + MAX_LABEL_WORDS);

  for (const char *const *label = purport_clutter_credit_labels; *label != NULL; label++) {
    const char *found = strstr (last_words, *label);
    if (found == NULL || (found > line && found[-1] != ' ' && found[-1] != '(' && found[-1] != '|'))
      continue;
    if (count_words (found + strlen (*label), end) <= MAX_CREDIT_WORDS)
      return TRUE;
  }
  return FALSE;
}

/* The name of a picture agency in brackets at the end, behind a slash, or alone. */
static gboolean
has_agency (const char *line)
{
  const char *end = line + strlen (line), *tail;

  tail = end > line && end[-1] == ')' ? strrchr (line, '(') : NULL;
  if (tail == NULL)
    tail = strrchr (line, '/');
  if (tail == NULL && count_words (line, end) <= 4)
    tail = line;
  if (tail == NULL || count_words (tail, end) > MAX_CREDIT_WORDS)
    return FALSE;
  /* "(Ann Lee/Agency)": the agency may stand before the slash as well. */
  while (tail > line && tail[-1] != ' ' && tail[-1] != '(')
    tail--;
  for (const char *const *credit = purport_clutter_credits; *credit != NULL; credit++)
    if (strstr (tail, *credit) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_credit (const char *line)
{
  if (g_str_has_suffix (line, "getty images") || g_str_has_suffix (line, "(getty)"))
    return TRUE;
  return has_credit_label (line) || has_agency (line);
}

/**
 * purport_clutter_classify:
 * @line: valid UTF-8, white space trimmed, not empty
 *
 * Tells what a line is that may be part of a page and not of the article. O(@n_bytes times the size of the tables).
 */
PurportClutter
purport_clutter_classify (const char *line, gsize n_bytes)
{
  g_autofree char *normal = NULL;

  if (is_code (line, n_bytes))
    return PURPORT_CLUTTER_LINE;
  if (n_bytes > MAX_BYTES)
    return PURPORT_CLUTTER_NONE;
  if (!has_letters (line, n_bytes))
    return n_bytes <= 24 ? PURPORT_CLUTTER_LINE : PURPORT_CLUTTER_NONE;
  if (is_address (line, n_bytes))
    return PURPORT_CLUTTER_LINE;
  normal = normalize (line, n_bytes);
  if (is_one_of (normal, purport_clutter_teasers) ||
      (n_bytes <= 40 && begins_with_one_of (normal, purport_clutter_teaser_beginnings)))
    return PURPORT_CLUTTER_TEASERS;
  if (is_one_of (normal, purport_clutter_lines) || begins_with_one_of (normal, purport_clutter_beginnings))
    return PURPORT_CLUTTER_LINE;
  return is_credit (normal) ? PURPORT_CLUTTER_CAPTION : PURPORT_CLUTTER_NONE;
}
