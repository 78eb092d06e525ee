/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainers share: a shuffled corpus, epochs over its sentences, the finished model's file. */
#pragma once

#include "learn/examples.h"
#include "learn/perceptron.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *examples; /* (element-type PurportExample) */
  GArray *order;       /* (element-type guint): examples in the order of this epoch */
  GRand *random;       /* of a fixed seed: training gives the same model every time */
} PurportCorpus;

/* One pass over a sentence. Returns: how many labels were wrong. */
typedef guint (*PurportLearnFunc) (PurportPerceptron *perceptron,
                                   const PurportExample *example,
                                   const PurportTextSentence *sentence,
                                   GArray *views);

PurportCorpus *purport_corpus_new (void);
void purport_corpus_free (PurportCorpus *corpus);
gboolean purport_corpus_take (PurportCorpus *corpus, GPtrArray *examples);
const PurportWordView *
purport_view_sentence (GArray *views, const PurportWords *words, const PurportTextSentence *sentence);
void purport_train (PurportPerceptron *perceptron, PurportCorpus *corpus, PurportLearnFunc learn, guint n_epochs);
gboolean purport_write_bytes (GBytes *bytes, const char *path, GError **error);
gboolean purport_write_model (const PurportPerceptron *perceptron,
                              const char *kind,
                              guint min_updates,
                              float min_weight,
                              const char *path,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportCorpus, purport_corpus_free)

G_END_DECLS
