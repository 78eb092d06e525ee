/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of the lexicon are hedges in some company only; a model learned from annotated claims tells where. */
#include "reading/hedges.h"

#include "text/features.h"

enum { TERM = 64, ASPECT, ATTRIBUTES, BEFORE, BEHIND, TAG_BEFORE, TAG_BEHIND, TAG, COMPANY, PLACE, WEIGHT };

/* Words that hedge only before or behind some others: "about 40", "likely" but not "more likely", "most people" but not
 * "the most". */
static gboolean
hedges_here (const PurportDraft *draft, const PurportTerm *term)
{
  guint32 first = term->first_token;

  if (purport_draft_is (draft, first, "likely") || purport_draft_is (draft, first, "unlikely"))
    return !purport_draft_is (draft, first - MIN (first, 1), "more") &&
           !purport_draft_is (draft, first - MIN (first, 1), "less") &&
           !purport_draft_is (draft, first - MIN (first, 1), "as");
  if (term->end_token - first > 1)
    return TRUE;
  if (purport_draft_is (draft, first, "may")) /* the month is none */
    return purport_draft_tag (draft, first) == PURPORT_TAG_MD;
  if (purport_draft_is (draft, first, "about") || purport_draft_is (draft, first, "around"))
    return term->end_token < purport_draft_n_tokens (draft) &&
           (purport_draft_tag (draft, term->end_token) == PURPORT_TAG_CD ||
            purport_draft_token (draft, term->end_token)->flags & PURPORT_TOKEN_DIGIT ||
            purport_draft_is (draft, term->end_token, "a") || purport_draft_is (draft, term->end_token, "half"));
  if (purport_draft_is (draft, first, "most"))
    return first == 0 || (!purport_draft_is (draft, first - 1, "the") && !purport_draft_is (draft, first - 1, "at"));
  return TRUE;
}

static gboolean
already_found (const GArray *cues, PurportSpan span)
{
  for (guint i = 0; i < cues->len; i++)
    if (purport_span_overlap (g_array_index (cues, PurportHedgeCue, i).span, span) > 0)
      return TRUE;
  return FALSE;
}

static void
find_in (const PurportDraft *draft, PurportTokens tokens, gboolean attributes, GArray *cues)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_HEDGE);
    PurportHedgeCue cue;
    if (term == NULL || term->end_token > tokens.end_token || !hedges_here (draft, term))
      continue;
    cue = (PurportHedgeCue){ *term, purport_draft_span (draft, i, term->end_token), attributes };
    if (!already_found (cues, cue.span))
      g_array_append_val (cues, cue);
  }
}

/**
 * purport_hedges_find:
 * @claim: the claim's own words
 * @attribution: who is said to say so, or %PURPORT_NONE: "believes" and "suggests" hedge what they introduce
 * @cues: (element-type PurportHedgeCue): emptied, then filled
 *
 * Finds the terms that may hedge a claim. O(tokens).
 */
void
purport_hedges_find (const PurportDraft *draft, PurportTokens claim, guint32 attribution, GArray *cues)
{
  g_array_set_size (cues, 0);
  find_in (draft, claim, FALSE, cues);
  if (attribution != PURPORT_NONE) {
    const PurportSpanList *spans =
        &g_array_index (draft->reading->attributions, PurportAttribution, attribution).cue_spans;
    for (guint i = 0; i < spans->len; i++)
      find_in (draft, purport_draft_tokens_at (draft, purport_span_list_get (spans, i)), TRUE, cues);
  }
}

static gboolean
has_weightier (const GArray *cues, const PurportHedgeCue *cue)
{
  for (guint i = 0; i < cues->len; i++)
    if (g_array_index (cues, PurportHedgeCue, i).term.weight > cue->term.weight)
      return TRUE;
  return FALSE;
}

/* Sets @features to what the model sees of a cue: its words, their neighbours, and the cues beside it. */
void
purport_hedges_see (
    PurportWording *wording, const PurportDraft *draft, const GArray *cues, guint index, GArray *features)
{
  const PurportHedgeCue *cue = &g_array_index (cues, PurportHedgeCue, index);
  guint32 first = cue->term.first_token, end = cue->term.end_token, words = 1;
  gboolean begins = first == purport_draft_sentence_of (draft, first)->first_token;

  purport_wording_begin (wording, features);
  for (guint32 i = first; i < end; i++)
    words = purport_feature (words, purport_wording_get_stem (wording, i), 0);
  purport_wording_add (wording, TERM, words, 0);
  purport_wording_add (wording, TERM, words, 1 + (guint32)cue->attributes);
  purport_wording_add (wording, ASPECT, cue->term.value, 0);
  purport_wording_add (wording, ASPECT, cue->term.value, 1 + (guint32)cue->attributes);
  purport_wording_add (wording, ATTRIBUTES, (guint32)cue->attributes, 0);
  purport_wording_add (wording, WEIGHT, cue->term.weight, 0);
  purport_wording_add (wording, TAG, purport_draft_tag (draft, first), 0);
  purport_wording_add (wording, TAG, purport_draft_tag (draft, first), words);
  purport_wording_add (wording, COMPANY, MIN (cues->len, 4), 0);
  purport_wording_add (wording, COMPANY, (guint32)has_weightier (cues, cue), 1);
  purport_wording_add (wording, PLACE, (guint32)begins, 0);
  if (!begins) {
    purport_wording_add (wording, BEFORE, purport_wording_get_stem (wording, first - 1), 0);
    purport_wording_add (wording, TAG_BEFORE, purport_draft_tag (draft, first - 1), 0);
    purport_wording_add (wording, TAG_BEFORE, purport_draft_tag (draft, first - 1), words);
  }
  if (end < purport_draft_n_tokens (draft)) {
    purport_wording_add (wording, BEHIND, purport_wording_get_stem (wording, end), 0);
    purport_wording_add (wording, TAG_BEHIND, purport_draft_tag (draft, end), 0);
    purport_wording_add (wording, TAG_BEHIND, purport_draft_tag (draft, end), words);
  }
}
