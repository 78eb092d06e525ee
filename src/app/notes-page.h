/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the pane with all that the reader wrote on the article. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_NOTES_PAGE (purport_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportNotesPage, purport_notes_page, PURPORT, NOTES_PAGE, GtkWidget)

/* Signal: passage-requested (guint start, guint end) */
void purport_notes_page_set_state (PurportNotesPage *self, PurportViewState *state);
guint purport_notes_page_get_n_notes (PurportNotesPage *self);

G_END_DECLS
