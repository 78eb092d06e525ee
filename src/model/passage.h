/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the article that an object of the model points at. */
#pragma once

#include "model/reading-context.h"

G_BEGIN_DECLS

/**
 * PurportPassage:
 * @start: first code point in the article's text
 * @end: one past the last code point
 * @kind: what the list that it comes from says: an aspect, a kind of evidence or caveat; else 0
 * @other: index of the claim, figure or source that it belongs to, or %PURPORT_NONE
 * @text: the words
 */
typedef struct {
  guint start;
  guint end;
  int kind;
  guint32 other;
  char *text;
} PurportPassage;

PurportPassage *purport_passage_new (const PurportReadingContext *context, PurportSpan span, int kind, guint32 other);
void purport_passage_free (PurportPassage *passage);
GPtrArray *purport_passages_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportPassage, purport_passage_free)

G_END_DECLS
