/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of one kind side by side. */
#pragma once

#include <gtk/gtk.h>

#include "model/figure-item.h"

G_BEGIN_DECLS

/* A figure was chosen. */
typedef void (*PurportFigureFunc) (PurportFigureItem *figure, gpointer data);

gboolean purport_figure_chart_is_possible (GListModel *figures);
void purport_figure_chart_fill (GtkBox *box, GListModel *figures, PurportFigureFunc chosen, gpointer data);

G_END_DECLS
