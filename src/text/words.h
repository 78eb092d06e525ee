/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an article: tokens with tags, sentences, repairs and names. What every later step reads. */
#pragma once

#include "base/error.h"
#include "base/reading.h"
#include "text/tags.h"

G_BEGIN_DECLS

/* What the letters of a token look like. */
typedef enum {
  PURPORT_TOKEN_SPACE_BEFORE = 1 << 0, /* white space stands before it */
  PURPORT_TOKEN_LINE_BEFORE = 1 << 1,  /* a line break stands before it */
  PURPORT_TOKEN_CAPITALIZED = 1 << 2,  /* its first letter is a capital */
  PURPORT_TOKEN_UPPER = 1 << 3,        /* two letters or more, all capitals */
  PURPORT_TOKEN_DIGIT = 1 << 4,        /* has a digit */
  PURPORT_TOKEN_LETTER = 1 << 5,       /* has a letter */
  PURPORT_TOKEN_PUNCTUATION = 1 << 6,  /* has neither */
} PurportTokenFlags;

/* The place of a token in a name: outside, first token, later token. */
typedef enum {
  PURPORT_NAME_OUTSIDE,
  PURPORT_NAME_BEGIN,
  PURPORT_NAME_INSIDE,
} PurportNamePlace;

typedef struct {
  PurportSpan span;
  guint8 tag;        /* PurportTag */
  guint8 flags;      /* PurportTokenFlags */
  guint8 name_place; /* PurportNamePlace */
  guint8 name_type;  /* PurportNameType, where name_place is not OUTSIDE */
} PurportToken;

/* A run of tokens [first_token, end_token) that makes one sentence, inside one block of the article. */
typedef struct {
  PurportSpan span;
  guint32 first_token;
  guint32 end_token;
  guint32 block; /* index into article->blocks, or PURPORT_NONE */
} PurportTextSentence;

typedef struct {
  PurportSpan span;
  guint32 first_token;
  guint32 end_token;
  PurportNameType type;
} PurportTextName;

/**
 * PurportWords:
 * @tokens: (element-type PurportToken): in order, disjoint; every byte that is not white space lies in one
 * @sentences: (element-type PurportTextSentence): in order; every token lies in one
 * @names: (element-type PurportTextName): in order, disjoint
 * @repairs: (element-type PurportRepair): in order
 * @language: "en" where the article is English, else "und" (or the code, if it is known)
 */
typedef struct {
  PurportArticle *article;
  GArray *tokens;
  GArray *sentences;
  GArray *names;
  GArray *repairs;
  const char *language;
} PurportWords;

typedef struct _PurportTextModels PurportTextModels;

PurportTextModels *purport_text_models_new (PurportDataFunc lookup, gpointer user_data, GError **error);
void purport_text_models_free (PurportTextModels *models);

PurportWords *
purport_words_new (const PurportTextModels *models, PurportArticle *article, const gint *cancelled, GError **error);
void purport_words_free (PurportWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportTextModels, purport_text_models_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWords, purport_words_free)

static inline const PurportToken *
purport_words_get_token (const PurportWords *words, guint32 index)
{
  return &g_array_index (words->tokens, PurportToken, index);
}

static inline const char *
purport_words_get_text (const PurportWords *words, guint32 index)
{
  return words->article->text + g_array_index (words->tokens, PurportToken, index).span.start_byte;
}

gboolean purport_words_token_is (const PurportWords *words, guint32 index, const char *lower_case_ascii);

G_END_DECLS
