/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order is that of opening, counted, since a clock may go backwards. */
#include "store/recent.h"

#include "store/library-private.h"

/* Older ones are forgotten. */
#define MOST_REMEMBERED 100

void
purport_recent_free (PurportRecent *recent)
{
  if (recent == NULL)
    return;
  g_free (recent->uri);
  g_free (recent->title);
  g_free (recent);
}

/* Puts @uri at the head of the recent list. */
gboolean
purport_library_remember (
    PurportLibrary *library, const char *uri, const char *title, guint32 place_byte, gint64 now, GError **error)
{
  PurportDatabase *database = library->database;
  gboolean done;

  if (!purport_database_begin (database, error))
    return FALSE;
  done =
      purport_database_run (database, error,
                            "INSERT INTO recent(uri, title, place_byte, opened, opened_at)"
                            " VALUES(?1, ?2, ?3, (SELECT coalesce(max(opened), 0) + 1 FROM recent), ?4)"
                            " ON CONFLICT(uri) DO UPDATE SET title = ?2, place_byte = ?3,"
                            " opened = excluded.opened, opened_at = ?4",
                            "ssii", uri, title, (gint64)place_byte, now) &&
      purport_database_run (database, error, "DELETE FROM recent WHERE opened <= (SELECT max(opened) FROM recent) - ?",
                            "i", (gint64)MOST_REMEMBERED);
  return purport_library_end (database, done, error);
}

/* Returns: (transfer full) (element-type PurportRecent): the last opened first. */
GPtrArray *
purport_library_get_recent (PurportLibrary *library, guint n_most, GError **error)
{
  PurportDatabase *database = library->database;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_recent_free);
  sqlite3_stmt *row = purport_database_query (
      database, error, "SELECT uri, title, place_byte, opened_at FROM recent ORDER BY opened DESC LIMIT ?", "i",
      (gint64)n_most);
  PurportStep step = PURPORT_STEP_FAILED;

  while (row != NULL && (step = purport_database_step (database, row, error)) == PURPORT_STEP_ROW) {
    PurportRecent *recent = g_new0 (PurportRecent, 1);
    recent->uri = purport_column_dup_text (row, 0);
    recent->title = purport_column_dup_text (row, 1);
    recent->place_byte = (guint32)sqlite3_column_int64 (row, 2);
    recent->opened_at = sqlite3_column_int64 (row, 3);
    g_ptr_array_add (list, recent);
  }
  return step == PURPORT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* Returns: whether the place in @uri is remembered; it is then in @place_byte. */
gboolean
purport_library_get_place (PurportLibrary *library, const char *uri, guint32 *place_byte)
{
  gint64 place = purport_database_get_number (library->database, -1, NULL,
                                              "SELECT place_byte FROM recent WHERE uri = ?", "s", uri);
  if (place < 0)
    return FALSE;
  *place_byte = (guint32)place;
  return TRUE;
}

/* Forgets all of it. What was kept stays. */
gboolean
purport_library_clear_recent (PurportLibrary *library, GError **error)
{
  return purport_database_run (library->database, error, "DELETE FROM recent", "");
}
