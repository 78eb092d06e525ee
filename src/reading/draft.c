/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Construction of the draft: terms, phrases and quotes are found once, for all steps. */
#include "reading/draft.h"

#include <string.h>

#include "reading/phrases.h"
#include "reading/proper-names.h"
#include "reading/quotes.h"

/**
 * purport_draft_new:
 * @lexicon: only used while the draft is made
 * @words: borrowed
 * @reading: borrowed; the steps write to it
 *
 * Returns: (transfer full): a draft with terms, phrases and quotes. O(tokens).
 */
PurportDraft *
purport_draft_new (const PurportLexicon *lexicon, const PurportWords *words, PurportReading *reading)
{
  PurportDraft *draft = g_new0 (PurportDraft, 1);
  guint32 n_tokens = words->tokens->len;

  draft->words = words;
  draft->reading = reading;
  draft->terms = purport_terms_new (lexicon, words);
  draft->sentence_of = g_new0 (guint32, n_tokens + 1);
  for (guint32 i = 0; i < words->sentences->len; i++) {
    const PurportTextSentence *sentence = &g_array_index (words->sentences, PurportTextSentence, i);
    for (guint32 j = sentence->first_token; j < sentence->end_token; j++)
      draft->sentence_of[j] = i;
  }
  draft->names = g_array_new (FALSE, FALSE, sizeof (PurportProperName));
  draft->name_of = g_new (guint32, n_tokens + 1);
  draft->phrases = g_array_new (FALSE, FALSE, sizeof (PurportPhrase));
  draft->phrase_of = g_new (guint32, n_tokens + 1);
  draft->quotes = g_array_new (FALSE, FALSE, sizeof (PurportQuote));
  draft->quote_of = g_new (guint32, n_tokens + 1);
  for (guint32 i = 0; i <= n_tokens; i++)
    draft->name_of[i] = draft->phrase_of[i] = draft->quote_of[i] = PURPORT_NONE;
  purport_quotes_find (draft);
  purport_proper_names_find (draft);
  purport_phrases_find (draft);
  draft->source_of = g_new (guint32, draft->phrases->len + 1);
  for (guint32 i = 0; i < draft->phrases->len; i++)
    draft->source_of[i] = PURPORT_NONE;
  return draft;
}

void
purport_draft_free (PurportDraft *draft)
{
  if (draft == NULL)
    return;
  purport_terms_free (draft->terms);
  g_array_unref (draft->names);
  g_array_unref (draft->phrases);
  g_array_unref (draft->quotes);
  g_free (draft->name_of);
  g_free (draft->phrase_of);
  g_free (draft->quote_of);
  g_free (draft->sentence_of);
  g_free (draft->source_of);
  g_free (draft);
}

/* Returns: the bytes from the first token to the end of the last one; empty where there are no tokens. */
PurportSpan
purport_draft_span (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  if (end_token <= first_token)
    return PURPORT_SPAN_NONE;
  return purport_span (purport_draft_token (draft, first_token)->span.start_byte,
                       purport_draft_token (draft, end_token - 1)->span.end_byte);
}

/* Returns: the tokens that begin in @span. O(log tokens + tokens of the span). */
PurportTokens
purport_draft_tokens_at (const PurportDraft *draft, PurportSpan span)
{
  guint32 low = 0, high = purport_draft_n_tokens (draft), end;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (purport_draft_token (draft, middle)->span.start_byte < span.start_byte)
      low = middle + 1;
    else
      high = middle;
  }
  for (end = low;
       end < purport_draft_n_tokens (draft) && purport_draft_token (draft, end)->span.start_byte < span.end_byte;)
    end++;
  return (PurportTokens){ low, end };
}

/* Returns: whether the word says what a person is: one of the lexicon, or one of the learned professions by its ending.
 */
gboolean
purport_draft_is_role (const PurportDraft *draft, guint32 token)
{
  static const char *const endings[] = { "ologist", "ographer", "iatrist", "iatrician", "onomist", "istician" };
  PurportSpan span;

  if (token >= purport_draft_n_tokens (draft))
    return FALSE;
  if (purport_draft_has (draft, token, PURPORT_TERM_ROLE))
    return TRUE;
  span = purport_draft_token (draft, token)->span;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (endings[i]);
    if (purport_span_length (span) > length + 2 &&
        g_ascii_strncasecmp (draft->words->article->text + span.end_byte - length, endings[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Returns: (transfer full): the words of those tokens as written, with white space folded to one space. */
char *
purport_draft_dup_text (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  PurportSpan span = purport_draft_span (draft, first_token, end_token);
  GString *text = g_string_sized_new (purport_span_length (span) + 1);

  for (guint32 i = span.start_byte; i < span.end_byte; i++) {
    char c = draft->words->article->text[i];
    gboolean space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      g_string_append_c (text, c);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  }
  return g_string_free (text, FALSE);
}
