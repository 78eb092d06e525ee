/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of segments whose widths are counts. The words beside it say the numbers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TALLY_MAX 4u

#define PURPORT_TYPE_TALLY_BAR (purport_tally_bar_get_type ())
G_DECLARE_FINAL_TYPE (PurportTallyBar, purport_tally_bar, PURPORT, TALLY_BAR, GtkWidget)

void purport_tally_bar_set_counts (PurportTallyBar *self, const guint counts[PURPORT_TALLY_MAX]);

G_END_DECLS
