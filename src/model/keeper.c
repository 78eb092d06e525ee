/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The process has one connection to the library, and one thread has the connection: whoever asks first is served first,
 * and the window never waits for a disk. The library is opened by the first question that needs it; what stood in the
 * way is the answer, and the next question tries again, so that nothing has to be started anew once it is out of it.
 */
#include "model/keeper.h"

typedef struct {
  PurportKeeperAccess access;
  PurportKeeperFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
} Job;

struct _PurportKeeper {
  GObject parent_instance;
  char *path;
  GThread *thread;    /* NULL: not started yet, or closed */
  GAsyncQueue *queue; /* (element-type GTask), and the_end */
  gboolean closed;
  /* The thread's own. */
  PurportLibrary *library;
  gboolean may_write;
};

static guint changed_signal;
static const char the_end;

G_DEFINE_FINAL_TYPE (PurportKeeper, purport_keeper, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
open_to_look (PurportKeeper *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;
  self->library = purport_library_open (self->path, &failure);
  self->may_write = self->library != NULL;
  if (self->library == NULL && g_error_matches (failure, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_READ_ONLY))
    self->library = purport_library_open_read_only (self->path, NULL);
  if (self->library == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
}

/* Opens what is not open yet. Returns: whether the job can be done; without a library only where none is there. */
static gboolean
ensure_library (PurportKeeper *self, PurportKeeperAccess access, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->library != NULL && (self->may_write || access == PURPORT_KEEPER_LOOK))
    return TRUE;
  g_clear_pointer (&self->library, purport_library_close);
  if (access == PURPORT_KEEPER_LOOK)
    open_to_look (self, &failure);
  else
    self->library = purport_library_open (self->path, &failure);
  if (access == PURPORT_KEEPER_WRITE)
    self->may_write = self->library != NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
answer (PurportKeeper *self, GTask *task, Job *job)
{
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (ensure_library (self, job->access, &error) && self->library != NULL)
    result = job->func (self->library, job->data, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, job->free_answer);
}

static gpointer
serve (gpointer data)
{
  PurportKeeper *self = data;

  for (;;) {
    g_autoptr (GTask) task = NULL;
    gpointer next = g_async_queue_pop (self->queue);
    if (next == &the_end)
      break;
    task = next;
    answer (self, task, g_task_get_task_data (task));
  }
  g_clear_pointer (&self->library, purport_library_close);
  return NULL;
}

static void
purport_keeper_finalize (GObject *object)
{
  PurportKeeper *self = PURPORT_KEEPER (object);

  g_async_queue_unref (self->queue);
  g_free (self->path);
  G_OBJECT_CLASS (purport_keeper_parent_class)->finalize (object);
}

static void
purport_keeper_dispose (GObject *object)
{
  purport_keeper_close (PURPORT_KEEPER (object));
  G_OBJECT_CLASS (purport_keeper_parent_class)->dispose (object);
}

static void
purport_keeper_class_init (PurportKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = purport_keeper_dispose;
  object_class->finalize = purport_keeper_finalize;
  changed_signal =
      g_signal_new ("changed", PURPORT_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
purport_keeper_init (PurportKeeper *self)
{
  self->queue = g_async_queue_new ();
}

/* Returns: (transfer full): the keeper of the library at @path; nothing is opened or made yet. */
PurportKeeper *
purport_keeper_new (const char *path)
{
  PurportKeeper *self = g_object_new (PURPORT_TYPE_KEEPER, NULL);

  self->path = g_strdup (path);
  return self;
}

/*
 * Waits until all that was asked for is done, and closes the library: for the end of the program. What is asked for
 * afterwards fails.
 */
void
purport_keeper_close (PurportKeeper *self)
{
  g_return_if_fail (PURPORT_IS_KEEPER (self));
  self->closed = TRUE;
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->queue, (gpointer)&the_end);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * purport_keeper_run:
 * @func: what is to be done, in the keeper's thread
 * @data: given to @func, which may write to it; @free_data: (nullable) frees it, in any thread
 * @free_answer: (nullable): frees the answer where nobody takes it
 * @callback: (nullable): called in the caller's main context
 *
 * Asks for a piece of work. To look where there is no library is answered with %NULL and no error.
 */
void
purport_keeper_run (PurportKeeper *self,
                    PurportKeeperAccess access,
                    PurportKeeperFunc func,
                    gpointer data,
                    GDestroyNotify free_data,
                    GDestroyNotify free_answer,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new (Job, 1);

  g_return_if_fail (PURPORT_IS_KEEPER (self) && func != NULL);
  *job = (Job){ access, func, data, free_data, free_answer };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, purport_keeper_run);
  g_task_set_task_data (task, job, (GDestroyNotify)free_job);
  if (self->closed) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The library was closed.");
    return;
  }
  if (self->thread == NULL)
    self->thread = g_thread_new ("library", serve, self);
  g_async_queue_push (self->queue, g_steal_pointer (&task));
}

/* Returns: (transfer full) (nullable): the answer; %NULL with @error set, or where there is no answer. */
gpointer
purport_keeper_run_finish (PurportKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Tells lists and searches to look again. */
void
purport_keeper_emit_changed (PurportKeeper *self)
{
  g_signal_emit (self, changed_signal, 0);
}
