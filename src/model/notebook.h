/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader wrote on one open article, and whether it is kept. Offsets are code points of the article's text. */
#pragma once

#include "model/document.h"
#include "model/keeper.h"
#include "model/note-item.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_NOTEBOOK (purport_notebook_get_type ())
G_DECLARE_FINAL_TYPE (PurportNotebook, purport_notebook, PURPORT, NOTEBOOK, GObject)

PurportNotebook *purport_notebook_new (PurportKeeper *keeper, PurportDocument *document);

/*
 * Properties: kept, private.
 * Signals: changed, when there are other notes, or one says something else; newly-kept, when writing kept the article;
 * failed (GError), when something could not be kept.
 */
gboolean purport_notebook_get_kept (PurportNotebook *self);
gboolean purport_notebook_get_private (PurportNotebook *self);
PurportKeeper *purport_notebook_get_keeper (PurportNotebook *self);
gint64 purport_notebook_get_article (PurportNotebook *self);
GListModel *purport_notebook_get_notes (PurportNotebook *self);
GPtrArray *purport_notebook_dup_annotations (PurportNotebook *self);
PurportNoteItem *purport_notebook_find (PurportNotebook *self, PurportAnnotationKind kind, guint start, guint end);

/* Writing */
PurportNoteItem *purport_notebook_write (PurportNotebook *self,
                                         PurportAnnotationKind kind,
                                         guint start,
                                         guint end,
                                         const char *body,
                                         const char *value,
                                         const char *const *links);
void purport_notebook_change (
    PurportNotebook *self, PurportNoteItem *note, const char *body, const char *value, const char *const *links);
void purport_notebook_save_again (PurportNotebook *self, PurportNoteItem *note);
void purport_notebook_remove (PurportNotebook *self, PurportNoteItem *note);
void purport_notebook_restore (PurportNotebook *self, PurportNoteItem *note);
void purport_notebook_keep (PurportNotebook *self);
void purport_notebook_forget (PurportNotebook *self);

G_END_DECLS
