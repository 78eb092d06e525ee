/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotations of an article. Saved means on the disk: each call is one transaction. */
#include <string.h>

#include "store/anchor.h"
#include "store/library-private.h"

#define COLUMNS                                                                                                        \
  "uuid, kind, body, value, links, start_byte, end_byte, quote, prefix, suffix, orphaned, created_at, changed_at"

static gboolean
forget_words (PurportDatabase *database, const char *uuid, GError **error)
{
  return purport_database_run (database, error,
                               "INSERT INTO annotation_index(annotation_index, rowid, body, quote) SELECT 'delete',"
                               " id, body, quote FROM annotation WHERE uuid = ? AND NOT deleted",
                               "s", uuid);
}

static gboolean
index_words (PurportDatabase *database, const char *uuid, GError **error)
{
  return purport_database_run (database, error,
                               "INSERT INTO annotation_index(rowid, body, quote) SELECT id, body, quote FROM"
                               " annotation WHERE uuid = ? AND NOT deleted",
                               "s", uuid);
}

static gboolean
write_annotation (PurportDatabase *database, gint64 article, const PurportAnnotation *annotation, GError **error)
{
  g_autofree char *links = g_strjoinv ("\n", annotation->links);

  return purport_database_run (
      database, error,
      "INSERT INTO annotation(article, " COLUMNS ", deleted) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,0)"
      " ON CONFLICT(uuid) DO UPDATE SET article = ?1, kind = ?3, body = ?4, value = ?5, links = ?6, start_byte = ?7,"
      " end_byte = ?8, quote = ?9, prefix = ?10, suffix = ?11, orphaned = ?12, changed_at = ?14, deleted = 0",
      "isssssiisssiii", article, annotation->id, purport_annotation_kind_to_string (annotation->kind), annotation->body,
      annotation->value, links, (gint64)annotation->span.start_byte, (gint64)annotation->span.end_byte,
      annotation->quote, annotation->prefix, annotation->suffix, (gint64)(annotation->orphaned != FALSE),
      annotation->created_at, annotation->changed_at);
}

/**
 * purport_library_save_annotation:
 * @article: the id of the article it belongs to
 * @annotation: is given an id if it has none
 *
 * Writes a new annotation, or the new state of one. When this returns %TRUE it is on the disk.
 */
gboolean
purport_library_save_annotation (PurportLibrary *library, gint64 article, PurportAnnotation *annotation, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (annotation->id == NULL)
    annotation->id = g_uuid_string_random ();
  if (!purport_database_begin (database, error))
    return FALSE;
  done = purport_database_get_number (database, 0, NULL, "SELECT count(*) FROM article WHERE id = ? AND NOT deleted",
                                      "i", article) == 1;
  if (!done)
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND,
                 "The article is no longer in the library. Keep it again before writing on it.");
  done = done && forget_words (database, annotation->id, error) &&
         write_annotation (database, article, annotation, error) && index_words (database, annotation->id, error);
  return purport_library_end (database, done, error);
}

static char **
split_links (const char *links)
{
  return links != NULL && *links != '\0' ? g_strsplit (links, "\n", -1) : g_new0 (char *, 1);
}

/* Returns: (transfer full) (nullable): the annotation in @row; %NULL if it is of a kind that is not known. */
static PurportAnnotation *
read_annotation (sqlite3_stmt *row)
{
  PurportAnnotationKind kind;
  PurportAnnotation *annotation;

  if (!purport_annotation_kind_from_string ((const char *)sqlite3_column_text (row, 1), &kind))
    return NULL;
  annotation = g_new0 (PurportAnnotation, 1);
  annotation->id = purport_column_dup_text (row, 0);
  annotation->kind = kind;
  annotation->body = purport_column_dup_text (row, 2);
  annotation->value = purport_column_dup_text (row, 3);
  annotation->links = split_links ((const char *)sqlite3_column_text (row, 4));
  annotation->span = purport_span ((gsize)sqlite3_column_int64 (row, 5), (gsize)sqlite3_column_int64 (row, 6));
  annotation->quote = purport_column_dup_text (row, 7);
  annotation->prefix = purport_column_dup_text (row, 8);
  annotation->suffix = purport_column_dup_text (row, 9);
  annotation->orphaned = sqlite3_column_int (row, 10) != 0;
  annotation->created_at = sqlite3_column_int64 (row, 11);
  annotation->changed_at = sqlite3_column_int64 (row, 12);
  return annotation;
}

static GPtrArray *
read_annotations (PurportDatabase *database, gint64 article, GError **error)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotation_free);
  sqlite3_stmt *row = purport_database_query (
      database, error,
      "SELECT " COLUMNS " FROM annotation WHERE article = ? AND NOT deleted ORDER BY orphaned, start_byte, id", "i",
      article);
  PurportStep step = PURPORT_STEP_FAILED;

  while (row != NULL && (step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW) {
    PurportAnnotation *annotation = read_annotation (row);
    if (annotation != NULL)
      g_ptr_array_add (annotations, annotation);
  }
  return step == PURPORT_STEP_DONE ? g_steal_pointer (&annotations) : NULL;
}

/* Returns: (transfer full) (element-type PurportAnnotation): in the order of the text, orphaned ones last. */
GPtrArray *
purport_library_get_annotations (PurportLibrary *library, gint64 article, GError **error)
{
  return read_annotations (library->database, article, error);
}

/* The annotations of @id find their words in the new text of the article. The caller has a transaction. */
gboolean
purport_library_anchor_again (PurportDatabase *database, gint64 id, const PurportArticle *article, GError **error)
{
  g_autoptr (GPtrArray) annotations = read_annotations (database, id, error);

  if (annotations == NULL)
    return FALSE;
  for (guint i = 0; i < annotations->len; i++) {
    PurportAnnotation *annotation = g_ptr_array_index (annotations, i);
    purport_anchor_apply (annotation, article->text, article->n_bytes);
    if (!write_annotation (database, id, annotation, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
changed_one (PurportDatabase *database, gboolean done, GError **error)
{
  if (done && sqlite3_changes (database->handle) == 0) {
    g_set_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND, "There is no such note in the library.");
    return FALSE;
  }
  return done;
}

/* purport_library_restore_annotation() brings it back until purport_library_purge(). */
gboolean
purport_library_remove_annotation (PurportLibrary *library, const char *uuid, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done =
      forget_words (database, uuid, error) &&
      changed_one (database,
                   purport_database_run (database, error,
                                         "UPDATE annotation SET deleted = 1 WHERE uuid = ? AND NOT deleted", "s", uuid),
                   error);
  return purport_library_end (database, done, error);
}

gboolean
purport_library_restore_annotation (PurportLibrary *library, const char *uuid, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done = changed_one (database,
                      purport_database_run (database, error,
                                            "UPDATE annotation SET deleted = 0 WHERE uuid = ? AND deleted", "s", uuid),
                      error) &&
         index_words (database, uuid, error);
  return purport_library_end (database, done, error);
}
