/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with a pane beside it, which folds over it where there is little room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_SPLIT_VIEW (purport_split_view_get_type ())
G_DECLARE_FINAL_TYPE (PurportSplitView, purport_split_view, PURPORT, SPLIT_VIEW, GtkWidget)

/* Properties: content, pane, show-pane, folded */
gboolean purport_split_view_get_show_pane (PurportSplitView *self);
void purport_split_view_set_show_pane (PurportSplitView *self, gboolean show_pane);
gboolean purport_split_view_get_folded (PurportSplitView *self);

G_END_DECLS
