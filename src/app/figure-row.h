/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure in the list: as written, what it counts, who says it, and a small picture of a part of a whole. */
#pragma once

#include <gtk/gtk.h>

#include "model/figure-item.h"

G_BEGIN_DECLS

GtkWidget *purport_figure_row_new (void);
char *purport_figure_row_bind (GtkWidget *row, gpointer figure);

G_END_DECLS
