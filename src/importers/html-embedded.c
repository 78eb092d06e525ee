/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Such an address is as long as the picture, so the article has a short one in its place: where the element begins in
 * the page, which is found there again.
 */
#include "importers/html-embedded.h"

#include <string.h>

#include "importers/html-decode.h"
#include "importers/html-tree.h"
#include "importers/html.h"

#define ADDRESS_BEGIN "#picture="
/* Shorter ones hold the place of a picture that a script puts there. In bytes. */
#define MIN_ADDRESS_BYTES 400u

/* Returns: (nullable): the base64 in an address of that kind. */
static const char *
find_base64 (const GumboNode *node)
{
  static const char *const kinds[] = { "png", "jpeg", "jpg", "gif", "webp" };
  const char *address = purport_html_get_attribute (node, "src");

  if (address == NULL || g_ascii_strncasecmp (address, "data:image/", 11) != 0 || strlen (address) < MIN_ADDRESS_BYTES)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize n = strlen (kinds[i]);
    if (g_ascii_strncasecmp (address + 11, kinds[i], n) == 0 &&
        g_ascii_strncasecmp (address + 11 + n, ";base64,", 8) == 0)
      return address + 11 + n + 8;
  }
  return NULL;
}

/**
 * purport_html_dup_embedded_address:
 * @node: an <img>
 *
 * Returns: (transfer full) (nullable): an address for purport_html_find_embedded(), if the picture is in the page
 */
char *
purport_html_dup_embedded_address (const GumboNode *node)
{
  if (find_base64 (node) == NULL)
    return NULL;
  return g_strdup_printf (ADDRESS_BEGIN "%u", node->v.element.start_pos.offset);
}

static GBytes *
find_at (const GumboNode *document, guint64 offset)
{
  for (const GumboNode *node = document; node != NULL; node = purport_html_next (node, document, TRUE)) {
    const char *base64 = NULL;
    gsize n_bytes;
    guchar *data;

    if (purport_html_is (node, GUMBO_TAG_IMG) && node->v.element.start_pos.offset == offset)
      base64 = find_base64 (node);
    if (base64 == NULL)
      continue;
    data = g_base64_decode (base64, &n_bytes);
    return g_bytes_new_take (data, n_bytes);
  }
  return NULL;
}

/**
 * purport_html_find_embedded:
 * @page: the page that the article was made of
 * @address: of one of the article's pictures
 *
 * O(size of the page).
 *
 * Returns: (transfer full) (nullable): the picture, still encoded; @error is set only if the page cannot be read
 */
GBytes *
purport_html_find_embedded (GBytes *page, const char *address, const char *display_name, GError **error)
{
  gsize n_bytes;
  g_autofree char *html = NULL;
  GumboOutput *parsed;
  GBytes *found;

  if (!g_str_has_prefix (address, ADDRESS_BEGIN))
    return NULL;
  html = purport_html_decode (page, display_name, &n_bytes, error);
  parsed = html != NULL ? purport_html_parse (html, n_bytes, display_name, error) : NULL;
  if (parsed == NULL)
    return NULL;
  found = find_at (parsed->document, g_ascii_strtoull (address + strlen (ADDRESS_BEGIN), NULL, 10));
  purport_html_free (parsed);
  return found;
}
