/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One picture of an article, no larger than the room it is given, or its description in a frame. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_PICTURE_BOX (purport_picture_box_get_type ())
G_DECLARE_FINAL_TYPE (PurportPictureBox, purport_picture_box, PURPORT, PICTURE_BOX, GtkWidget)

GtkWidget *purport_picture_box_new (const char *description, const char *note);
void purport_picture_box_set_room (PurportPictureBox *self, int width, int height);
void purport_picture_box_set_note (PurportPictureBox *self, const char *note);
void purport_picture_box_set_picture (PurportPictureBox *self, GdkPaintable *picture, int width, int height);
void purport_picture_box_drop_picture (PurportPictureBox *self);

G_END_DECLS
