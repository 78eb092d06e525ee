/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transcripts: paragraphs that begin with a label and a colon are what that speaker says. */
#include "reading/openings.h"
#include "reading/utterances-private.h"

static gint
compare_cues (gconstpointer a, gconstpointer b)
{
  const PurportUtterance *first = a, *second = b;
  return first->cue.first_token < second->cue.first_token ? -1 : first->cue.first_token > second->cue.first_token;
}

/* The last person who is named before @token: whoever is asked, where answers are labelled with a letter. */
static guint32
last_person_before (const PurportDraft *draft, guint32 token)
{
  guint32 found = PURPORT_NONE;

  for (guint32 i = 0; i < draft->phrases->len && purport_draft_phrase (draft, i)->end_token <= token; i++)
    if (purport_draft_phrase (draft, i)->type == PURPORT_PHRASE_PERSON)
      found = i;
  return found;
}

/* The phrase that a label is; a surname in capitals is that of a person. PURPORT_NONE: it names nobody. */
static guint32
phrase_of_label (PurportDraft *draft, const PurportTurn *turn, guint32 asked)
{
  guint32 index = draft->phrase_of[turn->label_end - 1];
  PurportPhrase *phrase;

  if (turn->label_end == turn->first_token + 1 && purport_draft_is (draft, turn->first_token, "a"))
    return asked;
  if (index == PURPORT_NONE)
    return PURPORT_NONE;
  phrase = &g_array_index (draft->phrases, PurportPhrase, index);
  if ((purport_draft_token (draft, turn->label_end - 1)->flags & PURPORT_TOKEN_UPPER) != 0 &&
      phrase->first_token <= turn->first_token) {
    if (phrase->name_end_token == phrase->name_first_token) {
      phrase->name_first_token = turn->first_token;
      phrase->name_end_token = turn->label_end;
    }
    phrase->type = PURPORT_PHRASE_PERSON;
  }
  return index;
}

/**
 * purport_utterances_read_turns:
 *
 * Adds an utterance for each paragraph of a transcript that begins with a label and a colon, but for the questions;
 * utterances are by cue then, and @same_as no longer counts. O(tokens × log utterances).
 */
void
purport_utterances_read_turns (PurportUtteranceBuilder *builder)
{
  g_autoptr (GArray) turns = purport_openings_find_turns (builder->draft);
  guint32 asked =
      turns->len > 0 ? last_person_before (builder->draft, g_array_index (turns, PurportTurn, 0).first_token) : 0;

  for (guint i = 0; i < turns->len; i++) {
    const PurportTurn *turn = &g_array_index (turns, PurportTurn, i);
    PurportUtterance utterance = { .same_as = PURPORT_NONE, .act = PURPORT_ACT_STATEMENT, .certain = TRUE };
    utterance.phrase = turn->question ? PURPORT_NONE : phrase_of_label (builder->draft, turn, asked);
    if (utterance.phrase == PURPORT_NONE)
      continue;
    utterance.source = (PurportTokens){ turn->first_token, turn->label_end };
    utterance.cue = (PurportTokens){ turn->label_end, turn->label_end + 1 };
    purport_utterances_add_content (builder, &utterance, turn->label_end + 1, turn->end_token);
    purport_utterances_add (builder, &utterance);
  }
  if (turns->len > 0)
    g_array_sort (builder->utterances, compare_cues);
}
