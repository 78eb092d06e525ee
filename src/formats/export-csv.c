/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV after RFC 4180: a header, CRLF, fields quoted where they must be. A field that a spreadsheet would take for a
 * formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it, as OWASP advises: the text
 * of an article is not to be trusted.
 */
#include <math.h>
#include <string.h>

#include "base/vocabulary.h"
#include "formats/export-private.h"

static void
append_field (GString *out, const char *field)
{
  gboolean first = out->len == 0 || out->str[out->len - 1] == '\n';
  const char *text = field != NULL ? field : "";

  if (!first)
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *text);
  }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (!isnan (number))
    g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static void
end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

static void
append_span (GString *out, const PurportReading *reading, PurportSpan span)
{
  g_autofree char *line = purport_export_dup_line (reading, span);
  append_field (out, line);
}

/* The words at each of @spans, or at the spans of what @indices name, with semicolons between them. */
static void
append_spans (GString *out, const PurportReading *reading, const GArray *spans)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    g_autofree char *line = purport_export_dup_line (reading, g_array_index (spans, PurportSpan, i));
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", line);
  }
  append_field (out, joined->str);
}

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PurportSpan));
}

static void
append_hedges (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  g_autoptr (GArray) spans = new_spans ();

  for (guint i = 0; i < claim->hedges->len; i++)
    g_array_append_val (spans, g_array_index (claim->hedges, PurportHedge, i).span);
  append_spans (out, reading, spans);
}

static void
append_evidence (GString *out, const PurportReading *reading, const PurportClaim *claim)
{
  g_autoptr (GArray) spans = new_spans ();

  for (guint i = 0; i < claim->evidence->len; i++) {
    guint32 index = g_array_index (claim->evidence, guint32, i);
    g_array_append_val (spans, g_array_index (reading->evidence, PurportEvidence, index).span);
  }
  append_spans (out, reading, spans);
}

static void
append_header (GString *out, const char *const *names)
{
  for (; *names != NULL; names++)
    append_field (out, *names);
  end_row (out);
}

static const char *
source_name (const PurportReading *reading, guint32 source)
{
  return source != PURPORT_NONE ? g_array_index (reading->sources, PurportSource, source).name : NULL;
}

static void
append_kinds (GString *out, const PurportClaim *claim)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < claim->n_kinds; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? "; " : "", purport_claim_kind_to_string (claim->kinds[i]));
  append_field (out, kinds->str);
}

void
purport_export_claims (const PurportReading *reading, GString *out)
{
  static const char *const names[] = { "number",    "claim",  "said by",  "mode", "kinds", "strength",
                                       "certainty", "hedges", "evidence", "main", NULL };

  append_header (out, names);
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    append_number (out, i + 1);
    append_span (out, reading, claim->span);
    append_field (out, source_name (reading, claim->source));
    append_field (out, claim->mode != PURPORT_MODE_NONE ? purport_mode_to_string (claim->mode) : NULL);
    append_kinds (out, claim);
    append_field (out, purport_strength_to_string (claim->strength));
    append_field (out, purport_certainty_to_string (claim->certainty));
    append_hedges (out, reading, claim);
    append_evidence (out, reading, claim);
    append_field (out, reading->main_claim == i ? "yes" : "no");
    end_row (out);
  }
}

void
purport_export_sources (const PurportReading *reading, GString *out)
{
  static const char *const names[] = { "number", "name",         "type",   "roles", "affiliations",
                                       "expert", "independence", "claims", NULL };

  append_header (out, names);
  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    append_number (out, i + 1);
    append_field (out, source->name);
    append_field (out, purport_source_type_to_string (source->type));
    append_spans (out, reading, source->roles);
    append_spans (out, reading, source->affiliations);
    append_field (out, source->expert ? "yes" : "no");
    append_field (out, purport_independence_to_string (source->independence));
    append_number (out, source->claims->len);
    end_row (out);
  }
}

void
purport_export_figures (const PurportReading *reading, GString *out)
{
  static const char *const names[] = { "number",     "figure", "value", "from",  "to",
                                       "comparison", "unit",   "kind",  "about", NULL };

  append_header (out, names);
  for (guint i = 0; i < reading->figures->len; i++) {
    const PurportFigure *figure = &g_array_index (reading->figures, PurportFigure, i);
    append_number (out, i + 1);
    append_span (out, reading, figure->span);
    append_number (out, figure->value);
    append_number (out, figure->min);
    append_number (out, figure->max);
    /* "=" alone is no formula, but the field would be taken for one. */
    append_field (out, purport_comparison_to_string (figure->comparison));
    append_field (out, figure->unit_canonical != NULL ? figure->unit_canonical : figure->unit);
    append_field (out, purport_figure_kind_to_string (figure->kind));
    append_span (out, reading, figure->about);
    end_row (out);
  }
}
