/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ranking sees of a sentence in its article; the same code serves training and reading. Private to the layers
 * reading and learn. */
#pragma once

#include "reading/claim-spans.h"

G_BEGIN_DECLS

#define PURPORT_RANKING_KIND "ranking"

/* What a weight of 1 is in the model. */
#define PURPORT_RANKING_SCALE 100.0f

#define PURPORT_RANKING_MAX_FEATURES 512

/* What an article is about, counted once. */
typedef struct {
  const PurportClaimContext *claims;
  guint32 *stems;                             /* for each token the hash of its stem if it is a content word, else 0 */
  GHashTable *n_sentences;                    /* stem → number of sentences with it */
  GHashTable *title;                          /* the title's stems */
  guint32 first_with[PURPORT_N_TERM_CLASSES]; /* the first running sentence with a term of the class */
  guint32 n_running;                          /* sentences that are neither title nor beside the article */
  guint32 *place;                             /* for each sentence the number of running sentences before it */
  guint64 *classes;                           /* for each sentence the classes of terms in it */
  guint8 *relations_before;                   /* full sentences before it that state a relation, at most 9 */
  guint8 *strong_before;                      /* sentences before it whose wording states a relation, at most 5 */
  PurportStrength title_strength;             /* of the relation that the title states */
  guint8 *title_rank;                         /* for each sentence how many share more with the title, at most 9 */
  guint8 *central_rank;                       /* the same, with the rest of the article */
  guint32 *full_place;                        /* the same, of sentences that end as sentences do */
} PurportRankingContext;

PurportRankingContext *purport_ranking_context_new (const PurportClaimContext *claims);
void purport_ranking_context_free (PurportRankingContext *context);
gboolean purport_ranking_may_rank (const PurportRankingContext *context, guint32 sentence);
double purport_ranking_title_share (const PurportRankingContext *context, PurportTokens tokens);
guint purport_ranking_features (const PurportRankingContext *context, guint32 sentence, guint32 *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportRankingContext, purport_ranking_context_free)

G_END_DECLS
