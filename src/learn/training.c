/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Online training: the corpus is shuffled anew in every epoch, with a seed of its own. */
#include "learn/training.h"

#define SEED 20240101u

PurportCorpus *
purport_corpus_new (void)
{
  PurportCorpus *corpus = g_new0 (PurportCorpus, 1);

  corpus->examples = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_example_free);
  corpus->order = g_array_new (FALSE, FALSE, sizeof (guint));
  corpus->random = g_rand_new_with_seed (SEED);
  return corpus;
}

void
purport_corpus_free (PurportCorpus *corpus)
{
  g_ptr_array_unref (corpus->examples);
  g_array_unref (corpus->order);
  g_rand_free (corpus->random);
  g_free (corpus);
}

/* Takes @examples into the corpus; %NULL stands for examples that could not be read. Returns: whether there were any.
 */
gboolean
purport_corpus_take (PurportCorpus *corpus, GPtrArray *examples)
{
  if (examples == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (corpus->examples, examples);
  return TRUE;
}

static void
corpus_shuffle (PurportCorpus *corpus)
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

/* Returns: the views of a sentence's tokens, in @views. */
const PurportWordView *
purport_view_sentence (GArray *views, const PurportWords *words, const PurportTextSentence *sentence)
{
  g_array_set_size (views, sentence->end_token - sentence->first_token);
  for (guint32 i = 0; i < views->len; i++)
    g_array_index (views, PurportWordView, i) =
        purport_word_view (words->article->text, purport_words_get_token (words, sentence->first_token + i));
  return (const PurportWordView *)(gpointer)views->data;
}

/* Trains for @n_epochs; says after each how many labels were wrong. */
void
purport_train (PurportPerceptron *perceptron, PurportCorpus *corpus, PurportLearnFunc learn, guint n_epochs)
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

/* Writes a model and says how large it is. */
gboolean
purport_write_bytes (GBytes *bytes, const char *path, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_printerr ("%s: %" G_GSIZE_FORMAT " bytes\n", path, n_bytes);
  return g_file_set_contents (path, data, (gssize)n_bytes, error);
}

/* Writes the averaged weights, without those of few updates or little weight. */
gboolean
purport_write_model (const PurportPerceptron *perceptron,
                     const char *kind,
                     guint min_updates,
                     float min_weight,
                     const char *path,
                     GError **error)
{
  g_autoptr (GBytes) bytes = purport_perceptron_to_bytes (perceptron, kind, min_updates, min_weight);
  return purport_write_bytes (bytes, path, error);
}
