/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expands what is compressed, chooses the importer by what the bytes are, and names the file in every error. */
#include "importers/importers.h"

#include "formats/error-private.h"
#include "formats/text.h"
#include "importers/docx.h"
#include "importers/encodings.h"
#include "importers/epub.h"
#include "importers/expand.h"
#include "importers/html.h"
#include "importers/markdown.h"
#include "importers/mhtml.h"
#include "importers/odt.h"

/* Loads what importers need of files, before the process shuts itself in. */
void
purport_importers_prepare (void)
{
  purport_encodings_load ();
}

static PurportArticle *
import_pdf (GBytes *bytes, const PurportImportRequest *request, GError **error)
{
  if (request->import_pdf != NULL)
    return request->import_pdf (bytes, request->display_name, error);
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, request->display_name,
                             "is a PDF document inside another file. Take it out first.");
  return NULL;
}

static PurportArticle *
import (PurportFormat format, const char *what, GBytes *bytes, const PurportImportRequest *request, GError **error)
{
  const char *name = request->display_name;
  PurportHtmlFlags flags = request->whole_page ? PURPORT_HTML_WHOLE_PAGE : PURPORT_HTML_DEFAULT;

  switch (format) {
  case PURPORT_FORMAT_TEXT:
    return purport_text_import (bytes, PURPORT_DECODE_FILE, name, error);
  case PURPORT_FORMAT_MARKDOWN:
    return purport_markdown_import (bytes, request->uri, name, error);
  case PURPORT_FORMAT_HTML:
    return purport_html_import (bytes, request->uri, flags, name, error);
  case PURPORT_FORMAT_MHTML:
    return purport_mhtml_import (bytes, request->uri, flags, name, error);
  case PURPORT_FORMAT_PDF:
    return import_pdf (bytes, request, error);
  case PURPORT_FORMAT_EPUB:
    return purport_epub_import (bytes, name, error);
  case PURPORT_FORMAT_DOCX:
    return purport_docx_import (bytes, name, error);
  case PURPORT_FORMAT_ODT:
    return purport_odt_import (bytes, name, error);
  case PURPORT_FORMAT_GZIP:
  case PURPORT_FORMAT_ZSTD:
    what = "compressed more than once";
    break;
  case PURPORT_FORMAT_UNREADABLE:
    break;
  default:
    what = "a file of an unknown kind";
  }
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, name,
                             "is %s, which is not read. Save its text as a text file.", what);
  return NULL;
}

/**
 * purport_importers_import:
 * @bytes: a whole file; may be compressed by gzip or zstd
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_importers_import (GBytes *bytes, const PurportImportRequest *request, GError **error)
{
  g_autoptr (GBytes) expanded = purport_expand (bytes, request->display_name, error);
  PurportFormat format = request->format;
  PurportArticle *article;
  const char *data, *what = NULL;
  gsize n_bytes;

  if (expanded == NULL)
    return NULL;
  data = g_bytes_get_data (expanded, &n_bytes);
  if (!request->has_format)
    format = purport_format_detect (data, n_bytes, &what);
  article = import (format, what, expanded, request, error);
  if (article != NULL && article->uri == NULL)
    article->uri = g_strdup (request->uri);
  if (article != NULL && article->media_type == NULL)
    article->media_type = g_strdup (purport_format_get_media_type (format));
  return article;
}
