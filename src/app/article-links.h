/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of an article: coloured, with a small arrow behind each, found by their place. */
#pragma once

#include "app/palette.h"
#include "model/document.h"

G_BEGIN_DECLS

/* A link's place in the text buffer. */
typedef struct {
  guint start;
  guint end;
  const char *uri; /* borrowed from the document's text */
} PurportLinkSpan;

typedef struct _PurportArticleLinks PurportArticleLinks;

PurportArticleLinks *purport_article_links_new (GtkTextView *view);
void purport_article_links_free (PurportArticleLinks *self);
void purport_article_links_set_palette (PurportArticleLinks *self, const PurportPalette *palette);
void purport_article_links_set_gap (PurportArticleLinks *self, int gap);
void purport_article_links_set (PurportArticleLinks *self, const PurportDisplayText *text, const GArray *links);
const PurportLinkSpan *purport_article_links_find (PurportArticleLinks *self, guint offset);
void purport_article_links_draw (PurportArticleLinks *self, GtkSnapshot *snapshot, const GdkRGBA *color);

G_END_DECLS
