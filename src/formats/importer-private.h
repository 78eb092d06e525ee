/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a worker, for those who ask. */
#pragma once

#include "formats/importer.h"
#include "formats/worker-process.h"

G_BEGIN_DECLS

/* Takes an answer of the wanted kind: @code is what its head says, and a NUL stands behind its bytes. Returns: %FALSE
 * if it makes no sense; then nothing was taken. */
typedef gboolean (*PurportAnswerTaker) (GBytes *answer, guint32 code, gpointer data);

/* All is borrowed. */
typedef struct {
  PurportWorkerProgram program;
  PurportWorkerRequest request; /* its lengths are filled in */
  const char *address;          /* nullable */
  const char *display_name;     /* nullable: what errors call the document; else its address */
  GBytes *bytes;                /* nullable */
  PurportWorkerReplyKind wanted;
  PurportAnswerTaker take;
  gpointer data; /* for @take */
} PurportQuestion;

gboolean purport_importer_ask (PurportImporter *self,
                               const PurportQuestion *question,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
