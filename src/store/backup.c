/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A backup is a library like any other, written whole under another name and then renamed (VACUUM INTO), so that a
 * half-written one is never taken for one. An import merges: articles by the hash of their text, annotations by their
 * id, the one changed last wins; nothing is taken away.
 */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/library-private.h"

/* Returns: whether what was written to @path, and then its name, are on the disk. */
static gboolean
flush (const char *path)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (descriptor >= 0)
    close (descriptor);
  return done;
}

/* Renames a finished file to where it belongs. */
static gboolean
publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (flush (temporary) && g_rename (temporary, path) == 0 && flush (folder))
    return TRUE;
  g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_IO, "“%s” could not be written: %s.", path,
               g_strerror (errno));
  return FALSE;
}

/**
 * purport_library_back_up:
 * @path: the file to write; one that is there is replaced, in one step
 *
 * Writes a whole copy of the library, without what was removed.
 */
gboolean
purport_library_back_up (PurportLibrary *library, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  gboolean done;

  g_unlink (temporary);
  done = purport_database_run (library->database, error, "VACUUM INTO ?", "s", temporary) &&
         publish (temporary, path, error);
  if (!done)
    g_unlink (temporary);
  return done;
}

static gboolean
import_articles (PurportDatabase *database, GError **error)
{
  return purport_database_run (
      database, error,
      "INSERT INTO main.article(hash, uri, media_type, language, title, bylines, publisher, published, text, layout,"
      " reading, kept, place_byte, added_at, opened_at) SELECT hash, uri, media_type, language, title, bylines,"
      " publisher, published, text, layout, reading, kept, place_byte, added_at, opened_at FROM other.article"
      " WHERE NOT deleted AND hash NOT IN (SELECT hash FROM main.article) ORDER BY id",
      "");
}

/* The rows of one article that came in: @here, from the one that is called @there in the other library. */
static gboolean
import_lists (PurportDatabase *database, gint64 here, gint64 there, GError **error)
{
  return purport_database_run (database, error,
                               "INSERT INTO main.source(article, number, name, key, type, role, affiliation,"
                               " independence, expert) SELECT ?, number, name, key, type, role, affiliation,"
                               " independence, expert FROM other.source WHERE article = ?",
                               "ii", here, there) &&
         purport_database_run (database, error,
                               "INSERT INTO main.claim(article, number, start_byte, end_byte, source, kind, strength,"
                               " certainty, importance, main) SELECT ?, number, start_byte, end_byte, source, kind,"
                               " strength, certainty, importance, main FROM other.claim WHERE article = ?",
                               "ii", here, there) &&
         purport_database_run (database, error,
                               "INSERT INTO main.figure(article, number, start_byte, end_byte, value, unit, kind,"
                               " minor) SELECT ?, number, start_byte, end_byte, value, unit, kind, minor FROM"
                               " other.figure WHERE article = ?",
                               "ii", here, there) &&
         purport_library_insert_words (database, here, error);
}

typedef struct {
  gint64 here;
  gint64 there;
} Pair;

/* Returns: (transfer full) (element-type Pair): the new articles (id above @last) and what they are in the other. */
static GArray *
pair_articles (PurportDatabase *database, gint64 last, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  sqlite3_stmt *row = purport_database_query (database, error,
                                              "SELECT here.id, there.id FROM main.article here JOIN other.article"
                                              " there ON there.hash = here.hash WHERE here.id > ?",
                                              "i", last);
  PurportStep step = PURPORT_STEP_FAILED;

  while (row != NULL && (step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW) {
    Pair pair = { sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1) };
    g_array_append_val (pairs, pair);
  }
  return step == PURPORT_STEP_DONE ? g_steal_pointer (&pairs) : NULL;
}

/* clang-format off */
#define NEWER_ANNOTATIONS   " FROM other.annotation new JOIN other.article there ON there.id = new.article JOIN main.article here"   " ON here.hash = there.hash LEFT JOIN main.annotation old ON old.uuid = new.uuid"   " WHERE NOT new.deleted AND NOT here.deleted AND (old.uuid IS NULL OR old.changed_at < new.changed_at)"
/* clang-format on */

static gboolean
import_annotations (PurportDatabase *database, guint *n_annotations, GError **error)
{
  GError *failure = NULL;
  gint64 n = purport_database_get_number (database, 0, &failure, "SELECT count(*)" NEWER_ANNOTATIONS, "");

  *n_annotations = (guint)n;
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  return purport_database_run (database, error,
                               "INSERT INTO annotation_index(annotation_index, rowid, body, quote) SELECT 'delete',"
                               " id, body, quote FROM main.annotation WHERE NOT deleted",
                               "") &&
         purport_database_run (
             database, error,
             "INSERT INTO main.annotation(uuid, article, kind, body, value, links, start_byte, end_byte, quote,"
             " prefix, suffix, orphaned, created_at, changed_at) SELECT new.uuid, here.id, new.kind, new.body,"
             " new.value, new.links, new.start_byte, new.end_byte, new.quote, new.prefix, new.suffix, new.orphaned,"
             " new.created_at, new.changed_at" NEWER_ANNOTATIONS
             " ON CONFLICT(uuid) DO UPDATE SET article = excluded.article, kind = excluded.kind,"
             " body = excluded.body, value = excluded.value, links = excluded.links,"
             " start_byte = excluded.start_byte, end_byte = excluded.end_byte, quote = excluded.quote,"
             " prefix = excluded.prefix, suffix = excluded.suffix, orphaned = excluded.orphaned,"
             " changed_at = excluded.changed_at, deleted = 0",
             "") &&
         purport_database_run (database, error,
                               "INSERT INTO annotation_index(rowid, body, quote) SELECT id, body, quote FROM"
                               " main.annotation WHERE NOT deleted",
                               "");
}

static gboolean
merge (PurportDatabase *database, PurportImported *imported, GError **error)
{
  gint64 last = purport_database_get_number (database, 0, NULL, "SELECT coalesce(max(id), 0) FROM main.article", "");
  g_autoptr (GArray) pairs = NULL;

  if (!import_articles (database, error))
    return FALSE;
  pairs = pair_articles (database, last, error);
  if (pairs == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index (pairs, Pair, i);
    if (!import_lists (database, pair->here, pair->there, error))
      return FALSE;
  }
  imported->n_articles = pairs->len;
  return import_annotations (database, &imported->n_annotations, error);
}

/* Refuses what is no library, a newer one and a damaged one; an older one is brought up to date in a copy. */
static gboolean
copy_checked (const char *path, const char *copy, GError **error)
{
  g_autoptr (PurportLibrary) other = NULL;
  g_autoptr (PurportLibrary) migrated = NULL;
  g_autoptr (GPtrArray) complaints = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND, "“%s” does not exist.", path);
    return FALSE;
  }
  other = purport_library_open_read_only (path, error);
  complaints = other != NULL ? purport_library_check (other, error) : NULL;
  if (complaints == NULL)
    return FALSE;
  if (complaints->len > 0) {
    purport_database_set_error (other->database, SQLITE_CORRUPT, error);
    return FALSE;
  }
  if (!purport_database_run (other->database, error, "VACUUM INTO ?", "s", copy))
    return FALSE;
  migrated = purport_library_open (copy, error);
  return migrated != NULL;
}

static gboolean
merge_file (PurportDatabase *database, const char *path, PurportImported *imported, GError **error)
{
  gboolean done;

  if (!purport_database_run (database, error, "ATTACH ? AS other", "s", path))
    return FALSE;
  done = purport_database_begin (database, error) &&
         purport_library_end (database, merge (database, imported, error), error);
  /* Statements that name the other library must not outlive it. */
  g_hash_table_remove_all (database->statements);
  purport_database_execute (database, "DETACH other", NULL);
  return done;
}

/**
 * purport_library_import:
 * @path: a library of this or an older version: a backup, or another computer's
 * @imported: (out): what came in
 *
 * Merges another library into this one: all of it, or on failure nothing. The other file is not written to.
 */
gboolean
purport_library_import (PurportLibrary *library, const char *path, PurportImported *imported, GError **error)
{
  PurportImported counted = { 0 };
  g_autofree char *copy = g_strconcat (library->database->path, ".import", NULL);
  gboolean done;

  g_unlink (copy);
  done = copy_checked (path, copy, error) && merge_file (library->database, copy, &counted, error);
  g_unlink (copy);
  if (done)
    *imported = counted;
  return done;
}

static gboolean
add_complaints (PurportDatabase *database, GPtrArray *complaints, const char *sql, GError **error)
{
  sqlite3_stmt *row = purport_database_query (database, error, sql, "");
  PurportStep step = PURPORT_STEP_FAILED;

  while (row != NULL && (step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW) {
    const char *text = (const char *)sqlite3_column_text (row, 0);
    if (text != NULL && g_strcmp0 (text, "ok") != 0)
      g_ptr_array_add (complaints, g_strdup (text));
  }
  return step == PURPORT_STEP_DONE;
}

/**
 * purport_library_check:
 *
 * Looks the whole file over. O(its size).
 *
 * Returns: (transfer full) (element-type utf8): what is wrong with it, a sentence each; empty: nothing
 */
GPtrArray *
purport_library_check (PurportLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  if (add_complaints (library->database, complaints, "PRAGMA integrity_check(20)", error) &&
      add_complaints (library->database, complaints,
                      "SELECT 'A row of ' || \"table\" || ' belongs to nothing.' FROM pragma_foreign_key_check", error))
    return g_steal_pointer (&complaints);
  return NULL;
}
