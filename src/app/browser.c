/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's addresses are not to be trusted: only those of web pages and of mail go to another program. */
#include "app/browser.h"

/* Returns: whether @uri is of a kind that can be opened. */
gboolean
purport_browser_takes (const char *uri)
{
  static const char *const schemes[] = { "https", "http", "mailto" };
  g_autofree char *scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;

  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Opens @uri, which the user asked for in the window of @widget; others than purport_browser_takes() are left alone. */
void
purport_browser_open (GtkWidget *widget, const char *uri)
{
  if (purport_browser_takes (uri))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* Opens what is found for @words, which the browser sends to the service at @where. */
void
purport_browser_search (GtkWidget *widget, PurportSearch where, const char *words)
{
  static const char *const services[] = {
    [PURPORT_SEARCH_WEB] = "https://duckduckgo.com/?q=",
    [PURPORT_SEARCH_FACT_CHECKS] = "https://toolbox.google.com/factcheck/explorer/search/",
    [PURPORT_SEARCH_PUBMED] = "https://pubmed.ncbi.nlm.nih.gov/?term=",
  };
  g_autofree char *query = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *uri = g_strconcat (services[where], query, NULL);

  purport_browser_open (widget, uri);
}
