/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where claims stand: a sentence is cut at the places where a clause may begin, and each run between two cuts either is
 * a claim or is none. A semi-Markov model (Sarawagi and Cohen 2004) scores runs and cuts; the best way to cut wins.
 * Private to the layers reading and learn.
 */
#pragma once

#include "reading/draft.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_CLAIMS_KIND "claims"

/* The most cuts of one sentence, its start and end included; further ones are not tried. */
#define PURPORT_CLAIM_MAX_CUTS 512

/* A claim reaches over at most this many pieces. */
#define PURPORT_CLAIM_MAX_PIECES 24

#define PURPORT_CLAIM_MAX_FEATURES 112

/* What the words of an article are, before claims are looked for. */
typedef struct {
  const PurportDraft *draft;
  guint32 *said_in;       /* for each token the attribution whose content it is, or PURPORT_NONE */
  guint8 *taken;          /* for each token whether it is part of a source or cue */
  guint32 *words;         /* for each token a hash of its lower-case form */
  guint32 *finite_before; /* for each token, and one more, the finite verbs before it */
  guint32 *place;         /* for each sentence the number of running sentences before it */
  guint32 *place_in_block;
  guint32 *counts; /* for each attribution 0, while nobody counts */
  guint32 *starts; /* for each sentence the first token of what it says, behind its dateline or label */
  guint8 *asked;   /* for each sentence whether it is a turn of whoever asks in a transcript */
} PurportClaimContext;

typedef struct {
  const PurportClaimContext *context;
  guint32 sentence;
  gboolean unmarked; /* its end has no mark, as in what was taken down from speech */
  guint n_cuts;
  guint32 cuts[PURPORT_CLAIM_MAX_CUTS]; /* tokens; the first is the sentence's first, or that behind its dateline, the
                                           last its end */
  guint64 classes[PURPORT_CLAIM_MAX_CUTS]; /* of each piece, the classes of terms in it */
} PurportClaimSentence;

/* What stands on the two sides of a cut. */
typedef enum {
  PURPORT_CUT_BEGINS = 1, /* a claim begins after what is none */
  PURPORT_CUT_ENDS,       /* a claim ends before what is none */
  PURPORT_CUT_DIVIDES,    /* two claims meet */
} PurportCut;

PurportClaimContext *purport_claim_context_new (const PurportDraft *draft);
void purport_claim_context_free (PurportClaimContext *context);

gboolean purport_claim_may_stand_in (PurportBlockKind kind);
PurportTokens purport_claim_trim (const PurportDraft *draft, PurportTokens tokens);
void purport_claim_sentence_init (PurportClaimSentence *self, const PurportClaimContext *context, guint32 sentence);
gboolean purport_claim_may_be (const PurportClaimSentence *self, guint first_cut, guint end_cut);
guint32 purport_claim_bias_feature (void);
guint purport_claim_run_features (const PurportClaimSentence *self, guint first_cut, guint end_cut, guint32 *features);
guint purport_claim_cut_features (const PurportClaimSentence *self, guint cut, PurportCut kind, guint32 *features);
guint
purport_claim_spans_find (const PurportLinearModel *model, const PurportClaimSentence *self, PurportTokens *claims);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportClaimContext, purport_claim_context_free)

G_END_DECLS
