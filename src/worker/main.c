/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * purport-import: reads requests from the socket that is its standard input, parses what they hold, and answers. It is
 * started by Purport with nothing else (but perhaps the word that it shall load the tables of encodings, which takes
 * time), shuts itself in before it reads the first byte, and ends when the socket is
 * closed. purport-import-pdf is the same with the importer of PDF documents, whose libraries take time to load.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "formats/article-message.h"
#include "formats/importer.h"
#include "formats/worker-protocol.h"
#include "importers/importers.h"
#include "worker/sandbox.h"
#ifdef PURPORT_WITH_PDF
#include "importers-pdf/pdf.h"
#endif
#ifdef PURPORT_TEST_WORKER
#include "worker/misbehave.h"
#endif

#define MAX_STRING_BYTES (64u * 1024u)

static gboolean
read_all (void *data, gsize n_bytes)
{
  guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = read (STDIN_FILENO, at, n_bytes);
    if (n == 0 || (n < 0 && errno != EINTR))
      return FALSE;
    if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

static gboolean
write_all (const void *data, gsize n_bytes)
{
  const guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = write (STDIN_FILENO, at, n_bytes);
    if (n < 0 && errno != EINTR)
      return FALSE;
    if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

/* @n: the length plus one; 0: none. */
static gboolean
read_string (guint32 n, char **string)
{
  if (n == 0)
    return TRUE;
  if (n > MAX_STRING_BYTES)
    return FALSE;
  *string = g_malloc0 (n);
  return read_all (*string, n - 1);
}

static gboolean
answer (PurportArticle *article, const GError *error)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  PurportWorkerReply reply = { .magic = PURPORT_WORKER_MAGIC };

  if (article != NULL) {
    reply.kind = PURPORT_WORKER_ARTICLE;
    purport_article_message_write (article, payload);
  } else {
    reply.kind = PURPORT_WORKER_ERROR;
    reply.code = error->domain == PURPORT_FORMATS_ERROR ? (guint32)error->code : PURPORT_FORMATS_ERROR_IO;
    g_byte_array_append (payload, (const guint8 *)error->message, (guint)MIN (strlen (error->message), 4000u));
  }
  reply.n_bytes = payload->len;
  return write_all (&reply, sizeof reply) && write_all (payload->data, payload->len);
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
  gboolean going_on;

  if (!read_all (&request, sizeof request) || request.magic != PURPORT_WORKER_MAGIC ||
      request.n_bytes > PURPORT_TEXT_LIMIT_BYTES || !read_string (request.n_uri, &uri) ||
      !read_string (request.n_name, &name))
    return FALSE;
  data = g_malloc (request.n_bytes + 1u);
  if (!read_all (data, request.n_bytes))
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
  going_on = answer (article, error);
  return going_on;
}

int
main (int argc, char **argv)
{
  PurportWorkerHello hello = { .magic = PURPORT_WORKER_MAGIC };

  if (argc > 1 && strcmp (argv[1], PURPORT_WORKER_ENCODINGS) == 0)
    purport_importers_prepare ();
  hello.means = purport_sandbox_enter ();
  if (!write_all (&hello, sizeof hello))
    return 1;
  while (serve ())
    continue;
  return 0;
}
