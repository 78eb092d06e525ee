/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the article view draws itself: dots under tentative claims, the selected claim's bar, find hits. */
#pragma once

#include "app/palette.h"

G_BEGIN_DECLS

void
purport_article_paint_dots (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color);
void purport_article_paint_bar (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color);
void purport_article_paint_box (GtkTextView *view,
                                GtkSnapshot *snapshot,
                                guint start,
                                guint end,
                                const GdkRGBA *fill,
                                const GdkRGBA *edge,
                                float edge_width);

void purport_article_paint_lines (
    GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, guint n_lines, const GdkRGBA *color);
void
purport_article_paint_bracket (GtkTextView *view, GtkSnapshot *snapshot, guint start, guint end, const GdkRGBA *color);
void purport_article_paint_arrow (GtkTextView *view, GtkSnapshot *snapshot, guint end, const GdkRGBA *color);
void purport_article_paint_get_view (GtkTextView *view, guint *top, guint *bottom);

G_END_DECLS
