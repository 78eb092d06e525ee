/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One annotation in the list of an article's notes: the words it is on, what it is, what it says. */
#pragma once

#include <gtk/gtk.h>

#include "model/note-item.h"

G_BEGIN_DECLS

GtkWidget *purport_note_row_new (void);
char *purport_note_row_bind (GtkWidget *row, gpointer note);

G_END_DECLS
