/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts tags on the claims of a text buffer, a few milliseconds at a time, what is in view first. */
#pragma once

#include "app/palette.h"
#include "app/view-state.h"

G_BEGIN_DECLS

/* What a claim's underline says. */
typedef enum {
  PURPORT_MARK_NONE,
  PURPORT_MARK_FIRM,
  PURPORT_MARK_TENTATIVE,
  PURPORT_MARK_DISPUTED,
} PurportMark;

/* A claim's place in the text buffer and the mark it has there. */
typedef struct {
  guint start;
  guint end;
  guint8 shown;  /* PurportMark: the tags that are on it */
  guint8 wanted; /* PurportMark: the tags that it should have */
} PurportMarkedSpan;

typedef struct _PurportArticleMarks PurportArticleMarks;

PurportArticleMarks *purport_article_marks_new (GtkTextView *view);
void purport_article_marks_free (PurportArticleMarks *self);
void purport_article_marks_set_palette (PurportArticleMarks *self, const PurportPalette *palette);
void purport_article_marks_set_state (PurportArticleMarks *self, PurportViewState *state);
void purport_article_marks_update (PurportArticleMarks *self);
void purport_article_marks_select (PurportArticleMarks *self, PurportClaimItem *claim);
const PurportMarkedSpan *purport_article_marks_get_spans (PurportArticleMarks *self, guint *n);
const PurportMarkedSpan *purport_article_marks_get_in_view (PurportArticleMarks *self, guint *first, guint *last);
gboolean purport_article_marks_get_selected (PurportArticleMarks *self, guint *start, guint *end);
gint64 purport_article_marks_find (PurportArticleMarks *self, guint offset);

G_END_DECLS
