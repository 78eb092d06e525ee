/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane's third page: the article's figures, with what they count and who says them. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_FIGURES_PAGE (purport_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportFiguresPage, purport_figures_page, PURPORT, FIGURES_PAGE, GtkWidget)

/* Signal: passage-requested (guint start, guint end), the figure's words to show */
void purport_figures_page_set_state (PurportFiguresPage *self, PurportViewState *state);
guint purport_figures_page_get_n_figures (PurportFiguresPage *self);

G_END_DECLS
