/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All about one claim, in a fixed order, inside the pane. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_CLAIM_CARD (purport_claim_card_get_type ())
G_DECLARE_FINAL_TYPE (PurportClaimCard, purport_claim_card, PURPORT, CLAIM_CARD, GtkWidget)

/* Signals: source-requested (guint index), claim-requested (guint index), passage-requested (guint start, guint end) */
void purport_claim_card_set_claim (PurportClaimCard *self, PurportClaimItem *claim, PurportViewState *state);
void purport_claim_card_focus_note (PurportClaimCard *self);

G_END_DECLS
