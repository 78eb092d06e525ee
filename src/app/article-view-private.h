/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article view from within: for the files that it is made of. */
#pragma once

#include "app/article-hits.h"
#include "app/article-links.h"
#include "app/article-marks.h"
#include "app/article-pictures.h"
#include "app/article-repairs.h"
#include "app/article-view.h"

G_BEGIN_DECLS

struct _PurportArticleView {
  GtkTextView parent_instance;
  PurportViewState *state;
  PurportDisplayText *text;
  PurportArticleMarks *marks;
  PurportArticleHits *hits;
  PurportArticleLinks *links;
  PurportArticleRepairs *repairs;
  PurportArticlePictures *pictures;
  GArray *notes; /* (element-type PurportHitSpan): in the buffer */
  const PurportPalette *palette;
  GtkAdjustment *adjustment;
  double press_x;
  double press_y;
  gint64 peek_since; /* 0: M is not held */
  gint64 pointed;    /* offset of the buffer under the pointer; -1: none */
  gboolean caret_browsing;
  gboolean show_repairs;
};

/* article-input.c */
void purport_article_view_add_controllers (PurportArticleView *self);

/* article-view.c */
gboolean purport_article_view_activate_claim (PurportArticleView *self, const GtkTextIter *iter);
void purport_article_view_open_link (PurportArticleView *self, guint offset);
void purport_article_view_set_pointed (PurportArticleView *self, gint64 offset);
void purport_article_view_ask_for_menu (PurportArticleView *self, const GdkRectangle *place);
void purport_article_view_redraw (PurportArticleView *self);

/* article-layers.c */
void purport_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot);
void purport_article_view_update_repairs (PurportArticleView *self);

G_END_DECLS
