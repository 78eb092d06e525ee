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

void
purport_corpus_shuffle (PurportCorpus *corpus)
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

PurportViews *
purport_views_new (const PurportWordTable *table)
{
  PurportViews *self = g_new0 (PurportViews, 1);

  self->table = table;
  self->views = g_array_new (FALSE, FALSE, sizeof (PurportWordView));
  self->pointers = g_ptr_array_new ();
  return self;
}

void
purport_views_free (PurportViews *self)
{
  g_array_unref (self->views);
  g_ptr_array_unref (self->pointers);
  g_free (self);
}

/* Returns: the views of a sentence's tokens, with sentinels before and behind them; valid until the next call. */
const PurportWordView *const *
purport_views_fill (PurportViews *self, const PurportWords *words, const PurportTextSentence *sentence)
{
  const PurportToken *tokens = purport_words_get_token (words, sentence->first_token);
  guint32 n_tokens = sentence->end_token - sentence->first_token;
  PurportCapitals capitals = purport_capitals_find (tokens, n_tokens);
  gpointer outside = (gpointer)purport_word_view_outside ();

  g_array_set_size (self->views, n_tokens);
  g_ptr_array_set_size (self->pointers, 0);
  for (guint i = 0; i < PURPORT_VIEW_MARGIN; i++)
    g_ptr_array_add (self->pointers, outside);
  for (guint32 i = 0; i < n_tokens; i++) {
    PurportWordView *view = &g_array_index (self->views, PurportWordView, i);
    *view = purport_word_view_in (self->table, words->article->text, &tokens[i], capitals, i == 0);
    g_ptr_array_add (self->pointers, view);
  }
  for (guint i = 0; i < PURPORT_VIEW_MARGIN; i++)
    g_ptr_array_add (self->pointers, outside);
  return (const PurportWordView *const *)self->pointers->pdata + PURPORT_VIEW_MARGIN;
}

/* Trains for @n_epochs; says after each how many labels were wrong. */
void
purport_train (PurportPerceptron *perceptron,
               PurportCorpus *corpus,
               const PurportWordTable *table,
               PurportLearnFunc learn,
               guint n_epochs)
{
  g_autoptr (PurportViews) views = purport_views_new (table);

  for (guint epoch = 1; epoch <= n_epochs; epoch++) {
    guint64 n_wrong = 0;
    purport_corpus_shuffle (corpus);
    for (guint i = 0; i < corpus->order->len; i++) {
      const PurportExample *example = g_ptr_array_index (corpus->examples, g_array_index (corpus->order, guint, i));
      for (guint j = 0; j < example->words->sentences->len; j++)
        n_wrong +=
            learn (perceptron, example, &g_array_index (example->words->sentences, PurportTextSentence, j), views);
    }
    g_printerr ("epoch %u: %" G_GUINT64_FORMAT " wrong\n", epoch, n_wrong);
  }
}

static GBytes *
read_bytes (const char *path, GError **error)
{
  char *contents;
  gsize n_bytes;

  if (!g_file_get_contents (path, &contents, &n_bytes, error))
    return NULL;
  return g_bytes_new_take (contents, n_bytes);
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

/* Returns: (transfer full): a word table read from a file, or %NULL */
PurportWordTable *
purport_read_word_table (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  return bytes != NULL ? purport_word_table_new (bytes, error) : NULL;
}

/* Returns: (transfer full): a model read from a file, or %NULL */
PurportLinearModel *
purport_read_model (const char *path, const char *kind, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  return bytes != NULL ? purport_linear_model_new (bytes, kind, error) : NULL;
}
