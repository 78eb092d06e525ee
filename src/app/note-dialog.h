/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a note on words of the article, or for another wording of one. */
#pragma once

#include <gtk/gtk.h>

#include "model/notebook.h"

G_BEGIN_DECLS

void
purport_note_dialog_write (GtkWidget *widget, PurportNotebook *notebook, guint start, guint end, const char *words);
void purport_note_dialog_edit (GtkWidget *widget, PurportNotebook *notebook, PurportNoteItem *note);

G_END_DECLS
