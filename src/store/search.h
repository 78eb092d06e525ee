/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching across articles: words, speakers, the same claim elsewhere. */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_HIT_ARTICLE,
  PURPORT_HIT_CLAIM,
  PURPORT_HIT_SOURCE,
  PURPORT_HIT_ANNOTATION,
} PurportHitKind;

/**
 * PurportHit:
 * @article: the id of the article
 * @title: its title; nullable
 * @number: of a claim or source, its index in the reading; else 0
 * @source: who says the claim; nullable
 * @span: of a claim or annotation, where it stands, in bytes of the text
 * @snippet: the words found, with some around them
 * @marks: (element-type PurportSpan): which bytes of @snippet were looked for
 */
typedef struct {
  PurportHitKind kind;
  gint64 article;
  char *title;
  guint number;
  char *source;
  PurportSpan span;
  char *snippet;
  GArray *marks;
} PurportHit;

GPtrArray *
purport_library_search (PurportLibrary *library, PurportHitKind kind, const char *words, guint n_most, GError **error);
GPtrArray *purport_library_get_said_by (PurportLibrary *library, const char *source_name, guint n_most, GError **error);
GPtrArray *purport_library_get_similar_to (
    PurportLibrary *library, const char *words, gint64 but_article, guint n_most, GError **error);
GPtrArray *
purport_library_get_similar (PurportLibrary *library, gint64 article, guint claim, guint n_most, GError **error);
void purport_hit_free (PurportHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportHit, purport_hit_free)

G_END_DECLS
