/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of an article, small, with what their captions say. */
#pragma once

#include <gtk/gtk.h>

#include "model/document.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_PICTURE_LIST (purport_picture_list_get_type ())
G_DECLARE_FINAL_TYPE (PurportPictureList, purport_picture_list, PURPORT, PICTURE_LIST, GtkWidget)

/* Signal: passage-requested (guint start, guint end) */
guint purport_picture_list_set_document (PurportPictureList *self, PurportDocument *document);

G_END_DECLS
