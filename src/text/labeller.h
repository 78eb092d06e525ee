/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags and names the tokens of a text, a sentence at a time. Private to the layers text and learn. */
#pragma once

#include "text/namer.h"
#include "text/tagger.h"
#include "text/votes.h"

G_BEGIN_DECLS

/* The models that it reads with; the caller keeps them. */
typedef struct {
  const PurportWordTable *table;
  const PurportLinearModel *tagger;
  const PurportLinearModel *namer; /* (nullable): no names are looked for */
  gint32 transitions[PURPORT_NAMER_N_LABELS + 1][PURPORT_NAMER_N_LABELS];
} PurportLabelModels;

typedef struct _PurportLabeller PurportLabeller;

void purport_label_models_init (PurportLabelModels *models,
                                const PurportWordTable *table,
                                const PurportLinearModel *tagger,
                                const PurportLinearModel *namer);
PurportLabeller *purport_labeller_new (const PurportLabelModels *models);
void purport_labeller_free (PurportLabeller *self);
void purport_labeller_label (PurportLabeller *self, const char *text, PurportToken *tokens, guint32 n_tokens);
void purport_labeller_vote (
    PurportLabeller *self, const PurportVotes *votes, const char *text, PurportToken *tokens, guint32 n_tokens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLabeller, purport_labeller_free)

G_END_DECLS
