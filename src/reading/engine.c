/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the steps of reading in order: words, figures, sources and attributions, claims. */
#include "reading/engine.h"

#include "reading/figures.h"
#include "text/words.h"

struct _PurportEngine {
  gatomicrefcount ref_count;
  PurportTextModels *text_models;
  PurportUnits *units;
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
  engine->units = purport_units_new (lookup, user_data, error);
  if (engine->units == NULL)
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
  g_clear_pointer (&engine->units, purport_units_free);
  g_free (engine);
}

/* Returns: (transfer none): what purport_words_new() needs. */
const PurportTextModels *
purport_engine_get_text_models (const PurportEngine *engine)
{
  return engine->text_models;
}

/**
 * purport_engine_read:
 * @article: the article; the reading keeps a reference
 * @cancelled: (nullable): set to non-zero by another thread to stop; polled
 *
 * Reads an article. The same article gives the same reading. O(length of the text).
 *
 * Returns: (transfer full): the finished reading, or %NULL with %PURPORT_BASE_ERROR_CANCELLED
 */
PurportReading *
purport_engine_read (const PurportEngine *engine, PurportArticle *article, const gint *cancelled, GError **error)
{
  g_autoptr (PurportReading) reading = NULL;
  g_autoptr (PurportWords) words = purport_words_new (engine->text_models, article, cancelled, error);

  if (words == NULL)
    return NULL;
  reading = purport_reading_new (article);
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
  purport_figures_find (engine->units, words, reading);
  purport_reading_finish (reading);
  return g_steal_pointer (&reading);
}
