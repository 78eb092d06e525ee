/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainers share: a shuffled corpus, epochs over its sentences, the finished model's file. */
#pragma once

#include "learn/examples.h"
#include "learn/model-file.h"
#include "learn/perceptron.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *examples; /* (element-type PurportExample) */
  GArray *order;       /* (element-type guint): examples in the order of this epoch */
  GRand *random;       /* of a fixed seed: training gives the same model every time */
} PurportCorpus;

/* The views of one sentence. */
typedef struct {
  const PurportWordTable *table;
  GArray *views;
  GPtrArray *pointers;
} PurportViews;

/* One pass over a sentence. Returns: how many labels were wrong. */
typedef guint (*PurportLearnFunc) (PurportPerceptron *perceptron,
                                   const PurportExample *example,
                                   const PurportTextSentence *sentence,
                                   PurportViews *views);

PurportCorpus *purport_corpus_new (void);
void purport_corpus_free (PurportCorpus *corpus);
gboolean purport_corpus_take (PurportCorpus *corpus, GPtrArray *examples);
void purport_corpus_shuffle (PurportCorpus *corpus);
PurportViews *purport_views_new (const PurportWordTable *table);
void purport_views_free (PurportViews *self);
const PurportWordView *const *
purport_views_fill (PurportViews *self, const PurportWords *words, const PurportTextSentence *sentence);
void purport_train (PurportPerceptron *perceptron,
                    PurportCorpus *corpus,
                    const PurportWordTable *table,
                    PurportLearnFunc learn,
                    guint n_epochs);
PurportWordTable *purport_read_word_table (const char *path, GError **error);
PurportLinearModel *purport_read_model (const char *path, const char *kind, GError **error);
gboolean purport_write_model (const PurportPerceptron *perceptron,
                              const char *kind,
                              guint min_updates,
                              float min_weight,
                              const char *path,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportCorpus, purport_corpus_free)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportViews, purport_views_free)

G_END_DECLS
