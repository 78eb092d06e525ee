/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A selection of one item or none that only the program changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_FIXED_SELECTION (purport_fixed_selection_get_type ())
G_DECLARE_FINAL_TYPE (PurportFixedSelection, purport_fixed_selection, PURPORT, FIXED_SELECTION, GObject)

PurportFixedSelection *purport_fixed_selection_new (GListModel *model);
void purport_fixed_selection_set_selected (PurportFixedSelection *self, guint position);

G_END_DECLS
