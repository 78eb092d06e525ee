/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an article to its words: the one place where the steps of this layer are put in order. */
#include "text/words-private.h"

#include <string.h>

#include "text/consistency.h"
#include "text/labeller.h"
#include "text/language.h"
#include "text/repairs.h"
#include "text/sentences.h"
#include "text/tokens.h"

/* Sentences between two looks at the flag that cancels. */
#define CANCEL_STEP 256

/* So many labellers are kept, at most, for the next text. */
#define MAX_IDLE 8u

/* Labellers that no text is labelled with. What one knows of a word is the same in every text, so that keeping it makes
 * short texts fast and changes no answer. */
typedef struct {
  GMutex lock;
  GPtrArray *labellers; /* (element-type PurportLabeller) */
} Idle;

struct _PurportTextModels {
  PurportWordTable *table;
  PurportLinearModel *tagger;
  PurportLinearModel *namer;
  PurportLabelModels label;
  Idle *idle;
};

static PurportLabeller *
take_labeller (const PurportTextModels *models)
{
  PurportLabeller *labeller = NULL;

  g_mutex_lock (&models->idle->lock);
  if (models->idle->labellers->len > 0)
    labeller = g_ptr_array_steal_index_fast (models->idle->labellers, models->idle->labellers->len - 1);
  g_mutex_unlock (&models->idle->lock);
  return labeller != NULL ? labeller : purport_labeller_new (&models->label);
}

static void
give_back (const PurportTextModels *models, PurportLabeller *labeller)
{
  g_mutex_lock (&models->idle->lock);
  if (models->idle->labellers->len < MAX_IDLE)
    g_ptr_array_add (models->idle->labellers, g_steal_pointer (&labeller));
  g_mutex_unlock (&models->idle->lock);
  purport_labeller_free (labeller);
}

static void
free_idle (Idle *idle)
{
  g_ptr_array_unref (idle->labellers);
  g_mutex_clear (&idle->lock);
  g_free (idle);
}

/**
 * purport_text_models_new:
 * @lookup: where models come from; asked for "models/words.bin", "models/tags.bin" and "models/names.bin"
 *
 * Loads what this layer needs. The result is immutable to those who use it: threads share it.
 *
 * Returns: (transfer full): the models, or %NULL with a #PurportBaseError
 */
PurportTextModels *
purport_text_models_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (PurportTextModels) models = g_new0 (PurportTextModels, 1);
  g_autoptr (GBytes) words = purport_linear_model_lookup (lookup, user_data, PURPORT_WORD_TABLE_KIND, error);

  models->table = words != NULL ? purport_word_table_new (words, error) : NULL;
  if (models->table == NULL)
    return NULL;
  models->tagger = purport_linear_model_load (lookup, user_data, PURPORT_TAGGER_KIND, PURPORT_N_TAGS, error);
  if (models->tagger == NULL)
    return NULL;
  models->namer = purport_linear_model_load (lookup, user_data, PURPORT_NAMER_KIND, PURPORT_NAMER_N_LABELS, error);
  if (models->namer == NULL)
    return NULL;
  purport_label_models_init (&models->label, models->table, models->tagger, models->namer);
  models->idle = g_new0 (Idle, 1);
  g_mutex_init (&models->idle->lock);
  models->idle->labellers = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_labeller_free);
  return g_steal_pointer (&models);
}

void
purport_text_models_free (PurportTextModels *models)
{
  if (models == NULL)
    return;
  g_clear_pointer (&models->idle, free_idle);
  g_clear_pointer (&models->table, purport_word_table_free);
  g_clear_pointer (&models->tagger, purport_linear_model_free);
  g_clear_pointer (&models->namer, purport_linear_model_free);
  g_free (models);
}

/**
 * purport_words_cut:
 * @article: the words keep a reference
 *
 * Returns: (transfer full): tokens and sentences alone, without tags, names, repairs and language. O(length).
 */
PurportWords *
purport_words_cut (PurportArticle *article)
{
  PurportWords *words = g_new0 (PurportWords, 1);

  words->article = purport_article_ref (article);
  words->tokens = g_array_new (FALSE, TRUE, sizeof (PurportToken));
  words->sentences = g_array_new (FALSE, TRUE, sizeof (PurportTextSentence));
  words->names = g_array_new (FALSE, TRUE, sizeof (PurportTextName));
  words->repairs = g_array_new (FALSE, TRUE, sizeof (PurportRepair));
  words->language = "und";
  for (guint32 i = 0; i < article->blocks->len; i++) {
    guint first = words->tokens->len;
    purport_tokens_find (article->text, g_array_index (article->blocks, PurportBlock, i).span, words->tokens);
    purport_sentences_find (words, i, first, words->tokens->len);
  }
  return words;
}

static gboolean
is_cancelled (const gint *cancelled, guint32 i)
{
  return i % CANCEL_STEP == 0 && cancelled != NULL && g_atomic_int_get (cancelled) != 0;
}

/* First each sentence by itself; then those that disagree with the rest of the text once more. */
static gboolean
label_sentences (PurportLabeller *labeller, PurportWords *words, const gint *cancelled)
{
  g_autoptr (PurportVotes) votes = NULL;
  const char *text = words->article->text;

  for (guint32 i = 0; i < 2 * words->sentences->len; i++) {
    const PurportTextSentence *sentence =
        &g_array_index (words->sentences, PurportTextSentence, i % words->sentences->len);
    PurportToken *tokens = &g_array_index (words->tokens, PurportToken, sentence->first_token);
    guint32 n_tokens = sentence->end_token - sentence->first_token;
    if (is_cancelled (cancelled, i))
      return FALSE;
    if (i < words->sentences->len) {
      purport_labeller_label (labeller, text, tokens, n_tokens);
      continue;
    }
    if (votes == NULL)
      votes = purport_votes_new (words);
    if (purport_votes_are_split (votes, text, tokens, n_tokens))
      purport_labeller_vote (labeller, votes, text, tokens, n_tokens);
  }
  return TRUE;
}

static void
collect_names (PurportWords *words)
{
  for (guint32 i = 0; i < words->tokens->len;) {
    const PurportToken *token = purport_words_get_token (words, i);
    PurportTextName name = { .first_token = i, .end_token = i + 1, .type = token->name_type };
    if (token->name_place == PURPORT_NAME_OUTSIDE) {
      i++;
      continue;
    }
    while (name.end_token < words->tokens->len &&
           purport_words_get_token (words, name.end_token)->name_place == PURPORT_NAME_INSIDE)
      name.end_token++;
    name.span =
        purport_span (token->span.start_byte, purport_words_get_token (words, name.end_token - 1)->span.end_byte);
    g_array_append_val (words->names, name);
    i = name.end_token;
  }
}

/**
 * purport_words_new:
 * @article: the words keep a reference
 * @cancelled: (nullable): set to non-zero by another thread to stop; polled
 *
 * Finds tokens, sentences, tags, names, repairs and the language; tags and names only in English. O(length of the
 * text).
 *
 * Returns: (transfer full): the words, or %NULL with %PURPORT_BASE_ERROR_CANCELLED
 */
PurportWords *
purport_words_new (const PurportTextModels *models, PurportArticle *article, const gint *cancelled, GError **error)
{
  g_autoptr (PurportWords) words = purport_words_cut (article);

  words->language = purport_language_guess (words);
  if (g_str_equal (words->language, "en")) {
    PurportLabeller *labeller = take_labeller (models);
    gboolean done = label_sentences (labeller, words, cancelled);
    give_back (models, labeller);
    if (!done) {
      g_set_error_literal (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_CANCELLED, "Reading was cancelled");
      return NULL;
    }
    purport_consistency_apply (words);
    collect_names (words);
  }
  purport_repairs_find (words);
  return g_steal_pointer (&words);
}

void
purport_words_free (PurportWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->tokens);
  g_array_unref (words->sentences);
  g_array_unref (words->names);
  g_array_unref (words->repairs);
  purport_article_unref (words->article);
  g_free (words);
}

/* Returns: whether the token at @index is @lower_case_ascii, ASCII case ignored. */
gboolean
purport_words_token_is (const PurportWords *words, guint32 index, const char *lower_case_ascii)
{
  const PurportToken *token = purport_words_get_token (words, index);
  gsize length = purport_span_length (token->span);

  return strlen (lower_case_ascii) == length &&
         g_ascii_strncasecmp (purport_words_get_text (words, index), lower_case_ascii, length) == 0;
}
