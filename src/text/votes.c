/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A name is often plain in one sentence of a text and doubtful in another (Chieu and Ng 2003; Krishnan and Manning
 * 2006). Votes are counted over the labels of a first pass; the second pass weighs them.
 */
#include "text/votes.h"

struct _PurportVotes {
  GHashTable *votes; /* hash of the word → PurportVote */
};

static guint
kind_of (const PurportToken *token)
{
  return token->name_place == PURPORT_NAME_OUTSIDE ? PURPORT_VOTES_OUTSIDE : token->name_type;
}

static guint32
hash_of (const char *text, const PurportToken *token)
{
  return purport_word_hash (text + token->span.start_byte, purport_span_length (token->span));
}

/* Whether a token may be in a name for its look or its label. */
static gboolean
votes (const PurportToken *token)
{
  if (token->name_place != PURPORT_NAME_OUTSIDE)
    return (token->flags & PURPORT_TOKEN_LETTER) != 0;
  return (token->flags & PURPORT_TOKEN_CAPITALIZED) != 0 && purport_tag_is_proper_noun ((PurportTag)token->tag);
}

/* Counts the labels of all tokens. O(tokens). */
PurportVotes *
purport_votes_new (const PurportWords *words)
{
  PurportVotes *self = g_new0 (PurportVotes, 1);

  self->votes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint32 i = 0; i < words->tokens->len; i++) {
    const PurportToken *token = purport_words_get_token (words, i);
    PurportVote *vote;
    guint32 word;
    if (!votes (token))
      continue;
    word = hash_of (words->article->text, token);
    vote = g_hash_table_lookup (self->votes, GUINT_TO_POINTER (word));
    if (vote == NULL) {
      vote = g_new0 (PurportVote, 1);
      g_hash_table_insert (self->votes, GUINT_TO_POINTER (word), vote);
    }
    if (vote->n[kind_of (token)] < G_MAXUINT16)
      vote->n[kind_of (token)]++;
  }
  return self;
}

void
purport_votes_free (PurportVotes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->votes);
  g_free (self);
}

/* Returns: (nullable): the votes for the word of that hash. O(1). */
const PurportVote *
purport_votes_find (const PurportVotes *self, guint32 word)
{
  return g_hash_table_lookup (self->votes, GUINT_TO_POINTER (word));
}

/* Returns: whether some token of a sentence is labelled unlike the same word elsewhere. O(@n_tokens). */
gboolean
purport_votes_are_split (const PurportVotes *self, const char *text, const PurportToken *tokens, guint32 n_tokens)
{
  for (guint32 i = 0; i < n_tokens; i++) {
    const PurportVote *vote = votes (&tokens[i]) ? purport_votes_find (self, hash_of (text, &tokens[i])) : NULL;
    for (guint kind = 0; vote != NULL && kind < PURPORT_VOTES_N_KINDS; kind++)
      if (kind != kind_of (&tokens[i]) && vote->n[kind] >= vote->n[kind_of (&tokens[i])])
        return TRUE;
  }
  return FALSE;
}
