/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON writer of readings: bytes become code points, indices become ids, nothing is left out. */
#include "formats/reading-json.h"

#include "config.h"

#include "base/code-points.h"
#include "base/vocabulary.h"
#include "formats/json-writer.h"

#define FORMAT_VERSION 1

typedef struct {
  PurportJsonWriter json;
  const PurportReading *reading;
  PurportCodePoints *points;
} Writer;

#define EACH(list, Type, item)                                                                                         \
  for (const Type *item = (const Type *)(gpointer)(list)->data, *end_of_##item = item + (list)->len;                   \
       item < end_of_##item; item++)

static void
write_bounds (Writer *self, PurportSpan span)
{
  purport_json_unsigned (&self->json, "start", purport_code_points_from_byte (self->points, span.start_byte));
  purport_json_unsigned (&self->json, "end", purport_code_points_from_byte (self->points, span.end_byte));
}

static void
write_words (Writer *self, PurportSpan span)
{
  purport_json_string_n (&self->json, "text", self->reading->article->text + span.start_byte,
                         purport_span_length (span));
}

/* The two ends of @span; null for the empty one. */
static void
write_span (Writer *self, const char *key, PurportSpan span, gboolean with_text)
{
  if (purport_span_is_empty (span)) {
    purport_json_null (&self->json, key);
    return;
  }
  purport_json_begin_flat_object (&self->json, key);
  write_bounds (self, span);
  if (with_text)
    write_words (self, span);
  purport_json_end_object (&self->json);
}

static void
write_spans_with_words (Writer *self, const char *key, const GArray *spans)
{
  purport_json_begin_flat_list (&self->json, key);
  EACH (spans, PurportSpan, span)
  write_span (self, NULL, *span, TRUE);
  purport_json_end_list (&self->json);
}

static void
write_span_list (Writer *self, const char *key, const PurportSpanList *spans)
{
  purport_json_begin_flat_list (&self->json, key);
  for (guint i = 0; i < spans->len; i++)
    write_span (self, NULL, purport_span_list_get (spans, i), FALSE);
  purport_json_end_list (&self->json);
}

/* @letter and the number behind it, counted from 1; null for PURPORT_NONE. */
static void
write_id (Writer *self, const char *key, char letter, guint32 index)
{
  char id[16];

  if (index == PURPORT_NONE) {
    purport_json_null (&self->json, key);
    return;
  }
  g_snprintf (id, sizeof id, "%c%u", letter, index + 1);
  purport_json_string (&self->json, key, id);
}

static void
write_ids (Writer *self, const char *key, char letter, const GArray *indices)
{
  purport_json_begin_flat_list (&self->json, key);
  EACH (indices, guint32, index)
  write_id (self, NULL, letter, *index);
  purport_json_end_list (&self->json);
}

static void
write_blocks_and_links (Writer *self)
{
  const PurportArticle *article = self->reading->article;

  purport_json_begin_list (&self->json, "blocks");
  EACH (article->blocks, PurportBlock, block)
  {
    purport_json_begin_flat_object (&self->json, NULL);
    purport_json_string (&self->json, "kind", purport_block_kind_to_string (block->kind));
    write_bounds (self, block->span);
    purport_json_end_object (&self->json);
  }
  purport_json_end_list (&self->json);
  purport_json_begin_list (&self->json, "links");
  EACH (article->links, PurportLink, link)
  {
    purport_json_begin_flat_object (&self->json, NULL);
    write_bounds (self, link->span);
    purport_json_string (&self->json, "uri", link->uri);
    purport_json_end_object (&self->json);
  }
  purport_json_end_list (&self->json);
}

static void
write_article (Writer *self, gboolean with_text)
{
  const PurportArticle *article = self->reading->article;
  PurportJsonWriter *json = &self->json;

  purport_json_begin_object (json, "article");
  purport_json_string (json, "uri", article->uri);
  purport_json_string (json, "media_type", article->media_type);
  purport_json_string (json, "language", self->reading->language != NULL ? self->reading->language : article->language);
  purport_json_string (json, "title", article->title);
  purport_json_begin_flat_list (json, "bylines");
  for (char **byline = article->bylines; *byline != NULL; byline++)
    purport_json_string (json, NULL, *byline);
  purport_json_end_list (json);
  purport_json_string (json, "publisher", article->publisher);
  purport_json_string (json, "published", article->published);
  if (with_text)
    purport_json_string_n (json, "text", article->text, article->n_bytes);
  else
    purport_json_null (json, "text");
  write_blocks_and_links (self);
  purport_json_end_object (json);
}

static void
write_text_lists (Writer *self)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_list (json, "repairs");
  EACH (self->reading->repairs, PurportRepair, repair)
  {
    purport_json_begin_flat_object (json, NULL);
    write_bounds (self, repair->span);
    purport_json_string (json, "kind", purport_repair_kind_to_string (repair->kind));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  purport_json_begin_list (json, "sentences");
  EACH (self->reading->sentences, PurportSentence, sentence)
  {
    purport_json_begin_flat_object (json, NULL);
    write_bounds (self, sentence->span);
    purport_json_score (json, "importance", (double)sentence->importance);
    purport_json_string (json, "strength", purport_strength_to_string (sentence->strength));
    purport_json_score (json, "certainty", (double)sentence->certainty);
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  purport_json_begin_list (json, "names");
  EACH (self->reading->names, PurportName, name)
  {
    purport_json_begin_flat_object (json, NULL);
    write_bounds (self, name->span);
    purport_json_string (json, "type", purport_name_type_to_string (name->type));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
}

static void
write_source (Writer *self, const PurportSource *source, guint32 index)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_object (json, NULL);
  write_id (self, "id", 's', index);
  purport_json_string (json, "type", purport_source_type_to_string (source->type));
  purport_json_string (json, "name", source->name);
  purport_json_begin_flat_list (json, "aliases");
  for (guint i = 0; i < source->aliases->len; i++)
    purport_json_string (json, NULL, source->aliases->pdata[i]);
  purport_json_end_list (json);
  write_spans_with_words (self, "roles", source->roles);
  write_spans_with_words (self, "affiliations", source->affiliations);
  purport_json_boolean (json, "expert", source->expert);
  purport_json_begin_flat_object (json, "independence");
  purport_json_string (json, "value", purport_independence_to_string (source->independence));
  write_span (self, "words", source->independence_words, FALSE);
  purport_json_end_object (json);
  purport_json_begin_flat_list (json, "mentions");
  EACH (source->mentions, PurportMention, mention)
  {
    purport_json_begin_object (json, NULL);
    write_bounds (self, mention->span);
    purport_json_string (json, "kind", purport_mention_kind_to_string (mention->kind));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  write_ids (self, "claims", 'c', source->claims);
  purport_json_end_object (json);
}

/* How somebody is quoted; null for the article's own voice. */
static void
write_mode (Writer *self, PurportMode mode)
{
  purport_json_string (&self->json, "mode", mode == PURPORT_MODE_NONE ? NULL : purport_mode_to_string (mode));
}

static void
write_attribution (Writer *self, const PurportAttribution *attribution, guint32 index)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_object (json, NULL);
  write_id (self, "id", 'a', index);
  write_id (self, "source", 's', attribution->source);
  write_mode (self, attribution->mode);
  purport_json_string (json, "act", purport_act_to_string (attribution->act));
  purport_json_boolean (json, "certain", attribution->certain);
  write_span_list (self, "source_spans", &attribution->source_spans);
  write_span_list (self, "cue_spans", &attribution->cue_spans);
  write_span_list (self, "content_spans", &attribution->content_spans);
  purport_json_end_object (json);
}

static void
write_certainty (Writer *self, const PurportClaim *claim)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_flat_object (json, "certainty");
  purport_json_string (json, "level", purport_certainty_to_string (claim->certainty));
  purport_json_score (json, "score", (double)claim->certainty_score);
  purport_json_begin_list (json, "cues");
  EACH (claim->hedges, PurportHedge, hedge)
  {
    purport_json_begin_object (json, NULL);
    write_bounds (self, hedge->span);
    purport_json_string (json, "aspect", purport_aspect_to_string (hedge->aspect));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  purport_json_end_object (json);
}

static void
write_kinds_and_reasons (Writer *self, const PurportClaim *claim, gboolean reasons)
{
  purport_json_begin_flat_list (&self->json, reasons ? "reasons" : "kinds");
  if (reasons) {
    for (guint i = 0; i < PURPORT_N_REASONS; i++)
      if ((claim->reasons & 1u << i) != 0)
        purport_json_string (&self->json, NULL, purport_reason_to_string ((PurportReason)i));
  } else {
    for (guint i = 0; i < claim->n_kinds; i++)
      purport_json_string (&self->json, NULL, purport_claim_kind_to_string (claim->kinds[i]));
  }
  purport_json_end_list (&self->json);
}

static void
write_claim (Writer *self, const PurportClaim *claim, guint32 index)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_object (json, NULL);
  write_id (self, "id", 'c', index);
  write_bounds (self, claim->span);
  write_words (self, claim->span);
  purport_json_unsigned (json, "sentence", claim->sentence);
  write_id (self, "source", 's', claim->source);
  write_id (self, "attribution", 'a', claim->attribution);
  write_mode (self, claim->mode);
  write_kinds_and_reasons (self, claim, FALSE);
  purport_json_string (json, "strength", purport_strength_to_string (claim->strength));
  write_certainty (self, claim);
  purport_json_score (json, "importance", (double)claim->importance);
  write_kinds_and_reasons (self, claim, TRUE);
  write_ids (self, "figures", 'f', claim->figures);
  write_ids (self, "evidence", 'e', claim->evidence);
  write_ids (self, "caveats", 'k', claim->caveats);
  purport_json_begin_flat_list (json, "disputes");
  EACH (claim->disputes, PurportDispute, dispute)
  {
    purport_json_begin_object (json, NULL);
    write_id (self, "claim", 'c', dispute->claim);
    write_bounds (self, dispute->words);
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  purport_json_end_object (json);
}

static void
write_change (Writer *self, const PurportFigure *figure)
{
  PurportJsonWriter *json = &self->json;

  if (figure->change == PURPORT_CHANGE_NONE) {
    purport_json_null (json, "change");
    return;
  }
  purport_json_begin_flat_object (json, "change");
  purport_json_string (json, "kind", purport_change_kind_to_string (figure->change));
  purport_json_string (json, "direction", figure->change_up ? "up" : "down");
  write_id (self, "baseline", 'f', figure->change_baseline);
  purport_json_end_object (json);
}

static void
write_figure (Writer *self, const PurportFigure *figure, guint32 index)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_object (json, NULL);
  write_id (self, "id", 'f', index);
  write_bounds (self, figure->span);
  write_words (self, figure->span);
  purport_json_unsigned (json, "sentence", figure->sentence);
  write_span (self, "number", figure->number, FALSE);
  purport_json_number (json, "value", figure->value);
  purport_json_number (json, "min", figure->min);
  purport_json_number (json, "max", figure->max);
  purport_json_string (json, "comparison", purport_comparison_to_string (figure->comparison));
  purport_json_string (json, "unit", figure->unit);
  purport_json_string (json, "unit_canonical", figure->unit_canonical);
  purport_json_string (json, "unit_base", figure->unit_base);
  purport_json_number (json, "value_base", figure->value_base);
  purport_json_number (json, "min_base", figure->min_base);
  purport_json_number (json, "max_base", figure->max_base);
  purport_json_string (json, "kind", purport_figure_kind_to_string (figure->kind));
  write_span (self, "about", figure->about, TRUE);
  purport_json_boolean (json, "minor", figure->minor);
  write_change (self, figure);
  purport_json_end_object (json);
}

static void
write_pictures (Writer *self)
{
  PurportJsonWriter *json = &self->json;
  guint32 index = 0;

  purport_json_begin_list (json, "pictures");
  EACH (self->reading->article->pictures, PurportPicture, picture)
  {
    purport_json_begin_object (json, NULL);
    write_id (self, "id", 'p', index++);
    purport_json_string (json, "uri", picture->uri);
    purport_json_string (json, "media_type", picture->media_type);
    purport_json_string (json, "alt", picture->alt);
    purport_json_unsigned (json, "at", purport_code_points_from_byte (self->points, picture->at_byte));
    write_span (self, "caption", picture->caption, FALSE);
    purport_json_string (json, "credit", picture->credit);
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
}

static void
write_basis_lists (Writer *self)
{
  PurportJsonWriter *json = &self->json;
  guint32 index = 0;

  purport_json_begin_list (json, "evidence");
  EACH (self->reading->evidence, PurportEvidence, evidence)
  {
    purport_json_begin_flat_object (json, NULL);
    write_id (self, "id", 'e', index++);
    write_bounds (self, evidence->span);
    purport_json_string (json, "kind", purport_evidence_kind_to_string (evidence->kind));
    write_id (self, "source", 's', evidence->source);
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  index = 0;
  purport_json_begin_list (json, "caveats");
  EACH (self->reading->caveats, PurportCaveat, caveat)
  {
    purport_json_begin_flat_object (json, NULL);
    write_id (self, "id", 'k', index++);
    write_bounds (self, caveat->span);
    purport_json_string (json, "kind", purport_caveat_kind_to_string (caveat->kind));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
  purport_json_begin_list (json, "checklist");
  EACH (self->reading->checklist, PurportCheck, check)
  {
    purport_json_begin_flat_object (json, NULL);
    purport_json_string (json, "question", purport_question_to_string (check->question));
    write_span (self, "answer", check->answer, FALSE);
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
}

static void
write_source_and_claim_lists (Writer *self)
{
  PurportJsonWriter *json = &self->json;
  const PurportReading *reading = self->reading;

  purport_json_begin_list (json, "sources");
  for (guint32 i = 0; i < reading->sources->len; i++)
    write_source (self, &g_array_index (reading->sources, PurportSource, i), i);
  purport_json_end_list (json);
  purport_json_begin_list (json, "attributions");
  for (guint32 i = 0; i < reading->attributions->len; i++)
    write_attribution (self, &g_array_index (reading->attributions, PurportAttribution, i), i);
  purport_json_end_list (json);
  purport_json_begin_list (json, "claims");
  for (guint32 i = 0; i < reading->claims->len; i++)
    write_claim (self, &g_array_index (reading->claims, PurportClaim, i), i);
  purport_json_end_list (json);
  write_id (self, "main_claim", 'c', reading->main_claim);
  purport_json_begin_list (json, "figures");
  for (guint32 i = 0; i < reading->figures->len; i++)
    write_figure (self, &g_array_index (reading->figures, PurportFigure, i), i);
  purport_json_end_list (json);
}

/**
 * purport_reading_json_write:
 * @id_json: (nullable): the "id" of a JSONL request as JSON text, copied as it is
 * @out: the JSON is appended here, without a newline at its end
 *
 * The same reading gives the same bytes. O(size of the reading and its article).
 */
void
purport_reading_json_write (const PurportReading *reading, const char *id_json, PurportJsonFlags flags, GString *out)
{
  g_autoptr (PurportCodePoints) points = purport_code_points_new (reading->article->text, reading->article->n_bytes);
  Writer self = { .reading = reading, .points = points };
  PurportJsonWriter *json = &self.json;

  purport_json_writer_init (json, out, (flags & PURPORT_JSON_PRETTY) != 0);
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "format", "purport-reading");
  purport_json_unsigned (json, "version", FORMAT_VERSION);
  purport_json_string (json, "generator", "purport " PURPORT_VERSION);
  if (id_json != NULL)
    purport_json_raw (json, "id", id_json);
  write_article (&self, (flags & PURPORT_JSON_NO_TEXT) == 0);
  write_text_lists (&self);
  write_source_and_claim_lists (&self);
  write_pictures (&self);
  write_basis_lists (&self);
  purport_json_end_object (json);
}
