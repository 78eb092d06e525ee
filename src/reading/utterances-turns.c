/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transcripts: paragraphs that begin with a name and a colon are what that speaker says. */
#include "reading/utterances-private.h"

/* A name before the colon has at most so many tokens. */
#define LABEL_LIMIT 6

/* As many paragraphs with a name and a colon make a transcript; fewer may be lists or headings. */
#define LEAST_TURNS 3

/* The first token of the block that begins with @sentence, or PURPORT_NONE where no block of running text does. */
static guint32
block_start (const PurportDraft *draft, guint32 sentence)
{
  const PurportTextSentence *here = purport_draft_sentence (draft, sentence);

  if (sentence > 0 && purport_draft_sentence (draft, sentence - 1)->block == here->block)
    return PURPORT_NONE;
  return purport_draft_block_kind (draft, sentence) == PURPORT_BLOCK_PARAGRAPH ? here->first_token : PURPORT_NONE;
}

static guint32
block_end (const PurportDraft *draft, guint32 sentence)
{
  guint32 block = purport_draft_sentence (draft, sentence)->block;

  while (sentence + 1 < draft->words->sentences->len && purport_draft_sentence (draft, sentence + 1)->block == block)
    sentence++;
  return purport_draft_sentence (draft, sentence)->end_token;
}

static gboolean
is_named (const PurportPhrase *phrase)
{
  return phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_NAME ||
         phrase->type == PURPORT_PHRASE_ORGANIZATION;
}

/* The colon behind the name that begins at @first, or PURPORT_NONE. *phrase: the name's. */
static guint32
find_colon (const PurportDraft *draft, guint32 first, guint32 end, guint32 *phrase)
{
  for (guint32 i = first; i < end && i <= first + LABEL_LIMIT; i++) {
    if (i > first && purport_draft_is (draft, i, ":")) {
      const PurportPhrase *name;
      *phrase = draft->phrase_of[i - 1];
      if (*phrase == PURPORT_NONE)
        return PURPORT_NONE;
      name = purport_draft_phrase (draft, *phrase);
      return name->first_token == first && is_named (name) ? i : PURPORT_NONE;
    }
    if (draft->quote_of[i] != PURPORT_NONE)
      break;
  }
  return PURPORT_NONE;
}

static gint
compare_cues (gconstpointer a, gconstpointer b)
{
  const PurportUtterance *first = a, *second = b;
  return first->cue.first_token < second->cue.first_token ? -1 : first->cue.first_token > second->cue.first_token;
}

/**
 * purport_utterances_read_turns:
 *
 * Adds an utterance for each paragraph of a transcript that begins with a name and a colon; utterances are by cue then,
 * and @same_as no longer counts. O(tokens × log utterances).
 */
void
purport_utterances_read_turns (PurportUtteranceBuilder *builder)
{
  const PurportDraft *draft = builder->draft;
  guint n_before = builder->utterances->len;

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    PurportUtterance turn = { .same_as = PURPORT_NONE, .act = PURPORT_ACT_STATEMENT, .certain = TRUE };
    guint32 first = block_start (draft, i), end, colon;
    if (first == PURPORT_NONE)
      continue;
    end = block_end (draft, i);
    colon = find_colon (draft, first, end, &turn.phrase);
    if (colon == PURPORT_NONE)
      continue;
    turn.source = (PurportTokens){ first, colon };
    turn.cue = (PurportTokens){ colon, colon + 1 };
    purport_utterances_add_content (builder, &turn, colon + 1, end);
    purport_utterances_add (builder, &turn);
  }
  if (builder->utterances->len - n_before < LEAST_TURNS)
    g_array_set_size (builder->utterances, n_before);
  else
    g_array_sort (builder->utterances, compare_cues);
}
