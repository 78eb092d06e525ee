/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An expert, or another source, in the list: name, role, affiliation, claims, independence. */
#pragma once

#include <gtk/gtk.h>

#include "model/source-item.h"

G_BEGIN_DECLS

GtkWidget *purport_source_row_new (void);
char *purport_source_row_bind (GtkWidget *row, gpointer source);

G_END_DECLS
