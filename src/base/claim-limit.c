/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A caveat is a whole sentence, and the claims that stand in it have it. Often the sentence is one claim, that of the
 * limit: "She warned that the trial was short". Nobody learns anything from a claim that is limited by itself.
 */
#include "base/claim-limit.h"

/* What may stand in a sentence beside its only claim: "that", "also", "she said". */
#define MAX_OTHER_LETTERS 8u

/* How many letters and digits of @text lie in @span. */
static guint
count_letters (const char *text, PurportSpan span)
{
  guint n = 0;

  for (const char *at = text + span.start_byte; at < text + span.end_byte; at = g_utf8_next_char (at))
    n += g_unichar_isalnum (g_utf8_get_char (at)) ? 1 : 0;
  return n;
}

/* From the first to the last of @spans, as far as they lie in @bounds; @hull is widened. */
static void
widen (PurportSpan *hull, const PurportSpanList *spans, PurportSpan bounds)
{
  for (guint i = 0; i < spans->len; i++) {
    PurportSpan span = purport_span_list_get (spans, i);
    if (!purport_span_contains (bounds, span))
      continue;
    if (purport_span_is_empty (*hull))
      *hull = span;
    hull->start_byte = MIN (hull->start_byte, span.start_byte);
    hull->end_byte = MAX (hull->end_byte, span.end_byte);
  }
}

/* Letters of @part that @other does not cover. */
static guint
count_outside (const char *text, PurportSpan part, PurportSpan other)
{
  PurportSpan before = part, after = part;

  if (purport_span_overlap (part, other) == 0)
    return count_letters (text, part);
  before.end_byte = MAX (part.start_byte, MIN (part.end_byte, other.start_byte));
  after.start_byte = MIN (part.end_byte, MAX (part.start_byte, other.end_byte));
  return count_letters (text, before) + count_letters (text, after);
}

/**
 * purport_claim_limit_is_other:
 * @caveat: one that @claim has
 *
 * Returns: whether @caveat tells more about @claim than the claim itself: it stands elsewhere, or its sentence says
 *   something beside the claim and who makes it, or it is of the kind that a claim may have about itself without
 *   speaking of it: that it is about animals, or about few. O(length of the sentence).
 */
gboolean
purport_claim_limit_is_other (const PurportReading *reading, const PurportClaim *claim, const PurportCaveat *caveat)
{
  const char *text = reading->article->text;
  PurportSpan sentence = caveat->span, before = sentence, after = sentence, speaker = { 0 };

  if (purport_span_overlap (sentence, claim->span) == 0 || caveat->kind == PURPORT_CAVEAT_ANIMALS ||
      caveat->kind == PURPORT_CAVEAT_SMALL_SAMPLE)
    return TRUE;
  if (claim->attribution != PURPORT_NONE) {
    const PurportAttribution *attribution =
        &g_array_index (reading->attributions, PurportAttribution, claim->attribution);
    widen (&speaker, &attribution->source_spans, sentence);
    widen (&speaker, &attribution->cue_spans, sentence);
  }
  before.end_byte = MAX (sentence.start_byte, claim->span.start_byte);
  after.start_byte = MIN (sentence.end_byte, claim->span.end_byte);
  return count_outside (text, before, speaker) + count_outside (text, after, speaker) > MAX_OTHER_LETTERS;
}
