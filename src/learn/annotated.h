/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotated articles: a folder of ID.txt and ID.json, read as the program reads them. */
#pragma once

#include "reading/draft.h"
#include "reading/engine.h"
#include "reading/grades.h"

G_BEGIN_DECLS

/**
 * PurportAnnotatedClaim:
 * @must: a careful reader would mark it; others are neither right nor wrong
 * @kinds: set of 1 << PurportClaimKind
 * @hedges: (element-type utf8): the words that make it less than certain, as written
 */
typedef struct {
  PurportSpan span;
  gboolean must;
  guint kinds;
  PurportClaimKind first_kind;
  PurportStrength strength;
  PurportCertainty certainty;
  PurportGradeContext context;
  GPtrArray *hedges;
} PurportAnnotatedClaim;

/**
 * PurportAnnotated:
 * @draft: the article read up to sources and attributions, or further
 * @claims: (element-type PurportAnnotatedClaim): as annotated
 * @main_claim: index of the chief finding, or %PURPORT_NONE
 */
typedef struct {
  char *id;
  PurportArticle *article;
  PurportWords *words;
  PurportReading *reading;
  PurportDraft *draft;
  GArray *claims;
  GArray *disputes; /* (element-type guint32): pairs of claims, the one that opposes first */
  guint32 main_claim;
} PurportAnnotated;

PurportAnnotated *purport_annotated_new (const PurportEngine *engine, const char *text, GError **error);
void purport_annotated_free (PurportAnnotated *self);
GPtrArray *
purport_annotated_read_folder (const PurportEngine *engine, const char *folder, gboolean spoken, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportAnnotated, purport_annotated_free)

G_END_DECLS
