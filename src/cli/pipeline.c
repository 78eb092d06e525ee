/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caller's thread reads, n threads work, one emits: an item that is slow to come never holds back a finished one.
 */
#include "cli/pipeline.h"

/* What may be on its way at a time: so many items for each worker, and so many bytes unless it is one item. */
#define ITEMS_PER_JOB 4u
#define MAX_WEIGHT (32u * 1024u * 1024u)

typedef struct {
  gpointer item;
  gsize weight;
  gboolean done;
} Slot;

typedef struct {
  const PurportPipeline *steps;
  GMutex mutex;
  GCond changed;
  GQueue in_order; /* (element-type Slot): all that was read and not yet emitted */
  GQueue to_do;    /* (element-type Slot): what no worker has taken yet; owned by in_order */
  guint max_items;
  guint n_items; /* in_order, and the one that is being emitted */
  gsize weight;
  gboolean at_end;
  gboolean stopped;
} Pipeline;

static gboolean
run_alone (const PurportPipeline *steps)
{
  gpointer item;
  gsize weight;

  while ((item = steps->next (steps->user_data, &weight)) != NULL) {
    steps->work (item, steps->user_data);
    if (!steps->emit (item, steps->user_data))
      return FALSE;
  }
  return TRUE;
}

static gpointer
work_thread (gpointer data)
{
  Pipeline *self = data;

  g_mutex_lock (&self->mutex);
  while (TRUE) {
    Slot *slot;

    while (g_queue_is_empty (&self->to_do) && !self->at_end && !self->stopped)
      g_cond_wait (&self->changed, &self->mutex);
    slot = self->stopped ? NULL : g_queue_pop_head (&self->to_do);
    if (slot == NULL)
      break;
    g_mutex_unlock (&self->mutex);
    self->steps->work (slot->item, self->steps->user_data);
    g_mutex_lock (&self->mutex);
    slot->done = TRUE;
    g_cond_broadcast (&self->changed);
  }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* The oldest item, once it is done. Called with the mutex held. */
static Slot *
wait_for_head (Pipeline *self)
{
  while (!self->stopped) {
    Slot *head = g_queue_peek_head (&self->in_order);
    if (head != NULL && head->done)
      return g_queue_pop_head (&self->in_order);
    if (head == NULL && self->at_end)
      return NULL;
    g_cond_wait (&self->changed, &self->mutex);
  }
  return NULL;
}

static gpointer
emit_thread (gpointer data)
{
  Pipeline *self = data;
  Slot *slot;

  g_mutex_lock (&self->mutex);
  while ((slot = wait_for_head (self)) != NULL) {
    gboolean go_on;

    g_mutex_unlock (&self->mutex);
    go_on = self->steps->emit (slot->item, self->steps->user_data);
    g_mutex_lock (&self->mutex);
    self->n_items--;
    self->weight -= slot->weight;
    self->stopped = self->stopped || !go_on;
    g_free (slot);
    g_cond_broadcast (&self->changed);
  }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* Puts @item in the queue as soon as there is room. Returns: %FALSE: stopped, and the item was not taken. */
static gboolean
push (Pipeline *self, gpointer item, gsize weight)
{
  Slot *slot;

  g_mutex_lock (&self->mutex);
  while (!self->stopped && self->n_items > 0 &&
         (self->n_items >= self->max_items || self->weight + weight > MAX_WEIGHT))
    g_cond_wait (&self->changed, &self->mutex);
  if (self->stopped) {
    g_mutex_unlock (&self->mutex);
    return FALSE;
  }
  slot = g_new0 (Slot, 1);
  slot->item = item;
  slot->weight = weight;
  g_queue_push_tail (&self->in_order, slot);
  g_queue_push_tail (&self->to_do, slot);
  self->n_items++;
  self->weight += weight;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static void
read_all (Pipeline *self)
{
  gpointer item;
  gsize weight;

  while ((item = self->steps->next (self->steps->user_data, &weight)) != NULL)
    if (!push (self, item, weight)) {
      self->steps->drop (item);
      return;
    }
}

static void
clear (Pipeline *self)
{
  Slot *slot;

  while ((slot = g_queue_pop_head (&self->in_order)) != NULL) {
    self->steps->drop (slot->item);
    g_free (slot);
  }
  g_queue_clear (&self->to_do);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
}

/**
 * purport_pipeline_run:
 * @n_jobs: the number of threads that work, at least 1; with 1 all is done on the calling thread
 *
 * Runs until there are no more items or the pipeline was stopped. What is emitted, and in which order, does not depend
 * on @n_jobs. Memory is bounded by 4 items for each worker and 32 MiB of weight (or one item).
 *
 * Returns: %FALSE if it was stopped
 */
gboolean
purport_pipeline_run (const PurportPipeline *pipeline, guint n_jobs)
{
  Pipeline self = { .steps = pipeline, .max_items = n_jobs * ITEMS_PER_JOB };
  g_autofree GThread **workers = NULL;
  GThread *emitter;
  gboolean finished;

  g_return_val_if_fail (n_jobs > 0, FALSE);
  if (n_jobs == 1)
    return run_alone (pipeline);
  g_mutex_init (&self.mutex);
  g_cond_init (&self.changed);
  workers = g_new (GThread *, n_jobs);
  for (guint i = 0; i < n_jobs; i++)
    workers[i] = g_thread_new ("work", work_thread, &self);
  emitter = g_thread_new ("emit", emit_thread, &self);
  read_all (&self);
  g_mutex_lock (&self.mutex);
  self.at_end = TRUE;
  g_cond_broadcast (&self.changed);
  g_mutex_unlock (&self.mutex);
  g_thread_join (emitter);
  for (guint i = 0; i < n_jobs; i++)
    g_thread_join (workers[i]);
  finished = !self.stopped;
  clear (&self);
  return finished;
}
