/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing an article, on paper or into a PDF. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

void purport_printing_run (PurportViewState *state, GtkWindow *parent);
void purport_printing_export (PurportViewState *state, GtkWindow *parent);

G_END_DECLS
