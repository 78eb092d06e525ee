/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotated articles: a folder of ID.txt and ID.json, read as the program reads them. */
#pragma once

#include "reading/draft.h"
#include "reading/engine.h"

G_BEGIN_DECLS

typedef struct {
  PurportSpan span;
  gboolean must; /* a careful reader would mark it; others are neither right nor wrong */
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

G_END_DECLS
