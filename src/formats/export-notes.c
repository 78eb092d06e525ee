/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's annotations as Markdown: quotation, then what was said of it. */
#include <string.h>

#include "formats/export-private.h"

/* CommonMark takes these for markup; a backslash before them makes them plain. */
#define MARKUP "\\`*_{}[]<>()#+-.!|~&"

static void
append_plain (GString *out, const char *text, const char *line_start)
{
  for (; *text != '\0'; text++) {
    if (*text == '\r')
      continue;
    if (*text == '\n') {
      g_string_append_printf (out, "\n%s", line_start);
      continue;
    }
    if (strchr (MARKUP, *text) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *text);
  }
}

static const char *
describe (const PurportAnnotation *annotation)
{
  static const char *const descriptions[PURPORT_ANNOTATION_N_KINDS] = {
    [PURPORT_ANNOTATION_NOTE] = NULL,
    [PURPORT_ANNOTATION_JUDGEMENT] = "Judgement",
    [PURPORT_ANNOTATION_NOT_A_CLAIM] = "Correction: not a claim",
    [PURPORT_ANNOTATION_CLAIM] = "Correction: a claim",
    [PURPORT_ANNOTATION_SAID_BY] = "Correction: said by",
    [PURPORT_ANNOTATION_ROLE] = "Correction: role",
    [PURPORT_ANNOTATION_AFFILIATION] = "Correction: affiliation",
  };
  return descriptions[annotation->kind];
}

static void
append_annotation (GString *out, const PurportAnnotation *annotation)
{
  const char *description = describe (annotation);

  g_string_append (out, "\n> ");
  append_plain (out, annotation->quote, "> ");
  g_string_append (out, annotation->orphaned ? "\n\n(no longer found in the article)\n" : "\n");
  if (description != NULL) {
    g_string_append_printf (out, "\n**%s", description);
    if (annotation->value != NULL) {
      g_string_append (out, ":** ");
      append_plain (out, annotation->value, "");
      g_string_append_c (out, '\n');
    } else {
      g_string_append (out, "**\n");
    }
  }
  if (annotation->body != NULL && *annotation->body != '\0') {
    g_string_append_c (out, '\n');
    append_plain (out, annotation->body, "");
    g_string_append_c (out, '\n');
  }
  for (char **link = annotation->links; *link != NULL; link++) {
    g_autofree char *escaped = g_uri_escape_string (*link, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", TRUE);
    g_string_append_printf (out, "\n<%s>\n", escaped);
  }
}

void
purport_export_notes (const PurportReading *reading, const GPtrArray *annotations, GString *out)
{
  const PurportArticle *article = reading->article;

  g_string_append (out, "# ");
  append_plain (out, article->title != NULL ? article->title : "Untitled article", "");
  g_string_append_c (out, '\n');
  if (article->uri != NULL) {
    g_string_append (out, "\n");
    append_plain (out, article->uri, "");
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < annotations->len; i++)
    append_annotation (out, g_ptr_array_index (annotations, i));
}
