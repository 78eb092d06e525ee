/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that grading learns from: sentences and claims as the model sees them, with their labels. */
#pragma once

#include "learn/margin.h"
#include "reading/engine.h"
#include "reading/grades.h"

G_BEGIN_DECLS

/* The kinds of text; what is learned of one helps with the others as far as they agree. */
typedef enum {
  PURPORT_DOMAIN_NEWS,      /* headlines and main claims of health news */
  PURPORT_DOMAIN_CLAIM,     /* claims of the annotated articles */
  PURPORT_DOMAIN_ABSTRACT,  /* conclusions of medical papers */
  PURPORT_DOMAIN_PRESS,     /* press releases */
  PURPORT_DOMAIN_ADVICE,    /* conclusions of medical papers, coded for advice */
  PURPORT_DOMAIN_CERTAINTY, /* findings in papers and news */
  PURPORT_DOMAIN_HEDGE,     /* cues in the claims of the annotated articles */
  PURPORT_N_DOMAINS
} PurportDomain;

#define PURPORT_ROW_NO_LABEL (-1)

/**
 * PurportGradeRow:
 * @fold: 0 to 4, or %PURPORT_ROW_NO_LABEL
 * @strength: a PurportStrength; rows of most domains do not tell "none" from "no relation": then %FALSE @fine
 * @kinds: set of 1 << PurportClaimKind
 * @advice: 0 none, 1 weak, 2 strong
 * @certainty: 1 to 6, or NAN
 * @hedges: whether the annotators hold the cue responsible for the claim's certainty
 */
typedef struct {
  char *id;
  guint32 first_feature;
  guint32 n_features;
  PurportDomain domain;
  gint fold;
  gint strength;
  gboolean fine;
  gint kinds;
  gint advice;
  gint level;
  float certainty;
  gint hedges;
} PurportGradeRow;

typedef struct {
  GArray *rows;     /* PurportGradeRow */
  GArray *features; /* guint32 */
} PurportGradeRows;

PurportGradeRows *purport_grade_rows_new (void);
void purport_grade_rows_free (PurportGradeRows *self);
gboolean purport_grade_rows_read (
    PurportGradeRows *self, const PurportEngine *engine, PurportDomain domain, const char *path, GError **error);
gboolean purport_grade_rows_read_articles (PurportGradeRows *self,
                                           const PurportEngine *engine,
                                           const char *folder,
                                           GError **error);

static inline const PurportGradeRow *
purport_grade_rows_get (const PurportGradeRows *self, guint index)
{
  return &g_array_index (self->rows, PurportGradeRow, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportGradeRows, purport_grade_rows_free)

G_END_DECLS
