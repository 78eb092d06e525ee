/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * English by its function words: they make up two fifths of running English and hardly any of another language. A
 * language that shares some of them ("in", "a", "an") is told apart by its own.
 */
#include "text/language.h"

#include <string.h>

/* So many words tell; a longer text is sampled from its start, middle and end. */
#define SAMPLE 4000

static const char *const english[] = { "the",   "of",  "and",  "to",    "that",  "is",    "was",  "for",    "with",
                                       "on",    "as",  "by",   "are",   "it",    "be",    "from", "at",     "this",
                                       "have",  "has", "not",  "which", "their", "been",  "they", "were",   "will",
                                       "would", "or",  "but",  "he",    "she",   "his",   "her",  "who",    "said",
                                       "you",   "can", "more", "what",  "when",  "there", "if",   "than",   "its",
                                       "we",    "my",  "do",   "your",  "how",   "these", "may",  "should", "could",
                                       "n't",   "'s",  "i",    "had",   "some",  "about", "into", "after",  "our",
                                       "no",    "one", "does", "why",   "where", "them",  "also", NULL };
static const char *const others[] = { "der",  "die",  "und",  "das", "ist", "nicht", "den",  "ein", "eine", "mit",
                                      "auf",  "le",   "la",   "les", "des", "et",    "est",  "une", "un",   "que",
                                      "qui",  "pour", "dans", "du",  "el",  "los",   "las",  "por", "una",  "con",
                                      "para", "del",  "il",   "che", "di",  "della", "sono", "het", "een",  "van",
                                      "niet", "zijn", "och",  "att", "det", "som",   "inte", "är",  "og",   "ikke",
                                      "nie",  "jest", "się",  "na",  "de",  "os",    "não",  "em",  "uma",  NULL };

static gboolean
is_any (const PurportWords *words, guint32 token, const char *const *list)
{
  char first = g_ascii_tolower (*purport_words_get_text (words, token));

  for (; *list != NULL; list++)
    if (**list == first && purport_words_token_is (words, token, *list))
      return TRUE;
  return FALSE;
}

/* Letters outside ASCII that are no mark of typography: another script, or many accents. */
static gboolean
is_foreign_script (const PurportWords *words, guint32 token)
{
  const PurportToken *info = purport_words_get_token (words, token);
  return (info->flags & PURPORT_TOKEN_LETTER) != 0 && (guchar)words->article->text[info->span.start_byte] >= 0xC6;
}

/**
 * purport_language_guess:
 * @words: with tokens
 *
 * Returns: (transfer none): "en", or "und" where the text is in another language or has too few words to tell and none
 * of them English. O(at most 4,000 tokens × the list).
 */
const char *
purport_language_guess (const PurportWords *words)
{
  guint32 n_tokens = words->tokens->len, step = MAX (n_tokens / SAMPLE, 1);
  guint n_words = 0, n_english = 0, n_other = 0, n_foreign = 0;

  for (guint32 i = 0; i < n_tokens; i += step) {
    if ((purport_words_get_token (words, i)->flags & PURPORT_TOKEN_LETTER) == 0)
      continue;
    n_words++;
    if (is_any (words, i, english))
      n_english++;
    else if (is_any (words, i, others))
      n_other++;
    else if (is_foreign_script (words, i))
      n_foreign++;
  }
  if (n_foreign * 3 > n_words || n_other > n_english)
    return "und";
  if (n_words < 12)
    return "en";
  return n_english * 12 >= n_words ? "en" : "und";
}
