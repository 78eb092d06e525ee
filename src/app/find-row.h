/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What find found, each hit with the words around it. */
#pragma once

#include <gtk/gtk.h>

#include "model/display-text.h"

G_BEGIN_DECLS

GListModel *purport_find_rows_new (PurportDisplayText *text, GArray *hits);
GtkWidget *purport_find_row_new (void);
char *purport_find_row_bind (GtkWidget *row, gpointer item);

G_END_DECLS
