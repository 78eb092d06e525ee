/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the library: an article, or what was found in one. */
#pragma once

#include <gtk/gtk.h>

#include "model/shelf-item.h"

G_BEGIN_DECLS

GtkWidget *purport_shelf_row_new (void);
char *purport_shelf_row_bind (GtkWidget *row, gpointer item);

G_END_DECLS
