/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caveat is a sentence that limits what can be concluded. */
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
      g_array_append_val (claim->caveats, next);
  }
}

/**
 * purport_caveats_find:
 * @draft: a draft whose reading has its claims
 *
 * Adds the sentences that limit what is claimed, one caveat a sentence, and links them to its claims. O(tokens).
 */
void
purport_caveats_find (PurportDraft *draft)
{
  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    if (!in_running_text (draft, i))
      continue;
    for (guint32 j = sentence->first_token; j < sentence->end_token; j++) {
      const PurportTerm *term = purport_terms_get (draft->terms, j, PURPORT_TERM_CAVEAT);
      PurportCaveat caveat = { .span = sentence->span };
      if (term == NULL)
        continue;
      caveat.kind = term->value;
      g_array_append_val (draft->reading->caveats, caveat);
      break;
    }
  }
  link_caveats (draft);
}
