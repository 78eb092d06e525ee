/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as the window uses it: one thread has it, everybody else asks and is answered later. */
#pragma once

#include <gio/gio.h>

#include "store/library.h"

G_BEGIN_DECLS

/**
 * PurportKeeperAccess:
 * @PURPORT_KEEPER_LOOK: a library that is not there stays that way, and one that may not be written to is still read
 * @PURPORT_KEEPER_WRITE: a library that is not there is made
 */
typedef enum {
  PURPORT_KEEPER_LOOK,
  PURPORT_KEEPER_WRITE,
} PurportKeeperAccess;

/**
 * PurportKeeperFunc:
 *
 * One piece of work on the library; called in the keeper's thread, one after the other in the order of asking.
 *
 * Returns: the answer; %NULL with @error set, or for an answer of nothing
 */
typedef gpointer (*PurportKeeperFunc) (PurportLibrary *library, gpointer data, GError **error);

#define PURPORT_TYPE_KEEPER (purport_keeper_get_type ())
G_DECLARE_FINAL_TYPE (PurportKeeper, purport_keeper, PURPORT, KEEPER, GObject)

PurportKeeper *purport_keeper_new (const char *path);
void purport_keeper_close (PurportKeeper *self);

void purport_keeper_run (PurportKeeper *self,
                         PurportKeeperAccess access,
                         PurportKeeperFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         GDestroyNotify free_answer,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gpointer purport_keeper_run_finish (PurportKeeper *self, GAsyncResult *result, GError **error);

/* Signal: changed, when what lists and searches show may be another; emitted by whoever changed it. */
void purport_keeper_emit_changed (PurportKeeper *self);

G_END_DECLS
