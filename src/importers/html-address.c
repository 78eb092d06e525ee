/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses as a web page writes them: most are relative, and any may be nonsense. */
#include "importers/html-address.h"

/* What relative addresses start from: "https://host" is the root of that host. */
static GUri *
parse_base (const char *address)
{
  GUri *uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL), *root;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_path (uri) != '\0')
    return uri;
  root = g_uri_build (g_uri_get_flags (uri), g_uri_get_scheme (uri), g_uri_get_userinfo (uri), g_uri_get_host (uri),
                      g_uri_get_port (uri), "/", g_uri_get_query (uri), g_uri_get_fragment (uri));
  g_uri_unref (uri);
  return root;
}

/**
 * purport_html_resolve_address:
 * @base: (nullable): the whole address that a relative one starts from
 * @address: an address, relative or whole
 *
 * Returns: (transfer full) (nullable): the whole address; %NULL where the two make none (RFC 3986, section 5.2)
 */
char *
purport_html_resolve_address (const char *base, const char *address)
{
  g_autoptr (GUri) from = base != NULL ? parse_base (base) : NULL;
  g_autoptr (GUri) uri = base == NULL   ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL)
                         : from != NULL ? g_uri_parse_relative (from, address, G_URI_FLAGS_PARSE_RELAXED, NULL)
                                        : NULL;
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;

  /* With a host, a path begins at the root or is empty; without one, "//" would begin a host (section 3.3). GLib takes
   * such addresses for a mistake of the caller. */
  if (uri == NULL || (g_uri_get_host (uri) != NULL ? *path != '\0' && *path != '/' : g_str_has_prefix (path, "//")))
    return NULL;
  return g_uri_to_string (uri);
}
