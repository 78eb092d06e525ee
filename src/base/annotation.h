/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader adds to an article: notes, judgements and corrections, tied to words by place and quotation. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

/**
 * PurportAnnotationKind:
 * @PURPORT_ANNOTATION_NOTE: the reader's words (body) on a passage
 * @PURPORT_ANNOTATION_JUDGEMENT: the reader's own judgement of a claim; value: a #PurportJudgement's word
 * @PURPORT_ANNOTATION_NOT_A_CLAIM: the passage is no claim
 * @PURPORT_ANNOTATION_CLAIM: the passage is a claim
 * @PURPORT_ANNOTATION_SAID_BY: the claim is said by value; an empty value: by the article itself
 * @PURPORT_ANNOTATION_ROLE: the passage is a role of the source that value names
 * @PURPORT_ANNOTATION_AFFILIATION: the passage is an affiliation of the source that value names
 */
typedef enum {
  PURPORT_ANNOTATION_NOTE,
  PURPORT_ANNOTATION_JUDGEMENT,
  PURPORT_ANNOTATION_NOT_A_CLAIM,
  PURPORT_ANNOTATION_CLAIM,
  PURPORT_ANNOTATION_SAID_BY,
  PURPORT_ANNOTATION_ROLE,
  PURPORT_ANNOTATION_AFFILIATION,
} PurportAnnotationKind;

#define PURPORT_ANNOTATION_N_KINDS (PURPORT_ANNOTATION_AFFILIATION + 1)

typedef enum {
  PURPORT_JUDGEMENT_CHECKED,
  PURPORT_JUDGEMENT_DOUBTFUL,
  PURPORT_JUDGEMENT_WRONG,
  PURPORT_JUDGEMENT_TO_CHECK,
} PurportJudgement;

/* What surrounds the quoted words is kept up to this many characters on each side. */
#define PURPORT_ANNOTATION_CONTEXT 32

/**
 * PurportAnnotation:
 * @id: a UUID, the same in every copy of the library; %NULL until it is kept
 * @body: the reader's words; nullable
 * @value: what the kind says; nullable
 * @links: addresses of sources that the reader gives; NULL-terminated, never NULL
 * @quote: the words annotated, exactly; @prefix and @suffix: the characters around them
 * @span: where the words stand in the article's text; empty where @orphaned
 * @orphaned: the words were not found again, or not surely
 * @created_at: seconds since 1970, UTC, as the clock said; @changed_at likewise
 *
 * A plain value; its strings are its own. After the selectors of the W3C Web Annotation model (TextQuoteSelector,
 * TextPositionSelector).
 */
typedef struct {
  char *id;
  PurportAnnotationKind kind;
  char *body;
  char *value;
  char **links;
  PurportSpan span;
  char *quote;
  char *prefix;
  char *suffix;
  gboolean orphaned;
  gint64 created_at;
  gint64 changed_at;
} PurportAnnotation;

PurportAnnotation *
purport_annotation_new (PurportAnnotationKind kind, const PurportArticle *article, PurportSpan span, gint64 now);
PurportAnnotation *purport_annotation_copy (const PurportAnnotation *annotation);
void purport_annotation_free (PurportAnnotation *annotation);
void purport_annotation_quote (PurportAnnotation *annotation, const char *text, gsize n_bytes, PurportSpan span);

const char *purport_annotation_kind_to_string (PurportAnnotationKind kind);
gboolean purport_annotation_kind_from_string (const char *word, PurportAnnotationKind *kind);
const char *purport_judgement_to_string (PurportJudgement judgement);
gboolean purport_judgement_from_string (const char *word, PurportJudgement *judgement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportAnnotation, purport_annotation_free)

G_END_DECLS
