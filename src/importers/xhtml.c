/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In HTML "<title/>" and "<a id='x'/>" only open an element, which then swallows what follows. */
#include "importers/xhtml.h"

#include <string.h>

static const char *const empty_elements[] = { "area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                              "input", "link", "meta", "param", "source", "track", "wbr" };

static gboolean
is_empty_element (const char *name, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (empty_elements); i++)
    if (strlen (empty_elements[i]) == n_bytes && g_ascii_strncasecmp (name, empty_elements[i], n_bytes) == 0)
      return TRUE;
  return FALSE;
}

/* The ">" that ends the tag at @at, quotation marks minded. */
static const char *
find_tag_end (const char *at, const char *end)
{
  char quote = '\0';

  for (; at < end; at++) {
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at;
  }
  return NULL;
}

/**
 * purport_xhtml_open_empty_tags:
 *
 * O(@n_bytes).
 *
 * Returns: (transfer full): the page with "<a/>" as "<a></a>"
 */
char *
purport_xhtml_open_empty_tags (const char *xhtml, gsize n_bytes, gsize *n_written)
{
  g_autoptr (GString) out = g_string_sized_new (n_bytes + 256);
  const char *at = xhtml, *end = xhtml + n_bytes;

  while (at < end) {
    const char *open = memchr (at, '<', (gsize)(end - at)), *close, *name;
    gsize n_name = 0;

    if (open == NULL || (close = find_tag_end (open, end)) == NULL)
      break;
    name = open + 1;
    while (name + n_name < close && (g_ascii_isalnum (name[n_name]) || name[n_name] == '-' || name[n_name] == ':'))
      n_name++;
    g_string_append_len (out, at, close + 1 - at);
    if (n_name > 0 && close[-1] == '/' && !is_empty_element (name, n_name)) {
      g_string_append (out, "</");
      g_string_append_len (out, name, (gssize)n_name);
      g_string_append_c (out, '>');
    }
    at = close + 1;
  }
  g_string_append_len (out, at, end - at);
  *n_written = out->len;
  return g_string_free (g_steal_pointer (&out), FALSE);
}
