/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the namer over the tagger's tags: sentences as written and in lower case. */
#include "learn/verbs.h"

#include "learn/training.h"
#include "text/namer.h"
#include "text/tagger.h"
#include "text/words-private.h"

static guint
best_label (const float *scores, guint before)
{
  guint best = 0;

  for (guint i = 1; i < PURPORT_NAMER_N_LABELS; i++)
    if (scores[i] > scores[best] && purport_namer_may_follow (i, before))
      best = i;
  return best;
}

/* As learn_tags(), for names; where only some types are annotated, one of another type is no mistake. */
static guint
learn_names (PurportPerceptron *perceptron,
             const PurportExample *example,
             const PurportTextSentence *sentence,
             GArray *views)
{
  const PurportWordView *view = purport_view_sentence (views, example->words, sentence);
  const PurportToken *tokens = purport_words_get_token (example->words, sentence->first_token);
  gboolean caseless = purport_words_sentence_is_caseless (example->words, sentence);
  guint before = 0, before_that = 0, n_wrong = 0;

  for (guint32 i = 0; i < views->len; i++) {
    guint32 features[PURPORT_NAMER_N_FEATURES];
    float scores[PURPORT_NAMER_N_LABELS];
    guint n = purport_namer_features (view, tokens, views->len, i, caseless, before, before_that, features);
    guint right = example->labels[sentence->first_token + i], guess;
    purport_perceptron_score (perceptron, features, n, scores);
    guess = best_label (scores, before);
    if (example->partial && right == 0 && guess != 0 && (guess - 1) % PURPORT_NAMER_N_TYPES == PURPORT_NAME_OTHER)
      right = guess;
    if (!purport_namer_may_follow (right, before))
      right -= PURPORT_NAMER_N_TYPES; /* behind a mistake a name can only begin */
    if (guess != right) {
      purport_perceptron_update (perceptron, features, n, right, guess);
      n_wrong++;
    }
    purport_perceptron_tick (perceptron);
    before_that = before;
    before = guess;
  }
  return n_wrong;
}

static void
tag_examples (const PurportLinearModel *tagger, GPtrArray *examples)
{
  g_autoptr (GArray) views = g_array_new (FALSE, FALSE, sizeof (PurportWordView));

  for (guint i = 0; i < examples->len; i++) {
    const PurportExample *example = g_ptr_array_index (examples, i);
    for (guint j = 0; j < example->words->sentences->len; j++) {
      const PurportTextSentence *sentence = &g_array_index (example->words->sentences, PurportTextSentence, j);
      const PurportWordView *view = purport_view_sentence (views, example->words, sentence);
      purport_tagger_tag (tagger, view, &g_array_index (example->words->tokens, PurportToken, sentence->first_token),
                          views->len);
    }
  }
}

/* OUT TAGS_MODEL FILE… */
gboolean
purport_learn_names (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportPerceptron) perceptron = purport_perceptron_new (PURPORT_NAMER_N_LABELS);
  g_autoptr (PurportLinearModel) tagger = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;
  g_autoptr (PurportCorpus) corpus = purport_corpus_new ();
  gboolean done = g_file_get_contents (arguments[1], &contents, &n_bytes, error);

  if (done) {
    bytes = g_bytes_new_take (g_steal_pointer (&contents), n_bytes);
    tagger = purport_linear_model_new (bytes, PURPORT_TAGGER_KIND, error);
    done = tagger != NULL;
  }
  for (int i = 2; i < n_arguments && done; i++)
    done = purport_corpus_take (corpus, purport_examples_read_names (arguments[i], PURPORT_DRESS_AS_IS, error)) &&
           purport_corpus_take (corpus, purport_examples_read_names (arguments[i], PURPORT_DRESS_LOWER, error));
  if (done) {
    tag_examples (tagger, corpus->examples);
    purport_train (perceptron, corpus, learn_names, 8);
    done = purport_write_model (perceptron, PURPORT_NAMER_KIND, 3, 0.15f, arguments[0], error);
  }
  return done;
}
