/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps idle workers for the next document. A worker that failed in any way is ended and never used again; one that
 * has read much is ended too, so that what it leaks does not add up.
 */
#include "formats/importer-private.h"

#include <string.h>

#include "formats/article-message.h"
#include "formats/bitmap.h"
#include "formats/error-private.h"

/* A worker is ended after so many documents. */
#define MAX_DOCUMENTS 500u
/* The longest message of an error, in bytes. */
#define MAX_MESSAGE_BYTES 4096u
/* The longest address, in bytes. */
#define MAX_ADDRESS_BYTES (32u * 1024u)
#define N_PROGRAMS (PURPORT_WORKER_PROGRAM_FETCH + 1)

typedef struct {
  PurportWorkerProcess *process;
  guint n_documents;
} Worker;

struct _PurportImporter {
  gatomicrefcount ref_count;
  PurportImportFlags flags;
  guint n_kept;
  GMutex mutex;
  GQueue idle[N_PROGRAMS]; /* (element-type Worker): by program; guarded by the mutex */
};

static void
free_worker (Worker *worker)
{
  purport_worker_process_free (worker->process);
  g_free (worker);
}

/**
 * purport_importer_new:
 * @n_kept: how many idle workers of each program are kept for the next document; 0: each document has one of its own
 *
 * Nothing is started yet.
 *
 * Returns: (transfer full): an importer, which many threads may use at a time
 */
PurportImporter *
purport_importer_new (guint n_kept, PurportImportFlags flags)
{
  PurportImporter *self = g_new0 (PurportImporter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->flags = flags;
  self->n_kept = n_kept;
  g_mutex_init (&self->mutex);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_queue_init (&self->idle[i]);
  return self;
}

PurportImporter *
purport_importer_ref (PurportImporter *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
purport_importer_unref (PurportImporter *self)
{
  Worker *worker;

  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < N_PROGRAMS; i++)
    while ((worker = g_queue_pop_head (&self->idle[i])) != NULL)
      free_worker (worker);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Says once for the whole program what this system lacks. */
static void
note_means (guint32 means)
{
  static gsize said = 0;

  if ((means & PURPORT_WORKER_HAS_SECCOMP) == 0 && g_once_init_enter (&said)) {
    g_message ("This system has no seccomp: documents are parsed in a process of their own with bounded time and "
               "memory, but it is not kept from files and the network.");
    g_once_init_leave (&said, 1);
  }
}

static Worker *
take_worker (PurportImporter *self, PurportWorkerProgram program, GError **error)
{
  PurportWorkerProcess *process;
  Worker *worker;

  g_mutex_lock (&self->mutex);
  worker = g_queue_pop_head (&self->idle[program]);
  g_mutex_unlock (&self->mutex);
  if (worker != NULL)
    return worker;
  process = purport_worker_process_new (program, error);
  if (process == NULL)
    return NULL;
  note_means (purport_worker_process_get_means (process));
  worker = g_new0 (Worker, 1);
  worker->process = process;
  return worker;
}

static void
give_back (PurportImporter *self, PurportWorkerProgram program, Worker *worker)
{
  gboolean kept = FALSE;

  worker->n_documents++;
  g_mutex_lock (&self->mutex);
  if (worker->n_documents < MAX_DOCUMENTS && self->idle[program].length < self->n_kept) {
    g_queue_push_head (&self->idle[program], worker);
    kept = TRUE;
  }
  g_mutex_unlock (&self->mutex);
  if (!kept)
    free_worker (worker);
}

static gboolean
send_string (Worker *worker, const char *string, GCancellable *cancellable, GError **error)
{
  return string == NULL || purport_worker_process_send (worker->process, string, strlen (string), cancellable, error);
}

static guint32
count_string (const char *string)
{
  return string != NULL ? (guint32)strlen (string) + 1 : 0;
}

static gboolean
send_request (Worker *worker, const PurportQuestion *question, GCancellable *cancellable, GError **error)
{
  PurportWorkerRequest request = question->request;
  gsize n_bytes = 0;
  const void *data = question->bytes != NULL ? g_bytes_get_data (question->bytes, &n_bytes) : NULL;

  request.magic = PURPORT_WORKER_MAGIC;
  request.n_uri = count_string (question->address);
  request.n_name = count_string (question->display_name);
  request.n_bytes = (guint32)n_bytes;
  return purport_worker_process_send (worker->process, &request, sizeof request, cancellable, error) &&
         send_string (worker, question->address, cancellable, error) &&
         send_string (worker, question->display_name, cancellable, error) &&
         purport_worker_process_send (worker->process, data, n_bytes, cancellable, error);
}

static gboolean
set_bad_answer (GError **error)
{
  g_set_error_literal (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER,
                       "could not be read: the program that reads documents gave an answer that makes no sense.");
  return FALSE;
}

/* The most that an answer may hold, in bytes; 0: nobody answers so. */
static gsize
find_limit (const PurportWorkerReply *reply)
{
  if (reply->magic != PURPORT_WORKER_MAGIC)
    return 0;
  switch (reply->kind) {
  case PURPORT_WORKER_ARTICLE:
    return PURPORT_ARTICLE_MESSAGE_LIMIT_BYTES;
  case PURPORT_WORKER_ERROR:
    return reply->code <= PURPORT_FORMATS_ERROR_IO ? MAX_MESSAGE_BYTES : 0;
  case PURPORT_WORKER_BYTES:
    return reply->code <= MAX_ADDRESS_BYTES && reply->code <= reply->n_bytes
               ? PURPORT_TEXT_LIMIT_BYTES + MAX_ADDRESS_BYTES
               : 0;
  case PURPORT_WORKER_BITMAP:
    return sizeof (PurportWorkerBitmap) + PURPORT_BITMAP_MAX_SIDE * PURPORT_BITMAP_MAX_SIDE * 4u;
  default:
    return 0;
  }
}

/* Returns: whether the worker can be asked again: if not, or if there is no answer, @error is set. */
static gboolean
receive_answer (Worker *worker, const PurportQuestion *question, GCancellable *cancellable, GError **error)
{
  PurportWorkerReply reply;
  g_autofree guint8 *payload = NULL;
  g_autoptr (GBytes) answer = NULL;

  if (!purport_worker_process_receive (worker->process, &reply, sizeof reply, cancellable, error))
    return FALSE;
  if (reply.n_bytes > find_limit (&reply) || (reply.kind != question->wanted && reply.kind != PURPORT_WORKER_ERROR))
    return set_bad_answer (error);
  payload = g_malloc (reply.n_bytes + 1u);
  if (!purport_worker_process_receive (worker->process, payload, reply.n_bytes, cancellable, error))
    return FALSE;
  payload[reply.n_bytes] = '\0';
  if (reply.kind == PURPORT_WORKER_ERROR) {
    if (!g_utf8_validate_len ((const char *)payload, reply.n_bytes, NULL))
      return set_bad_answer (error);
    g_set_error_literal (error, PURPORT_FORMATS_ERROR, (int)reply.code, (const char *)payload);
    return TRUE;
  }
  answer = g_bytes_new_take (g_steal_pointer (&payload), reply.n_bytes);
  return question->take (answer, reply.code, question->data) || set_bad_answer (error);
}

/* Errors of the worker say what happened; which document it was is known here. */
static void
add_name (GError **error, GError *failure, const char *display_name)
{
  if (g_error_matches (failure, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER) &&
      g_ascii_islower (failure->message[0])) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_WORKER, display_name, "%s", failure->message);
    g_error_free (failure);
  } else {
    g_propagate_error (error, failure);
  }
}

/**
 * purport_importer_ask:
 *
 * Blocks until a worker has answered, and ends it if it answers nonsense, dies or is waited for in vain.
 *
 * Returns: whether `question->take` took the answer; if not, @error is a #PurportFormatsError or %G_IO_ERROR_CANCELLED
 */
gboolean
purport_importer_ask (PurportImporter *self, const PurportQuestion *question, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  Worker *worker = take_worker (self, question->program, &failure);
  gboolean can_go_on = worker != NULL && send_request (worker, question, cancellable, &failure) &&
                       receive_answer (worker, question, cancellable, &failure);

  if (can_go_on)
    give_back (self, question->program, worker);
  else if (worker != NULL)
    free_worker (worker);
  if (failure != NULL)
    add_name (error, failure, question->display_name != NULL ? question->display_name : question->address);
  return failure == NULL;
}

static gboolean
take_article (GBytes *answer, guint32 code, gpointer data)
{
  PurportArticle **article = data;
  gsize n_bytes;
  const guint8 *message = g_bytes_get_data (answer, &n_bytes);

  *article = purport_article_message_read (message, n_bytes);
  return *article != NULL;
}

/* What is compressed may be anything; a page whose parts are encoded may have any characters. */
static PurportWorkerProgram
choose_program (PurportFormat format, PurportFormat found, const char *data, gsize n_bytes)
{
  if (format == PURPORT_FORMAT_PDF || purport_format_is_compressed (found))
    return PURPORT_WORKER_PROGRAM_FULL;
  if (format == PURPORT_FORMAT_MHTML || !g_utf8_validate_len (data, n_bytes, NULL))
    return format == PURPORT_FORMAT_HTML || format == PURPORT_FORMAT_MHTML || format == PURPORT_FORMAT_MARKDOWN
               ? PURPORT_WORKER_PROGRAM_ENCODINGS
               : PURPORT_WORKER_PROGRAM_LIGHT;
  return PURPORT_WORKER_PROGRAM_LIGHT;
}

/**
 * purport_importer_run:
 * @format: (nullable): what the user says it is; %NULL: by content
 *
 * As purport_import_article(), always in a worker. Blocks until it has answered.
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError or %G_IO_ERROR_CANCELLED
 */
PurportArticle *
purport_importer_run (PurportImporter *self,
                      GBytes *bytes,
                      const char *uri,
                      const PurportFormat *format,
                      const char *display_name,
                      GCancellable *cancellable,
                      GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes), *what;
  PurportFormat found = purport_format_detect (data, n_bytes, &what);
  PurportArticle *article = NULL;
  PurportQuestion question = {
    .program = choose_program (format != NULL ? *format : found, found, data, n_bytes),
    .request.task = PURPORT_WORKER_IMPORT,
    .request.format = format != NULL ? *format : PURPORT_WORKER_ANY_FORMAT,
    .request.flags = self->flags,
    .address = uri,
    .display_name = display_name,
    .bytes = bytes,
    .wanted = PURPORT_WORKER_ARTICLE,
    .take = take_article,
    .data = &article,
  };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_bytes <= PURPORT_TEXT_LIMIT_BYTES, NULL);
  return purport_importer_ask (self, &question, cancellable, error) ? article : NULL;
}

/* What was loaded from the net, and from where in the end. */
typedef struct {
  GBytes *bytes;
  char *address;
} Page;

static gboolean
take_page (GBytes *answer, guint32 n_address, gpointer data)
{
  Page *page = data;

  page->address = g_strndup (g_bytes_get_data (answer, NULL), n_address);
  page->bytes = g_bytes_new_from_bytes (answer, n_address, g_bytes_get_size (answer) - n_address);
  return TRUE;
}

/**
 * purport_importer_fetch:
 * @address: what the user asked for, in so many words
 * @final_address: (out) (transfer full): the address of what was found there after redirects
 *
 * Loads a page from the net: the page alone, without cookies. Blocks until it is there.
 *
 * Returns: (transfer full): at most %PURPORT_TEXT_LIMIT_BYTES, or %NULL with a #PurportFormatsError or
 * %G_IO_ERROR_CANCELLED
 */
GBytes *
purport_importer_fetch (
    PurportImporter *self, const char *address, char **final_address, GCancellable *cancellable, GError **error)
{
  Page page = { NULL, NULL };
  PurportQuestion question = {
    .program = PURPORT_WORKER_PROGRAM_FETCH,
    .address = address,
    .wanted = PURPORT_WORKER_BYTES,
    .take = take_page,
    .data = &page,
  };

  if (strlen (address) >= MAX_ADDRESS_BYTES) {
    g_set_error_literal (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_TOO_LARGE,
                         "The address is longer than any that is loaded.");
    return NULL;
  }
  if (!purport_importer_ask (self, &question, cancellable, error))
    return NULL;
  *final_address = page.address;
  return page.bytes;
}
