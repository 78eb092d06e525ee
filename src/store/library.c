/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, and the articles. A library may be used from several threads, one call at a time: callers take turns. */
#include "store/library.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#include "store/layout.h"
#include "store/library-private.h"
#include "store/schema.h"

#define ENTRY_COLUMNS                                                                                                  \
  "id, hash, uri, title, publisher, published, kept, place_byte, added_at, opened_at,"                                 \
  " (SELECT count(*) FROM claim WHERE claim.article = article.id),"                                                    \
  " (SELECT count(*) FROM annotation WHERE annotation.article = article.id AND NOT annotation.deleted)"

void
purport_library_close (PurportLibrary *library)
{
  if (library == NULL)
    return;
  purport_database_close (library->database);
  g_free (library);
}

static PurportLibrary *
open_checked (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (PurportLibrary) library = g_new0 (PurportLibrary, 1);

  library->database = purport_database_open (path, read_only, error);
  if (library->database == NULL || !purport_schema_check (library->database, error))
    return NULL;
  return g_steal_pointer (&library);
}

/**
 * purport_library_open:
 * @path: the file; it and its folder are made if they are not there
 *
 * Opens the library and brings an older one to today's tables. O(1) in the number of articles.
 *
 * Returns: (transfer full): the library, or %NULL with a #PurportStoreError; a file that is none is left as it is
 */
PurportLibrary *
purport_library_open (const char *path, GError **error)
{
  g_autoptr (PurportLibrary) library = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_autofree char *name = g_filename_display_name (folder);
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_READ_ONLY,
                 "The folder “%s” cannot be made: %s. Check the permissions of the folder above it.", name,
                 g_strerror (errno));
    return NULL;
  }
  library = open_checked (path, FALSE, error);
  if (library == NULL || !purport_schema_migrate (library->database, error))
    return NULL;
  return g_steal_pointer (&library);
}

/* As purport_library_open(), for a library that is only looked over or copied: nothing is written, and one of an older
 * version stays what it is. */
PurportLibrary *
purport_library_open_read_only (const char *path, GError **error)
{
  g_autoptr (PurportLibrary) library = open_checked (path, TRUE, error);

  if (library == NULL)
    return NULL;
  if (purport_database_get_number (library->database, 0, NULL, "PRAGMA user_version", "") == 0) {
    purport_database_set_error (library->database, SQLITE_NOTADB, error);
    return NULL;
  }
  return g_steal_pointer (&library);
}

/* Returns: (transfer none): the file. */
const char *
purport_library_get_path (PurportLibrary *library)
{
  return library->database->path;
}

/* Ends a transaction: commits where all went well, else undoes it. */
gboolean
purport_library_end (PurportDatabase *database, gboolean done, GError **error)
{
  if (done)
    return purport_database_commit (database, error);
  purport_database_roll_back (database);
  return FALSE;
}

/* Returns: (transfer full): what tells the text of @article from every other: its SHA-256. */
char *
purport_library_dup_hash (const PurportArticle *article)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *)article->text, article->n_bytes);
}

/* Returns: the live article of that address or hash, with 0 for none; the hash tells more. */
static gint64
find_article (PurportDatabase *database, const char *hash, const char *uri, GError **error)
{
  return purport_database_get_number (database, 0, error,
                                      "SELECT id FROM article WHERE hash = ?1 OR (uri = ?2 AND NOT deleted)"
                                      " ORDER BY hash = ?1 DESC, id DESC LIMIT 1",
                                      "ss", hash, uri);
}

/* Returns: (transfer full) (nullable): the compressed bytes; %NULL for %NULL. */
static GBytes *
convert (GBytes *bytes, GConverter *converter, GError **error)
{
  g_autoptr (GInputStream) memory = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) out = NULL;

  if (bytes == NULL)
    return NULL;
  memory = g_memory_input_stream_new_from_bytes (bytes);
  stream = g_converter_input_stream_new (memory, converter);
  out = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                              NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static gint64
insert_article (PurportDatabase *database,
                const PurportArticle *article,
                const char *hash,
                const char *uri,
                gint64 now,
                GError **error)
{
  if (!purport_database_run (database, error,
                             "INSERT INTO article(hash, uri, text, added_at, opened_at) VALUES(?,?,?,?,?)", "sssii",
                             hash, uri, article->text, now, now))
    return 0;
  return sqlite3_last_insert_rowid (database->handle);
}

/* Writes all that @reading tells of the article @id, whose old rows and words are gone. */
static gboolean
write_article (PurportDatabase *database,
               gint64 id,
               const PurportReading *reading,
               const char *hash,
               GBytes *packed,
               gint64 now,
               GError **error)
{
  const PurportArticle *article = reading->article;
  g_autofree char *layout = purport_layout_dup (article);
  g_autofree char *bylines = g_strjoinv ("\n", article->bylines);

  return purport_database_run (
             database, error,
             "UPDATE article SET hash = ?, uri = coalesce(?, uri), media_type = ?, language = ?, title = ?,"
             " bylines = ?, publisher = ?, published = ?, text = ?, layout = ?, reading = ?, opened_at = ?,"
             " deleted = 0 WHERE id = ?",
             "ssssssssssbii", hash, article->uri, article->media_type,
             reading->language != NULL ? reading->language : article->language, article->title, bylines,
             article->publisher, article->published, article->text, layout, packed, now, id) &&
         purport_library_insert_lists (database, id, reading, error) &&
         purport_library_insert_words (database, id, error);
}

/* A new article, or the new state of one that is there. Returns: its id; 0: failed. */
static gint64
put_article (PurportDatabase *database, const PurportReading *reading, GBytes *packed, gint64 now, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *hash = purport_library_dup_hash (reading->article);
  gint64 id = find_article (database, hash, reading->article->uri, &failure);
  gboolean done = failure == NULL;

  if (done && id == 0) {
    id = insert_article (database, reading->article, hash, reading->article->uri, now, &failure);
    done = id != 0;
  } else if (done) {
    /* The words of a removed article are out of the indexes already. */
    gboolean deleted =
        purport_database_get_number (database, 0, &failure, "SELECT deleted FROM article WHERE id = ?", "i", id) != 0;
    done = failure == NULL && (deleted || purport_library_delete_words (database, id, &failure)) &&
           purport_library_delete_lists (database, id, &failure) &&
           purport_library_anchor_again (database, id, reading->article, &failure);
  }
  if (done && write_article (database, id, reading, hash, packed, now, &failure))
    return id;
  g_propagate_error (error, g_steal_pointer (&failure));
  return 0;
}

/**
 * purport_library_add:
 * @reading: a finished reading
 * @reading_json: (nullable): the same in the public format, kept beside it
 * @keep: whether it is kept by hand
 * @now: seconds since 1970, UTC
 *
 * Keeps an article and what was read in it. One with the same text, or else the same address, is brought up to date:
 * its annotations find their words in the new text, or are marked as orphaned.
 *
 * Returns: the article's id, or 0 with a #PurportStoreError and nothing changed
 */
gint64
purport_library_add (PurportLibrary *library,
                     const PurportReading *reading,
                     GBytes *reading_json,
                     gboolean keep,
                     gint64 now,
                     GError **error)
{
  PurportDatabase *database = library->database;
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GBytes) packed = convert (reading_json, G_CONVERTER (compressor), NULL);
  gint64 id;

  if (!purport_database_begin (database, error))
    return 0;
  id = put_article (database, reading, packed, now, error);
  if (id != 0 && keep && !purport_library_set_kept (library, id, TRUE, error))
    id = 0;
  return purport_library_end (database, id != 0, error) ? id : 0;
}

/* Returns: the id of the article with the same text, or else the same address; 0: there is none, or @error is set. */
gint64
purport_library_find (PurportLibrary *library, const PurportArticle *article, GError **error)
{
  g_autofree char *hash = purport_library_dup_hash (article);
  return purport_database_get_number (library->database, 0, error,
                                      "SELECT id FROM article WHERE (hash = ?1 OR uri = ?2) AND NOT deleted"
                                      " ORDER BY hash = ?1 DESC, id DESC LIMIT 1",
                                      "ss", hash, article->uri);
}

static void
set_not_found (GError **error, gint64 id)
{
  g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND,
               "There is no article %" G_GINT64_FORMAT " in the library.", id);
}

static PurportArticle *
read_article (PurportDatabase *database, sqlite3_stmt *row, GError **error)
{
  const char *text = (const char *)sqlite3_column_text (row, 0);
  int n_bytes = sqlite3_column_bytes (row, 0);
  g_autoptr (PurportArticle) article = NULL;
  g_autofree char *bylines = purport_column_dup_text (row, 5);

  if (text == NULL || !g_utf8_validate (text, n_bytes, NULL) || (gsize)n_bytes > PURPORT_TEXT_LIMIT_BYTES) {
    purport_database_set_error (database, SQLITE_CORRUPT, error);
    return NULL;
  }
  article = purport_article_new (text, n_bytes);
  article->uri = purport_column_dup_text (row, 1);
  article->media_type = purport_column_dup_text (row, 2);
  article->language = purport_column_dup_text (row, 3);
  article->title = purport_column_dup_text (row, 4);
  if (bylines != NULL && *bylines != '\0') {
    g_strfreev (article->bylines);
    article->bylines = g_strsplit (bylines, "\n", -1);
  }
  article->publisher = purport_column_dup_text (row, 6);
  article->published = purport_column_dup_text (row, 7);
  if (!purport_layout_apply (article, (const char *)sqlite3_column_text (row, 8))) {
    purport_database_set_error (database, SQLITE_CORRUPT, error);
    return NULL;
  }
  return g_steal_pointer (&article);
}

/* Returns: (transfer full): the article as it was imported, or %NULL with a #PurportStoreError. */
PurportArticle *
purport_library_get_article (PurportLibrary *library, gint64 id, GError **error)
{
  PurportArticle *article = NULL;
  sqlite3_stmt *row = purport_database_query (library->database, error,
                                              "SELECT text, uri, media_type, language, title, bylines, publisher,"
                                              " published, layout FROM article WHERE id = ? AND NOT deleted",
                                              "i", id);
  PurportStep step = row != NULL ? purport_database_step (library->database, row, error) : PURPORT_STEP_FAILED;

  if (step == PURPORT_STEP_ROW)
    article = read_article (library->database, row, error);
  else if (step == PURPORT_STEP_DONE)
    set_not_found (error, id);
  if (row != NULL)
    sqlite3_reset (row);
  return article;
}

/* Returns: (transfer full): the reading in the public format, as it was kept; %NULL with @error set, also if none was.
 */
GBytes *
purport_library_get_reading (PurportLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GBytes) packed = NULL;
  sqlite3_stmt *row = purport_database_query (
      library->database, error, "SELECT reading FROM article WHERE id = ? AND NOT deleted AND reading IS NOT NULL", "i",
      id);
  PurportStep step = row != NULL ? purport_database_step (library->database, row, error) : PURPORT_STEP_FAILED;

  if (step == PURPORT_STEP_ROW)
    packed = g_bytes_new (sqlite3_column_blob (row, 0), (gsize)sqlite3_column_bytes (row, 0));
  else if (step == PURPORT_STEP_DONE)
    set_not_found (error, id);
  if (row != NULL)
    sqlite3_reset (row);
  return convert (packed, G_CONVERTER (decompressor), error);
}

void
purport_library_entry_free (PurportLibraryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->hash);
  g_free (entry->uri);
  g_free (entry->title);
  g_free (entry->publisher);
  g_free (entry->published);
  g_free (entry);
}

static PurportLibraryEntry *
read_entry (sqlite3_stmt *row)
{
  PurportLibraryEntry *entry = g_new0 (PurportLibraryEntry, 1);

  entry->id = sqlite3_column_int64 (row, 0);
  entry->hash = purport_column_dup_text (row, 1);
  entry->uri = purport_column_dup_text (row, 2);
  entry->title = purport_column_dup_text (row, 3);
  entry->publisher = purport_column_dup_text (row, 4);
  entry->published = purport_column_dup_text (row, 5);
  entry->kept = sqlite3_column_int (row, 6) != 0;
  entry->place_byte = (guint32)sqlite3_column_int64 (row, 7);
  entry->added_at = sqlite3_column_int64 (row, 8);
  entry->opened_at = sqlite3_column_int64 (row, 9);
  entry->n_claims = (guint)sqlite3_column_int64 (row, 10);
  entry->n_annotations = (guint)sqlite3_column_int64 (row, 11);
  return entry;
}

static GPtrArray *
read_entries (PurportDatabase *database, sqlite3_stmt *row, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_library_entry_free);
  PurportStep step;

  if (row == NULL)
    return NULL;
  while ((step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW)
    g_ptr_array_add (entries, read_entry (row));
  return step == PURPORT_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Returns: (transfer full): what lists show of the article, or %NULL with a #PurportStoreError. */
PurportLibraryEntry *
purport_library_get_entry (PurportLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (
      library->database,
      purport_database_query (library->database, error,
                              "SELECT " ENTRY_COLUMNS " FROM article WHERE id = ? AND NOT deleted", "i", id),
      error);

  if (entries == NULL)
    return NULL;
  if (entries->len == 0) {
    set_not_found (error, id);
    return NULL;
  }
  return g_ptr_array_steal_index (entries, 0);
}

/**
 * purport_library_list:
 * @offset: how many are left out at the front
 * @n_most: how many are given at most
 *
 * Returns: (transfer full) (element-type PurportLibraryEntry): the articles, those added last first
 */
GPtrArray *
purport_library_list (PurportLibrary *library, guint offset, guint n_most, GError **error)
{
  /* By id, not by time: clocks go backwards. */
  return read_entries (library->database,
                       purport_database_query (library->database, error,
                                               "SELECT " ENTRY_COLUMNS " FROM article WHERE NOT deleted"
                                               " ORDER BY id DESC LIMIT ? OFFSET ?",
                                               "ii", (gint64)n_most, (gint64)offset),
                       error);
}

/* Returns: how many articles there are; -1 with @error set. */
gint64
purport_library_count (PurportLibrary *library, GError **error)
{
  return purport_database_get_number (library->database, -1, error, "SELECT count(*) FROM article WHERE NOT deleted",
                                      "");
}

/* Whether a statement that was to change one row did. */
static gboolean
changed_one (PurportLibrary *library, gboolean done, gint64 id, GError **error)
{
  if (done && sqlite3_changes (library->database->handle) == 0) {
    set_not_found (error, id);
    return FALSE;
  }
  return done;
}

gboolean
purport_library_set_kept (PurportLibrary *library, gint64 id, gboolean kept, GError **error)
{
  return changed_one (library,
                      purport_database_run (library->database, error,
                                            "UPDATE article SET kept = ? WHERE id = ? AND NOT deleted", "ii",
                                            (gint64)(kept != FALSE), id),
                      id, error);
}

/* Takes an article out of every list and search, with its annotations. purport_library_restore() brings it back until
 * purport_library_purge(). */
gboolean
purport_library_remove (PurportLibrary *library, gint64 id, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done = changed_one (library,
                      purport_database_run (database, error,
                                            "UPDATE article SET deleted = 1 WHERE id = ? AND NOT deleted", "i", id),
                      id, error) &&
         purport_library_delete_words (database, id, error);
  return purport_library_end (database, done, error);
}

gboolean
purport_library_restore (PurportLibrary *library, gint64 id, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done = changed_one (
             library,
             purport_database_run (database, error, "UPDATE article SET deleted = 0 WHERE id = ? AND deleted", "i", id),
             id, error) &&
         purport_library_insert_words (database, id, error);
  return purport_library_end (database, done, error);
}

/* Forgets for good what was removed. */
gboolean
purport_library_purge (PurportLibrary *library, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done = purport_database_run (database, error,
                               "INSERT INTO annotation_index(annotation_index, rowid, body, quote) SELECT 'delete',"
                               " id, body, quote FROM annotation WHERE NOT deleted AND article IN"
                               " (SELECT id FROM article WHERE deleted)",
                               "") &&
         purport_database_run (database, error, "DELETE FROM annotation WHERE deleted", "") &&
         purport_database_run (database, error, "DELETE FROM article WHERE deleted", "");
  return purport_library_end (database, done, error);
}
