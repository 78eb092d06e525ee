/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text tag that may change the text's colour. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PURPORT_TYPE_COLOR_TAG (purport_color_tag_get_type ())
G_DECLARE_FINAL_TYPE (PurportColorTag, purport_color_tag, PURPORT, COLOR_TAG, GtkTextTag)

GtkTextTag *purport_color_tag_add (GtkTextBuffer *buffer, const char *name);

G_END_DECLS
