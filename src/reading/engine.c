/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the steps of reading in order: words, figures, sources and attributions, claims. */
#include "reading/engine.h"

#include "base/vocabulary.h"
#include "reading/caveats.h"
#include "reading/checklist.h"
#include "reading/claim-spans.h"
#include "reading/claims.h"
#include "reading/corrections.h"
#include "reading/disputes.h"
#include "reading/evidence.h"
#include "reading/figures.h"
#include "reading/grades.h"
#include "reading/grading.h"
#include "reading/main-grounds.h"
#include "reading/ranking.h"
#include "reading/sources.h"
#include "text/words.h"

struct _PurportEngine {
  gatomicrefcount ref_count;
  PurportTextModels *text_models;
  PurportLexicon *lexicon;
  PurportUnits *units;
  PurportLinearModel *claims;
  PurportLinearModel *ranking;
  PurportAttributor *attributor;
  PurportLinearModel *disputes;
  PurportLinearModel *grades;
  PurportPatterns *caveats;
};

/**
 * purport_engine_new:
 * @lookup: where lexicons and models come from
 *
 * Loads everything that reading needs, once. The engine is immutable: any number of threads may read with it at a time.
 *
 * Returns: (transfer full): the engine, or %NULL with a #PurportBaseError
 */
PurportEngine *
purport_engine_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (PurportEngine) engine = g_new0 (PurportEngine, 1);

  g_atomic_ref_count_init (&engine->ref_count);
  engine->text_models = purport_text_models_new (lookup, user_data, error);
  if (engine->text_models == NULL)
    return NULL;
  engine->lexicon = purport_lexicon_new (lookup, user_data, error);
  if (engine->lexicon == NULL)
    return NULL;
  engine->units = purport_units_new (lookup, user_data, error);
  if (engine->units == NULL)
    return NULL;
  engine->claims = purport_linear_model_load (lookup, user_data, PURPORT_CLAIMS_KIND, 1, error);
  if (engine->claims == NULL)
    return NULL;
  engine->ranking = purport_linear_model_load (lookup, user_data, PURPORT_RANKING_KIND, 1, error);
  if (engine->ranking == NULL)
    return NULL;
  engine->attributor = purport_attributor_new (lookup, user_data, error);
  if (engine->attributor == NULL)
    return NULL;
  engine->disputes = purport_linear_model_load (lookup, user_data, PURPORT_DISPUTES_KIND, 1, error);
  if (engine->disputes == NULL)
    return NULL;
  engine->grades = purport_linear_model_load (lookup, user_data, PURPORT_GRADES_KIND, PURPORT_N_GRADES, error);
  if (engine->grades == NULL)
    return NULL;
  engine->caveats = purport_patterns_new (lookup, user_data, PURPORT_CAVEATS_FILE,
                                          (PurportPatternNameFunc)purport_caveat_kind_to_string,
                                          PURPORT_CAVEAT_DISAGREEMENT + 1, error);
  if (engine->caveats == NULL)
    return NULL;
  return g_steal_pointer (&engine);
}

PurportEngine *
purport_engine_ref (PurportEngine *engine)
{
  g_return_val_if_fail (engine != NULL, NULL);
  g_atomic_ref_count_inc (&engine->ref_count);
  return engine;
}

void
purport_engine_unref (PurportEngine *engine)
{
  if (engine == NULL || !g_atomic_ref_count_dec (&engine->ref_count))
    return;
  g_clear_pointer (&engine->text_models, purport_text_models_free);
  g_clear_pointer (&engine->lexicon, purport_lexicon_free);
  g_clear_pointer (&engine->units, purport_units_free);
  g_clear_pointer (&engine->claims, purport_linear_model_free);
  g_clear_pointer (&engine->ranking, purport_linear_model_free);
  g_clear_pointer (&engine->attributor, purport_attributor_free);
  g_clear_pointer (&engine->disputes, purport_linear_model_free);
  g_clear_pointer (&engine->grades, purport_linear_model_free);
  g_clear_pointer (&engine->caveats, purport_patterns_free);
  g_free (engine);
}

/* Returns: (transfer none): what purport_words_new() needs. */
const PurportTextModels *
purport_engine_get_text_models (const PurportEngine *engine)
{
  return engine->text_models;
}

/* What the words already tell goes into the reading as it is. */
static void
copy_words (const PurportWords *words, PurportReading *reading)
{
  reading->language = purport_reading_intern (reading, words->language, -1);
  g_array_append_vals (reading->repairs, words->repairs->data, words->repairs->len);
  for (guint i = 0; i < words->sentences->len; i++) {
    PurportSentence sentence = { .span = g_array_index (words->sentences, PurportTextSentence, i).span,
                                 .certainty = 6 };
    g_array_append_val (reading->sentences, sentence);
  }
  for (guint i = 0; i < words->names->len; i++) {
    const PurportTextName *name = &g_array_index (words->names, PurportTextName, i);
    PurportName plain = { name->span, name->type };
    g_array_append_val (reading->names, plain);
  }
}

static gboolean
is_cancelled (const gint *cancelled, GError **error)
{
  if (cancelled == NULL || g_atomic_int_get (cancelled) == 0)
    return FALSE;
  g_set_error_literal (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_CANCELLED, "Reading was cancelled");
  return TRUE;
}

/* The steps up to who says what. Returns: %NULL with %PURPORT_BASE_ERROR_CANCELLED, asked for between the steps. */
static PurportDraft *
begin_draft (const PurportEngine *engine,
             const PurportWords *words,
             PurportReading *reading,
             const gint *cancelled,
             GError **error)
{
  g_autoptr (PurportDraft) draft = purport_draft_new (engine->lexicon, words, reading);
  g_autoptr (GArray) utterances = NULL;

  purport_figures_find (engine->units, words, reading);
  if (is_cancelled (cancelled, error))
    return NULL;
  utterances = purport_utterances_find (draft, engine->attributor);
  if (is_cancelled (cancelled, error))
    return NULL;
  purport_sources_find (draft, utterances);
  return is_cancelled (cancelled, error) ? NULL : g_steal_pointer (&draft);
}

/**
 * purport_engine_begin:
 * @words: (out) (transfer full): the words of the article
 * @reading: (out) (transfer full): the reading so far
 *
 * Reads an article up to its sources and attributions, for those who learn the steps that follow.
 *
 * Returns: (transfer full): the draft, which borrows the two; free it before them. %NULL with an error
 */
PurportDraft *
purport_engine_begin (const PurportEngine *engine,
                      PurportArticle *article,
                      PurportWords **words,
                      PurportReading **reading,
                      GError **error)
{
  *words = purport_words_new (engine->text_models, article, NULL, error);
  if (*words == NULL)
    return NULL;
  *reading = purport_reading_new (article);
  copy_words (*words, *reading);
  return begin_draft (engine, *words, *reading, NULL, error);
}

/* The steps that need English, each of which stands on those before it. */
static gboolean
read_english (const PurportEngine *engine,
              const PurportWords *words,
              PurportReading *reading,
              const gint *cancelled,
              GError **error)
{
  g_autoptr (PurportDraft) draft = begin_draft (engine, words, reading, cancelled, error);
  g_autoptr (PurportClaimContext) claims = NULL;
  g_autoptr (PurportRankingContext) ranking = NULL;

  if (draft == NULL)
    return FALSE;
  claims = purport_claim_context_new (draft);
  purport_claims_find (draft, claims, engine->claims);
  if (is_cancelled (cancelled, error))
    return FALSE;
  purport_grading_apply (draft, engine->grades);
  if (is_cancelled (cancelled, error))
    return FALSE;
  purport_evidence_find (draft);
  purport_caveats_find (draft, engine->caveats);
  ranking = purport_ranking_context_new (claims);
  purport_ranking_apply (draft, ranking, engine->ranking);
  purport_disputes_find (draft, ranking, engine->disputes);
  purport_main_grounds_link (draft, ranking);
  purport_ranking_explain (draft, ranking);
  purport_checklist_find (draft);
  return !is_cancelled (cancelled, error);
}

/**
 * purport_engine_read_corrected:
 * @article: the article; the reading keeps a reference
 * @corrections: (nullable) (element-type PurportAnnotation): the reader's own, which win over what was found; those of
 *   other kinds and orphaned ones are left alone
 * @cancelled: (nullable): set to non-zero by another thread to stop; polled
 *
 * Reads an article. The same article gives the same reading. O(length of the text).
 *
 * Returns: (transfer full): the finished reading, or %NULL with %PURPORT_BASE_ERROR_CANCELLED
 */
PurportReading *
purport_engine_read_corrected (const PurportEngine *engine,
                               PurportArticle *article,
                               const GPtrArray *corrections,
                               const gint *cancelled,
                               GError **error)
{
  g_autoptr (PurportReading) reading = NULL;
  g_autoptr (PurportWords) words = purport_words_new (engine->text_models, article, cancelled, error);

  if (words == NULL)
    return NULL;
  reading = purport_reading_new (article);
  copy_words (words, reading);
  if (g_str_equal (words->language, "en") && !read_english (engine, words, reading, cancelled, error))
    return NULL;
  if (corrections != NULL)
    purport_corrections_apply (corrections, reading);
  purport_reading_finish (reading);
  return g_steal_pointer (&reading);
}

/* As purport_engine_read_corrected(), with no corrections. */
PurportReading *
purport_engine_read (const PurportEngine *engine, PurportArticle *article, const gint *cancelled, GError **error)
{
  return purport_engine_read_corrected (engine, article, NULL, cancelled, error);
}
