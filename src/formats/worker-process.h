/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One worker: its process and the socket to it. */
#pragma once

#include <gio/gio.h>

#include "formats/worker-protocol.h"

G_BEGIN_DECLS

typedef struct _PurportWorkerProcess PurportWorkerProcess;

typedef enum {
  PURPORT_WORKER_PROGRAM_LIGHT,     /* all formats but PDF, in UTF-8 */
  PURPORT_WORKER_PROGRAM_ENCODINGS, /* in any encoding: it takes longer to start */
  PURPORT_WORKER_PROGRAM_FULL,      /* all formats in any encoding: it takes still longer */
  PURPORT_WORKER_PROGRAM_PICTURES,  /* pictures, in a document of any kind */
  PURPORT_WORKER_PROGRAM_FETCH,     /* loads pages from the net, and parses nothing */
} PurportWorkerProgram;

PurportWorkerProcess *purport_worker_process_new (PurportWorkerProgram program, GError **error);
void purport_worker_process_free (PurportWorkerProcess *self);
guint32 purport_worker_process_get_means (const PurportWorkerProcess *self);
gboolean purport_worker_process_send (
    PurportWorkerProcess *self, const void *data, gsize n_bytes, GCancellable *cancellable, GError **error);
gboolean purport_worker_process_receive (
    PurportWorkerProcess *self, void *data, gsize n_bytes, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWorkerProcess, purport_worker_process_free)

G_END_DECLS
