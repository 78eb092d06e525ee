/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of a part of a whole: a bar that is filled as far as the figure says. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_SHARE_BAR (purport_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PurportShareBar, purport_share_bar, PURPORT, SHARE_BAR, GtkWidget)

GtkWidget *purport_share_bar_new (void);
void purport_share_bar_set_share (PurportShareBar *self, double low, double high);

G_END_DECLS
