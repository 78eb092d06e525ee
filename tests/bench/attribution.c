/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many megabytes a second the steps from words to attributions take, on one thread, at growing sizes.
 * usage: bench-attribution FILE      the file is repeated to each size */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "data/engine-data.h"
#include "reading/sources.h"
#include "reading/utterances.h"

#define ROUNDS 3

typedef enum { WORDS, DRAFT, LABELS, UTTERANCES, SOURCES, N_STEPS } Step;

static const char *const step_names[N_STEPS] = { "words", "terms, quotes, phrases", "labels of the model",
                                                 "utterances, labels included", "sources" };

typedef struct {
  PurportTextModels *models;
  PurportLexicon *lexicon;
  PurportAttributor *attributor;
} Bench;

static PurportArticle *
new_article (const GString *text)
{
  PurportArticle *article = purport_article_new (text->str, (gssize)text->len);

  for (gsize i = 0; i < text->len;) {
    const char *end = strstr (text->str + i, "\n\n");
    gsize to = end != NULL ? (gsize)(end - text->str) : text->len;
    if (to > i)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (i, to));
    i = to + 2;
  }
  return article;
}

/* Seconds of this thread: what else runs on the machine is not counted. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Reads the article once, and lowers the seconds of each step to those that it took. */
static void
read_once (const Bench *bench, PurportArticle *article, double *seconds)
{
  double start = now (), taken[N_STEPS];
  PurportWords *words = purport_words_new (bench->models, article, NULL, NULL);
  PurportReading *reading = purport_reading_new (article);
  PurportDraft *draft;
  GArray *utterances;
  guint8 *labels;

  taken[WORDS] = now () - start;
  start = now ();
  draft = purport_draft_new (bench->lexicon, words, reading);
  taken[DRAFT] = now () - start;
  labels = g_new (guint8, words->tokens->len + 1);
  start = now ();
  purport_attributor_label (bench->attributor, draft, labels);
  taken[LABELS] = now () - start;
  start = now ();
  utterances = purport_utterances_find (draft, bench->attributor);
  taken[UTTERANCES] = now () - start;
  start = now ();
  purport_sources_find (draft, utterances);
  taken[SOURCES] = now () - start;
  for (guint step = 0; step < N_STEPS; step++)
    seconds[step] = MIN (seconds[step], taken[step]);
  g_free (labels);
  g_array_unref (utterances);
  purport_draft_free (draft);
  purport_reading_unref (reading);
  purport_words_free (words);
}

static void
measure (const Bench *bench, const char *sample, gsize n_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PurportArticle) article = NULL;
  double seconds[N_STEPS];

  while (text->len < n_bytes) {
    g_string_append (text, sample);
    g_string_append (text, "\n\n");
  }
  article = new_article (text);
  for (guint step = 0; step < N_STEPS; step++)
    seconds[step] = 1e9;
  for (guint round = 0; round < ROUNDS; round++)
    read_once (bench, article, seconds);
  g_print ("%" G_GSIZE_FORMAT " bytes\n", text->len);
  for (guint step = 0; step < N_STEPS; step++)
    g_print ("  %-30s %8.2f MB/s\n", step_names[step], (double)text->len / 1e6 / seconds[step]);
  g_print ("  %-30s %8.2f MB/s\n", "attribution and sources",
           (double)text->len / 1e6 / (seconds[UTTERANCES] + seconds[SOURCES]));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  Bench bench = { 0 };

  if (argc < 2 || !g_file_get_contents (argv[1], &sample, NULL, &error))
    g_error ("%s", error != NULL ? error->message : "usage: bench-attribution FILE");
  bench.models = purport_text_models_new (purport_engine_data_lookup, NULL, &error);
  bench.lexicon = purport_lexicon_new (purport_engine_data_lookup, NULL, &error);
  bench.attributor = purport_attributor_new (purport_engine_data_lookup, NULL, &error);
  g_assert_no_error (error);
  for (gsize n_bytes = 100000; n_bytes <= 1600000; n_bytes *= 4)
    measure (&bench, sample, n_bytes);
  purport_attributor_free (bench.attributor);
  purport_lexicon_free (bench.lexicon);
  purport_text_models_free (bench.models);
  return 0;
}
