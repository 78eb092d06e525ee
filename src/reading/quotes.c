/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds direct speech: paired marks of every style, quotes that run over paragraphs (each opens anew, only the last one
 * closes), marks that are missing or turned the wrong way, and speech that a dash opens.
 */
#include "reading/quotes.h"

#include <string.h>

typedef enum {
  MARK_NONE,
  MARK_OPEN,     /* “ « „ */
  MARK_CLOSE,    /* ” » */
  MARK_STRAIGHT, /* " */
  MARK_SINGLE_OPEN,
  MARK_SINGLE_CLOSE, /* ’ and the straight one */
  MARK_DASH,
} Mark;

/* A quote in single marks that is longer than this (in tokens) must end with a stop or comma to be one. */
#define SINGLE_LIMIT 12

typedef struct {
  PurportDraft *draft;
  PurportQuote open; /* the quote that is being read */
  gboolean is_open;
  gboolean left_open;  /* the block before ended inside a quote */
  guint32 dash_opened; /* first token behind a dash that may open speech, or PURPORT_NONE */
} Finder;

static Mark
mark_of (const PurportDraft *draft, guint32 token)
{
  static const struct {
    const char *text;
    Mark mark;
  } marks[] = {
    { "“", MARK_OPEN },        { "«", MARK_OPEN },         { "„", MARK_OPEN },         { "``", MARK_OPEN },
    { "”", MARK_CLOSE },       { "»", MARK_CLOSE },        { "''", MARK_CLOSE },       { "\"", MARK_STRAIGHT },
    { "‘", MARK_SINGLE_OPEN }, { "’", MARK_SINGLE_CLOSE }, { "'", MARK_SINGLE_CLOSE }, { "—", MARK_DASH },
    { "–", MARK_DASH },        { "-", MARK_DASH },         { "--", MARK_DASH },
  };
  const PurportToken *info = purport_draft_token (draft, token);
  gsize length = purport_span_length (info->span);

  if ((info->flags & PURPORT_TOKEN_PUNCTUATION) == 0)
    return MARK_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strlen (marks[i].text) == length &&
        memcmp (marks[i].text, purport_words_get_text (draft->words, token), length) == 0)
      return marks[i].mark;
  return MARK_NONE;
}

static gboolean
begins_block (const PurportDraft *draft, guint32 token)
{
  return token == 0 ||
         purport_draft_sentence_of (draft, token)->block != purport_draft_sentence_of (draft, token - 1)->block;
}

static gboolean
space_before (const PurportDraft *draft, guint32 token)
{
  return begins_block (draft, token) || (purport_draft_token (draft, token)->flags & PURPORT_TOKEN_SPACE_BEFORE) != 0;
}

static gboolean
space_after (const PurportDraft *draft, guint32 token)
{
  return token + 1 >= purport_draft_n_tokens (draft) || space_before (draft, token + 1);
}

static gboolean
word_after (const PurportDraft *draft, guint32 token)
{
  return !space_after (draft, token) &&
         (purport_draft_token (draft, token + 1)->flags & PURPORT_TOKEN_PUNCTUATION) == 0;
}

static void
open_quote (Finder *finder, guint32 first_token, gboolean single, gboolean opened)
{
  finder->open = (PurportQuote){
    .first_token = first_token,
    .block = first_token < purport_draft_n_tokens (finder->draft)
                 ? purport_draft_sentence_of (finder->draft, first_token)->block
                 : PURPORT_NONE,
    .opened = opened,
    .single = single,
    .continues = finder->left_open,
  };
  finder->is_open = TRUE;
  finder->left_open = FALSE;
  finder->dash_opened = PURPORT_NONE;
}

static void
close_quote (Finder *finder, guint32 end_token, gboolean closed)
{
  PurportDraft *draft = finder->draft;

  finder->is_open = FALSE;
  finder->open.end_token = end_token;
  finder->open.closed = closed;
  if (end_token <= finder->open.first_token)
    return;
  for (guint32 i = finder->open.first_token; i < end_token; i++)
    draft->quote_of[i] = draft->quotes->len;
  g_array_append_val (draft->quotes, finder->open);
}

/* Whether a mark that may be either opens here, by the white space around it and by what is open. */
static gboolean
opens_here (const Finder *finder, guint32 token, Mark mark)
{
  gboolean before = space_before (finder->draft, token), after = space_after (finder->draft, token);

  if (begins_block (finder->draft, token))
    return TRUE;
  if (mark == MARK_OPEN)
    return !(finder->is_open && !before && after);
  if (mark == MARK_CLOSE)
    return !finder->is_open && word_after (finder->draft, token);
  if (finder->is_open)
    return before && !after && token > finder->open.first_token;
  return !after || before;
}

/* The end of the last sentence before @token that lies behind the start of the open quote. */
static guint32
last_sentence_end (const Finder *finder, guint32 token)
{
  guint32 start = purport_draft_sentence_of (finder->draft, token)->first_token;
  return start > finder->open.first_token ? start : token;
}

static void
read_double (Finder *finder, guint32 token, Mark mark)
{
  if (opens_here (finder, token, mark)) {
    if (finder->is_open)
      close_quote (finder, last_sentence_end (finder, token), FALSE);
    open_quote (finder, token + 1, FALSE, TRUE);
  } else if (finder->is_open) {
    close_quote (finder, token, TRUE);
  } else if (finder->dash_opened != PURPORT_NONE) {
    open_quote (finder, finder->dash_opened, FALSE, FALSE);
    close_quote (finder, token, TRUE);
  }
}

static gboolean
ends_like_speech (const PurportDraft *draft, guint32 token)
{
  return token > 0 &&
         (purport_draft_is (draft, token - 1, ",") || purport_draft_tag (draft, token - 1) == PURPORT_TAG_STOP);
}

static void
read_single (Finder *finder, guint32 token, Mark mark)
{
  gboolean before = space_before (finder->draft, token), after = space_after (finder->draft, token);

  if (!finder->is_open && before && !after)
    open_quote (finder, token + 1, TRUE, TRUE);
  else if (finder->is_open && finder->open.single && mark == MARK_SINGLE_CLOSE && !before &&
           !word_after (finder->draft, token) &&
           (ends_like_speech (finder->draft, token) || token - finder->open.first_token <= SINGLE_LIMIT))
    close_quote (finder, token, TRUE);
}

/* A dash opens speech at the start of a block or sentence, where a capital follows. */
static void
read_dash (Finder *finder, guint32 token)
{
  const PurportDraft *draft = finder->draft;

  if (finder->is_open || token + 1 >= purport_draft_n_tokens (draft))
    return;
  if (token > 0 && !begins_block (draft, token) && purport_draft_tag (draft, token - 1) != PURPORT_TAG_STOP)
    return;
  if (purport_draft_token (draft, token + 1)->flags & PURPORT_TOKEN_CAPITALIZED)
    finder->dash_opened = token + 1;
}

/* Whether a verb of speech stands before its subject somewhere in those tokens: ", said Smith". */
static gboolean
has_inverted_speech (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token + 1; i + 1 < end_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_SPEECH) &&
        (purport_draft_is (draft, i - 1, ",") ||
         purport_draft_token (draft, i - 1)->flags & PURPORT_TOKEN_PUNCTUATION) &&
        purport_draft_token (draft, i + 1)->flags & (PURPORT_TOKEN_CAPITALIZED | PURPORT_TOKEN_LETTER))
      return TRUE;
  return FALSE;
}

/* Whether a quote in single marks that the end of its block leaves open goes on in the next one, which opens anew. */
static gboolean
single_goes_on (const Finder *finder, guint32 end_token)
{
  const PurportDraft *draft = finder->draft;
  Mark mark = end_token < purport_draft_n_tokens (draft) ? mark_of (draft, end_token) : MARK_NONE;

  return (mark == MARK_SINGLE_OPEN || mark == MARK_SINGLE_CLOSE) && word_after (draft, end_token);
}

static void
end_block (Finder *finder, guint32 end_token)
{
  if (!finder->is_open && finder->dash_opened != PURPORT_NONE &&
      has_inverted_speech (finder->draft, finder->dash_opened, end_token))
    open_quote (finder, finder->dash_opened, FALSE, FALSE);
  finder->left_open = FALSE;
  if (finder->is_open) {
    if (finder->open.single && !single_goes_on (finder, end_token)) {
      finder->is_open = FALSE;
    } else {
      gboolean opened = finder->open.opened;
      close_quote (finder, end_token, FALSE);
      finder->left_open = opened;
    }
  }
  finder->dash_opened = PURPORT_NONE;
}

/* Whether what stands at the start of a block goes on with a quote that was left open. */
static gboolean
goes_on (const Finder *finder, guint32 token)
{
  const PurportDraft *draft = finder->draft;
  Mark mark = mark_of (draft, token);

  return mark == MARK_OPEN || mark == MARK_STRAIGHT || mark == MARK_CLOSE || mark == MARK_DASH ||
         ((mark == MARK_SINGLE_OPEN || (mark == MARK_SINGLE_CLOSE && finder->open.single)) &&
          word_after (draft, token));
}

/* Whether the first mark of the block that begins at @token closes: then what was left open goes on without a mark. */
static gboolean
closes_first (const PurportDraft *draft, guint32 token)
{
  guint32 block = purport_draft_sentence_of (draft, token)->block;

  for (guint32 i = token; i < purport_draft_n_tokens (draft) && purport_draft_sentence_of (draft, i)->block == block;
       i++) {
    Mark mark = mark_of (draft, i);
    if (mark == MARK_OPEN || mark == MARK_CLOSE || mark == MARK_STRAIGHT)
      return i > token && mark != MARK_OPEN && !space_before (draft, i) && space_after (draft, i);
  }
  return FALSE;
}

/**
 * purport_quotes_find:
 * @draft: a draft with terms; gets its quotes
 *
 * O(tokens).
 */
void
purport_quotes_find (PurportDraft *draft)
{
  Finder finder = { .draft = draft, .dash_opened = PURPORT_NONE };

  for (guint32 i = 0; i < purport_draft_n_tokens (draft); i++) {
    Mark mark = mark_of (draft, i);
    if (begins_block (draft, i)) {
      end_block (&finder, i);
      if (finder.left_open && !goes_on (&finder, i) && closes_first (draft, i))
        open_quote (&finder, i, FALSE, FALSE);
      finder.left_open = finder.left_open && goes_on (&finder, i);
    }
    if (mark == MARK_OPEN || mark == MARK_CLOSE || mark == MARK_STRAIGHT)
      read_double (&finder, i, mark);
    else if (mark == MARK_SINGLE_OPEN || mark == MARK_SINGLE_CLOSE)
      read_single (&finder, i, mark);
    else if (mark == MARK_DASH)
      read_dash (&finder, i);
  }
  end_block (&finder, purport_draft_n_tokens (draft));
}
