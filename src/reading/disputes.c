/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A claim disputes an earlier one where words of opposition stand in or right before it, someone else speaks, and the
 * two are about the same things. Without words on the page that oppose there is no dispute.
 */
#include "reading/disputes.h"

#include <string.h>

/* How many claims back the opposed one may lie, and how many words the two must share. */
#define LOOK_BACK 16
#define SHARED_WORDS 1
#define STEM 5

static gboolean
is_content_word (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);
  return purport_span_length (purport_draft_token (draft, token)->span) >= 4 &&
         (purport_tag_is_noun (tag) || tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_VBN);
}

static gboolean
same_stem (const PurportDraft *draft, guint32 a, guint32 b)
{
  guint32 n = MIN (purport_span_length (purport_draft_token (draft, a)->span),
                   purport_span_length (purport_draft_token (draft, b)->span));
  return g_ascii_strncasecmp (purport_words_get_text (draft->words, a), purport_words_get_text (draft->words, b),
                              MIN (n, STEM)) == 0;
}

static guint
count_shared (const PurportDraft *draft, PurportSpan a, PurportSpan b)
{
  PurportTokens first = purport_draft_tokens_at (draft, a), second = purport_draft_tokens_at (draft, b);
  guint n = 0;

  for (guint32 i = first.first_token; i < first.end_token; i++) {
    gboolean found = FALSE;
    for (guint32 j = second.first_token; j < second.end_token && !found && is_content_word (draft, i); j++)
      found = is_content_word (draft, j) && same_stem (draft, i, j);
    n += found ? 1 : 0;
  }
  return n;
}

/* The words of opposition in the claim, its cue, or at the head of its sentence. */
static PurportSpan
find_opposition (const PurportDraft *draft, const PurportClaim *claim)
{
  const PurportTextSentence *sentence = purport_draft_sentence (draft, claim->sentence);
  PurportTokens tokens = purport_draft_tokens_at (draft, claim->span);
  const PurportTerm *term = purport_terms_get (draft->terms, sentence->first_token, PURPORT_TERM_OPPOSITION);

  for (guint32 i = sentence->first_token; term == NULL && i < tokens.first_token; i++)
    term = purport_terms_get (draft->terms, i, PURPORT_TERM_OPPOSITION);
  for (guint32 i = tokens.first_token; term == NULL && i < tokens.end_token; i++) {
    term = purport_terms_get (draft->terms, i, PURPORT_TERM_OPPOSITION);
    /* a conjunction inside a claim joins its own halves */
    if (term != NULL && purport_terms_has (draft->terms, i, PURPORT_TERM_CONNECTIVE))
      term = NULL;
  }
  return term == NULL ? PURPORT_SPAN_NONE : purport_draft_span (draft, term->first_token, term->end_token);
}

static guint32
find_opposed (const PurportDraft *draft, guint32 index)
{
  const GArray *claims = draft->reading->claims;
  const PurportClaim *claim = &g_array_index (claims, PurportClaim, index);
  guint32 best = PURPORT_NONE;
  guint best_shared = SHARED_WORDS;

  for (guint32 n = 1; n <= LOOK_BACK && n <= index; n++) {
    const PurportClaim *other = &g_array_index (claims, PurportClaim, index - n);
    guint shared;
    if (other->source == claim->source || other->source == PURPORT_NONE)
      continue;
    shared = count_shared (draft, claim->span, other->span);
    if (shared > best_shared) {
      best = index - n;
      best_shared = shared;
    }
  }
  return best;
}

/**
 * purport_disputes_find:
 * @draft: a draft whose reading has its claims
 *
 * Links each claim to the claim it opposes, if any. O(claims × their length).
 */
void
purport_disputes_find (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;

  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    PurportDispute dispute = { .words =
                                   claim->source == PURPORT_NONE ? PURPORT_SPAN_NONE : find_opposition (draft, claim) };
    if (purport_span_is_empty (dispute.words))
      continue;
    dispute.claim = find_opposed (draft, i);
    if (dispute.claim == PURPORT_NONE)
      continue;
    g_array_append_val (claim->disputes, dispute);
    g_array_index (reading->claims, PurportClaim, dispute.claim).reasons |= 1u << PURPORT_REASON_DISPUTED;
  }
}
