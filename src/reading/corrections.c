/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections change an unfinished reading: claims go, come and change hands; sources are added where they are new. */
#include "reading/corrections.h"

#include <string.h>

/* A correction is meant for the claim of which it covers this share, and that covers this share of it. */
#define SAME_SHARE 0.5

static guint32
find_claim (const PurportReading *reading, PurportSpan span)
{
  guint32 best = PURPORT_NONE, most = 0;

  for (guint32 i = 0; i < reading->claims->len; i++) {
    PurportSpan claim = g_array_index (reading->claims, PurportClaim, i).span;
    guint32 shared = purport_span_overlap (claim, span);
    guint32 all = purport_span_length (claim) + purport_span_length (span) - shared;
    if (shared > most && shared >= SAME_SHARE * all) {
      most = shared;
      best = i;
    }
  }
  return best;
}

/* What names claim @removed, or a later one, follows the claims that moved up. */
static guint32
moved_up (guint32 index, guint32 removed)
{
  return index == PURPORT_NONE || index < removed ? index : index == removed ? PURPORT_NONE : index - 1;
}

static void
remove_claim (PurportReading *reading, guint32 removed)
{
  g_array_remove_index (reading->claims, removed);
  reading->main_claim = moved_up (reading->main_claim, removed);
  for (guint32 i = 0; i < reading->claims->len; i++) {
    GArray *disputes = g_array_index (reading->claims, PurportClaim, i).disputes;
    for (guint j = disputes->len; j > 0; j--) {
      PurportDispute *dispute = &g_array_index (disputes, PurportDispute, j - 1);
      dispute->claim = moved_up (dispute->claim, removed);
      if (dispute->claim == PURPORT_NONE)
        g_array_remove_index (disputes, j - 1);
    }
  }
}

/* Makes room at @inserted: what names that claim or a later one names the next. */
static void
shift_down (PurportReading *reading, guint32 inserted)
{
  if (reading->main_claim != PURPORT_NONE && reading->main_claim >= inserted)
    reading->main_claim++;
  for (guint32 i = 0; i < reading->claims->len; i++) {
    GArray *disputes = g_array_index (reading->claims, PurportClaim, i).disputes;
    for (guint j = 0; j < disputes->len; j++) {
      PurportDispute *dispute = &g_array_index (disputes, PurportDispute, j);
      if (dispute->claim >= inserted)
        dispute->claim++;
    }
  }
}

static guint32
sentence_at (const PurportReading *reading, guint32 byte)
{
  for (guint32 i = 0; i < reading->sentences->len; i++)
    if (byte < g_array_index (reading->sentences, PurportSentence, i).span.end_byte)
      return i;
  return PURPORT_NONE;
}

static void
insert_claim (PurportReading *reading, PurportSpan span)
{
  guint32 at = 0, last = reading->claims->len, sentence = sentence_at (reading, span.start_byte);
  PurportClaim claim;

  if (sentence == PURPORT_NONE)
    return;
  while (at < last && g_array_index (reading->claims, PurportClaim, at).span.start_byte <= span.start_byte)
    at++;
  shift_down (reading, at);
  claim = *purport_reading_add_claim (reading, span, sentence);
  claim.n_kinds = 1;
  claim.kinds[0] = PURPORT_CLAIM_FINDING;
  claim.importance = 1; /* somebody thought it worth marking */
  memmove (&g_array_index (reading->claims, PurportClaim, at + 1), &g_array_index (reading->claims, PurportClaim, at),
           (last - at) * sizeof (PurportClaim));
  g_array_index (reading->claims, PurportClaim, at) = claim;
}

static guint32
find_source (const PurportReading *reading, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint32 i = 0; i < reading->sources->len; i++) {
    g_autofree char *here = g_utf8_casefold (g_array_index (reading->sources, PurportSource, i).name, -1);
    if (g_str_equal (wanted, here))
      return i;
  }
  return PURPORT_NONE;
}

static guint32
find_or_add_source (PurportReading *reading, const char *name)
{
  guint32 source = find_source (reading, name);

  if (source != PURPORT_NONE)
    return source;
  purport_reading_add_source (reading, PURPORT_SOURCE_PERSON, name);
  return reading->sources->len - 1;
}

static void
set_speaker (PurportReading *reading, guint32 index, const char *name)
{
  guint32 source = name == NULL || *name == '\0' ? PURPORT_NONE : find_or_add_source (reading, name);
  PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, index);

  if (claim->source == source)
    return;
  claim->source = source;
  claim->attribution = PURPORT_NONE; /* its words name another */
  if (source == PURPORT_NONE)
    claim->mode = PURPORT_MODE_NONE;
  else if (claim->mode == PURPORT_MODE_NONE)
    claim->mode = PURPORT_MODE_INDIRECT;
}

static void
add_description (PurportReading *reading, const PurportAnnotation *correction)
{
  guint32 index = correction->value != NULL ? find_source (reading, correction->value) : PURPORT_NONE;
  PurportSource *source;
  GArray *spans;

  if (index == PURPORT_NONE)
    return;
  source = &g_array_index (reading->sources, PurportSource, index);
  spans = correction->kind == PURPORT_ANNOTATION_ROLE ? source->roles : source->affiliations;
  for (guint i = 0; i < spans->len; i++)
    if (purport_span_overlap (g_array_index (spans, PurportSpan, i), correction->span) > 0) {
      g_array_index (spans, PurportSpan, i) = correction->span;
      return;
    }
  g_array_append_val (spans, correction->span);
}

static void
apply (const PurportAnnotation *correction, PurportReading *reading)
{
  guint32 claim = find_claim (reading, correction->span);

  switch (correction->kind) {
  case PURPORT_ANNOTATION_NOT_A_CLAIM:
    if (claim != PURPORT_NONE)
      remove_claim (reading, claim);
    return;
  case PURPORT_ANNOTATION_CLAIM:
    if (claim == PURPORT_NONE)
      insert_claim (reading, correction->span);
    return;
  case PURPORT_ANNOTATION_SAID_BY:
    if (claim != PURPORT_NONE)
      set_speaker (reading, claim, correction->value);
    return;
  case PURPORT_ANNOTATION_ROLE:
  case PURPORT_ANNOTATION_AFFILIATION:
    add_description (reading, correction);
    return;
  default:
    return;
  }
}

/**
 * purport_corrections_apply:
 * @corrections: (element-type PurportAnnotation): in the order in which they are to be applied; those whose words do
 * not lie in the text are left alone
 * @reading: not finished yet
 *
 * O(corrections × (claims + sources)).
 */
void
purport_corrections_apply (const GPtrArray *corrections, PurportReading *reading)
{
  for (guint i = 0; i < corrections->len; i++) {
    const PurportAnnotation *correction = g_ptr_array_index (corrections, i);
    if (!correction->orphaned && !purport_span_is_empty (correction->span) &&
        correction->span.end_byte <= reading->article->n_bytes)
      apply (correction, reading);
  }
}
