/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * purport-learn trains the models of resources/models, one command a model, always with the same result:
 *   purport-learn tags OUT TABLE…
 *   purport-learn names OUT TAGS_MODEL FILE…
 */
#include <stdio.h>
#include <string.h>

#include "learn/examples.h"
#include "learn/perceptron.h"
#include "text/namer.h"
#include "text/tagger.h"
#include "text/words-private.h"

#define SEED 20240101u

typedef struct {
  GPtrArray *examples;
  GArray *order; /* (element-type guint): examples in the order of this epoch */
  GRand *random;
} Corpus;

static gboolean
corpus_add (Corpus *corpus, GPtrArray *examples)
{
  if (examples == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (corpus->examples, examples);
  return TRUE;
}

static void
corpus_shuffle (Corpus *corpus)
{
  if (corpus->order->len == 0)
    for (guint i = 0; i < corpus->examples->len; i++)
      g_array_append_val (corpus->order, i);
  for (guint i = corpus->order->len; i > 1; i--) {
    guint j = (guint)g_rand_int_range (corpus->random, 0, (gint32)i);
    guint swapped = g_array_index (corpus->order, guint, i - 1);
    g_array_index (corpus->order, guint, i - 1) = g_array_index (corpus->order, guint, j);
    g_array_index (corpus->order, guint, j) = swapped;
  }
}

static void
corpus_clear (Corpus *corpus)
{
  g_ptr_array_unref (corpus->examples);
  g_array_unref (corpus->order);
  g_rand_free (corpus->random);
}

static Corpus
corpus_new (void)
{
  return (Corpus){ g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free),
                   g_array_new (FALSE, FALSE, sizeof (guint)), g_rand_new_with_seed (SEED) };
}

static const PurportWordView *
view_sentence (GArray *views, const PurportWords *words, const PurportTextSentence *sentence)
{
  g_array_set_size (views, sentence->end_token - sentence->first_token);
  for (guint32 i = 0; i < views->len; i++)
    g_array_index (views, PurportWordView, i) =
        purport_word_view (words->article->text, purport_words_get_token (words, sentence->first_token + i));
  return (const PurportWordView *)(gpointer)views->data;
}

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
            GArray *views)
{
  const PurportWordView *view = view_sentence (views, example->words, sentence);
  PurportTag before = PURPORT_TAG_NONE, before_that = PURPORT_TAG_NONE;
  guint n_wrong = 0;

  for (guint32 i = 0; i < views->len; i++) {
    guint32 features[PURPORT_TAGGER_N_FEATURES];
    float scores[PURPORT_N_TAGS];
    guint n = purport_tagger_features (view, views->len, i, before, before_that, features);
    guint8 right = example->labels[sentence->first_token + i];
    guint guess;
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
  const PurportWordView *view = view_sentence (views, example->words, sentence);
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

typedef guint (*LearnFunc) (PurportPerceptron *, const PurportExample *, const PurportTextSentence *, GArray *);

static void
train (PurportPerceptron *perceptron, Corpus *corpus, LearnFunc learn, guint n_epochs)
{
  g_autoptr (GArray) views = g_array_new (FALSE, FALSE, sizeof (PurportWordView));

  for (guint epoch = 1; epoch <= n_epochs; epoch++) {
    guint64 n_wrong = 0;
    corpus_shuffle (corpus);
    for (guint i = 0; i < corpus->order->len; i++) {
      const PurportExample *example = g_ptr_array_index (corpus->examples, g_array_index (corpus->order, guint, i));
      for (guint j = 0; j < example->words->sentences->len; j++)
        n_wrong +=
            learn (perceptron, example, &g_array_index (example->words->sentences, PurportTextSentence, j), views);
    }
    g_printerr ("epoch %u: %" G_GUINT64_FORMAT " wrong\n", epoch, n_wrong);
  }
}

static gboolean
write_model (const PurportPerceptron *perceptron,
             const char *kind,
             guint min_updates,
             float min_weight,
             const char *path,
             GError **error)
{
  g_autoptr (GBytes) bytes = purport_perceptron_to_bytes (perceptron, kind, min_updates, min_weight);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_printerr ("%s: %" G_GSIZE_FORMAT " bytes\n", path, n_bytes);
  return g_file_set_contents (path, data, (gssize)n_bytes, error);
}

static gboolean
train_tags (int n_files, char **files, const char *out, GError **error)
{
  g_autoptr (PurportPerceptron) perceptron = purport_perceptron_new (PURPORT_N_TAGS);
  Corpus corpus = corpus_new ();
  gboolean done = TRUE;

  for (int i = 0; i < n_files && done; i++)
    done = corpus_add (&corpus, purport_examples_read_tags (files[i], PURPORT_DRESS_AS_IS, error)) &&
           corpus_add (&corpus, purport_examples_read_tags (files[i], PURPORT_DRESS_LOWER, error));
  if (done) {
    train (perceptron, &corpus, learn_tags, 8);
    done = write_model (perceptron, PURPORT_TAGGER_KIND, 3, 0.12f, out, error);
  }
  corpus_clear (&corpus);
  return done;
}

static void
tag_examples (const PurportLinearModel *tagger, GPtrArray *examples)
{
  g_autoptr (GArray) views = g_array_new (FALSE, FALSE, sizeof (PurportWordView));

  for (guint i = 0; i < examples->len; i++) {
    const PurportExample *example = g_ptr_array_index (examples, i);
    for (guint j = 0; j < example->words->sentences->len; j++) {
      const PurportTextSentence *sentence = &g_array_index (example->words->sentences, PurportTextSentence, j);
      const PurportWordView *view = view_sentence (views, example->words, sentence);
      purport_tagger_tag (tagger, view, &g_array_index (example->words->tokens, PurportToken, sentence->first_token),
                          views->len);
    }
  }
}

static gboolean
train_names (int n_files, char **files, const char *tags_path, const char *out, GError **error)
{
  g_autoptr (PurportPerceptron) perceptron = purport_perceptron_new (PURPORT_NAMER_N_LABELS);
  g_autoptr (PurportLinearModel) tagger = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;
  Corpus corpus = corpus_new ();
  gboolean done = g_file_get_contents (tags_path, &contents, &n_bytes, error);

  if (done) {
    bytes = g_bytes_new_take (g_steal_pointer (&contents), n_bytes);
    tagger = purport_linear_model_new (bytes, PURPORT_TAGGER_KIND, error);
    done = tagger != NULL;
  }
  for (int i = 0; i < n_files && done; i++)
    done = corpus_add (&corpus, purport_examples_read_names (files[i], PURPORT_DRESS_AS_IS, error)) &&
           corpus_add (&corpus, purport_examples_read_names (files[i], PURPORT_DRESS_LOWER, error));
  if (done) {
    tag_examples (tagger, corpus.examples);
    train (perceptron, &corpus, learn_names, 8);
    done = write_model (perceptron, PURPORT_NAMER_KIND, 3, 0.15f, out, error);
  }
  corpus_clear (&corpus);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (argc >= 4 && g_str_equal (argv[1], "tags"))
    done = train_tags (argc - 3, argv + 3, argv[2], &error);
  else if (argc >= 5 && g_str_equal (argv[1], "names"))
    done = train_names (argc - 4, argv + 4, argv[3], argv[2], &error);
  else {
    g_printerr ("Usage: purport-learn tags OUT TABLE…\n       purport-learn names OUT TAGS_MODEL FILE…\n");
    return 2;
  }
  if (!done)
    g_printerr ("purport-learn: %s\n", error->message);
  return done ? 0 : 1;
}
