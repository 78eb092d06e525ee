/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which writer makes what, and how a file gets to the disk: whole or not at all. */
#include "formats/export.h"

#include <gio/gio.h>

#include "formats/error-private.h"
#include "formats/export-private.h"
#include "formats/reading-json.h"

static const struct {
  const char *word;
  const char *suffix;
} exports[PURPORT_EXPORT_N_KINDS] = {
  [PURPORT_EXPORT_CLAIMS] = { "claims", ".claims.csv" },
  [PURPORT_EXPORT_SOURCES] = { "sources", ".sources.csv" },
  [PURPORT_EXPORT_FIGURES] = { "figures", ".figures.csv" },
  [PURPORT_EXPORT_PAGE] = { "page", ".html" },
  [PURPORT_EXPORT_NOTES] = { "notes", ".notes.md" },
  [PURPORT_EXPORT_ANNOTATIONS] = { "annotations", ".annotations.jsonld" },
  [PURPORT_EXPORT_CLAIM_MARKUP] = { "claim-markup", ".claims.jsonld" },
  [PURPORT_EXPORT_READING] = { "reading", ".reading.json" },
};

/* Returns: (transfer none): the word for @export on the command line. */
const char *
purport_export_get_word (PurportExport export)
{
  g_return_val_if_fail ((guint) export < G_N_ELEMENTS (exports), NULL);
  return exports[export].word;
}

/* Returns: (transfer none): how the name of such a file ends. */
const char *
purport_export_get_suffix (PurportExport export)
{
  g_return_val_if_fail ((guint) export < G_N_ELEMENTS (exports), NULL);
  return exports[export].suffix;
}

/* Returns: whether @word stands for an export, which is then in @export. */
gboolean
purport_export_from_word (const char *word, PurportExport *export)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].word, word)) {
      *export = (PurportExport)i;
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): the words at @span in one line: runs of white space become one space. */
char *
purport_export_dup_line (const PurportReading *reading, PurportSpan span)
{
  const char *at = reading->article->text + span.start_byte, *end = reading->article->text + span.end_byte;
  GString *line = g_string_new (NULL);

  for (; at < end; at++) {
    if (!g_ascii_isspace (*at))
      g_string_append_c (line, *at);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  }
  return g_string_free (line, FALSE);
}

/**
 * purport_export_write:
 * @annotations: (element-type PurportAnnotation): the reader's own, in order
 * @out: appended to
 */
void
purport_export_write (PurportExport export, const PurportReading *reading, const GPtrArray *annotations, GString *out)
{
  switch (export) {
  case PURPORT_EXPORT_CLAIMS:
    purport_export_claims (reading, out);
    return;
  case PURPORT_EXPORT_SOURCES:
    purport_export_sources (reading, out);
    return;
  case PURPORT_EXPORT_FIGURES:
    purport_export_figures (reading, out);
    return;
  case PURPORT_EXPORT_PAGE:
    purport_export_page (reading, annotations, out);
    return;
  case PURPORT_EXPORT_NOTES:
    purport_export_notes (reading, annotations, out);
    return;
  case PURPORT_EXPORT_ANNOTATIONS:
    purport_export_annotations (reading, annotations, out);
    return;
  case PURPORT_EXPORT_CLAIM_MARKUP:
    purport_export_claim_markup (reading, annotations, out);
    return;
  case PURPORT_EXPORT_READING:
    purport_reading_json_write (reading, NULL, PURPORT_JSON_PRETTY, out);
    g_string_append_c (out, '\n');
    return;
  default:
    g_return_if_reached ();
  }
}

/**
 * purport_export_save:
 *
 * Writes @contents to a file beside @path, waits until it is on the disk, and gives it its name: whatever happens,
 * @path is what it was before or the whole export.
 */
gboolean
purport_export_save (const char *path, const GString *contents, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (path, contents->str, (gssize)contents->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &failure))
    return TRUE;
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, name,
                               "could not be written: there is no room on the disk. Make room and try again.");
  else if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PERMISSION, name,
                               "may not be written there. Choose another folder.");
  else
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, name, "could not be written: %s", failure->message);
  return FALSE;
}
