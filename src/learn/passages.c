/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads passages (JSON lines with "text", "tokens", "labels") and scores labels as the published protocol does. */
#include "learn/passages.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/code-points.h"

/* Tokens of a passage that the published protocol looks at. */
#define CUT 300

/* A gap longer than this, in tokens, is no part of an attribution. */
#define GAP_LIMIT 40

typedef struct {
  guint32 first_token;
  guint32 end_token;
  PurportPart part;
} Segment;

static void
passage_free (gpointer data)
{
  PurportPassage *passage = data;

  purport_draft_free (passage->draft);
  purport_words_free (passage->words);
  g_array_unref (passage->gold);
  g_free (passage->labels);
  g_free (passage->levels);
  g_free (passage);
}

static const PurportGoldToken *
gold_at (const PurportPassage *passage, guint i)
{
  return &g_array_index (passage->gold, PurportGoldToken, i);
}

/* The part that most bytes of a span belong to; @next is where its data tokens begin. *begins: a span of it does. */
static PurportPart
part_at (const PurportPassage *passage, PurportSpan span, guint *next, gboolean *begins)
{
  guint32 bytes[PURPORT_PART_CONTENT + 1] = { 0 };
  gboolean starts[PURPORT_PART_CONTENT + 1] = { FALSE };
  guint best = PURPORT_PART_NONE;

  while (*next > 0 && gold_at (passage, *next - 1)->span.end_byte > span.start_byte)
    (*next)--;
  while (*next < passage->gold->len && gold_at (passage, *next)->span.end_byte <= span.start_byte)
    (*next)++;
  for (guint i = *next; i < passage->gold->len && gold_at (passage, i)->span.start_byte < span.end_byte; i++) {
    const PurportGoldToken *gold = gold_at (passage, i);
    bytes[gold->part] += purport_span_overlap (gold->span, span);
    if (gold->begins && gold->span.start_byte >= span.start_byte)
      starts[gold->part] = TRUE;
  }
  for (guint part = PURPORT_PART_SOURCE; part <= PURPORT_PART_CONTENT; part++)
    if (bytes[part] > bytes[best])
      best = part;
  *begins = starts[best];
  return (PurportPart)best;
}

static GArray *
find_segments (const PurportPassage *passage)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  guint next = 0;

  for (guint32 i = 0; i < passage->n_tokens; i++) {
    gboolean begins;
    PurportPart part = part_at (passage, purport_draft_token (passage->draft, i)->span, &next, &begins);
    Segment *last = segments->len > 0 ? &g_array_index (segments, Segment, segments->len - 1) : NULL;
    Segment segment = { i, i + 1, part };
    if (part == PURPORT_PART_NONE)
      continue;
    if (last != NULL && last->part == part && last->end_token == i && !begins)
      last->end_token++;
    else
      g_array_append_val (segments, segment);
  }
  return segments;
}

static const Segment *
segment_at (const PurportPassage *passage, const GArray *segments, guint i, const Segment *beside)
{
  const Segment *segment = i < segments->len ? &g_array_index (segments, Segment, i) : NULL;
  return segment != NULL &&
                 passage->draft->sentence_of[segment->first_token] == passage->draft->sentence_of[beside->first_token]
             ? segment
             : NULL;
}

static gboolean
has_part (const Segment *segment, PurportPart part)
{
  return segment != NULL && segment->part == part;
}

/* Whether a cue stands before a content in its sentence, and no other content behind that. */
static gboolean
is_behind_cue (const PurportPassage *passage, const GArray *segments, guint i)
{
  const Segment *content = &g_array_index (segments, Segment, i), *before;

  while (i-- > 0 && (before = segment_at (passage, segments, i, content)) != NULL) {
    if (before->part == PURPORT_PART_CONTENT)
      return FALSE;
    if (before->part == PURPORT_PART_CUE)
      return TRUE;
  }
  return FALSE;
}

static guint8
label_of (const PurportPassage *passage, const GArray *segments, guint i)
{
  const Segment *here = &g_array_index (segments, Segment, i);
  const Segment *before = segment_at (passage, segments, i - 1, here);
  const Segment *before_that = segment_at (passage, segments, i - 2, here);
  const Segment *behind = segment_at (passage, segments, i + 1, here);
  const guint32 *quote_of = passage->draft->quote_of;

  if (here->part == PURPORT_PART_CUE)
    return PURPORT_LABEL_CUE;
  if (here->part == PURPORT_PART_SOURCE) {
    gboolean inverted = has_part (before, PURPORT_PART_CUE) && !has_part (before_that, PURPORT_PART_SOURCE);
    return !inverted && has_part (behind, PURPORT_PART_CUE) ? PURPORT_LABEL_SOURCE_BEFORE : PURPORT_LABEL_SOURCE_BEHIND;
  }
  if (quote_of[here->first_token] != PURPORT_NONE ||
      (here->first_token + 1 < here->end_token && quote_of[here->first_token + 1] != PURPORT_NONE))
    return PURPORT_LABEL_QUOTE;
  return is_behind_cue (passage, segments, i) ? PURPORT_LABEL_CONTENT_BEHIND : PURPORT_LABEL_CONTENT_BEFORE;
}

/* The label of what stands between two segments of a sentence. */
static guint8
gap_label (const PurportPassage *passage, const Segment *segment, const Segment *next)
{
  guint8 label = passage->labels[segment->first_token], next_label;

  if (next == NULL || next->first_token - segment->end_token > GAP_LIMIT)
    return PURPORT_LABEL_OUTSIDE;
  next_label = passage->labels[next->first_token];
  if (label == PURPORT_LABEL_SOURCE_BEFORE && next_label == PURPORT_LABEL_CUE)
    return PURPORT_LABEL_GAP_BEHIND_SOURCE;
  if (label == PURPORT_LABEL_CUE && (next->part == PURPORT_PART_CONTENT || next_label == PURPORT_LABEL_SOURCE_BEHIND))
    return PURPORT_LABEL_GAP_BEHIND_CUE;
  return PURPORT_LABEL_OUTSIDE;
}

static void
set_labels (PurportPassage *passage)
{
  g_autoptr (GArray) segments = find_segments (passage);

  for (guint i = 0; i < segments->len; i++) {
    const Segment *segment = &g_array_index (segments, Segment, i);
    guint8 label = label_of (passage, segments, i);
    for (guint32 j = segment->first_token; j < segment->end_token; j++)
      passage->labels[j] = (guint8)(j == segment->first_token ? label : label + 1);
  }
  for (guint i = 0; i < segments->len; i++) {
    const Segment *segment = &g_array_index (segments, Segment, i);
    const Segment *next = segment_at (passage, segments, i + 1, segment);
    guint8 label = gap_label (passage, segment, next);
    for (guint32 j = segment->end_token; label != PURPORT_LABEL_OUTSIDE && j < next->first_token; j++)
      passage->labels[j] = label;
  }
}

static void
add_blocks (PurportArticle *article)
{
  for (gsize i = 0; i < article->n_bytes;) {
    gsize end = i;
    while (end < article->n_bytes && article->text[end] != '\n')
      end++;
    if (end > i)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (i, end));
    i = end + 1;
  }
}

static void
read_gold (PurportPassage *passage, JsonObject *object, const PurportCodePoints *code_points)
{
  JsonArray *tokens = json_object_get_array_member (object, "tokens");
  JsonArray *labels = json_object_get_array_member (object, "labels");

  passage->gold = g_array_new (FALSE, TRUE, sizeof (PurportGoldToken));
  for (guint i = 0; i < json_array_get_length (tokens); i++) {
    JsonArray *span = json_array_get_array_element (tokens, i);
    const char *label = json_array_get_string_element (labels, i);
    PurportGoldToken gold = { .begins = label[0] == 'B' };
    gold.span.start_byte = purport_code_points_to_byte (code_points, (guint32)json_array_get_int_element (span, 0));
    gold.span.end_byte = purport_code_points_to_byte (code_points, (guint32)json_array_get_int_element (span, 1));
    gold.part = g_str_has_suffix (label, "-source")    ? PURPORT_PART_SOURCE
                : g_str_has_suffix (label, "-cue")     ? PURPORT_PART_CUE
                : g_str_has_suffix (label, "-content") ? PURPORT_PART_CONTENT
                                                       : PURPORT_PART_NONE;
    g_array_append_val (passage->gold, gold);
  }
}

static PurportPassage *
read_passage (JsonObject *object, const PurportTextModels *models, const PurportLexicon *lexicon)
{
  const char *text = json_object_get_string_member (object, "text");
  g_autoptr (PurportCodePoints) code_points = purport_code_points_new (text, strlen (text));
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);
  PurportPassage *passage = g_new0 (PurportPassage, 1);

  add_blocks (article);
  read_gold (passage, object, code_points);
  passage->words = purport_words_new (models, article, NULL, NULL);
  passage->draft = purport_draft_new (lexicon, passage->words, NULL);
  passage->n_tokens = purport_draft_n_tokens (passage->draft);
  passage->labels = g_new0 (guint8, passage->n_tokens + 1);
  passage->levels = g_new0 (guint8, passage->n_tokens + 1);
  passage->document = g_str_hash (json_object_get_string_member (object, "doc"));
  set_labels (passage);
  return passage;
}

/**
 * purport_passages_read:
 * @path: JSON lines with "text", "doc", "tokens" (code points) and "labels" (B-source, I-source, … O)
 *
 * Returns: (transfer full) (element-type PurportPassage): the passages
 */
GPtrArray *
purport_passages_read (const char *path, const PurportTextModels *models, const PurportLexicon *lexicon, GError **error)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (passage_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (lines[i][0] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error))
      return NULL;
    g_ptr_array_add (passages, read_passage (json_node_get_object (json_parser_get_root (parser)), models, lexicon));
  }
  return g_steal_pointer (&passages);
}

/* Gives the data tokens that lie in a span by more than half, and in none before, to that span. */
static void
project_span (PurportGoldToken *projected, const PurportPassage *passage, PurportSpan span, PurportPart part)
{
  gboolean begins = TRUE;

  for (guint i = 0; i < passage->gold->len; i++) {
    const PurportGoldToken *gold = gold_at (passage, i);
    if (projected[i].part != PURPORT_PART_NONE ||
        purport_span_overlap (gold->span, span) * 2 <= purport_span_length (gold->span))
      continue;
    projected[i].part = (guint8)part;
    projected[i].begins = begins;
    begins = FALSE;
  }
}

/* The end of the span that begins at token @i, or @i where none does. */
static guint
span_end (const PurportGoldToken *tokens, guint i, guint n)
{
  guint end = i + 1;

  if (tokens[i].part == PURPORT_PART_NONE || !tokens[i].begins)
    return i;
  while (end < n && tokens[end].part == tokens[i].part && !tokens[end].begins)
    end++;
  return end;
}

/* Adds to @scores, which are indexed by #PurportPart, what @labels find in the passage. O(tokens × spans). */
void
purport_passage_score (const PurportPassage *passage, const guint8 *labels, PurportSpanScore *scores)
{
  g_autofree PurportGoldToken *projected = g_new0 (PurportGoldToken, passage->gold->len + 1);
  const PurportGoldToken *gold = (const PurportGoldToken *)(gpointer)passage->gold->data;
  guint n = MIN (passage->gold->len, CUT);

  for (guint32 i = 0, end; i < passage->n_tokens; i = end) {
    for (end = i + 1; end < passage->n_tokens && purport_label_is_inside (labels[end]) &&
                      purport_label_part (labels[end]) == purport_label_part (labels[i]);)
      end++;
    if (purport_label_part (labels[i]) != PURPORT_PART_NONE)
      project_span (projected, passage, purport_draft_span (passage->draft, i, end), purport_label_part (labels[i]));
  }
  for (guint i = 0; i < n; i++) {
    guint gold_end = span_end (gold, i, n), found_end = span_end (projected, i, n);
    scores[gold[i].part].n_gold += gold_end > i;
    scores[projected[i].part].n_found += found_end > i;
    scores[gold[i].part].n_right += gold_end > i && gold_end == found_end && gold[i].part == projected[i].part;
  }
}
