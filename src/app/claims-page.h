/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane's first page: the claims with chips that filter them, and the card of the one that is open. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_CLAIMS_PAGE (purport_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportClaimsPage, purport_claims_page, PURPORT, CLAIMS_PAGE, GtkWidget)

/* Signals: claim-activated (PurportClaimItem), source-requested (guint), passage-requested (guint start, guint end) */
void purport_claims_page_set_state (PurportClaimsPage *self, PurportViewState *state);
void purport_claims_page_open_card (PurportClaimsPage *self, PurportClaimItem *claim);
void purport_claims_page_focus_note (PurportClaimsPage *self);
gboolean purport_claims_page_close_card (PurportClaimsPage *self);

G_END_DECLS
