/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure, as lists and widgets see it. Offsets are code points of the article's text. */
#pragma once

#include "model/item-list.h"
#include "model/passage.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_FIGURE_ITEM (purport_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (PurportFigureItem, purport_figure_item, PURPORT, FIGURE_ITEM, GObject)

PurportItemList *purport_figure_list_new (void);
gpointer purport_figure_item_new (PurportReadingContext *context, guint32 index);

guint purport_figure_item_get_start (PurportFigureItem *self);
guint purport_figure_item_get_end (PurportFigureItem *self);
char *purport_figure_item_dup_text (PurportFigureItem *self);
char *purport_figure_item_dup_about (PurportFigureItem *self);
const char *purport_figure_item_get_speaker (PurportFigureItem *self);
guint32 purport_figure_item_get_claim (PurportFigureItem *self);
PurportFigureKind purport_figure_item_get_kind (PurportFigureItem *self);
gboolean purport_figure_item_get_share (PurportFigureItem *self, double *low, double *high);
const char *purport_figure_item_get_dimension (PurportFigureItem *self);
gboolean purport_figure_item_get_amount (PurportFigureItem *self, double *low, double *high);
PurportChangeKind purport_figure_item_get_change (PurportFigureItem *self);
char *purport_figure_item_dup_baseline (PurportFigureItem *self);

G_END_DECLS
