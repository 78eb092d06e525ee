/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the article claims, who says it, how firmly and on what basis; then the experts and the figures. */
#include "cli/summary.h"

#include "base/claim-limit.h"
#include "base/vocabulary.h"

/* The words at @span in one line: runs of white space become one space. */
static void
append_span (GString *out, const PurportReading *reading, PurportSpan span)
{
  const char *at = reading->article->text + span.start_byte, *end = reading->article->text + span.end_byte;
  gboolean space = FALSE;

  for (; at < end; at++) {
    if (g_ascii_isspace (*at)) {
      space = TRUE;
      continue;
    }
    if (space)
      g_string_append_c (out, ' ');
    space = FALSE;
    g_string_append_c (out, *at);
  }
}

static void
append_spans (GString *out, const PurportReading *reading, const GArray *spans, const char *before)
{
  for (guint i = 0; i < spans->len; i++) {
    g_string_append (out, i == 0 ? before : "; ");
    append_span (out, reading, g_array_index (spans, PurportSpan, i));
  }
}

static void
append_head (GString *out, const PurportReading *reading)
{
  const PurportArticle *article = reading->article;
  g_autofree char *bylines = g_strjoinv (", ", article->bylines);

  g_string_append (out, article->title != NULL ? article->title : "(no title)");
  g_string_append_c (out, '\n');
  if (*bylines != '\0')
    g_string_append_printf (out, "By %s\n", bylines);
  if (article->publisher != NULL || article->published != NULL)
    g_string_append_printf (out, "%s%s%s\n", article->publisher != NULL ? article->publisher : "",
                            article->publisher != NULL && article->published != NULL ? ", " : "",
                            article->published != NULL ? article->published : "");
  if (!g_str_equal (reading->language, "en"))
    g_string_append (out, "This article does not seem to be in English; nothing in it is marked.\n");
}

static void
append_hedges (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  for (guint i = 0; i < claim->hedges->len; i++) {
    g_string_append (out, i == 0 ? " (“" : ", “");
    append_span (out, reading, g_array_index (claim->hedges, PurportHedge, i).span);
    g_string_append (out, "”");
  }
  if (claim->hedges->len > 0)
    g_string_append_c (out, ')');
}

static void
append_evidence (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  g_string_append (out, claim->evidence->len == 0 ? "     No evidence given in the article" : "     Evidence: ");
  for (guint i = 0; i < claim->evidence->len; i++) {
    guint32 index = g_array_index (claim->evidence, guint32, i);
    if (i > 0)
      g_string_append (out, "; ");
    append_span (out, reading, g_array_index (reading->evidence, PurportEvidence, index).span);
  }
  g_string_append_c (out, '\n');
}

static void
append_limits (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  for (guint i = 0; i < claim->caveats->len; i++) {
    const PurportCaveat *caveat =
        &g_array_index (reading->caveats, PurportCaveat, g_array_index (claim->caveats, guint32, i));
    if (!purport_claim_limit_is_other (reading, claim, caveat))
      continue;
    g_string_append (out, "     Limited by: ");
    append_span (out, reading, caveat->span);
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < claim->disputes->len; i++) {
    const PurportDispute *dispute = &g_array_index (claim->disputes, PurportDispute, i);
    g_string_append_printf (out, "     Disputes claim %u: ", dispute->claim + 1);
    append_span (out, reading, dispute->words);
    g_string_append_c (out, '\n');
  }
}

static void
append_claim (GString *out, const PurportReading *reading, guint32 index)
{
  const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, index);
  const PurportSource *source =
      claim->source != PURPORT_NONE ? &g_array_index (reading->sources, PurportSource, claim->source) : NULL;

  g_string_append_printf (out, "\n%3u. ", index + 1);
  append_span (out, reading, claim->span);
  g_string_append_printf (out, "\n     %s · %s", source != NULL ? source->name : "The article says",
                          purport_certainty_to_string (claim->certainty));
  append_hedges (out, reading, claim);
  g_string_append (out, index == reading->main_claim ? " · main claim\n" : "\n");
  append_evidence (out, reading, claim);
  append_limits (out, reading, claim);
}

static void
append_experts (GString *out, const PurportReading *reading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    if (!source->expert)
      continue;
    if (!any)
      g_string_append (out, "\nExperts\n");
    any = TRUE;
    g_string_append_printf (out, "  - %s", source->name);
    append_spans (out, reading, source->roles, " — ");
    append_spans (out, reading, source->affiliations, " — ");
    if (source->independence != PURPORT_INDEPENDENCE_UNKNOWN)
      g_string_append_printf (out, " (%s)", purport_independence_to_string (source->independence));
    g_string_append_printf (out, ": %u %s\n", source->claims->len, source->claims->len == 1 ? "claim" : "claims");
  }
}

static void
append_figures (GString *out, const PurportReading *reading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < reading->figures->len; i++) {
    const PurportFigure *figure = &g_array_index (reading->figures, PurportFigure, i);
    if (figure->minor)
      continue;
    if (!any)
      g_string_append (out, "\nFigures\n");
    any = TRUE;
    g_string_append (out, "  - ");
    append_span (out, reading, figure->span);
    if (!purport_span_is_empty (figure->about)) {
      g_string_append (out, ": ");
      append_span (out, reading, figure->about);
    }
    g_string_append_c (out, '\n');
  }
}

static const char *
question_words (PurportQuestion question)
{
  switch (question) {
  case PURPORT_QUESTION_COSTS:
    return "What does it cost?";
  case PURPORT_QUESTION_BENEFITS:
    return "How many does it help, in absolute figures?";
  case PURPORT_QUESTION_HARMS:
    return "What are its harms?";
  case PURPORT_QUESTION_EVIDENCE_QUALITY:
    return "How good is the evidence?";
  case PURPORT_QUESTION_SOURCES_CONFLICTS:
    return "Who is independent, who has an interest?";
  case PURPORT_QUESTION_ALTERNATIVES:
    return "What are the alternatives?";
  case PURPORT_QUESTION_AVAILABILITY:
    return "Can one have it?";
  case PURPORT_QUESTION_NOVELTY:
    return "What is new about it?";
  case PURPORT_QUESTION_OVERSELLING:
    return "How many does the condition concern?";
  case PURPORT_QUESTION_PRESS_RELEASE:
    return "Does it go beyond a press release?";
  default:
    g_return_val_if_reached ("");
  }
}

static void
append_checklist (GString *out, const PurportReading *reading)
{
  if (reading->checklist->len > 0)
    g_string_append (out, "\nWhat a careful reader asks\n");
  for (guint i = 0; i < reading->checklist->len; i++) {
    const PurportCheck *check = &g_array_index (reading->checklist, PurportCheck, i);
    g_string_append_printf (out, "  - %s ", question_words (check->question));
    if (purport_span_is_empty (check->answer))
      g_string_append (out, "Not found in the article");
    else
      append_span (out, reading, check->answer);
    g_string_append_c (out, '\n');
  }
}

/**
 * purport_summary_write:
 * @out: the summary is appended here, with a newline at its end
 *
 * O(size of the reading).
 */
void
purport_summary_write (const PurportReading *reading, GString *out)
{
  append_head (out, reading);
  g_string_append (out, reading->claims->len > 0 ? "\nClaims\n" : "\nNo claims were found.\n");
  for (guint32 i = 0; i < reading->claims->len; i++)
    append_claim (out, reading, i);
  append_experts (out, reading);
  append_figures (out, reading);
  append_checklist (out, reading);
}
