/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the model decides sentence by sentence is made to agree over the article: a surname once seen with its first
 * name stands for a person everywhere, a longer name gives its type to the same words elsewhere, an acronym follows its
 * long form.
 */
#include "text/consistency.h"

#include <string.h>

typedef struct {
  guint8 type;
  guint n_seen;
} Known;

static char *
dup_key (const PurportWords *words, guint32 first_token, guint32 end_token)
{
  gsize start = purport_words_get_token (words, first_token)->span.start_byte;
  gsize end = purport_words_get_token (words, end_token - 1)->span.end_byte;
  return g_ascii_strdown (words->article->text + start, (gssize)(end - start));
}

static guint32
name_end (const PurportWords *words, guint32 first_token)
{
  guint32 end = first_token + 1;

  while (end < words->tokens->len && purport_words_get_token (words, end)->name_place == PURPORT_NAME_INSIDE)
    end++;
  return end;
}

static void
remember (GHashTable *known, char *key, guint8 type)
{
  Known *entry = g_hash_table_lookup (known, key);

  if (entry == NULL) {
    entry = g_new0 (Known, 1);
    entry->type = type;
    g_hash_table_insert (known, key, entry);
  } else {
    g_free (key);
  }
  entry->n_seen++;
}

/* The capitals of the words of a name; NULL where they make no acronym. */
static char *
dup_acronym (const PurportWords *words, guint32 first_token, guint32 end_token)
{
  GString *acronym = g_string_new (NULL);

  for (guint32 i = first_token; i < end_token; i++)
    if (purport_words_get_token (words, i)->flags & PURPORT_TOKEN_CAPITALIZED)
      g_string_append_c (acronym, g_ascii_tolower (*purport_words_get_text (words, i)));
  return g_string_free (acronym, acronym->len < 2);
}

static void
collect (const PurportWords *words, GHashTable *surnames, GHashTable *acronyms)
{
  for (guint32 i = 0; i < words->tokens->len;) {
    const PurportToken *token = purport_words_get_token (words, i);
    guint32 end;
    if (token->name_place != PURPORT_NAME_BEGIN) {
      i++;
      continue;
    }
    end = name_end (words, i);
    if (token->name_type == PURPORT_NAME_PERSON && end - i >= 2 &&
        purport_words_get_token (words, end - 1)->flags & PURPORT_TOKEN_LETTER)
      remember (surnames, dup_key (words, end - 1, end), PURPORT_NAME_PERSON);
    if (token->name_type == PURPORT_NAME_ORGANIZATION && end - i >= 2) {
      char *acronym = dup_acronym (words, i, end);
      if (acronym != NULL)
        remember (acronyms, acronym, PURPORT_NAME_ORGANIZATION);
    }
    i = end;
  }
}

/* No name ends with a preposition, conjunction, determiner or mark: what the model left there is cut off. */
static void
trim_ends (PurportWords *words)
{
  for (guint32 i = words->tokens->len; i > 0; i--) {
    PurportToken *token = &g_array_index (words->tokens, PurportToken, i - 1);
    gboolean goes_on = i < words->tokens->len && purport_words_get_token (words, i)->name_place == PURPORT_NAME_INSIDE;
    if (token->name_place != PURPORT_NAME_INSIDE || goes_on)
      continue;
    if (token->tag == PURPORT_TAG_IN || token->tag == PURPORT_TAG_CC || token->tag == PURPORT_TAG_DT ||
        token->tag == PURPORT_TAG_TO || token->tag == PURPORT_TAG_COMMA || token->tag == PURPORT_TAG_POS)
      token->name_place = PURPORT_NAME_OUTSIDE;
  }
}

static gboolean
is_lone (const PurportWords *words, guint32 token)
{
  const PurportToken *info = purport_words_get_token (words, token);
  gboolean goes_on =
      token + 1 < words->tokens->len && purport_words_get_token (words, token + 1)->name_place == PURPORT_NAME_INSIDE;

  return info->name_place != PURPORT_NAME_INSIDE && !goes_on;
}

/**
 * purport_consistency_apply:
 * @words: with labelled tokens; labels of single tokens are changed
 *
 * O(tokens).
 */
void
purport_consistency_apply (PurportWords *words)
{
  g_autoptr (GHashTable) surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) acronyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  trim_ends (words);
  collect (words, surnames, acronyms);
  if (g_hash_table_size (surnames) + g_hash_table_size (acronyms) == 0)
    return;
  for (guint32 i = 0; i < words->tokens->len; i++) {
    PurportToken *token = &g_array_index (words->tokens, PurportToken, i);
    g_autofree char *key = NULL;
    if ((token->flags & PURPORT_TOKEN_CAPITALIZED) == 0 || !is_lone (words, i))
      continue;
    if (token->name_place == PURPORT_NAME_OUTSIDE && !purport_tag_is_proper_noun ((PurportTag)token->tag))
      continue;
    key = dup_key (words, i, i + 1);
    if ((token->flags & PURPORT_TOKEN_UPPER) != 0 && g_hash_table_contains (acronyms, key)) {
      token->name_place = PURPORT_NAME_BEGIN;
      token->name_type = PURPORT_NAME_ORGANIZATION;
    } else if (g_hash_table_contains (surnames, key)) {
      token->name_place = PURPORT_NAME_BEGIN;
      token->name_type = PURPORT_NAME_PERSON;
    }
  }
}
