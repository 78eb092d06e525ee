/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON-LD: the Web Annotation Data Model (W3C Recommendation, 2017) for annotation tools, and schema.org's Claim for
 * publishers. A ClaimReview says that somebody reviewed a claim: it is written only where the reader did.
 */
#include "base/code-points.h"
#include "formats/export-private.h"
#include "formats/json-writer.h"

typedef struct {
  PurportJsonWriter json;
  const PurportReading *reading;
  PurportCodePoints *points;
} Writer;

/* What the targets of annotations are called: the address, or else what the hash of nothing else can be. */
static char *
dup_target (const PurportArticle *article)
{
  g_autofree char *hash = NULL;

  if (article->uri != NULL)
    return g_strdup (article->uri);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *)article->text, article->n_bytes);
  return g_strconcat ("urn:sha256:", hash, NULL);
}

static void
write_time (PurportJsonWriter *json, const char *key, gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text != NULL)
    purport_json_string (json, key, text);
}

static void
write_body (PurportJsonWriter *json, const char *value, const char *purpose)
{
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "type", "TextualBody");
  purport_json_string (json, "value", value);
  purport_json_string (json, "format", "text/plain");
  purport_json_string (json, "purpose", purpose);
  purport_json_end_object (json);
}

static const char *
motivation_of (PurportAnnotationKind kind)
{
  switch (kind) {
  case PURPORT_ANNOTATION_NOTE:
    return "commenting";
  case PURPORT_ANNOTATION_JUDGEMENT:
    return "assessing";
  default:
    return "editing";
  }
}

static void
write_bodies (PurportJsonWriter *json, const PurportAnnotation *annotation)
{
  purport_json_begin_list (json, "body");
  if (annotation->kind != PURPORT_ANNOTATION_NOTE)
    write_body (json, purport_annotation_kind_to_string (annotation->kind), "classifying");
  if (annotation->value != NULL)
    write_body (json, annotation->value, annotation->kind == PURPORT_ANNOTATION_JUDGEMENT ? "assessing" : "editing");
  if (annotation->body != NULL)
    write_body (json, annotation->body, "commenting");
  for (char **link = annotation->links; *link != NULL; link++)
    purport_json_string (json, NULL, *link);
  purport_json_end_list (json);
}

static void
write_selectors (Writer *self, const PurportAnnotation *annotation)
{
  PurportJsonWriter *json = &self->json;

  purport_json_begin_list (json, "selector");
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "type", "TextQuoteSelector");
  purport_json_string (json, "exact", annotation->quote);
  purport_json_string (json, "prefix", annotation->prefix);
  purport_json_string (json, "suffix", annotation->suffix);
  purport_json_end_object (json);
  if (!annotation->orphaned) {
    purport_json_begin_object (json, NULL);
    purport_json_string (json, "type", "TextPositionSelector");
    purport_json_unsigned (json, "start", purport_code_points_from_byte (self->points, annotation->span.start_byte));
    purport_json_unsigned (json, "end", purport_code_points_from_byte (self->points, annotation->span.end_byte));
    purport_json_end_object (json);
  }
  purport_json_end_list (json);
}

static void
write_annotation (Writer *self, const PurportAnnotation *annotation, const char *target)
{
  PurportJsonWriter *json = &self->json;
  g_autofree char *id = g_strconcat ("urn:uuid:", annotation->id, NULL);

  purport_json_begin_object (json, NULL);
  purport_json_string (json, "id", id);
  purport_json_string (json, "type", "Annotation");
  purport_json_string (json, "motivation", motivation_of (annotation->kind));
  write_time (json, "created", annotation->created_at);
  write_time (json, "modified", annotation->changed_at);
  write_bodies (json, annotation);
  purport_json_begin_object (json, "target");
  purport_json_string (json, "source", target);
  write_selectors (self, annotation);
  purport_json_end_object (json);
  purport_json_end_object (json);
}

void
purport_export_annotations (const PurportReading *reading, const GPtrArray *annotations, GString *out)
{
  Writer writer = { .reading = reading,
                    .points = purport_code_points_new (reading->article->text, reading->article->n_bytes) };
  PurportJsonWriter *json = &writer.json;
  g_autofree char *target = dup_target (reading->article);
  g_autofree char *id = g_strconcat (target, "#annotations", NULL);

  purport_json_writer_init (json, out, TRUE);
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "@context", "http://www.w3.org/ns/anno.jsonld");
  purport_json_string (json, "id", id);
  purport_json_string (json, "type", "AnnotationPage");
  purport_json_begin_list (json, "items");
  for (guint i = 0; i < annotations->len; i++)
    write_annotation (&writer, g_ptr_array_index (annotations, i), target);
  purport_json_end_list (json);
  purport_json_end_object (json);
  g_string_append_c (out, '\n');
  purport_code_points_free (writer.points);
}

static void
write_author (PurportJsonWriter *json, const PurportSource *source)
{
  gboolean person = source->type == PURPORT_SOURCE_PERSON, document = source->type == PURPORT_SOURCE_DOCUMENT;

  /* What a document says is said where the document appears; nobody's name is known. */
  if (document)
    return;
  purport_json_begin_object (json, "author");
  purport_json_string (json, "@type", person ? "Person" : "Organization");
  purport_json_string (json, "name", source->name);
  purport_json_end_object (json);
}

static char *
dup_claim_id (const char *target, guint claim)
{
  return g_strdup_printf ("%s#claim-%u", target, claim + 1);
}

static void
write_claim (Writer *self, guint index, const char *target)
{
  PurportJsonWriter *json = &self->json;
  const PurportClaim *claim = &g_array_index (self->reading->claims, PurportClaim, index);
  g_autofree char *words = purport_export_dup_line (self->reading, claim->span);
  g_autofree char *id = dup_claim_id (target, index);

  purport_json_begin_object (json, NULL);
  purport_json_string (json, "@type", "Claim");
  purport_json_string (json, "@id", id);
  purport_json_string (json, "text", words);
  if (claim->source != PURPORT_NONE)
    write_author (json, &g_array_index (self->reading->sources, PurportSource, claim->source));
  purport_json_begin_object (json, "appearance");
  purport_json_string (json, "@id", target);
  purport_json_end_object (json);
  purport_json_end_object (json);
}

/* Returns: the claim that the annotation judges: the one that it shares most of its words with. */
static guint
find_judged (const PurportReading *reading, const PurportAnnotation *annotation)
{
  guint best = PURPORT_NONE;
  guint32 most = 0;

  for (guint i = 0; i < reading->claims->len; i++) {
    guint32 shared = purport_span_overlap (g_array_index (reading->claims, PurportClaim, i).span, annotation->span);
    if (shared > most) {
      most = shared;
      best = i;
    }
  }
  return best;
}

static const char *
rating_of (const PurportAnnotation *annotation)
{
  PurportJudgement judgement;

  if (annotation->kind != PURPORT_ANNOTATION_JUDGEMENT || annotation->orphaned ||
      !purport_judgement_from_string (annotation->value, &judgement))
    return NULL;
  switch (judgement) {
  case PURPORT_JUDGEMENT_CHECKED:
    return "Checked";
  case PURPORT_JUDGEMENT_DOUBTFUL:
    return "Doubtful";
  case PURPORT_JUDGEMENT_WRONG:
    return "Wrong";
  default: /* still to be checked: no review yet */
    return NULL;
  }
}

static void
write_review (Writer *self, const PurportAnnotation *annotation, const char *target)
{
  PurportJsonWriter *json = &self->json;
  const char *rating = rating_of (annotation);
  guint claim = rating != NULL ? find_judged (self->reading, annotation) : PURPORT_NONE;
  g_autofree char *id = NULL;

  if (claim == PURPORT_NONE)
    return;
  id = dup_claim_id (target, claim);
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "@type", "ClaimReview");
  purport_json_string (json, "claimReviewed", annotation->quote);
  write_time (json, "dateModified", annotation->changed_at);
  purport_json_begin_object (json, "itemReviewed");
  purport_json_string (json, "@id", id);
  purport_json_end_object (json);
  purport_json_begin_object (json, "reviewRating");
  purport_json_string (json, "@type", "Rating");
  purport_json_string (json, "alternateName", rating);
  purport_json_end_object (json);
  if (annotation->body != NULL)
    purport_json_string (json, "reviewBody", annotation->body);
  purport_json_end_object (json);
}

static void
write_article (PurportJsonWriter *json, const PurportArticle *article, const char *target)
{
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "@type", "Article");
  purport_json_string (json, "@id", target);
  if (article->title != NULL)
    purport_json_string (json, "headline", article->title);
  if (article->published != NULL)
    purport_json_string (json, "datePublished", article->published);
  if (*article->bylines != NULL) {
    purport_json_begin_list (json, "author");
    for (char **byline = article->bylines; *byline != NULL; byline++) {
      purport_json_begin_object (json, NULL);
      purport_json_string (json, "@type", "Person");
      purport_json_string (json, "name", *byline);
      purport_json_end_object (json);
    }
    purport_json_end_list (json);
  }
  if (article->publisher != NULL) {
    purport_json_begin_object (json, "publisher");
    purport_json_string (json, "@type", "Organization");
    purport_json_string (json, "name", article->publisher);
    purport_json_end_object (json);
  }
  purport_json_end_object (json);
}

void
purport_export_claim_markup (const PurportReading *reading, const GPtrArray *annotations, GString *out)
{
  Writer writer = { .reading = reading };
  PurportJsonWriter *json = &writer.json;
  g_autofree char *target = dup_target (reading->article);

  purport_json_writer_init (json, out, TRUE);
  purport_json_begin_object (json, NULL);
  purport_json_string (json, "@context", "https://schema.org");
  purport_json_begin_list (json, "@graph");
  write_article (json, reading->article, target);
  for (guint i = 0; i < reading->claims->len; i++)
    write_claim (&writer, i, target);
  for (guint i = 0; i < annotations->len; i++)
    write_review (&writer, g_ptr_array_index (annotations, i), target);
  purport_json_end_list (json);
  purport_json_end_object (json);
  g_string_append_c (out, '\n');
}
