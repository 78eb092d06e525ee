/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: what goes in comes out again, and what cannot be opened says why. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/backup.h"
#include "store/compare.h"
#include "store/search.h"
#include "support/library.h"
#include "support/reader.h"
#include "support/support.h"

#define LAKES                                                                                                          \
  "Lakes freeze later\n"                                                                                               \
  "Lakes in the north freeze eleven days later than they did in 1950, according to a study of 60 lakes.\n"             \
  "“The ice is thinner too,” said Nora Lindqvist, a limnologist at Calder University.\n"

#define LAKES_CHANGED                                                                                                  \
  "Lakes freeze later\n"                                                                                               \
  "A new paragraph stands here now, before everything else.\n"                                                         \
  "Lakes in the north freeze twelve days later than they did in 1950, according to a study of 60 lakes.\n"             \
  "“The ice is thinner too,” said Nora Lindqvist, a limnologist at Calder University.\n"

#define RIVERS                                                                                                         \
  "Rivers run low\n"                                                                                                   \
  "“Rivers carry a third less water in summer,” said Nora Lindqvist of Calder University.\n"                       \
  "Lakes in the north also freeze eleven days later than they did in 1950, the report found.\n"

static void
assert_words (const char *text, PurportSpan span, const char *expected)
{
  g_autofree char *words = g_strndup (text + span.start_byte, purport_span_length (span));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_round_trip (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, "https://example.org/lakes");
  g_autoptr (PurportArticle) article = NULL;
  g_autoptr (PurportLibraryEntry) entry = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  purport_test_library_reopen (fixture);
  article = purport_library_get_article (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, LAKES);
  g_assert_cmpstr (article->uri, ==, "https://example.org/lakes");
  g_assert_cmpuint (article->blocks->len, ==, 3);
  g_assert_cmpint (g_array_index (article->blocks, PurportBlock, 1).kind, ==, PURPORT_BLOCK_PARAGRAPH);
  entry = purport_library_get_entry (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->title, ==, "Lakes freeze later");
  g_assert_cmpuint (entry->n_claims, >, 0);
  g_assert_true (entry->kept);
  json = purport_library_get_reading (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (json, NULL), "{\"format\":\"purport-reading\""));
  list = purport_library_list (fixture->library, 0, 10, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (purport_library_find (fixture->library, article, &error), ==, id);
}

static void
test_same_text_twice (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 first = purport_test_library_add (fixture, LAKES, "https://example.org/lakes");
  gint64 second = purport_test_library_add (fixture, LAKES, "https://example.org/copy");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (first, ==, second);
  g_assert_cmpint (purport_library_count (fixture->library, &error), ==, 1);
}

static guint
count_hits (PurportTestLibrary *fixture, PurportHitKind kind, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = purport_library_search (fixture->library, kind, words, 10, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_search (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 lakes = purport_test_library_add (fixture, LAKES, NULL);
  gint64 rivers = purport_test_library_add (fixture, RIVERS, NULL);
  g_autoptr (PurportAnnotation) note =
      purport_test_library_annotate (fixture, rivers, "a third less water", "Compare with the <b>gauge</b> data.");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GError) error = NULL;
  const PurportHit *hit;
  PurportSpan mark;

  hits = purport_library_search (fixture->library, PURPORT_HIT_CLAIM, "thinner", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->article, ==, lakes);
  g_assert_cmpstr (hit->source, ==, "Nora Lindqvist");
  g_assert_cmpuint (hit->marks->len, ==, 1);
  mark = g_array_index (hit->marks, PurportSpan, 0);
  assert_words (hit->snippet, mark, "thinner");
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ARTICLE, "freezing lake"), ==, 2);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ARTICLE, "\"rivers carry\""), ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ARTICLE, "riv"), ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_SOURCE, "LINDQVIST"), ==, 2);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "gauge"), ==, 1);
  said = purport_library_get_said_by (fixture->library, "nora  LINDQVIST", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (said->len, ==, 2);
  g_assert_cmpint (((const PurportHit *)g_ptr_array_index (said, 0))->article, ==, rivers);
}

/* What somebody types is never an operator and never an error. */
static void
test_search_odd_words (PurportTestLibrary *fixture, gconstpointer unused)
{
  static const char *const odd[] = {
    "",   " ",        "\"",         "\"\"", "*",        "NEAR(", "AND",    "title:",       "-",
    "^a", "a\" OR *", "'; DROP --", "(((",  "\xff\xfe", "\"a b", "a\"b\"", "\xe2\x80\x9c",
  };

  purport_test_library_add (fixture, LAKES, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint kind = PURPORT_HIT_ARTICLE; kind <= PURPORT_HIT_ANNOTATION; kind++)
      g_assert_cmpuint (count_hits (fixture, (PurportHitKind)kind, odd[i]), <=, 1);
}

static void
test_similar (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 lakes = purport_test_library_add (fixture, LAKES, NULL);
  gint64 rivers = purport_test_library_add (fixture, RIVERS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims =
      purport_library_search (fixture->library, PURPORT_HIT_CLAIM, "freeze eleven days", 10, &error);
  g_autoptr (GPtrArray) similar = NULL;

  g_assert_cmpuint (claims->len, ==, 2);
  for (guint i = 0; i < claims->len; i++) {
    const PurportHit *claim = g_ptr_array_index (claims, i);
    g_clear_pointer (&similar, g_ptr_array_unref);
    similar = purport_library_get_similar (fixture->library, claim->article, claim->number, 5, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (similar->len, ==, 1);
    g_assert_cmpint (((const PurportHit *)g_ptr_array_index (similar, 0))->article, ==,
                     claim->article == lakes ? rivers : lakes);
  }
}

static void
test_compare (void)
{
  g_autoptr (PurportReading) lakes = purport_test_read (LAKES);
  g_autoptr (PurportReading) rivers = purport_test_read (RIVERS);
  g_auto (PurportOnlyHere) only_lakes = { 0 };
  g_auto (PurportOnlyHere) only_rivers = { 0 };

  purport_compare_readings (lakes, rivers, &only_lakes, &only_rivers);
  g_assert_cmpuint (only_lakes.claims->len, ==, 1);  /* the thin ice */
  g_assert_cmpuint (only_rivers.claims->len, ==, 1); /* the rivers */
  for (guint i = 0; i < only_lakes.sources->len; i++) {
    guint source = g_array_index (only_lakes.sources, guint, i);
    g_assert_cmpstr (g_array_index (lakes->sources, PurportSource, source).name, !=, "Nora Lindqvist");
  }
  g_assert_cmpuint (only_rivers.figures->len, ==, 1); /* a third */
}

static void
test_notes (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, "https://example.org/lakes");
  g_autoptr (PurportAnnotation) note = purport_test_library_annotate (fixture, id, "thinner", "Since when?");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  const PurportAnnotation *read;

  purport_test_library_reopen (fixture);
  notes = purport_library_get_annotations (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 1);
  read = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (read->id, ==, note->id);
  g_assert_cmpstr (read->body, ==, "Since when?");
  g_assert_cmpstr (read->quote, ==, "thinner");
  g_assert_true (g_str_has_suffix (read->prefix, "“The ice is "));
  g_assert_true (g_str_has_prefix (read->suffix, " too,” said"));
  g_assert_true (purport_library_remove_annotation (fixture->library, note->id, &error));
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "since"), ==, 0);
  g_assert_false (purport_library_remove_annotation (fixture->library, note->id, NULL));
  g_assert_true (purport_library_restore_annotation (fixture->library, note->id, &error));
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "since"), ==, 1);
}

/* The article changed under its notes. */
static void
test_changed_article (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, "https://example.org/lakes");
  g_autoptr (PurportAnnotation) thin = purport_test_library_annotate (fixture, id, "The ice is thinner too", "a");
  g_autoptr (PurportAnnotation) gone = purport_test_library_annotate (fixture, id, "freeze eleven days later", "b");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  const PurportAnnotation *first, *second;

  g_assert_cmpint (purport_test_library_add (fixture, LAKES_CHANGED, "https://example.org/lakes"), ==, id);
  notes = purport_library_get_annotations (fixture->library, id, &error);
  g_assert_cmpuint (notes->len, ==, 2);
  first = g_ptr_array_index (notes, 0);
  second = g_ptr_array_index (notes, 1);
  g_assert_cmpstr (first->id, ==, thin->id);
  g_assert_false (first->orphaned);
  assert_words (LAKES_CHANGED, first->span, thin->quote);
  g_assert_cmpstr (second->id, ==, gone->id);
  g_assert_true (second->orphaned);
  g_assert_cmpstr (second->quote, ==, "freeze eleven days later");
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ARTICLE, "twelve"), ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ARTICLE, "eleven"), ==, 0);
}

static void
test_remove_and_restore (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, NULL);
  g_autoptr (PurportAnnotation) note = purport_test_library_annotate (fixture, id, "thinner", "kept");
  g_autoptr (GPtrArray) complaints = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (purport_library_remove (fixture->library, id, &error));
  g_assert_cmpint (purport_library_count (fixture->library, &error), ==, 0);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_CLAIM, "thinner"), ==, 0);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "kept"), ==, 0);
  g_assert_true (purport_library_restore (fixture->library, id, &error));
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_CLAIM, "thinner"), ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "kept"), ==, 1);
  g_assert_true (purport_library_remove (fixture->library, id, &error));
  /* Added again while removed: it is the same article. */
  g_assert_cmpint (purport_test_library_add (fixture, LAKES, NULL), ==, id);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_CLAIM, "thinner"), ==, 1);
  g_assert_true (purport_library_remove (fixture->library, id, &error));
  g_assert_true (purport_library_purge (fixture->library, &error));
  g_assert_no_error (error);
  g_assert_false (purport_library_restore (fixture->library, id, &error));
  g_assert_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND);
  complaints = purport_library_check (fixture->library, NULL);
  g_assert_cmpuint (complaints->len, ==, 0);
}

static void
test_backup_and_import (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 lakes = purport_test_library_add (fixture, LAKES, NULL);
  g_autoptr (PurportAnnotation) note = purport_test_library_annotate (fixture, lakes, "thinner", "before");
  g_autoptr (PurportAnnotation) changed = NULL;
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.purport", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  PurportImported imported;

  g_assert_true (purport_library_back_up (fixture->library, backup, &error));
  g_assert_no_error (error);
  /* The note is changed and the article joined by another; the backup brings neither back nor away. */
  changed = purport_annotation_copy (note);
  g_free (changed->body);
  changed->body = g_strdup ("after");
  changed->changed_at++;
  g_assert_true (purport_library_save_annotation (fixture->library, lakes, changed, &error));
  purport_test_library_add (fixture, RIVERS, NULL);
  g_assert_true (purport_library_import (fixture->library, backup, &imported, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (imported.n_articles, ==, 0);
  g_assert_cmpuint (imported.n_annotations, ==, 0);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "after"), ==, 1);
  /* Into an empty library all of it comes. */
  purport_library_close (fixture->library);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "other.db", NULL);
  fixture->library = purport_library_open (fixture->path, &error);
  g_assert_true (purport_library_import (fixture->library, backup, &imported, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (imported.n_articles, ==, 1);
  g_assert_cmpuint (imported.n_annotations, ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_CLAIM, "thinner"), ==, 1);
  g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "before"), ==, 1);
  notes = purport_library_check (fixture->library, &error);
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
assert_not_opened (const char *path, PurportStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  PurportLibrary *library = purport_library_open (path, &error);

  g_assert_null (library);
  g_assert_error (error, PURPORT_STORE_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_text_in_its_place (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "text.db", NULL);
  g_autofree char *before = g_strnfill (5000, 'x');
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  assert_not_opened (path, PURPORT_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_foreign_database (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);

  run_sql (path, "CREATE TABLE bookmarks(uri TEXT)");
  assert_not_opened (path, PURPORT_STORE_ERROR_FOREIGN);
}

static void
test_newer_version (PurportTestLibrary *fixture, gconstpointer unused)
{
  purport_test_library_add (fixture, LAKES, NULL);
  g_clear_pointer (&fixture->library, purport_library_close);
  run_sql (fixture->path, "PRAGMA user_version=99");
  assert_not_opened (fixture->path, PURPORT_STORE_ERROR_NEWER);
}

/* A library of each version that was released opens, and what was in it is there. */
static void
test_old_versions (PurportTestLibrary *fixture, gconstpointer unused)
{
  for (guint version = 1; version <= 1; version++) {
    g_autofree char *relative = g_strdup_printf ("tests/unit/fixtures/library-%u.db", version);
    g_autofree char *source = purport_test_dup_source_path (relative);
    g_autofree char *contents = NULL;
    g_autoptr (GPtrArray) notes = NULL;
    g_autoptr (GPtrArray) complaints = NULL;
    g_autoptr (GError) error = NULL;
    gsize n_bytes;
    g_clear_pointer (&fixture->library, purport_library_close);
    g_assert_true (g_file_get_contents (source, &contents, &n_bytes, NULL));
    g_free (fixture->path);
    fixture->path = g_build_filename (fixture->folder, "old.db", NULL);
    g_assert_true (g_file_set_contents (fixture->path, contents, (gssize)n_bytes, NULL));
    purport_test_library_reopen (fixture);
    notes = purport_library_get_annotations (fixture->library, 1, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (notes->len, ==, 1);
    g_assert_cmpstr (((const PurportAnnotation *)g_ptr_array_index (notes, 0))->body, ==, "Since when?");
    g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_CLAIM, "thinner"), ==, 1);
    g_assert_cmpuint (count_hits (fixture, PURPORT_HIT_ANNOTATION, "since"), ==, 1);
    complaints = purport_library_check (fixture->library, &error);
    g_assert_cmpuint (complaints->len, ==, 0);
  }
}

/* Pages in the middle are overwritten: opening or checking says so, nothing crashes. */
static void
test_damaged (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) complaints = NULL;
  gsize n_bytes;

  purport_test_library_add (fixture, LAKES, NULL);
  g_clear_pointer (&fixture->library, purport_library_close); /* the log goes into the file */
  g_assert_true (g_file_get_contents (fixture->path, &contents, &n_bytes, NULL));
  g_assert_cmpuint (n_bytes, >, 16384);
  memset (contents + 8192, 0xa5, n_bytes - 12288);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize)n_bytes, NULL));
  fixture->library = purport_library_open (fixture->path, &error);
  if (fixture->library != NULL)
    complaints = purport_library_check (fixture->library, &error);
  if (complaints != NULL)
    g_assert_cmpuint (complaints->len, >, 0);
  else
    g_assert_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_DAMAGED);
}

/* Another program holds the file: said within the time that is waited, and nothing changed. */
static void
test_locked (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (purport_library_remove (fixture->library, id, &error));
  g_assert_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_LOCKED);
  /* Reading goes on meanwhile. */
  g_assert_cmpint (purport_library_count (fixture->library, NULL), ==, 1);
  sqlite3_close (other);
  g_assert_true (purport_library_remove (fixture->library, id, NULL));
}

/* The disk is full: the note is refused, the ones before it are there. */
static void
test_full (PurportTestLibrary *fixture, gconstpointer unused)
{
  gint64 id = purport_test_library_add (fixture, LAKES, NULL);
  g_autoptr (PurportAnnotation) note = purport_test_library_annotate (fixture, id, "thinner", "small");
  g_autoptr (PurportAnnotation) large = purport_annotation_copy (note);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&large->id, g_free);
  g_free (large->body);
  large->body = g_strnfill (10 * 1024 * 1024, 'n');
  purport_test_library_limit_pages (fixture, 200);
  g_assert_false (purport_library_save_annotation (fixture->library, id, large, &error));
  g_assert_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_FULL);
  notes = purport_library_get_annotations (fixture->library, id, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  purport_test_library_limit_pages (fixture, 1000000);
  g_assert_true (purport_library_save_annotation (fixture->library, id, large, NULL));
}

static void
test_no_folder (PurportTestLibrary *fixture, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *path = g_build_filename (file, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_null (purport_library_open (path, &error));
  g_assert_error (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_READ_ONLY);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, PurportTestLibrary, NULL, purport_test_library_set_up, test, purport_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library/round-trip", test_round_trip);
  ADD ("/library/same-text-twice", test_same_text_twice);
  ADD ("/library/search", test_search);
  ADD ("/library/search-odd-words", test_search_odd_words);
  ADD ("/library/similar", test_similar);
  g_test_add_func ("/library/compare", test_compare);
  ADD ("/library/notes", test_notes);
  ADD ("/library/changed-article", test_changed_article);
  ADD ("/library/remove-and-restore", test_remove_and_restore);
  ADD ("/library/backup-and-import", test_backup_and_import);
  ADD ("/library/text-in-its-place", test_text_in_its_place);
  ADD ("/library/foreign-database", test_foreign_database);
  ADD ("/library/newer-version", test_newer_version);
  ADD ("/library/old-versions", test_old_versions);
  ADD ("/library/damaged", test_damaged);
  ADD ("/library/locked", test_locked);
  ADD ("/library/full", test_full);
  ADD ("/library/no-folder", test_no_folder);
  return g_test_run ();
}
