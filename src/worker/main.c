/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * purport-import: reads requests from the socket that is its standard input, parses what they hold, and answers. It is
 * started by Purport with nothing else (but perhaps the word that it shall load the tables of encodings, which takes
 * time), shuts itself in before it reads the first byte, and ends when the socket is
 * closed. purport-import-pdf is the same with the importer of PDF documents and the decoders of pictures, whose
 * libraries take time to load.
 */
#include <string.h>

#include "formats/article-message.h"
#include "formats/bitmap-message.h"
#include "formats/importer.h"
#include "formats/worker-channel.h"
#include "importers/importers.h"
#include "worker/sandbox.h"
#ifdef PURPORT_WITH_PDF
#include "importers-pdf/pdf-picture.h"
#include "importers-pdf/pdf.h"
#include "importers/embedded.h"
#include "importers/expand.h"
#include "pictures/picture-decode.h"
#endif
#ifdef PURPORT_TEST_WORKER
#include "worker/misbehave.h"
#endif

static gboolean
answer_article (PurportArticle *article, const GError *error)
{
  g_autoptr (GByteArray) payload = NULL;
  PurportWorkerReply reply = { .magic = PURPORT_WORKER_MAGIC, .kind = PURPORT_WORKER_ARTICLE };

  if (article == NULL)
    return purport_channel_write_error (error);
  payload = g_byte_array_new ();
  purport_article_message_write (article, payload);
  reply.n_bytes = payload->len;
  return purport_channel_write (&reply, sizeof reply) && purport_channel_write (payload->data, payload->len);
}

#ifdef PURPORT_WITH_PDF
static gboolean
answer_bitmap (const PurportBitmap *bitmap, const GError *error)
{
  g_autoptr (GByteArray) payload = NULL;
  PurportWorkerReply reply = { .magic = PURPORT_WORKER_MAGIC, .kind = PURPORT_WORKER_BITMAP };

  if (bitmap == NULL)
    return purport_channel_write_error (error);
  payload = g_byte_array_new ();
  purport_bitmap_message_write (bitmap, payload);
  reply.n_bytes = payload->len;
  return purport_channel_write (&reply, sizeof reply) && purport_channel_write (payload->data, payload->len);
}

/* @uri: (nullable): where the picture is in the bytes; %NULL: it is all of them */
static PurportBitmap *
find_picture (GBytes *bytes, const PurportWorkerRequest *request, const char *uri, const char *name, GError **error)
{
  g_autoptr (GBytes) document = purport_expand (bytes, name, error), picture = NULL;
  PurportFormat format;
  const void *data;
  const char *what;
  gsize n_bytes;

  if (document == NULL)
    return NULL;
  data = g_bytes_get_data (document, &n_bytes);
  if (uri == NULL)
    return purport_picture_decode (data, n_bytes, name, request->max_width, request->max_height, error);
  format = purport_format_detect (data, n_bytes, &what);
  if (format == PURPORT_FORMAT_PDF)
    return purport_pdf_find_picture (document, uri, name, request->max_width, request->max_height, error);
  picture = purport_embedded_find (document, format, uri, name, error);
  if (picture == NULL)
    return NULL;
  data = g_bytes_get_data (picture, &n_bytes);
  return purport_picture_decode (data, n_bytes, name, request->max_width, request->max_height, error);
}

static gboolean
serve_picture (GBytes *bytes, const PurportWorkerRequest *request, const char *uri, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = NULL;

  if (request->max_width == 0 || request->max_width > PURPORT_BITMAP_MAX_SIDE || request->max_height == 0 ||
      request->max_height > PURPORT_BITMAP_MAX_SIDE)
    return FALSE;
  purport_sandbox_start_clock ();
  bitmap = find_picture (bytes, request, uri, name, &error);
  purport_sandbox_stop_clock ();
  return answer_bitmap (bitmap, error);
}
#endif

static gboolean
serve_article (GBytes *bytes, const PurportWorkerRequest *request, const char *uri, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = NULL;
  PurportImportRequest import = { .uri = uri, .display_name = name };

  import.has_format = request->format != PURPORT_WORKER_ANY_FORMAT;
  import.format = import.has_format ? (PurportFormat)request->format : PURPORT_FORMAT_TEXT;
  import.whole_page = (request->flags & PURPORT_IMPORT_WHOLE_PAGE) != 0;
#ifdef PURPORT_WITH_PDF
  import.import_pdf = purport_pdf_import;
#endif
  purport_sandbox_start_clock ();
#ifdef PURPORT_TEST_WORKER
  if (!purport_misbehave (bytes, &error))
#endif
    article = purport_importers_import (bytes, &import, &error);
  purport_sandbox_stop_clock ();
  return answer_article (article, error);
}

/* Returns: %FALSE at the end of the requests. */
static gboolean
serve (void)
{
  PurportWorkerRequest request;
  g_autofree char *uri = NULL, *name = NULL;
  g_autofree guint8 *data = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!purport_channel_read (&request, sizeof request) || request.magic != PURPORT_WORKER_MAGIC ||
      request.n_bytes > PURPORT_TEXT_LIMIT_BYTES || !purport_channel_read_string (request.n_uri, &uri) ||
      !purport_channel_read_string (request.n_name, &name))
    return FALSE;
  data = g_malloc (request.n_bytes + 1u);
  if (!purport_channel_read (data, request.n_bytes))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&data), request.n_bytes);
  if (request.task == PURPORT_WORKER_IMPORT)
    return serve_article (bytes, &request, uri, name);
#ifdef PURPORT_WITH_PDF
  if (request.task == PURPORT_WORKER_PICTURE)
    return serve_picture (bytes, &request, uri, name);
#endif
  return FALSE;
}

int
main (int argc, char **argv)
{
  PurportWorkerHello hello = { .magic = PURPORT_WORKER_MAGIC };

  if (argc > 1 && strcmp (argv[1], PURPORT_WORKER_ENCODINGS) == 0)
    purport_importers_prepare ();
  hello.means = purport_sandbox_enter ();
  if (!purport_channel_write (&hello, sizeof hello))
    return 1;
  while (serve ())
    continue;
  return 0;
}
