/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a document is shown and marked: filters, density, the selected claim. The article and the pane share one. */
#pragma once

#include <gtk/gtk.h>

#include "model/density.h"
#include "model/document.h"
#include "model/notebook.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_VIEW_STATE (purport_view_state_get_type ())
G_DECLARE_FINAL_TYPE (PurportViewState, purport_view_state, PURPORT, VIEW_STATE, GObject)

PurportViewState *purport_view_state_new (PurportDocument *document, PurportNotebook *notebook);

/* Properties: density (string), show-marks, letter-keys, speaker, selected. Signal: marks-changed, when other claims
 * are marked. */
PurportDocument *purport_view_state_get_document (PurportViewState *self);
PurportNotebook *purport_view_state_get_notebook (PurportViewState *self);
GListModel *purport_view_state_get_claims (PurportViewState *self);

/* The chips over the list of claims; several together let through what has all of their traits. */
gboolean purport_view_state_get_chip (PurportViewState *self, PurportTrait trait);
void purport_view_state_set_chip (PurportViewState *self, PurportTrait trait, gboolean active);
guint purport_view_state_count_chip (PurportViewState *self, PurportTrait trait);
PurportSourceItem *purport_view_state_get_speaker (PurportViewState *self);
void purport_view_state_set_speaker (PurportViewState *self, PurportSourceItem *speaker);
gboolean purport_view_state_is_filtered (PurportViewState *self);
void purport_view_state_clear_filters (PurportViewState *self);

gboolean purport_view_state_is_chosen (PurportViewState *self, guint32 claim);
gboolean purport_view_state_is_marked (PurportViewState *self, guint32 claim);
void purport_view_state_set_show_marks (PurportViewState *self, gboolean show_marks);
gboolean purport_view_state_get_show_marks (PurportViewState *self);

gboolean purport_view_state_get_letter_keys (PurportViewState *self);

PurportClaimItem *purport_view_state_get_selected (PurportViewState *self);
void purport_view_state_set_selected (PurportViewState *self, PurportClaimItem *claim);
PurportClaimItem *purport_view_state_dup_claim (PurportViewState *self, guint32 index);
PurportSourceItem *purport_view_state_dup_source (PurportViewState *self, guint32 index);
PurportClaimItem *purport_view_state_dup_next (PurportViewState *self, guint code_point, int direction);

G_END_DECLS
