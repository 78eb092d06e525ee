/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin layer over SQLite: opening, statements, transactions, errors. Private to the layer. */
#pragma once

#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

/**
 * PurportDatabase:
 * @handle: the connection
 * @path: the file, as messages name it
 *
 * One connection. Statements are prepared once and kept until it closes.
 */
typedef struct {
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* (element-type utf8 sqlite3_stmt): by their SQL, a string literal */
} PurportDatabase;

typedef enum {
  PURPORT_STEP_FAILED,
  PURPORT_STEP_ROW,
  PURPORT_STEP_DONE,
} PurportStep;

PurportDatabase *purport_database_open (const char *path, gboolean read_only, GError **error);
void purport_database_close (PurportDatabase *database);

gboolean purport_database_execute (PurportDatabase *database, const char *sql, GError **error);
sqlite3_stmt *
purport_database_query (PurportDatabase *database, GError **error, const char *sql, const char *types, ...);
PurportStep purport_database_step (PurportDatabase *database, sqlite3_stmt *statement, GError **error);
gboolean purport_database_run (PurportDatabase *database, GError **error, const char *sql, const char *types, ...);
gint64 purport_database_get_number (
    PurportDatabase *database, gint64 fallback, GError **error, const char *sql, const char *types, ...);

gboolean purport_database_begin (PurportDatabase *database, GError **error);
gboolean purport_database_commit (PurportDatabase *database, GError **error);
void purport_database_roll_back (PurportDatabase *database);

char *purport_column_dup_text (sqlite3_stmt *statement, int column);
void purport_database_set_error (PurportDatabase *database, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportDatabase, purport_database_close)

G_END_DECLS
