/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one model of grading: its classes, and what it sees of sentences, claims and cues. Private to the layers reading
 * and learn. */
#pragma once

#include "reading/wording.h"
#include "text/features.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_GRADES_KIND "grades"

/* Where the classes of each judgement begin. */
enum {
  PURPORT_GRADE_SENTENCE_STRENGTH = 0, /* PurportStrength, of a sentence of news */
  PURPORT_GRADE_CLAIM_STRENGTH = 5,    /* PurportStrength, of a claim */
  PURPORT_GRADE_KIND = 10,             /* PurportClaimKind */
  PURPORT_GRADE_CERTAINTY = 20,        /* 1 to 6, see PURPORT_GRADE_SCALE */
  PURPORT_GRADE_HEDGE = 21,            /* a cue hedges where it stands */
  PURPORT_N_GRADES
};

/* Whole units of the model in 1 of what a class stands for, before the division by the root of the features' number,
 * or of PURPORT_GRADE_TYPICAL. */
#define PURPORT_GRADE_SCALE 40.0f

/* In certainty the number of features is taken to be this: a hedge takes as much from a long sentence as from a short
 * one. */
#define PURPORT_GRADE_TYPICAL 150.0f

/* Certainty is learned from here: what is rated lower is held to be hedged. */
#define PURPORT_GRADE_MIDDLE 4.3f

/**
 * PurportGradeContext:
 * @source_type: a PurportSourceType, or -1 where the article speaks for itself
 */
typedef struct {
  gint source_type;
  PurportMode mode;
  guint n_figures;
} PurportGradeContext;

void purport_grades_see_sentence (PurportWording *wording, PurportTokens tokens, GArray *features);
void purport_grades_see_claim (PurportWording *wording,
                               PurportTokens tokens,
                               const PurportGradeContext *context,
                               GArray *features);

G_END_DECLS
