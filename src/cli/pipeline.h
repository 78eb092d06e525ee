/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items read one by one, worked on by several threads, handed out in the order in which they came in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportPipeline:
 * @next: (transfer full) (nullable): the next item and its weight in bytes; %NULL: no more. On the calling thread
 * @work: does the work; on any thread, with several items at a time
 * @emit: (transfer full): takes the finished item, one at a time and in order; %FALSE: stop everything
 * @drop: frees an item that is not emitted, because the pipeline was stopped
 *
 * The steps of a pipeline.
 */
typedef struct {
  gpointer (*next) (gpointer user_data, gsize *weight);
  void (*work) (gpointer item, gpointer user_data);
  gboolean (*emit) (gpointer item, gpointer user_data);
  void (*drop) (gpointer item);
  gpointer user_data;
} PurportPipeline;

gboolean purport_pipeline_run (const PurportPipeline *pipeline, guint n_jobs);

G_END_DECLS
