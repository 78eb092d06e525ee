/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows of long lists are laid out: one below the other, an icon at the start beside them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_ROW_LAYOUT (purport_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (PurportRowLayout, purport_row_layout, PURPORT, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *purport_row_layout_new (int spacing);

G_END_DECLS
