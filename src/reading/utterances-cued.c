/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words the rules put into a source's mouth: direct speech goes to the cue that touches it, with the quotes that
 * follow; what is left of a sentence with a cue is indirect speech.
 */
#include "reading/utterances-private.h"

#include "reading/cues.h"
#include "reading/phrases.h"

/* How many tokens before and behind a cue are looked at: no sentence is longer, but text without any end of a sentence
 * is, and may hold a cue in each word. */
#define REACH 200

/* The quote that ends at @token, marks and commas between them aside. */
static guint32
quote_ending_at (const PurportUtteranceBuilder *builder, guint32 token)
{
  const PurportDraft *draft = builder->draft;

  for (guint n = 0; n < 3 && token > 0; n++, token--) {
    if (draft->quote_of[token - 1] != PURPORT_NONE)
      return draft->quote_of[token - 1];
    if (!purport_utterances_is_mark (draft, token - 1))
      break;
  }
  return PURPORT_NONE;
}

/* The quote that begins at @token, marks between them aside. */
static guint32
quote_starting_at (const PurportUtteranceBuilder *builder, guint32 token)
{
  const PurportDraft *draft = builder->draft;

  for (guint n = 0; n < 4 && token < purport_draft_n_tokens (draft); n++, token++) {
    guint32 quote = draft->quote_of[token];
    if (quote != PURPORT_NONE)
      return purport_utterances_get_quote (builder, quote)->first_token == token ? quote : PURPORT_NONE;
    if (!purport_utterances_is_mark (draft, token))
      break;
  }
  return PURPORT_NONE;
}

/* Where the sentence of the cue ends, as far as it is looked at. */
static guint32
sentence_end (const PurportUtteranceBuilder *builder, guint32 token)
{
  return MIN (purport_draft_sentence_of (builder->draft, token)->end_token, token + REACH);
}

/* Where the sentence of the cue begins, as far as it is looked at. */
static guint32
sentence_start (const PurportUtteranceBuilder *builder, guint32 token)
{
  guint32 start = purport_draft_sentence_of (builder->draft, token)->first_token;
  return token - start > REACH ? token - REACH : start;
}

/* Behind "that", or behind whom it is told to and where ("told the BBC", "in a statement on Tuesday", ":"). */
static guint32
content_start (const PurportUtteranceBuilder *builder, const PurportCue *cue, guint32 end)
{
  const PurportDraft *draft = builder->draft;
  guint32 token = cue->group.end_token, phrase;

  for (guint32 i = token; i < end && i < token + 14; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (draft->quote_of[i] != PURPORT_NONE)
      break;
    if (purport_draft_is (draft, i, "that") || purport_draft_is (draft, i, ":"))
      return i + 1;
    if (purport_tag_is_verb (tag) || tag == PURPORT_TAG_MD)
      break;
  }
  if (token < end && (phrase = draft->phrase_of[token]) != PURPORT_NONE &&
      (purport_draft_is (draft, token - 1, "told") || purport_draft_is (draft, token - 1, "tells") ||
       purport_draft_is (draft, token - 1, "warned") || purport_draft_is (draft, token - 1, "tell"))) {
    guint32 after = purport_draft_phrase (draft, phrase)->end_token;
    if (purport_draft_is (draft, token - 1, "warned") && after < end && !purport_draft_is (draft, after, ","))
      return token;
    token = MIN (after, end);
  }
  return token;
}

/* Where the words before a trailing cue begin: behind a semicolon, else with the sentence. */
static guint32
left_start (const PurportUtteranceBuilder *builder, const PurportCue *cue)
{
  guint32 start = sentence_start (builder, cue->group.first_token);

  for (guint32 i = cue->group.first_token; i > start; i--)
    if (purport_draft_is (builder->draft, i - 1, ";"))
      return i;
  return start;
}

static void
add_indirect_left (PurportUtteranceBuilder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  guint32 start = left_start (builder, cue);

  if (cue->group.first_token > start + 1)
    purport_utterances_add_content (builder, utterance, start, cue->group.first_token);
}

/* The clause behind a trailing cue that goes on with what is said: ", she said, and the rest". */
static void
add_rest_behind (PurportUtteranceBuilder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  const PurportDraft *draft = builder->draft;
  guint32 start = cue->group.end_token, end = sentence_end (builder, cue->cue.first_token);

  if (cue->order == PURPORT_CUE_INVERTED || start + 3 >= end || !purport_draft_is (draft, start, ","))
    return;
  if (purport_utterances_has_verb (draft, start + 1, end) && draft->quote_of[start + 1] == PURPORT_NONE)
    purport_utterances_add_content (builder, utterance, start + 1, end);
}

/* Indirect speech: behind the cue where a clause stands there, else before it. */
static void
add_indirect (PurportUtteranceBuilder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  const PurportDraft *draft = builder->draft;
  guint32 end = sentence_end (builder, cue->cue.first_token);
  guint32 start = content_start (builder, cue, end);
  guint32 first_token = sentence_start (builder, cue->group.first_token);
  gboolean comma_before =
      cue->group.first_token > first_token && purport_utterances_is_mark (draft, cue->group.first_token - 1);
  gboolean trails = comma_before && purport_cues_adjunct_end (draft, cue->group.end_token) > cue->group.end_token &&
                    purport_utterances_has_verb (draft, first_token, cue->group.first_token);
  gboolean behind = !trails && start < end && purport_utterances_has_verb (draft, start, end) &&
                    (purport_draft_is (draft, start - 1, "that") || purport_draft_is (draft, start - 1, ":") ||
                     !purport_draft_is (draft, start, ","));

  if (cue->order == PURPORT_CUE_PHRASE) {
    if (cue->group.first_token <= first_token + 1 && cue->group.end_token < end) {
      purport_utterances_add_content (builder, utterance, cue->group.end_token, end);
    } else {
      add_indirect_left (builder, utterance, cue);
      add_rest_behind (builder, utterance, cue);
    }
    return;
  }
  if (cue->order == PURPORT_CUE_INVERTED) {
    add_indirect_left (builder, utterance, cue);
    return;
  }
  if (behind || (!comma_before && end - MIN (start, end) >= 3))
    purport_utterances_add_content (builder, utterance, start, end);
  else if (comma_before && cue->order == PURPORT_CUE_NORMAL) {
    add_indirect_left (builder, utterance, cue);
    add_rest_behind (builder, utterance, cue);
  }
}

/* Speech that the cue interrupts without marks: the quote is cut in two around the cue. */
static void
split_quote (PurportUtteranceBuilder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  guint32 quote = builder->draft->quote_of[cue->cue.first_token];
  const PurportQuote *q = purport_utterances_get_quote (builder, quote);

  builder->said_in[quote] = builder->utterances->len;
  purport_utterances_add_content (builder, utterance, MAX (q->first_token, MAX (cue->group.first_token, REACH) - REACH),
                                  cue->group.first_token);
  purport_utterances_add_content (builder, utterance, MIN (cue->group.end_token, q->end_token),
                                  MIN (q->end_token, cue->group.end_token + REACH));
}

static gboolean
quote_touches_left (const PurportUtteranceBuilder *builder, const PurportCue *cue, guint32 *quote)
{
  const PurportDraft *draft = builder->draft;

  *quote = quote_ending_at (builder, cue->group.first_token);
  if (*quote == PURPORT_NONE || !purport_utterances_is_speech (builder, *quote))
    return FALSE;
  return draft->sentence_of[purport_utterances_get_quote (builder, *quote)->end_token - 1] ==
         draft->sentence_of[cue->cue.first_token];
}

static gboolean
quote_touches_right (const PurportUtteranceBuilder *builder, const PurportCue *cue, guint32 *quote)
{
  const PurportDraft *draft = builder->draft;
  guint32 end = sentence_end (builder, cue->cue.first_token), start = content_start (builder, cue, end);

  *quote = quote_starting_at (builder, start);
  if (*quote == PURPORT_NONE)
    *quote = quote_starting_at (builder, cue->group.end_token);
  if (*quote == PURPORT_NONE && start < end) {
    /* "said in a statement: “…" and "said on Tuesday, “…" */
    for (guint32 i = start; i < end; i++)
      if (draft->quote_of[i] != PURPORT_NONE) {
        if (i >= 2 && (purport_draft_is (draft, i - 2, ":") || purport_draft_is (draft, i - 2, ",")))
          *quote = purport_utterances_get_quote (builder, draft->quote_of[i])->first_token == i ? draft->quote_of[i]
                                                                                                : PURPORT_NONE;
        break;
      }
    if (*quote != PURPORT_NONE &&
        purport_utterances_has_verb (draft, start, purport_utterances_get_quote (builder, *quote)->first_token))
      *quote = PURPORT_NONE;
  }
  if (*quote == PURPORT_NONE)
    return FALSE;
  return purport_utterances_is_speech (builder, *quote) && draft->quotes->len > 0 &&
         purport_draft_sentence_of (draft, purport_utterances_get_quote (builder, *quote)->first_token)->block ==
             purport_draft_sentence_of (draft, cue->cue.first_token)->block;
}

/* Speech that goes on right behind: later quotes that begin a sentence of the same block, and paragraphs left open. */
static void
take_following_quotes (PurportUtteranceBuilder *builder, PurportUtterance *utterance, guint32 token)
{
  const PurportDraft *draft = builder->draft;
  guint32 sentence = draft->sentence_of[token] + 1;

  while (sentence < draft->words->sentences->len && utterance->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS) {
    const PurportTextSentence *next = purport_draft_sentence (draft, sentence);
    guint32 quote = quote_starting_at (builder, next->first_token);
    const PurportQuote *q = quote == PURPORT_NONE ? NULL : purport_utterances_get_quote (builder, quote);
    if (q == NULL || builder->said_in[quote] != PURPORT_NONE)
      break;
    if (next->block != purport_draft_sentence_of (draft, token)->block && !q->continues)
      break;
    /* a cue of its own in the sentence where the quote ends */
    for (guint32 i = q->end_token, end = sentence_end (builder, q->end_token - 1); i < end; i++)
      if (purport_draft_has (draft, i, PURPORT_TERM_REPORT))
        return;
    purport_utterances_take_quote (builder, utterance, quote);
    token = q->end_token - 1;
    sentence = draft->sentence_of[token] + 1;
  }
}

static void
read_cue (PurportUtteranceBuilder *builder, const PurportCue *cue)
{
  PurportUtterance utterance = { .phrase = cue->phrase,
                                 .same_as = PURPORT_NONE,
                                 .source = cue->source,
                                 .cue = cue->cue,
                                 .act = cue->act,
                                 .certain = TRUE };
  guint32 left = PURPORT_NONE, right = PURPORT_NONE;
  gboolean direct_left, direct_right;

  if (cue->order == PURPORT_CUE_DEPENDENT) {
    if (builder->utterances->len == 0)
      return;
    utterance.same_as = builder->utterances->len - 1;
  }
  if (cue->in_quote) {
    split_quote (builder, &utterance, cue);
    purport_utterances_add (builder, &utterance);
    return;
  }
  direct_left = quote_touches_left (builder, cue, &left) && builder->said_in[left] == PURPORT_NONE;
  direct_right = quote_touches_right (builder, cue, &right) && builder->said_in[right] == PURPORT_NONE;
  if (direct_left)
    purport_utterances_take_quote (builder, &utterance, left);
  if (direct_right)
    purport_utterances_take_quote (builder, &utterance, right);
  if (!direct_left && !direct_right) {
    add_indirect (builder, &utterance, cue);
    purport_utterances_mark_quotes (builder, &utterance);
  } else {
    const PurportTokens *last = &utterance.contents[MAX (utterance.n_contents, 1) - 1];
    if (utterance.n_contents > 0)
      take_following_quotes (builder, &utterance, MAX (last->end_token, cue->group.end_token) - 1);
  }
  purport_utterances_add (builder, &utterance);
}
/* Adds an utterance for each cue that the rules find and that has something to say. */
void
purport_utterances_read_cues (PurportUtteranceBuilder *builder)
{
  g_autoptr (GArray) cues = purport_cues_find (builder->draft);

  for (guint i = 0; i < cues->len; i++)
    read_cue (builder, &g_array_index (cues, PurportCue, i));
}
