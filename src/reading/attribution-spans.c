/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links the spans of a block: a source goes to the cue beside it, a content to the cue that its label points to. */
#include "reading/attribution-spans.h"

typedef struct {
  PurportTokens tokens;
  guint8 label;   /* of the first token */
  guint32 before; /* the attribution of the next cue on either side, or PURPORT_NONE */
  guint32 behind;
} Segment;

typedef struct {
  const PurportDraft *draft;
  GArray *segments; /* (element-type Segment): of one block, in order */
  GArray *found;    /* (element-type PurportAttributionSpans) */
  GArray *loose;    /* (element-type PurportTokens): contents without a cue in their sentence */
} Linker;

static const Segment *
segment_at (const Linker *linker, guint i)
{
  return &g_array_index (linker->segments, Segment, i);
}

static PurportAttributionSpans *
found_at (const Linker *linker, guint32 i)
{
  return &g_array_index (linker->found, PurportAttributionSpans, i);
}

/* Collects the segments of the block that begins at @first_token. Returns: where the next block begins. */
static guint32
collect (Linker *linker, const guint8 *labels, guint32 first_token)
{
  const PurportDraft *draft = linker->draft;
  guint32 block = purport_draft_sentence_of (draft, first_token)->block, i = first_token;

  g_array_set_size (linker->segments, 0);
  while (i < purport_draft_n_tokens (draft) && purport_draft_sentence_of (draft, i)->block == block) {
    Segment segment = { { i, i + 1 }, labels[i], PURPORT_NONE, PURPORT_NONE };
    if (purport_label_part (labels[i]) != PURPORT_PART_NONE) {
      while (segment.tokens.end_token < purport_draft_n_tokens (draft) &&
             purport_label_is_inside (labels[segment.tokens.end_token]) &&
             purport_draft_sentence_of (draft, segment.tokens.end_token)->block == block)
        segment.tokens.end_token++;
      g_array_append_val (linker->segments, segment);
    }
    i = segment.tokens.end_token;
  }
  return i;
}

static gboolean
same_sentence (const Linker *linker, guint32 a, guint32 b)
{
  return linker->draft->sentence_of[a] == linker->draft->sentence_of[b];
}

/* The attribution of the next cue behind a segment, or before it, if that stands in the same sentence. */
static guint32
cue_in_sentence (const Linker *linker, const Segment *from, gboolean behind)
{
  guint32 found = behind ? from->behind : from->before;
  PurportTokens cue;

  if (found == PURPORT_NONE)
    return PURPORT_NONE;
  cue = found_at (linker, found)->cue;
  return behind ? (same_sentence (linker, cue.first_token, from->tokens.end_token - 1) ? found : PURPORT_NONE)
                : (same_sentence (linker, cue.end_token - 1, from->tokens.first_token) ? found : PURPORT_NONE);
}

static gboolean
is_empty (PurportTokens tokens)
{
  return tokens.end_token <= tokens.first_token;
}

static void
link_source (Linker *linker, const Segment *source)
{
  gboolean behind = source->label == PURPORT_LABEL_SOURCE_BEFORE;
  guint32 found = cue_in_sentence (linker, source, behind);

  if (found == PURPORT_NONE || !is_empty (found_at (linker, found)->source))
    found = cue_in_sentence (linker, source, !behind);
  if (found != PURPORT_NONE && is_empty (found_at (linker, found)->source))
    found_at (linker, found)->source = source->tokens;
}

/* Of the cues on both sides of direct speech in one sentence the one that is nearer, its source counted with it. */
static guint32
nearer (const Linker *linker, PurportTokens content, guint32 left, guint32 right)
{
  const PurportAttributionSpans *before = found_at (linker, left), *behind = found_at (linker, right);
  guint32 left_end = before->cue.end_token, right_first = behind->cue.first_token;

  if (before->source.end_token <= content.first_token)
    left_end = MAX (left_end, before->source.end_token);
  if (!is_empty (behind->source) && behind->source.first_token >= content.end_token)
    right_first = MIN (right_first, behind->source.first_token);
  return right_first - content.end_token < content.first_token - left_end ? right : left;
}

static guint32
cue_of_content (const Linker *linker, const Segment *content)
{
  guint32 left = cue_in_sentence (linker, content, FALSE), right = cue_in_sentence (linker, content, TRUE);

  if (left != PURPORT_NONE && right != PURPORT_NONE)
    return content->label == PURPORT_LABEL_CONTENT_BEFORE   ? right
           : content->label == PURPORT_LABEL_CONTENT_BEHIND ? left
                                                            : nearer (linker, content->tokens, left, right);
  return left != PURPORT_NONE ? left : right;
}

static void
link_content (Linker *linker, const Segment *content)
{
  guint32 found = cue_of_content (linker, content);
  PurportAttributionSpans *spans = found == PURPORT_NONE ? NULL : found_at (linker, found);

  if (spans != NULL && spans->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS)
    spans->contents[spans->n_contents++] = content->tokens;
  else if (spans == NULL)
    g_array_append_val (linker->loose, content->tokens);
}

/* Begins an attribution with each cue, and tells every segment the cues beside it. */
static void
add_cues (Linker *linker)
{
  guint32 last = PURPORT_NONE;

  for (guint i = 0; i < linker->segments->len; i++) {
    Segment *segment = &g_array_index (linker->segments, Segment, i);
    segment->before = last;
    if (purport_label_part (segment->label) == PURPORT_PART_CUE) {
      PurportAttributionSpans spans = { .cue = segment->tokens };
      last = linker->found->len;
      g_array_append_val (linker->found, spans);
    }
  }
  last = PURPORT_NONE;
  for (guint i = linker->segments->len; i-- > 0;) {
    Segment *segment = &g_array_index (linker->segments, Segment, i);
    segment->behind = last;
    if (purport_label_part (segment->label) == PURPORT_PART_CUE)
      last = last == PURPORT_NONE ? linker->found->len - 1 : last - 1;
  }
}

static void
link_block (Linker *linker)
{
  add_cues (linker);
  for (guint i = 0; i < linker->segments->len; i++)
    if (purport_label_part (segment_at (linker, i)->label) == PURPORT_PART_SOURCE)
      link_source (linker, segment_at (linker, i));
  for (guint i = 0; i < linker->segments->len; i++)
    if (purport_label_part (segment_at (linker, i)->label) == PURPORT_PART_CONTENT)
      link_content (linker, segment_at (linker, i));
}

/**
 * purport_attribution_spans_find:
 * @labels: for each token its #PurportLabel
 * @loose: (element-type PurportTokens): gets the contents that have no cue in their sentence
 *
 * O(tokens).
 *
 * Returns: (transfer full) (element-type PurportAttributionSpans): the attributions, by cue
 */
GArray *
purport_attribution_spans_find (const PurportDraft *draft, const guint8 *labels, GArray *loose)
{
  Linker linker = { .draft = draft, .loose = loose };

  linker.segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  linker.found = g_array_new (FALSE, FALSE, sizeof (PurportAttributionSpans));
  for (guint32 i = 0; i < purport_draft_n_tokens (draft);) {
    i = collect (&linker, labels, i);
    link_block (&linker);
  }
  g_array_unref (linker.segments);
  return linker.found;
}
