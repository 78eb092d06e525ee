/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside the article: claims, experts, figures, each with a count. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_PANE (purport_pane_get_type ())
G_DECLARE_FINAL_TYPE (PurportPane, purport_pane, PURPORT, PANE, GtkWidget)

/* Signals: claim-activated (PurportClaimItem), passage-requested (guint start, guint end) */
void purport_pane_set_state (PurportPane *self, PurportViewState *state);
void purport_pane_open_card (PurportPane *self, PurportClaimItem *claim);
void purport_pane_focus_note (PurportPane *self);
void purport_pane_set_narrow (PurportPane *self, gboolean narrow);
gboolean purport_pane_close_card (PurportPane *self);

G_END_DECLS
