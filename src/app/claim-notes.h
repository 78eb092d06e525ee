/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a claim's card that is the reader's own: note, judgement with source links, corrections. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_CLAIM_NOTES (purport_claim_notes_get_type ())
G_DECLARE_FINAL_TYPE (PurportClaimNotes, purport_claim_notes, PURPORT, CLAIM_NOTES, GtkWidget)

GtkWidget *purport_claim_notes_new (PurportClaimItem *claim, PurportViewState *state);

G_END_DECLS
