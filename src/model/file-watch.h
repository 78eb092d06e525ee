/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices that a file on disk is another one than when it was opened, or gone. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_FILE_SAME,
  PURPORT_FILE_CHANGED,
  PURPORT_FILE_GONE,
} PurportFileState;

typedef void (*PurportFileWatchFunc) (PurportFileState state, gpointer data);

typedef struct _PurportFileWatch PurportFileWatch;

PurportFileWatch *purport_file_watch_new (GFile *file, PurportFileWatchFunc func, gpointer data);
void purport_file_watch_free (PurportFileWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportFileWatch, purport_file_watch_free)

G_END_DECLS
