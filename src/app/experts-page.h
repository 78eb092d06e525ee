/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane's second page: who speaks in the article. Choosing one leaves only their claims marked. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_EXPERTS_PAGE (purport_experts_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportExpertsPage, purport_experts_page, PURPORT, EXPERTS_PAGE, GtkWidget)

/* Signal: passage-requested (guint start, guint end), a mention to show */
void purport_experts_page_set_state (PurportExpertsPage *self, PurportViewState *state);
guint purport_experts_page_get_n_experts (PurportExpertsPage *self);
void purport_experts_page_show_source (PurportExpertsPage *self, guint32 index);

G_END_DECLS
