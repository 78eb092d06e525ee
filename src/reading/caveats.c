/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caveat is a sentence that limits what can be concluded. */
#include "reading/caveats.h"

/* A sentence's score (see reading/grades.h) from which it is a caveat: with a term of the lexicon, and without. */
#define CAVEAT_WITH_TERM -0.95f
#define CAVEAT_WITHOUT -0.25f

/* And from which it says that cause is not shown. */
#define NOT_CAUSAL_FROM -0.45f

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

static const PurportTerm *
first_term (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_CAVEAT);
    if (term != NULL)
      return term;
  }
  return NULL;
}

/* Words of the lexicon tell the kind; the model tells whether they limit anything here, or others do. */
static gboolean
is_caveat (const PurportDraft *draft, guint32 sentence, PurportCaveatKind *kind)
{
  const PurportTerm *term = first_term (draft, purport_draft_sentence (draft, sentence));
  const float *scores = draft->sentence_caveats + (gsize)sentence * 2;

  if (scores[1] > NOT_CAUSAL_FROM) {
    *kind = PURPORT_CAVEAT_NOT_CAUSAL;
    return TRUE;
  }
  *kind = term == NULL || term->value == PURPORT_CAVEAT_NOT_CAUSAL ? PURPORT_CAVEAT_LIMITS : term->value;
  return scores[0] > (term != NULL ? CAVEAT_WITH_TERM : CAVEAT_WITHOUT);
}

/**
 * purport_caveats_find:
 * @draft: a draft whose reading has its claims, and that has its sentences' scores
 *
 * Adds the sentences that limit what is claimed, one caveat a sentence, and links them to its claims. O(tokens).
 */
void
purport_caveats_find (PurportDraft *draft)
{
  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    PurportCaveat caveat = { .span = purport_draft_sentence (draft, i)->span };
    if (in_running_text (draft, i) && is_caveat (draft, i, &caveat.kind))
      g_array_append_val (draft->reading->caveats, caveat);
  }
  link_caveats (draft);
}
