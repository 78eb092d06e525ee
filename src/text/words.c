/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an article to its words: the one place where the steps of this layer are put in order. */
#include "text/words.h"

#include <string.h>

#include "text/guess.h"
#include "text/sentences.h"
#include "text/tokens.h"

struct _PurportTextModels {
  int unused;
};

/**
 * purport_text_models_new:
 * @lookup: where lexicons and models come from
 *
 * Loads what this layer needs. The result is immutable: threads share it.
 *
 * Returns: (transfer full): the models, or %NULL with a #PurportBaseError
 */
PurportTextModels *
purport_text_models_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  (void)lookup;
  (void)user_data;
  (void)error;
  return g_new0 (PurportTextModels, 1);
}

void
purport_text_models_free (PurportTextModels *models)
{
  g_free (models);
}

static PurportWords *
new_words (PurportArticle *article)
{
  PurportWords *words = g_new0 (PurportWords, 1);

  words->article = purport_article_ref (article);
  words->tokens = g_array_new (FALSE, TRUE, sizeof (PurportToken));
  words->sentences = g_array_new (FALSE, TRUE, sizeof (PurportTextSentence));
  words->names = g_array_new (FALSE, TRUE, sizeof (PurportTextName));
  words->repairs = g_array_new (FALSE, TRUE, sizeof (PurportRepair));
  words->language = "en";
  return words;
}

/* Returns: whether to go on; else @error is set. */
static gboolean
check_cancelled (const gint *cancelled, GError **error)
{
  if (cancelled == NULL || !g_atomic_int_get (cancelled))
    return TRUE;
  g_set_error_literal (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_CANCELLED, "Reading was cancelled.");
  return FALSE;
}

/**
 * purport_words_new:
 * @article: the words keep a reference
 * @cancelled: (nullable): set to non-zero by another thread to stop; polled
 *
 * Finds tokens, sentences, tags, names and repairs. O(length of the text).
 *
 * Returns: (transfer full): the words, or %NULL with %PURPORT_BASE_ERROR_CANCELLED
 */
PurportWords *
purport_words_new (const PurportTextModels *models, PurportArticle *article, const gint *cancelled, GError **error)
{
  g_autoptr (PurportWords) words = new_words (article);

  (void)models;
  for (guint i = 0; i < article->blocks->len; i++) {
    guint first = words->tokens->len;
    if (!check_cancelled (cancelled, error))
      return NULL;
    purport_tokens_find (article->text, g_array_index (article->blocks, PurportBlock, i).span, words->tokens);
    purport_sentences_find (words, i, first, words->tokens->len);
  }
  for (guint i = 0; i < words->tokens->len; i++)
    g_array_index (words->tokens, PurportToken, i).tag = purport_guess_tag (words, i);
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
