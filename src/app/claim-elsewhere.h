/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a claim's card that looks into the library: who else says it, and what else its speaker says. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

GtkWidget *purport_claim_elsewhere_new (PurportClaimItem *claim, PurportViewState *state);

G_END_DECLS
