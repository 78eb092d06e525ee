/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starts the worker with nothing but a socket and an empty environment, and watches it: it may die, stop to answer, or
 * say more than it should, and each becomes an error that says so. Every wait ends with the deadline or when the
 * cancellable is cancelled.
 */
#include "formats/worker-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "config.h"
#include "formats/error.h"

/* A worker that has not answered after so long is ended; it limits its own processor time to less. */
#define DEADLINE_SECONDS 60

struct _PurportWorkerProcess {
  GPid pid;
  int fd;
  guint32 means;
};

static const struct {
  const char *name;
  const char *argument;       /* nullable */
  gboolean needs_environment; /* proxies are in it */
} programs[] = {
  { "purport-import", NULL },
  { "purport-import", PURPORT_WORKER_ENCODINGS },
  { "purport-import-pdf", PURPORT_WORKER_ENCODINGS },
  { "purport-import-pdf", NULL },
  { "purport-fetch", NULL, TRUE },
};

static gboolean
set_error (GError **error, const char *message)
{
  g_set_error_literal (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER, message);
  return FALSE;
}

/* Where the program is: where the tests say, beside this program in the build tree or where both are installed. */
static char *
find_program (const char *name)
{
  const char *said = g_getenv ("PURPORT_WORKER_DIR"); /* folders with a colon between them */
  g_auto (GStrv) folders = said != NULL ? g_strsplit (said, ":", 8) : NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : g_strdup ("/usr/bin");
  static const char *const beside[] = { "../worker", "../fetch", "../libexec/purport" };

  for (guint i = 0; folders != NULL && folders[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folders[i], name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) || folders[i + 1] == NULL)
      return g_steal_pointer (&path);
  }
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    g_autofree char *path = g_build_filename (folder, beside[i], name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
      return g_steal_pointer (&path);
  }
  return g_build_filename (PURPORT_WORKER_DIR, name, NULL);
}

static gboolean
start (PurportWorkerProcess *self, const char *path, PurportWorkerProgram program, GError **error)
{
  const char *const arguments[] = { path, programs[program].argument, NULL };
  const char *const environment[] = { "LC_ALL=C.UTF-8", NULL };
  gboolean show_errors = g_getenv ("PURPORT_WORKER_STDERR") != NULL;
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                      (show_errors ? G_SPAWN_DEFAULT : G_SPAWN_STDERR_TO_DEV_NULL);
  g_autoptr (GError) failure = NULL;
  g_autofree char *message = NULL;
  int fds[2];
  gboolean started;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
    return set_error (error, "No socket could be made: too many files are open.");
  started = g_spawn_async_with_pipes_and_fds ("/", arguments, programs[program].needs_environment ? NULL : environment,
                                              flags, NULL, NULL, fds[1], -1, -1, NULL, NULL, 0, &self->pid, NULL, NULL,
                                              NULL, &failure);
  close (fds[1]);
  self->fd = fds[0];
  if (started)
    return g_unix_set_fd_nonblocking (self->fd, TRUE, error);
  message = g_strdup_printf ("The program that reads documents, “%s”, cannot be started: %s. Reinstall Purport.", path,
                             failure->message);
  return set_error (error, message);
}

/* What became of the process, for a message. It is gone afterwards. */
static gboolean
explain_death (PurportWorkerProcess *self, GError **error)
{
  g_autofree char *message = NULL;
  int status = 0;

  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  self->pid = 0;
  if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGPROF || WTERMSIG (status) == SIGXCPU))
    return set_error (error, "takes too long to read.");
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS)
    return set_error (error, "made the program that reads documents do what it must not; it was stopped.");
  if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGABRT || WTERMSIG (status) == SIGTRAP))
    return set_error (error, "needs more memory than one document may have.");
  if (WIFSIGNALED (status) && WTERMSIG (status) != SIGKILL)
    message = g_strdup_printf ("made the program that reads documents fail (%s).", g_strsignal (WTERMSIG (status)));
  return set_error (error, message != NULL ? message : "could not be read: the program that reads documents ended.");
}

/* Waits until the socket is ready for @events. */
static gboolean
wait_for (PurportWorkerProcess *self, short events, gint64 deadline, GCancellable *cancellable, GError **error)
{
  GPollFD fds[2] = { { .fd = self->fd, .events = (gushort)events }, { .fd = -1 } };
  gboolean watched = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fds[1]);
  int n;

  do {
    gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
    n = g_poll (fds, watched ? 2 : 1, (int)CLAMP (left, 0, G_MAXINT));
  } while (n < 0 && errno == EINTR);
  if (watched)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return n > 0 || set_error (error, "takes too long to read.");
}

/**
 * purport_worker_process_send:
 *
 * Returns: %FALSE with %PURPORT_FORMATS_ERROR_WORKER, whose message lacks the name of what was read, or
 * %G_IO_ERROR_CANCELLED; the process is of no use then
 */
gboolean
purport_worker_process_send (
    PurportWorkerProcess *self, const void *data, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;
  const guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = send (self->fd, at, n_bytes, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) {
      if (!wait_for (self, G_IO_OUT, deadline, cancellable, error))
        return FALSE;
    } else if (n < 0 && errno != EINTR) {
      return explain_death (self, error);
    } else if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

/* As purport_worker_process_send(), the other way. */
gboolean
purport_worker_process_receive (
    PurportWorkerProcess *self, void *data, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;
  guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = recv (self->fd, at, n_bytes, 0);
    if (n < 0 && errno == EAGAIN) {
      if (!wait_for (self, G_IO_IN, deadline, cancellable, error))
        return FALSE;
    } else if (n == 0 || (n < 0 && errno != EINTR)) {
      return explain_death (self, error);
    } else if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

/**
 * purport_worker_process_new:
 *
 * Starts a worker and waits until it has shut itself in.
 *
 * Returns: (transfer full): the worker, or %NULL with %PURPORT_FORMATS_ERROR_WORKER
 */
PurportWorkerProcess *
purport_worker_process_new (PurportWorkerProgram program, GError **error)
{
  g_autoptr (PurportWorkerProcess) self = g_new0 (PurportWorkerProcess, 1);
  g_autofree char *path = find_program (programs[program].name);
  PurportWorkerHello hello;

  self->fd = -1;
  if (!start (self, path, program, error) || !purport_worker_process_receive (self, &hello, sizeof hello, NULL, error))
    return NULL;
  if (hello.magic != PURPORT_WORKER_MAGIC) {
    set_error (error, "The program that reads documents is of another edition. Reinstall Purport.");
    return NULL;
  }
  self->means = hello.means;
  return g_steal_pointer (&self);
}

/* Ends the process, whatever it is doing. */
void
purport_worker_process_free (PurportWorkerProcess *self)
{
  if (self == NULL)
    return;
  if (self->pid > 0) {
    kill (self->pid, SIGKILL);
    while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
      continue;
  }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/* Returns: what the worker keeps itself from, of #PurportWorkerMeans. */
guint32
purport_worker_process_get_means (const PurportWorkerProcess *self)
{
  return self->means;
}
