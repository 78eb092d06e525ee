/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text is read here; whatever has to be parsed goes to the worker. */
#include "formats/import.h"

#include "formats/error-private.h"
#include "formats/format.h"
#include "formats/text.h"

/**
 * purport_import_article:
 * @importer: what has the worker; it may be used from many threads
 * @bytes: a whole file; may be compressed
 * @uri: (nullable): where it came from, for `article.uri`
 * @media_type: (nullable): what the user says it is; %NULL: by content
 * @display_name: (nullable): what errors call it
 * @cancellable: (nullable): cancelling it ends the worker
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError or %G_IO_ERROR_CANCELLED
 */
PurportArticle *
purport_import_article (PurportImporter *importer,
                        GBytes *bytes,
                        const char *uri,
                        const char *media_type,
                        const char *display_name,
                        GCancellable *cancellable,
                        GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes), *what;
  PurportFormat found = purport_format_detect (data, n_bytes, &what), format = found;
  PurportArticle *article;

  if (media_type != NULL && !purport_format_from_media_type (media_type, &format)) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, display_name,
                               "cannot be read as %s, which is no format that is known here.", media_type);
    return NULL;
  }
  if (format == PURPORT_FORMAT_UNREADABLE) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, display_name,
                               "is %s, which is not read. Save its text as a text file.", what);
    return NULL;
  }
  if (format != PURPORT_FORMAT_TEXT || purport_format_is_compressed (found))
    return purport_importer_run (importer, bytes, uri, media_type != NULL ? &format : NULL, display_name, cancellable,
                                 error);
  article = purport_text_import (bytes, PURPORT_DECODE_FILE, display_name, error);
  if (article != NULL)
    article->uri = g_strdup (uri);
  return article;
}

/* Whether @address is one that only the net has. */
gboolean
purport_import_is_web_address (const char *address)
{
  return g_ascii_strncasecmp (address, "https://", 8) == 0 || g_ascii_strncasecmp (address, "http://", 7) == 0;
}
