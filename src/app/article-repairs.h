/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places whose typography is damaged in the file, shown on demand: the text itself is never changed. */
#pragma once

#include "app/palette.h"
#include "model/document.h"

G_BEGIN_DECLS

/* A repair's place in the text buffer. */
typedef struct {
  guint start;
  guint end;
  PurportRepairKind kind;
} PurportRepairSpan;

typedef struct _PurportArticleRepairs PurportArticleRepairs;

PurportArticleRepairs *purport_article_repairs_new (GtkTextView *view);
void purport_article_repairs_free (PurportArticleRepairs *self);
void purport_article_repairs_set (PurportArticleRepairs *self, const PurportDisplayText *text, const GArray *repairs);
const PurportRepairSpan *purport_article_repairs_find (PurportArticleRepairs *self, guint offset);
void purport_article_repairs_draw (PurportArticleRepairs *self, GtkSnapshot *snapshot, const GdkRGBA *color);

G_END_DECLS
