/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the pane that says what the whole article comes to. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_GLANCE_PAGE (purport_glance_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportGlancePage, purport_glance_page, PURPORT, GLANCE_PAGE, GtkWidget)

/* Signals: claim-activated (PurportClaimItem), source-requested (guint index), passage-requested (guint start, guint
 * end) */
void purport_glance_page_set_state (PurportGlancePage *self, PurportViewState *state);

G_END_DECLS
