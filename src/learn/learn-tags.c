/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the tagger: sentences as written and in lower case. */
#include "learn/verbs.h"

#include "learn/training.h"
#include "text/tagger.h"

#define N_EPOCHS 8

static guint
best_of (const float *scores, guint first, guint n)
{
  guint best = first;

  for (guint i = first + 1; i < n; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

/* One pass over a sentence with its own predictions as history. Returns: how many were wrong. */
static guint
learn_tags (PurportPerceptron *perceptron,
            const PurportExample *example,
            const PurportTextSentence *sentence,
            PurportViews *views)
{
  const PurportWordView *const *view = purport_views_fill (views, example->words, sentence);
  guint32 n_tokens = sentence->end_token - sentence->first_token;
  PurportTag before = PURPORT_TAG_NONE, before_that = PURPORT_TAG_NONE;
  guint n_wrong = 0;

  for (guint32 i = 0; i < n_tokens; i++) {
    guint32 features[PURPORT_TAGGER_N_FEATURES];
    float scores[PURPORT_N_TAGS];
    guint n = purport_tagger_features (view + i, before, before_that, features);
    guint8 right = example->labels[sentence->first_token + i];
    guint guess;
    if ((view[i]->entry & PURPORT_WORD_SURE) != 0) {
      before_that = before;
      before = (PurportTag)purport_word_tag (view[i]->entry);
      continue;
    }
    purport_perceptron_score (perceptron, features, n, scores);
    guess = best_of (scores, 1, PURPORT_N_TAGS);
    if (right != PURPORT_EXAMPLE_NO_LABEL) {
      if (guess != right) {
        purport_perceptron_update (perceptron, features, n, right, guess);
        n_wrong++;
      }
      purport_perceptron_tick (perceptron);
    }
    before_that = before;
    before = (PurportTag)guess;
  }
  return n_wrong;
}

/* OUT WORDS_MODEL TABLE… */
gboolean
purport_learn_tags (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportPerceptron) perceptron = purport_perceptron_new (PURPORT_N_TAGS);
  g_autoptr (PurportCorpus) corpus = purport_corpus_new ();
  g_autoptr (PurportWordTable) table = purport_read_word_table (arguments[1], error);
  gboolean done = table != NULL;

  for (int i = 2; i < n_arguments && done; i++)
    done = purport_corpus_take (corpus, purport_examples_read_tags (arguments[i], PURPORT_DRESS_AS_IS, error)) &&
           purport_corpus_take (corpus, purport_examples_read_tags (arguments[i], PURPORT_DRESS_LOWER, error));
  if (done) {
    purport_train (perceptron, corpus, table, learn_tags, N_EPOCHS);
    done = purport_write_model (perceptron, PURPORT_TAGGER_KIND, 4, 0.7f, arguments[0], error);
  }
  return done;
}
