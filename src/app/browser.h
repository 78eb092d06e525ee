/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The browser, for what the user asks to be opened there, and nothing else. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_SEARCH_WEB,
  PURPORT_SEARCH_FACT_CHECKS,
  PURPORT_SEARCH_PUBMED,
} PurportSearch;

gboolean purport_browser_takes (const char *uri);
void purport_browser_open (GtkWidget *widget, const char *uri);
void purport_browser_search (GtkWidget *widget, PurportSearch where, const char *words);

G_END_DECLS
