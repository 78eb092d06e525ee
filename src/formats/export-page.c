/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The article as one HTML file that needs nothing else and runs nothing: blocks as they are, claims underlined as in
 * the window (double: disputed, dotted: tentative, else solid), each a link to its card below.
 */
#include <string.h>

#include "base/claim-limit.h"
#include "base/vocabulary.h"
#include "formats/export-private.h"

static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<style>\n"
    ":root { color-scheme: light dark; }\n"
    "body { font: 1.1rem/1.6 serif; max-width: 38rem; margin: 2rem auto; padding: 0 1rem; }\n"
    "a.claim { color: inherit; text-decoration: underline; text-decoration-color: #1c71d8; }\n"
    "a.tentative { text-decoration-style: dotted; }\n"
    "a.disputed { text-decoration-style: double; }\n"
    "section.cards { font: 0.95rem/1.5 sans-serif; }\n"
    "article.card { border: 1px solid #8886; border-radius: .5rem; padding: .5rem 1rem; margin: 1rem 0; }\n"
    "article.card:target { outline: 2px solid #1c71d8; }\n"
    "dt { font-weight: bold; }\n"
    "figcaption, .boilerplate { font-size: .9rem; opacity: .8; }\n"
    "</style>\n";

static void
append_escaped (GString *out, const char *text, gssize n_bytes)
{
  g_autofree char *escaped = g_markup_escape_text (text, n_bytes);

  for (const char *at = escaped; *at != '\0'; at++) {
    /* g_markup_escape_text() writes control characters as references that HTML does not allow. */
    if (g_str_has_prefix (at, "&#x") && strchr (at, ';') != NULL && strchr (at, ';') - at <= 5) {
      g_string_append (out, "\357\277\275");
      at = strchr (at, ';');
      continue;
    }
    g_string_append_c (out, *at);
  }
}

static void
append_span (GString *out, const PurportReading *reading, PurportSpan span)
{
  append_escaped (out, reading->article->text + span.start_byte, (gssize)purport_span_length (span));
}

static gboolean
is_disputed (const PurportReading *reading, guint32 claim)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const GArray *disputes = g_array_index (reading->claims, PurportClaim, i).disputes;
    for (guint j = 0; j < disputes->len; j++)
      if (g_array_index (disputes, PurportDispute, j).claim == claim)
        return TRUE;
  }
  return FALSE;
}

static const char *
class_of (const PurportReading *reading, guint32 index)
{
  if (is_disputed (reading, index))
    return "claim disputed";
  return g_array_index (reading->claims, PurportClaim, index).certainty == PURPORT_CERTAINTY_TENTATIVE
             ? "claim tentative"
             : "claim";
}

/* The words of @span, with the claims in it as links. @next: the first claim that may begin there; goes on. */
static void
append_marked (GString *out, const PurportReading *reading, PurportSpan span, guint *next)
{
  guint32 at = span.start_byte;

  for (; *next < reading->claims->len; (*next)++) {
    PurportSpan claim = g_array_index (reading->claims, PurportClaim, *next).span;
    if (claim.start_byte >= span.end_byte)
      break;
    if (claim.start_byte < at || claim.end_byte > span.end_byte)
      continue;
    append_span (out, reading, purport_span (at, claim.start_byte));
    g_string_append_printf (out, "<a class=\"%s\" id=\"claim-%u\" href=\"#card-%u\">", class_of (reading, *next),
                            *next + 1, *next + 1);
    append_span (out, reading, claim);
    g_string_append (out, "</a>");
    at = claim.end_byte;
  }
  append_span (out, reading, purport_span (at, span.end_byte));
}

static const char *
element_of (PurportBlockKind kind)
{
  switch (kind) {
  case PURPORT_BLOCK_TITLE:
    return "h1";
  case PURPORT_BLOCK_HEADING:
    return "h2";
  case PURPORT_BLOCK_QUOTATION:
    return "blockquote";
  case PURPORT_BLOCK_TABLE:
    return "pre";
  default:
    return "p";
  }
}

static void
append_blocks (GString *out, const PurportReading *reading)
{
  const PurportArticle *article = reading->article;
  guint next = 0;

  if (article->blocks->len == 0) {
    g_string_append (out, "<p>");
    append_marked (out, reading, purport_span (0, article->n_bytes), &next);
    g_string_append (out, "</p>\n");
  }
  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    const char *element = element_of (block->kind);
    g_string_append_printf (out, "<%s%s>", element,
                            block->kind == PURPORT_BLOCK_BOILERPLATE ? " class=\"boilerplate\"" : "");
    append_marked (out, reading, block->span, &next);
    g_string_append_printf (out, "</%s>\n", element);
  }
}

static void
append_row (GString *out, const char *term, const char *words)
{
  g_string_append_printf (out, "<dt>%s</dt><dd>", term);
  append_escaped (out, words, -1);
  g_string_append (out, "</dd>\n");
}

static void
append_span_row (GString *out, const char *term, const PurportReading *reading, PurportSpan span)
{
  g_autofree char *words = purport_export_dup_line (reading, span);
  append_row (out, term, words);
}

static void
append_basis (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  if (claim->evidence->len == 0)
    append_row (out, "Evidence", "No evidence given in the article");
  for (guint i = 0; i < claim->evidence->len; i++) {
    guint32 index = g_array_index (claim->evidence, guint32, i);
    append_span_row (out, "Evidence given", reading, g_array_index (reading->evidence, PurportEvidence, index).span);
  }
  for (guint i = 0; i < claim->caveats->len; i++) {
    const PurportCaveat *caveat =
        &g_array_index (reading->caveats, PurportCaveat, g_array_index (claim->caveats, guint32, i));
    if (purport_claim_limit_is_other (reading, claim, caveat))
      append_span_row (out, "Limited by", reading, caveat->span);
  }
}

static void
append_opponents (GString *out, const PurportReading *reading, guint32 index)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *other = &g_array_index (reading->claims, PurportClaim, i);
    for (guint j = 0; j < other->disputes->len; j++) {
      if (g_array_index (other->disputes, PurportDispute, j).claim != index)
        continue;
      g_string_append_printf (out, "<dt>Disputed by</dt><dd><a href=\"#claim-%u\">", i + 1);
      append_span (out, reading, other->span);
      g_string_append (out, "</a></dd>\n");
    }
  }
}

static void
append_annotations (GString *out, const PurportClaim *claim, const GPtrArray *annotations)
{
  for (guint i = 0; i < annotations->len; i++) {
    const PurportAnnotation *annotation = g_ptr_array_index (annotations, i);
    if (annotation->orphaned || purport_span_overlap (annotation->span, claim->span) == 0)
      continue;
    if (annotation->kind == PURPORT_ANNOTATION_JUDGEMENT && annotation->value != NULL)
      append_row (out, "Your judgement", annotation->value);
    if (annotation->body != NULL)
      append_row (out, "Your note", annotation->body);
  }
}

static void
append_card (GString *out, const PurportReading *reading, guint32 index, const GPtrArray *annotations)
{
  const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, index);
  const PurportSource *source =
      claim->source != PURPORT_NONE ? &g_array_index (reading->sources, PurportSource, claim->source) : NULL;

  g_string_append_printf (out, "<article class=\"card\" id=\"card-%u\">\n<p><a href=\"#claim-%u\">", index + 1,
                          index + 1);
  append_span (out, reading, claim->span);
  g_string_append (out, "</a></p>\n<dl>\n");
  append_row (out, "Said by", source != NULL ? source->name : "The article says");
  append_row (out, "How firmly", purport_certainty_to_string (claim->certainty));
  for (guint i = 0; i < claim->hedges->len; i++)
    append_span_row (out, "Hedge", reading, g_array_index (claim->hedges, PurportHedge, i).span);
  append_basis (out, reading, claim);
  append_opponents (out, reading, index);
  append_annotations (out, claim, annotations);
  g_string_append (out, "</dl>\n</article>\n");
}

void
purport_export_page (const PurportReading *reading, const GPtrArray *annotations, GString *out)
{
  const PurportArticle *article = reading->article;

  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  append_escaped (out, reading->language != NULL ? reading->language : "und", -1);
  g_string_append (out, "\">\n<head>\n");
  g_string_append (out, head);
  g_string_append (out, "<title>");
  append_escaped (out, article->title != NULL ? article->title : "Article", -1);
  g_string_append (out, "</title>\n</head>\n<body>\n<main>\n");
  append_blocks (out, reading);
  g_string_append (out, "</main>\n<section class=\"cards\">\n<h2>Claims</h2>\n"
                        "<p>Marks are made automatically and can be wrong. Unmarked text has not been checked.</p>\n");
  for (guint32 i = 0; i < reading->claims->len; i++)
    append_card (out, reading, i, annotations);
  g_string_append (out, "</section>\n</body>\n</html>\n");
}
