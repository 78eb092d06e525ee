/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a note. It is kept while it is written: there is no button that could be forgotten. */
#pragma once

#include <gtk/gtk.h>

#include "model/note-item.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_NOTE_EDITOR (purport_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (PurportNoteEditor, purport_note_editor, PURPORT, NOTE_EDITOR, GtkWidget)

/* Signal: written (const char *text), when the reader pauses, leaves the field or closes what it is in. */
PurportNoteEditor *purport_note_editor_new (void);
void purport_note_editor_set_note (PurportNoteEditor *self, PurportNoteItem *note);
void purport_note_editor_flush (PurportNoteEditor *self);

G_END_DECLS
