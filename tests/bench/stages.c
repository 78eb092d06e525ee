/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many megabytes a second each step of reading takes, on one thread, at growing sizes.
 * usage: bench-stages FILE      the file is repeated to each size */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/vocabulary.h"
#include "bench/repeated.h"
#include "data/engine-data.h"
#include "reading/caveats.h"
#include "reading/checklist.h"
#include "reading/claims.h"
#include "reading/disputes.h"
#include "reading/evidence.h"
#include "reading/figures.h"
#include "reading/grades.h"
#include "reading/grading.h"
#include "reading/main-grounds.h"
#include "reading/ranking.h"
#include "reading/sources.h"
#include "reading/utterances.h"

#define ROUNDS 3

typedef enum { WORDS, FIGURES, DRAFT, UTTERANCES, SOURCES, SPANS, GRADES, REST, N_STEPS } Step;

static const char *const step_names[N_STEPS] = {
  "words",           "figures", "terms, quotes, phrases",      "utterances", "sources",
  "spans of claims", "grading", "evidence, disputes, ranking",
};

/* Steps that are told as one: those from the first to the last. */
static const struct {
  const char *name;
  Step first, last;
} sums[] = {
  { "attribution and sources", DRAFT, SOURCES },
  { "claims and what follows", SPANS, REST },
  { "all", WORDS, REST },
};

typedef struct {
  PurportTextModels *text_models;
  PurportUnits *units;
  PurportLexicon *lexicon;
  PurportAttributor *attributor;
  PurportLinearModel *claims, *grades, *disputes, *ranking;
  PurportPatterns *caveats;
} Bench;

/* Seconds of this thread since *@start, which becomes now: what else runs on the machine is not counted. */
static double
lap (double *start)
{
  struct timespec time;
  double before = *start;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  *start = (double)time.tv_sec + (double)time.tv_nsec / 1e9;
  return *start - before;
}

static void
copy_sentences (const PurportWords *words, PurportReading *reading)
{
  for (guint i = 0; i < words->sentences->len; i++) {
    PurportSentence sentence = { .span = g_array_index (words->sentences, PurportTextSentence, i).span };
    g_array_append_val (reading->sentences, sentence);
  }
}

static void
read_claims (const Bench *bench, PurportDraft *draft, double *start, double *taken)
{
  g_autoptr (PurportClaimContext) claims = purport_claim_context_new (draft);
  g_autoptr (PurportRankingContext) ranking = NULL;

  purport_claims_find (draft, claims, bench->claims);
  taken[SPANS] = lap (start);
  purport_grading_apply (draft, bench->grades);
  taken[GRADES] = lap (start);
  purport_evidence_find (draft);
  purport_caveats_find (draft, bench->caveats);
  ranking = purport_ranking_context_new (claims);
  purport_ranking_apply (draft, ranking, bench->ranking);
  purport_disputes_find (draft, ranking, bench->disputes);
  purport_main_grounds_link (draft, ranking);
  purport_ranking_explain (draft, ranking);
  purport_checklist_find (draft);
  taken[REST] = lap (start);
}

/* Reads the article once, and lowers the seconds of each step to those that it took. */
static void
read_once (const Bench *bench, PurportArticle *article, double *seconds)
{
  g_autoptr (PurportReading) reading = purport_reading_new (article);
  g_autoptr (PurportWords) words = NULL;
  g_autoptr (PurportDraft) draft = NULL;
  g_autoptr (GArray) utterances = NULL;
  double start = 0, taken[N_STEPS];

  lap (&start);
  words = purport_words_new (bench->text_models, article, NULL, NULL);
  taken[WORDS] = lap (&start);
  copy_sentences (words, reading);
  lap (&start);
  purport_figures_find (bench->units, words, reading);
  taken[FIGURES] = lap (&start);
  draft = purport_draft_new (bench->lexicon, words, reading);
  taken[DRAFT] = lap (&start);
  utterances = purport_utterances_find (draft, bench->attributor);
  taken[UTTERANCES] = lap (&start);
  purport_sources_find (draft, utterances);
  taken[SOURCES] = lap (&start);
  read_claims (bench, draft, &start, taken);
  for (guint step = 0; step < N_STEPS; step++)
    seconds[step] = MIN (seconds[step], taken[step]);
}

static void
report (double megabytes, const double *seconds)
{
  g_print ("%.1f MB\n", megabytes);
  for (guint step = 0; step < N_STEPS; step++)
    g_print ("  %-30s %8.2f MB/s\n", step_names[step], megabytes / seconds[step]);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++) {
    double sum = 0;
    for (guint step = sums[i].first; step <= sums[i].last; step++)
      sum += seconds[step];
    g_print ("  = %-28s %8.2f MB/s\n", sums[i].name, megabytes / sum);
  }
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
  article = purport_bench_new_article (text);
  for (guint step = 0; step < N_STEPS; step++)
    seconds[step] = G_MAXDOUBLE;
  for (guint round = 0; round < ROUNDS; round++)
    read_once (bench, article, seconds);
  report ((double)text->len / 1e6, seconds);
}

static PurportLinearModel *
load (const char *kind, guint n_classes, GError **error)
{
  return *error != NULL ? NULL : purport_linear_model_load (purport_engine_data_lookup, NULL, kind, n_classes, error);
}

static void
bench_clear (Bench *bench)
{
  purport_text_models_free (bench->text_models);
  purport_units_free (bench->units);
  purport_lexicon_free (bench->lexicon);
  purport_attributor_free (bench->attributor);
  purport_linear_model_free (bench->claims);
  purport_linear_model_free (bench->grades);
  purport_linear_model_free (bench->disputes);
  purport_linear_model_free (bench->ranking);
  purport_patterns_free (bench->caveats);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  Bench bench = { 0 };

  if (argc < 2 || !g_file_get_contents (argv[1], &sample, NULL, &error))
    g_error ("%s", error != NULL ? error->message : "usage: bench-stages FILE");
  bench.text_models = purport_text_models_new (purport_engine_data_lookup, NULL, NULL);
  bench.units = purport_units_new (purport_engine_data_lookup, NULL, NULL);
  bench.lexicon = purport_lexicon_new (purport_engine_data_lookup, NULL, NULL);
  bench.attributor = purport_attributor_new (purport_engine_data_lookup, NULL, &error);
  bench.claims = load (PURPORT_CLAIMS_KIND, 1, &error);
  bench.grades = load (PURPORT_GRADES_KIND, PURPORT_N_GRADES, &error);
  bench.disputes = load (PURPORT_DISPUTES_KIND, 1, &error);
  bench.ranking = load (PURPORT_RANKING_KIND, 1, &error);
  g_assert_no_error (error);
  bench.caveats = purport_patterns_new (purport_engine_data_lookup, NULL, PURPORT_CAVEATS_FILE,
                                        (PurportPatternNameFunc)purport_caveat_kind_to_string,
                                        PURPORT_CAVEAT_DISAGREEMENT + 1, &error);
  g_assert_no_error (error);
  for (gsize n_bytes = 4000; n_bytes <= 4000000; n_bytes *= 10)
    measure (&bench, sample, n_bytes);
  bench_clear (&bench);
  return 0;
}
