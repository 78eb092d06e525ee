/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with one claim: copy it, and look for it in the browser. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

GtkWidget *purport_claim_actions_new (PurportClaimItem *claim, PurportViewState *state);

G_END_DECLS
