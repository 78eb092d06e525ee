/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A caveat is a sentence that limits what can be concluded. News words such sentences in few ways, and more often by
 * form than by topic: patterns of words find them, which learned models of single words did not.
 */
#include "reading/caveats.h"

static gboolean
in_running_text (const PurportDraft *draft, guint32 sentence)
{
  PurportBlockKind kind = purport_draft_block_kind (draft, sentence);
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

static void
link_caveats (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;
  guint32 next = 0;

  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    while (next < reading->caveats->len &&
           g_array_index (reading->caveats, PurportCaveat, next).span.end_byte <= claim->span.start_byte)
      next++;
    if (next < reading->caveats->len &&
        purport_span_overlap (g_array_index (reading->caveats, PurportCaveat, next).span, claim->span) > 0)
      purport_reading_list_add (claim->caveats, next);
  }
}

/**
 * purport_caveats_find:
 * @draft: a draft whose reading has its claims
 * @patterns: of PurportCaveatKind
 *
 * Adds the sentences that limit what is claimed, one caveat a sentence, and links them to its claims. O(tokens).
 */
void
purport_caveats_find (PurportDraft *draft, const PurportPatterns *patterns)
{
  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    PurportCaveat caveat = { .span = sentence->span };
    guint kind;
    if (!in_running_text (draft, i) ||
        !purport_patterns_find (patterns, draft->words, (PurportTokens){ sentence->first_token, sentence->end_token },
                                &kind))
      continue;
    caveat.kind = (PurportCaveatKind)kind;
    g_array_append_val (draft->reading->caveats, caveat);
  }
  link_caveats (draft);
}
