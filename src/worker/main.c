/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * purport-import: reads requests from the socket that is its standard input, parses what they hold, and answers. It is
 * started by Purport with nothing else (but perhaps the word that it shall load the tables of encodings, which takes
 * time), shuts itself in before it reads the first byte, and ends when the socket is
 * closed. purport-import-pdf is the same with the importer of PDF documents, whose libraries take time to load.
 */
#include <string.h>

#include "formats/article-message.h"
#include "formats/importer.h"
#include "formats/worker-channel.h"
#include "importers/importers.h"
#include "worker/sandbox.h"
#ifdef PURPORT_WITH_PDF
#include "importers-pdf/pdf.h"
#endif
#ifdef PURPORT_TEST_WORKER
#include "worker/misbehave.h"
#endif

static gboolean
answer (PurportArticle *article, const GError *error)
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

/* Returns: %FALSE at the end of the requests. */
static gboolean
serve (void)
{
  PurportWorkerRequest request;
  g_autofree char *uri = NULL, *name = NULL;
  g_autofree guint8 *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = NULL;
  PurportImportRequest import = { 0 };

  if (!purport_channel_read (&request, sizeof request) || request.magic != PURPORT_WORKER_MAGIC ||
      request.n_bytes > PURPORT_TEXT_LIMIT_BYTES || !purport_channel_read_string (request.n_uri, &uri) ||
      !purport_channel_read_string (request.n_name, &name))
    return FALSE;
  data = g_malloc (request.n_bytes + 1u);
  if (!purport_channel_read (data, request.n_bytes))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&data), request.n_bytes);
  import.uri = uri;
  import.display_name = name;
  import.has_format = request.format != PURPORT_WORKER_ANY_FORMAT;
  import.format = import.has_format ? (PurportFormat)request.format : PURPORT_FORMAT_TEXT;
  import.whole_page = (request.flags & PURPORT_IMPORT_WHOLE_PAGE) != 0;
#ifdef PURPORT_WITH_PDF
  import.import_pdf = purport_pdf_import;
#endif
  purport_sandbox_start_clock ();
#ifdef PURPORT_TEST_WORKER
  if (!purport_misbehave (bytes, &error))
#endif
    article = purport_importers_import (bytes, &import, &error);
  purport_sandbox_stop_clock ();
  return answer (article, error);
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
