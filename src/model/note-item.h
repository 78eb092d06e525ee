/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One annotation of the reader's, as lists and widgets see it: a note, a judgement or a correction. */
#pragma once

#include <gio/gio.h>

#include "base/annotation.h"
#include "base/code-points.h"

G_BEGIN_DECLS

/**
 * PurportNoteState:
 * @PURPORT_NOTE_SAVING: on its way to the library
 * @PURPORT_NOTE_SAVED: on the disk
 * @PURPORT_NOTE_UNSAVED: it could not be kept; it is here until the article is closed
 * @PURPORT_NOTE_PRIVATE: of a private window, which keeps nothing
 */
typedef enum {
  PURPORT_NOTE_SAVING,
  PURPORT_NOTE_SAVED,
  PURPORT_NOTE_UNSAVED,
  PURPORT_NOTE_PRIVATE,
} PurportNoteState;

#define PURPORT_TYPE_NOTE_ITEM (purport_note_item_get_type ())
G_DECLARE_FINAL_TYPE (PurportNoteItem, purport_note_item, PURPORT, NOTE_ITEM, GObject)

/* Properties: state */
PurportNoteItem *purport_note_item_new (PurportAnnotation *annotation, PurportNoteState state);
const PurportAnnotation *purport_note_item_get_annotation (PurportNoteItem *self);
void purport_note_item_take_annotation (PurportNoteItem *self, PurportAnnotation *annotation);
PurportNoteState purport_note_item_get_state (PurportNoteItem *self);
void purport_note_item_set_state (PurportNoteItem *self, PurportNoteState state);
gboolean purport_note_item_get_span (PurportNoteItem *self, guint *start, guint *end);
void purport_note_item_place (PurportNoteItem *self, const PurportCodePoints *code_points);

G_END_DECLS
