/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the store layer. Messages are fit to show: they name the file and say what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PURPORT_STORE_ERROR (purport_store_error_quark ())
GQuark purport_store_error_quark (void);

/**
 * PurportStoreError:
 * @PURPORT_STORE_ERROR_FOREIGN: the file is no library of Purport; nothing was written to it
 * @PURPORT_STORE_ERROR_DAMAGED: the library is damaged; restore a backup, or export what can be read
 * @PURPORT_STORE_ERROR_NEWER: a later version of Purport wrote it; update
 * @PURPORT_STORE_ERROR_LOCKED: another program is writing; try again
 * @PURPORT_STORE_ERROR_FULL: no room on the disk; nothing was changed
 * @PURPORT_STORE_ERROR_READ_ONLY: the file or its folder may not be written to
 * @PURPORT_STORE_ERROR_NOT_FOUND: no such article or note
 * @PURPORT_STORE_ERROR_INVALID: what was asked for makes no sense
 * @PURPORT_STORE_ERROR_IO: anything else that the disk came upon
 */
typedef enum {
  PURPORT_STORE_ERROR_FOREIGN,
  PURPORT_STORE_ERROR_DAMAGED,
  PURPORT_STORE_ERROR_NEWER,
  PURPORT_STORE_ERROR_LOCKED,
  PURPORT_STORE_ERROR_FULL,
  PURPORT_STORE_ERROR_READ_ONLY,
  PURPORT_STORE_ERROR_NOT_FOUND,
  PURPORT_STORE_ERROR_INVALID,
  PURPORT_STORE_ERROR_IO,
} PurportStoreError;

G_END_DECLS
