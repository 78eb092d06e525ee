/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is committed is on the disk: the journal is a write-ahead log, flushed at every commit (synchronous=FULL), so
 * neither a killed process nor a power failure loses a note that was reported as saved.
 */
#include "store/database.h"

#include <string.h>

/* How long another program's writing is waited for, in milliseconds. */
#define BUSY_TIMEOUT_MS 3000

/* Puts into @error what @code, a result of SQLite, means for the reader. */
void
purport_database_set_error (PurportDatabase *database, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (database->path);

  switch (code & 0xff) {
  case SQLITE_NOTADB:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_FOREIGN,
                 "“%s” is not a library of Purport. Move it away or choose another file.", name);
    return;
  case SQLITE_CORRUPT:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_DAMAGED,
                 "“%s” is damaged. Copy it somewhere safe, then restore a backup.", name);
    return;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_LOCKED,
                 "“%s” is being written to by another program. Nothing was changed; try again when it is done.", name);
    return;
  case SQLITE_FULL:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_FULL,
                 "There is no room on the disk for “%s”. Nothing was changed; make room and try again.", name);
    return;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
  case SQLITE_AUTH:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_READ_ONLY,
                 "“%s” cannot be opened for writing. Check the permissions of the file and of its folder.", name);
    return;
  default:
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_IO, "“%s” could not be read or written: %s.", name,
                 sqlite3_errmsg (database->handle));
  }
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

void
purport_database_close (PurportDatabase *database)
{
  if (database == NULL)
    return;
  g_hash_table_unref (database->statements);
  sqlite3_close (database->handle);
  g_free (database->path);
  g_free (database);
}

/* The schema of a file that somebody sent may hold anything: nothing in it is trusted. */
static int
harden (sqlite3 *handle)
{
  int result = sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return result;
}

/**
 * purport_database_open:
 * @path: the file; made if there is none and not @read_only
 *
 * Opens a connection. Its foreign keys are enforced. A file that is no database is found out here.
 *
 * Returns: (transfer full): the connection, or %NULL with a #PurportStoreError
 */
PurportDatabase *
purport_database_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (PurportDatabase) database = g_new0 (PurportDatabase, 1);
  int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, result;

  database->path = g_strdup (path);
  database->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);
  result = sqlite3_open_v2 (path, &database->handle, flags | SQLITE_OPEN_FULLMUTEX, NULL);
  if (result == SQLITE_OK)
    result = harden (database->handle);
  if (result != SQLITE_OK) {
    purport_database_set_error (database, result, error);
    return NULL;
  }
  sqlite3_extended_result_codes (database->handle, 1);
  sqlite3_busy_timeout (database->handle, BUSY_TIMEOUT_MS);
  if (!purport_database_execute (database, "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL", error))
    return NULL;
  /* Reads the first page. */
  if (!purport_database_execute (database, "SELECT count(*) FROM sqlite_schema", error))
    return NULL;
  return g_steal_pointer (&database);
}

/* Runs any number of statements that give no rows, or whose rows nobody wants. */
gboolean
purport_database_execute (PurportDatabase *database, const char *sql, GError **error)
{
  int result = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  purport_database_set_error (database, result, error);
  return FALSE;
}

static void
bind_values (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 1; *types != '\0'; types++, i++) {
    const char *text;
    GBytes *bytes;
    switch (*types) {
    case 'i':
      sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
      break;
    case 'd':
      sqlite3_bind_double (statement, i, va_arg (values, double));
      break;
    case 's':
      text = va_arg (values, const char *);
      sqlite3_bind_text (statement, i, text, -1, SQLITE_TRANSIENT);
      break;
    case 'b':
      bytes = va_arg (values, GBytes *);
      if (bytes != NULL)
        sqlite3_bind_blob64 (statement, i, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

static sqlite3_stmt *
prepare (PurportDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (database->statements, sql);
  int result = SQLITE_OK;

  if (statement != NULL) {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
  }
  result = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK) {
    purport_database_set_error (database, result, error);
    return NULL;
  }
  g_hash_table_insert (database->statements, (gpointer)sql, statement);
  return statement;
}

static sqlite3_stmt *
query_with (PurportDatabase *database, GError **error, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = prepare (database, sql, error);

  if (statement != NULL)
    bind_values (statement, types, values);
  return statement;
}

/**
 * purport_database_query:
 * @sql: one statement; a string literal, by whose address it is kept
 * @types: one letter per parameter: i (gint64), d (double), s (nullable string), b (nullable GBytes)
 *
 * Returns: (transfer none): the statement, ready for purport_database_step(); valid until the same is queried again
 */
sqlite3_stmt *
purport_database_query (PurportDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query_with (database, error, sql, types, values);
  va_end (values);
  return statement;
}

/* Returns: whether there is a row, or the end, or an error. A statement that is done is reset: it holds no lock. */
PurportStep
purport_database_step (PurportDatabase *database, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return PURPORT_STEP_ROW;
  if (result != SQLITE_DONE)
    purport_database_set_error (database, result, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE ? PURPORT_STEP_DONE : PURPORT_STEP_FAILED;
}

/* As purport_database_query(), and runs it to its end. */
gboolean
purport_database_run (PurportDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  PurportStep step = PURPORT_STEP_FAILED;
  va_list values;

  va_start (values, types);
  statement = query_with (database, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  while ((step = purport_database_step (database, statement, error)) == PURPORT_STEP_ROW)
    ;
  return step == PURPORT_STEP_DONE;
}

/* Returns: the number in the first column of the first row; @fallback if there is no row, or with @error set. */
gint64
purport_database_get_number (
    PurportDatabase *database, gint64 fallback, GError **error, const char *sql, const char *types, ...)
{
  gint64 number = fallback;
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query_with (database, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return fallback;
  if (purport_database_step (database, statement, error) == PURPORT_STEP_ROW) {
    number = sqlite3_column_int64 (statement, 0);
    sqlite3_reset (statement);
  }
  return number;
}

/* Begins to write: waits for another writer now, not in the middle. */
gboolean
purport_database_begin (PurportDatabase *database, GError **error)
{
  return purport_database_execute (database, "BEGIN IMMEDIATE", error);
}

/* On failure everything since the beginning is undone. */
gboolean
purport_database_commit (PurportDatabase *database, GError **error)
{
  if (purport_database_execute (database, "COMMIT", error))
    return TRUE;
  purport_database_roll_back (database);
  return FALSE;
}

void
purport_database_roll_back (PurportDatabase *database)
{
  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* Returns: (transfer full) (nullable): the text in that column of the current row; %NULL for null. */
char *
purport_column_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}
