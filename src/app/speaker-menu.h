/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chip that filters claims by who says them. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

GtkWidget *purport_speaker_menu_new (void);
void purport_speaker_menu_update (GtkWidget *button, PurportViewState *state);

G_END_DECLS
