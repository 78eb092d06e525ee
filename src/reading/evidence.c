/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence is a noun phrase that names a study, journal or data. */
#include "reading/evidence.h"

#include "reading/phrases.h"

static gboolean
in_running_text (const PurportDraft *draft, guint32 sentence)
{
  PurportBlockKind kind = purport_draft_block_kind (draft, sentence);
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

/* "the study", "it": evidence named before, that says nothing new about itself. */
static gboolean
is_bare_mention (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return phrase->head_token == phrase->first_token ||
         (phrase->head_token == phrase->first_token + 1 && (purport_draft_is (draft, phrase->first_token, "the") ||
                                                            purport_draft_is (draft, phrase->first_token, "this") ||
                                                            purport_draft_is (draft, phrase->first_token, "these")));
}

/* "the journal X": the noun stands before the name. */
static const PurportTerm *
journal_in (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_is (draft, i, "journal"))
      return purport_terms_get (draft->terms, i, PURPORT_TERM_EVIDENCE);
  return NULL;
}

/* A claim rests on what its own sentence names, and on the document that makes it. */
static void
link_evidence (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;
  g_autofree guint32 *first_of_source = g_new (guint32, reading->sources->len + 1);
  guint32 first = 0;

  for (guint32 i = 0; i < reading->sources->len; i++)
    first_of_source[i] = PURPORT_NONE;
  for (guint32 i = reading->evidence->len; i > 0; i--) {
    guint32 source = g_array_index (reading->evidence, PurportEvidence, i - 1).source;
    if (source != PURPORT_NONE)
      first_of_source[source] = i - 1;
  }
  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    PurportSpan sentence = g_array_index (reading->sentences, PurportSentence, claim->sentence).span;
    while (first < reading->evidence->len &&
           g_array_index (reading->evidence, PurportEvidence, first).span.end_byte <= sentence.start_byte)
      first++;
    for (guint32 j = first; j < reading->evidence->len; j++) {
      if (g_array_index (reading->evidence, PurportEvidence, j).span.start_byte >= sentence.end_byte)
        break;
      g_array_append_val (claim->evidence, j);
    }
    if (claim->evidence->len == 0 && claim->source != PURPORT_NONE && first_of_source[claim->source] != PURPORT_NONE)
      g_array_append_val (claim->evidence, first_of_source[claim->source]);
  }
}

/**
 * purport_evidence_find:
 * @draft: a draft whose reading has its sources and claims
 *
 * Adds the evidence and links it to the claims. O(phrases + claims × evidence of their sentence).
 */
void
purport_evidence_find (PurportDraft *draft)
{
  gboolean named_before = FALSE;

  for (guint32 i = 0; i < draft->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, i);
    const PurportTerm *term = purport_terms_get (draft->terms, phrase->head_token, PURPORT_TERM_EVIDENCE);
    PurportEvidence evidence = { .source = PURPORT_NONE };
    if (term == NULL)
      term = journal_in (draft, phrase);
    if (term == NULL || !in_running_text (draft, draft->sentence_of[phrase->head_token]) ||
        (is_bare_mention (draft, phrase) && named_before))
      continue;
    named_before = TRUE;
    evidence.span = purport_draft_span (draft, phrase->first_token, phrase->end_token);
    evidence.kind = term->value;
    evidence.source = draft->source_of[i];
    g_array_append_val (draft->reading->evidence, evidence);
  }
  link_evidence (draft);
}
