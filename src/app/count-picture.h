/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of so many out of so many: a row of discs, of which the first are full. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_COUNT_PICTURE_MOST 12u

#define PURPORT_TYPE_COUNT_PICTURE (purport_count_picture_get_type ())
G_DECLARE_FINAL_TYPE (PurportCountPicture, purport_count_picture, PURPORT, COUNT_PICTURE, GtkWidget)

GtkWidget *purport_count_picture_new (void);
gboolean purport_count_picture_find (double share, guint *n, guint *total);
void purport_count_picture_set_count (PurportCountPicture *self, guint n, guint total);

G_END_DECLS
