/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a note shows: the turned-down corner of a page, beside the line on which its words begin. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void purport_note_paint_corner (GtkSnapshot *snapshot, float right, float top, float size, const GdkRGBA *color);
void purport_note_paint_corners (GtkTextView *view, GtkSnapshot *snapshot, const GArray *notes, const GdkRGBA *color);

G_END_DECLS
