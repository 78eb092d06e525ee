/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles of a test library are read by the built-in engine. */
#include "support/library.h"

#include <glib/gstdio.h>
#include <string.h>

#include "formats/reading-json.h"
#include "store/library-private.h"
#include "support/reader.h"
#include "support/support.h"

/* Any moment; tests do not look at the clock. */
#define NOW 1700000000

void
purport_test_library_set_up (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("purport-library-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "new", "library.db", NULL);
  fixture->library = purport_library_open (fixture->path, &error);
  g_assert_no_error (error);
}

void
purport_test_library_tear_down (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->library, purport_library_close);
  purport_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
purport_test_library_reopen (PurportTestLibrary *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->library, purport_library_close);
  fixture->library = purport_library_open (fixture->path, &error);
  g_assert_no_error (error);
}

/* Lets the library grow to so many pages and no further, as if the disk were full then. */
void
purport_test_library_limit_pages (PurportTestLibrary *fixture, guint n_pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count=%u", n_pages);
  g_assert_true (purport_database_execute (fixture->library->database, sql, NULL));
}

/* Reads @text and keeps it. @uri: (nullable). Returns: its id. */
gint64
purport_test_library_add (PurportTestLibrary *fixture, const char *text, const char *uri)
{
  g_autoptr (PurportReading) reading = purport_test_read (text);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  reading->article->uri = g_strdup (uri);
  reading->article->title = g_strndup (text, strcspn (text, "\n"));
  purport_reading_json_write (reading, NULL, PURPORT_JSON_COMPACT, json);
  bytes = g_bytes_new (json->str, json->len);
  id = purport_library_add (fixture->library, reading, bytes, TRUE, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* Writes the note @body on the first @words of the article. Returns: (transfer full): the note as it was saved. */
PurportAnnotation *
purport_test_library_annotate (PurportTestLibrary *fixture, gint64 article, const char *words, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) kept = purport_library_get_article (fixture->library, article, &error);
  PurportAnnotation *note;
  const char *at;

  g_assert_no_error (error);
  at = strstr (kept->text, words);
  g_assert_nonnull (at);
  note =
      purport_annotation_new (PURPORT_ANNOTATION_NOTE, kept,
                              purport_span ((gsize)(at - kept->text), (gsize)(at - kept->text) + strlen (words)), NOW);
  note->body = g_strdup (body);
  purport_library_save_annotation (fixture->library, article, note, &error);
  g_assert_no_error (error);
  return note;
}
