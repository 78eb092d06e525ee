/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks whose: one of the article's sources, the article itself, or somebody else by name. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: who was chosen; the empty string for the article itself. */
typedef void (*PurportSourceChosenFunc) (const char *name, gpointer data);

void purport_source_chooser_ask (GtkWidget *widget,
                                 const char *heading,
                                 const char *words,
                                 GListModel *sources,
                                 gboolean with_article,
                                 PurportSourceChosenFunc chosen,
                                 gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS
