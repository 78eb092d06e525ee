/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading in the making: what the steps of this layer share while they work on one article. Private to the layer. */
#pragma once

#include "reading/lexicon.h"

G_BEGIN_DECLS

/* A run of tokens [first_token, end_token). */
typedef struct {
  guint32 first_token;
  guint32 end_token;
} PurportTokens;

/* What a noun phrase stands for, as far as its own words tell. */
typedef enum {
  PURPORT_PHRASE_OTHER,
  PURPORT_PHRASE_PERSON,       /* a person by name */
  PURPORT_PHRASE_ORGANIZATION, /* an organization by name */
  PURPORT_PHRASE_NAME,         /* a capitalized name of unknown kind */
  PURPORT_PHRASE_ROLE,         /* one person by a noun: "the professor" */
  PURPORT_PHRASE_GROUP,        /* several people by a noun: "researchers", "the team" */
  PURPORT_PHRASE_DOCUMENT,     /* "the study", "NHS data" */
  PURPORT_PHRASE_PRONOUN,
} PurportPhraseType;

/* A base noun phrase: no prepositional phrase, no clause. */
typedef struct {
  guint32 first_token;
  guint32 end_token;
  guint32 head_token;
  guint32 name_first_token; /* the proper name in it, without title; name_first_token == name_end_token: none */
  guint32 name_end_token;
  PurportPhraseType type;
} PurportPhrase;

/* A proper name: no title, no role, no possessive mark. */
typedef struct {
  guint32 first_token;
  guint32 end_token;
  PurportNameType type;
  gboolean typed; /* @type is known: %FALSE for a name that only its capitals show */
} PurportProperName;

/* Direct speech: the words between two marks, or what stands for them. */
typedef struct {
  guint32 first_token; /* of the content */
  guint32 end_token;
  guint32 block;
  gboolean opened;    /* has an opening mark */
  gboolean closed;    /* has a closing mark */
  gboolean continues; /* goes on from the quote before, which was left open at the end of its paragraph */
  gboolean single;    /* in single marks, which also set off titles and odd words */
} PurportQuote;

typedef struct {
  const PurportWords *words;
  PurportTerms *terms;
  PurportReading *reading;
  GArray *names;        /* (element-type PurportProperName): in order, disjoint */
  guint32 *name_of;     /* for each token the name that it stands in, or PURPORT_NONE */
  GArray *phrases;      /* (element-type PurportPhrase): in order, disjoint */
  guint32 *phrase_of;   /* for each token its phrase, or PURPORT_NONE */
  GArray *quotes;       /* (element-type PurportQuote): in order, disjoint */
  guint32 *quote_of;    /* for each token the quote that it is spoken in, or PURPORT_NONE */
  guint32 *sentence_of; /* for each token its sentence */
  guint32 *source_of;   /* for each phrase the source it stands for, or PURPORT_NONE; set with the sources */
} PurportDraft;

PurportDraft *purport_draft_new (const PurportLexicon *lexicon, const PurportWords *words, PurportReading *reading);
void purport_draft_free (PurportDraft *draft);
PurportSpan purport_draft_span (const PurportDraft *draft, guint32 first_token, guint32 end_token);
PurportTokens purport_draft_tokens_at (const PurportDraft *draft, PurportSpan span);
gboolean purport_draft_is_role (const PurportDraft *draft, guint32 token);
char *purport_draft_dup_text (const PurportDraft *draft, guint32 first_token, guint32 end_token);

static inline const PurportToken *
purport_draft_token (const PurportDraft *draft, guint32 token)
{
  return purport_words_get_token (draft->words, token);
}

static inline PurportTag
purport_draft_tag (const PurportDraft *draft, guint32 token)
{
  return (PurportTag)purport_words_get_token (draft->words, token)->tag;
}

static inline guint32
purport_draft_n_tokens (const PurportDraft *draft)
{
  return draft->words->tokens->len;
}

static inline gboolean
purport_draft_has (const PurportDraft *draft, guint32 token, PurportTermClass term_class)
{
  return token < draft->words->tokens->len && purport_terms_has (draft->terms, token, term_class);
}

/* Whether the token is that word, ASCII case ignored; FALSE past the end. Most words differ in their first letter. */
static inline gboolean
purport_draft_is (const PurportDraft *draft, guint32 token, const char *word)
{
  return token < draft->words->tokens->len &&
         g_ascii_tolower (*purport_words_get_text (draft->words, token)) == *word &&
         purport_words_token_is (draft->words, token, word);
}

/* Whether the token is one of the words, of which the last is NULL. */
static inline gboolean
purport_draft_is_any (const PurportDraft *draft, guint32 token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (purport_draft_is (draft, token, *words))
      return TRUE;
  return FALSE;
}

static inline const PurportPhrase *
purport_draft_phrase (const PurportDraft *draft, guint32 index)
{
  return &g_array_index (draft->phrases, PurportPhrase, index);
}

static inline const PurportTextSentence *
purport_draft_sentence (const PurportDraft *draft, guint32 index)
{
  return &g_array_index (draft->words->sentences, PurportTextSentence, index);
}

static inline const PurportTextSentence *
purport_draft_sentence_of (const PurportDraft *draft, guint32 token)
{
  return purport_draft_sentence (draft, draft->sentence_of[token]);
}

static inline PurportBlockKind
purport_draft_block_kind (const PurportDraft *draft, guint32 sentence)
{
  guint32 block = purport_draft_sentence (draft, sentence)->block;
  return block == PURPORT_NONE ? PURPORT_BLOCK_PARAGRAPH
                               : g_array_index (draft->words->article->blocks, PurportBlock, block).kind;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportDraft, purport_draft_free)

G_END_DECLS
