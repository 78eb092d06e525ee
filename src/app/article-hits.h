/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What find found, shown in the text: only what is in view is tagged and drawn, however many there are. */
#pragma once

#include "app/palette.h"

G_BEGIN_DECLS

/* A place in the text buffer. */
typedef struct {
  guint start;
  guint end;
} PurportHitSpan;

typedef struct _PurportArticleHits PurportArticleHits;

PurportArticleHits *purport_article_hits_new (GtkTextView *view);
void purport_article_hits_free (PurportArticleHits *self);
void purport_article_hits_set_palette (PurportArticleHits *self, const PurportPalette *palette);
void purport_article_hits_set (PurportArticleHits *self, GArray *spans, guint current);
void purport_article_hits_update (PurportArticleHits *self);
void purport_article_hits_draw (PurportArticleHits *self, GtkSnapshot *snapshot, const GdkRGBA *edge);
const PurportHitSpan *purport_article_hits_get_spans (PurportArticleHits *self, guint *n);

G_END_DECLS
