/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many megabytes a second each step of the layer text takes, on one thread, at growing sizes, and how time grows.
 * usage: bench-words FILE      the file is repeated to each size */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/repeated.h"
#include "data/engine-data.h"
#include "text/consistency.h"
#include "text/labeller.h"
#include "text/language.h"
#include "text/repairs.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/words-private.h"

#define ROUNDS 3

typedef enum { TOKENS, CUT, LABELS, REST, ALL, N_STEPS } Step;

static const char *const step_names[N_STEPS] = { "tokens", "tokens + sentences", "tags + names", "language + repairs",
                                                 "all" };

typedef struct {
  const PurportTextModels *models;
  PurportLabelModels label;
} Bench;

/* Seconds of this thread: what else runs on the machine is not counted. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
label (const Bench *bench, PurportWords *words)
{
  g_autoptr (PurportLabeller) labeller = purport_labeller_new (&bench->label);

  for (guint32 i = 0; i < words->sentences->len; i++) {
    const PurportTextSentence *sentence = &g_array_index (words->sentences, PurportTextSentence, i);
    purport_labeller_label (labeller, words->article->text,
                            &g_array_index (words->tokens, PurportToken, sentence->first_token),
                            sentence->end_token - sentence->first_token);
  }
  purport_consistency_apply (words);
}

static void
find_tokens (PurportArticle *article)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, TRUE, sizeof (PurportToken));

  for (guint i = 0; i < article->blocks->len; i++)
    purport_tokens_find (article->text, g_array_index (article->blocks, PurportBlock, i).span, tokens);
}

/* Returns: the seconds that one step takes, the best of some rounds. */
static double
measure (const Bench *bench, PurportArticle *article, Step step)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (PurportWords) words = step == LABELS || step == REST ? purport_words_cut (article) : NULL;
    g_autoptr (PurportWords) made = NULL;
    double start = now ();
    if (step == TOKENS) {
      find_tokens (article);
    } else if (step == CUT) {
      made = purport_words_cut (article);
    } else if (step == LABELS) {
      label (bench, words);
    } else if (step == REST) {
      purport_language_guess (words);
      purport_repairs_find (words);
    } else {
      made = purport_words_new (bench->models, article, NULL, NULL);
    }
    best = MIN (best, MAX (now () - start, 1e-6));
  }
  return best;
}

static void
report (const Bench *bench, const char *name, const GString *text)
{
  g_autoptr (PurportArticle) article = purport_bench_new_article (text);

  g_print ("%-24s", name);
  for (guint step = 0; step < N_STEPS; step++)
    g_print ("%10.2f", (double)text->len / 1e6 / measure (bench, article, (Step)step));
  g_print ("\n");
}

static GString *
repeat (const char *part, gsize n_bytes)
{
  GString *text = g_string_sized_new (n_bytes + 1024);

  while (text->len < n_bytes)
    g_string_append (text, part);
  while (n_bytes > 0 && ((guchar)text->str[n_bytes] & 0xC0) == 0x80)
    n_bytes--;
  return g_string_truncate (text, n_bytes);
}

static void
report_odd (const Bench *bench)
{
  static const struct {
    const char *name;
    const char *part;
    gsize n_bytes;
  } odd[] = {
    { "one word of 0.25 MB", "x", 250000 },       { "one word of 1 MB", "x", 1000000 },
    { "full stops, 0.25 MB", ".", 250000 },       { "full stops, 1 MB", ".", 1000000 },
    { "opening quotes, 0.25 MB", "“", 250000 },   { "opening quotes, 1 MB", "“", 1000000 },
    { "25,000 lines of a letter", "a\n", 50000 }, { "100,000 lines of a letter", "a\n", 200000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_autoptr (GString) text = repeat (odd[i].part, odd[i].n_bytes);
    report (bench, odd[i].name, text);
  }
}

static PurportLinearModel *
load (const char *kind, guint n_classes)
{
  return purport_linear_model_load (purport_engine_data_lookup, NULL, kind, n_classes, NULL);
}

int
main (int argc, char **argv)
{
  static const gsize sizes[] = { 10000, 100000, 1000000, 10000000 };
  static const char *const size_names[] = { "10 kB", "100 kB", "1 MB", "10 MB" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportTextModels) models = purport_text_models_new (purport_engine_data_lookup, NULL, &error);
  g_autoptr (GBytes) bytes = purport_engine_data_lookup ("models/words.bin", NULL);
  g_autoptr (PurportWordTable) table = purport_word_table_new (bytes, NULL);
  g_autoptr (PurportLinearModel) tagger = load (PURPORT_TAGGER_KIND, PURPORT_N_TAGS);
  g_autoptr (PurportLinearModel) namer = load (PURPORT_NAMER_KIND, PURPORT_NAMER_N_LABELS);
  g_autofree char *part = NULL;
  Bench bench = { .models = models };

  if (argc != 2 || models == NULL || !g_file_get_contents (argv[1], &part, NULL, &error)) {
    g_printerr ("usage: bench-words FILE%s%s\n", error != NULL ? ": " : "", error != NULL ? error->message : "");
    return EXIT_FAILURE;
  }
  purport_label_models_init (&bench.label, table, tagger, namer);
  g_print ("%-24s", "MB/s");
  for (guint step = 0; step < N_STEPS; step++)
    g_print ("%s%s", step == 0 ? "" : ", ", step_names[step]);
  g_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *spaced = g_strconcat (part, "\n\n", NULL);
    g_autoptr (GString) text = repeat (spaced, sizes[i]);
    report (&bench, size_names[i], text);
  }
  report_odd (&bench);
  return EXIT_SUCCESS;
}
