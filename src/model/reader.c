/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the engine once, off the main thread, and reads with it from any thread. */
#include "model/reader.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "data/engine-data.h"

/* From here on, what reading an article took is worth giving back to the system. */
#define LARGE_BYTES (1024u * 1024u)

struct _PurportReader {
  gatomicrefcount ref_count;
  GMutex lock;           /* guards the next two */
  PurportEngine *engine; /* NULL until somebody reads */
  guint n_reading;       /* how many threads are reading */
  GCond finished;        /* one of them has finished */
};

/* Returns: (transfer full): a reader; nothing is loaded yet. */
PurportReader *
purport_reader_new (void)
{
  PurportReader *self = g_new0 (PurportReader, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->finished);
  return self;
}

PurportReader *
purport_reader_ref (PurportReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
purport_reader_unref (PurportReader *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->engine, purport_engine_unref);
  g_cond_clear (&self->finished);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static PurportEngine *
dup_engine (PurportReader *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->engine == NULL)
    self->engine = purport_engine_new_built_in (error);
  if (self->engine == NULL)
    return NULL;
  self->n_reading++;
  return purport_engine_ref (self->engine);
}

/* The words of a book take many times its size while it is read; the C library would keep that room for the next one.
 */
static void
give_memory_back (const PurportArticle *article)
{
#ifdef __GLIBC__
  if (article->n_bytes >= LARGE_BYTES)
    malloc_trim (0);
#endif
}

static void
finish (PurportReader *self)
{
  g_mutex_lock (&self->lock);
  self->n_reading--;
  g_cond_broadcast (&self->finished);
  g_mutex_unlock (&self->lock);
}

/**
 * purport_reader_read:
 * @cancelled: (nullable): set to non-zero by another thread to stop
 *
 * As purport_engine_read(), from any thread; the first call loads the engine.
 *
 * Returns: (transfer full): the finished reading, or %NULL with an error
 */
PurportReading *
purport_reader_read (PurportReader *self, PurportArticle *article, const gint *cancelled, GError **error)
{
  return purport_reader_read_corrected (self, article, NULL, cancelled, error);
}

/* As purport_reader_read(), with what the reader set right: (nullable) (element-type PurportAnnotation). */
PurportReading *
purport_reader_read_corrected (
    PurportReader *self, PurportArticle *article, const GPtrArray *corrections, const gint *cancelled, GError **error)
{
  g_autoptr (PurportEngine) engine = dup_engine (self, error);
  PurportReading *reading;

  if (engine == NULL)
    return NULL;
  reading = purport_engine_read_corrected (engine, article, corrections, cancelled, error);
  give_memory_back (article);
  finish (self);
  return reading;
}

/* Waits until no thread reads: for the end of the program, after all that reads was told to stop. */
void
purport_reader_wait (PurportReader *self)
{
  g_mutex_lock (&self->lock);
  while (self->n_reading > 0)
    g_cond_wait (&self->finished, &self->lock);
  g_mutex_unlock (&self->lock);
}
