/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on an open article: kept, found again, applied; and what stands in the way says so and loses nothing. */
#include "model/notebook.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model/shelf-item.h"
#include "model/shelf.h"
#include "support/support.h"

#define LAKES                                                                                                          \
  "Lakes freeze later\n"                                                                                               \
  "“The ice is thinner than it was fifty years ago,” said Nora Lindqvist, a limnologist at Calder University.\n"   \
  "Tomas Reyes of the Harwick Institute said that fish swim deeper in winter.\n"
#define ICE "The ice is thinner than it was fifty years ago"
#define DAY (24 * 60 * 60)

typedef struct {
  char *folder;
  char *path;
  PurportReader *reader;
  PurportKeeper *keeper;
  PurportDocument *document;
  PurportNotebook *notebook;
  GError *failure;
  guint n_newly_kept;
} Fixture;

static void
wait_for (gboolean (*condition) (Fixture *fixture), Fixture *fixture)
{
  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_failed (PurportNotebook *notebook, const GError *error, Fixture *fixture)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
on_newly_kept (PurportNotebook *notebook, Fixture *fixture)
{
  fixture->n_newly_kept++;
}

static gboolean
is_read (Fixture *fixture)
{
  return purport_document_get_state (fixture->document) == PURPORT_DOCUMENT_READY;
}

static gboolean
has_failed (Fixture *fixture)
{
  return fixture->failure != NULL;
}

/* As a window does: the library is looked into and the text read. */
static void
open_article (Fixture *fixture, gboolean private, const char *text)
{
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);

  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, article->n_bytes - 1));
  article->uri = g_strdup ("https://example.org/lakes");
  if (!private)
    fixture->keeper = purport_keeper_new (fixture->path);
  fixture->document = purport_document_new (fixture->reader);
  purport_document_load_article (fixture->document, article);
  fixture->notebook = purport_notebook_new (fixture->keeper, fixture->document);
  g_signal_connect (fixture->notebook, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (fixture->notebook, "newly-kept", G_CALLBACK (on_newly_kept), fixture);
  purport_document_read (fixture->document);
  wait_for (is_read, fixture);
}

static void
close_article (Fixture *fixture)
{
  if (fixture->keeper != NULL)
    purport_keeper_close (fixture->keeper);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (fixture->notebook != NULL)
    g_signal_handlers_disconnect_by_data (fixture->notebook, fixture);
  g_clear_object (&fixture->notebook);
  if (fixture->document != NULL)
    purport_document_cancel (fixture->document);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->keeper);
  g_clear_error (&fixture->failure);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("purport-notebook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "library.db", NULL);
  fixture->reader = purport_reader_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  close_article (fixture);
  purport_reader_wait (fixture->reader);
  purport_reader_unref (fixture->reader);
  purport_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static PurportNoteItem *
get_note (Fixture *fixture)
{
  g_autoptr (PurportNoteItem) note = g_list_model_get_item (purport_notebook_get_notes (fixture->notebook), 0);
  return note; /* the list has it */
}

static gboolean
is_saved (Fixture *fixture)
{
  PurportNoteItem *note = get_note (fixture);
  return note != NULL && purport_note_item_get_state (note) == PURPORT_NOTE_SAVED;
}

static PurportNoteItem *
write_on_ice (Fixture *fixture, PurportAnnotationKind kind, const char *body, const char *value)
{
  guint start = (guint)g_utf8_strlen (LAKES, strstr (LAKES, ICE) - LAKES);
  return purport_notebook_write (fixture->notebook, kind, start, start + (guint)strlen (ICE), body, value, NULL);
}

static gint64
ask_number (Fixture *fixture, const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 10000);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  number = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return number;
}

static void
test_looking_makes_nothing (Fixture *fixture, gconstpointer unused)
{
  open_article (fixture, FALSE, LAKES);
  close_article (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_kept_and_found_again (Fixture *fixture, gconstpointer unused)
{
  PurportNoteItem *note;

  open_article (fixture, FALSE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Which lakes? <b>", NULL);
  wait_for (is_saved, fixture);
  g_assert_true (purport_notebook_get_kept (fixture->notebook));
  g_assert_cmpuint (fixture->n_newly_kept, ==, 1);
  close_article (fixture);
  open_article (fixture, FALSE, LAKES);
  wait_for (is_saved, fixture);
  note = get_note (fixture);
  g_assert_cmpstr (purport_note_item_get_annotation (note)->body, ==, "Which lakes? <b>");
  g_assert_cmpstr (purport_note_item_get_annotation (note)->quote, ==, ICE);
  g_assert_cmpuint (fixture->n_newly_kept, ==, 1);
}

static gboolean
tomas_says_the_ice (Fixture *fixture)
{
  GListModel *claims = purport_document_get_claims (fixture->document);
  guint n = g_list_model_get_n_items (claims);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportClaimItem) claim = g_list_model_get_item (claims, i);
    g_autofree char *words = purport_claim_item_dup_text (claim);
    if (strstr (words, "thinner") != NULL)
      return g_strcmp0 (purport_claim_item_get_speaker (claim), "Tomas Reyes") == 0;
  }
  return FALSE;
}

static void
test_corrections_are_applied (Fixture *fixture, gconstpointer unused)
{
  open_article (fixture, FALSE, LAKES);
  g_assert_false (tomas_says_the_ice (fixture));
  write_on_ice (fixture, PURPORT_ANNOTATION_SAID_BY, NULL, "Tomas Reyes");
  wait_for (tomas_says_the_ice, fixture);
  close_article (fixture);
  open_article (fixture, FALSE, LAKES);
  wait_for (tomas_says_the_ice, fixture);
  /* And what the library tells of the claim across articles. */
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM claim JOIN source ON source.article = claim.article AND"
                                        " source.number = claim.source JOIN claim_words ON claim_words.id = claim.id"
                                        " WHERE words LIKE '%thinner%' AND source.name = 'Tomas Reyes'"),
                   ==, 1);
}

static void
test_changed_text (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *later = g_strconcat ("A new paragraph stands here now, before everything else.\n", LAKES, NULL);
  g_autofree char *without = g_strndup (LAKES, (gsize)(strstr (LAKES, "\n") - LAKES) + 1);
  guint start, end;

  open_article (fixture, FALSE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Which lakes?", NULL);
  close_article (fixture);
  open_article (fixture, FALSE, later);
  wait_for (is_saved, fixture);
  g_assert_true (purport_note_item_get_span (get_note (fixture), &start, &end));
  g_assert_cmpuint (end - start, ==, strlen (ICE));
  close_article (fixture);
  open_article (fixture, FALSE, without);
  wait_for (is_saved, fixture);
  g_assert_false (purport_note_item_get_span (get_note (fixture), &start, &end));
  g_assert_true (purport_note_item_get_annotation (get_note (fixture))->orphaned);
}

static void
test_removed_and_restored (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (PurportNoteItem) note = NULL;

  open_article (fixture, FALSE, LAKES);
  note = g_object_ref (write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Which lakes?", NULL));
  wait_for (is_saved, fixture);
  purport_notebook_remove (fixture->notebook, note);
  g_assert_cmpuint (g_list_model_get_n_items (purport_notebook_get_notes (fixture->notebook)), ==, 0);
  purport_notebook_restore (fixture->notebook, note);
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM annotation WHERE NOT deleted"), ==, 1);
  open_article (fixture, FALSE, LAKES);
  wait_for (is_saved, fixture);
  purport_notebook_forget (fixture->notebook);
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM annotation WHERE NOT deleted"), ==, 0);
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM article WHERE NOT deleted"), ==, 0);
}

static void
test_private (Fixture *fixture, gconstpointer unused)
{
  open_article (fixture, TRUE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Which lakes?", NULL);
  write_on_ice (fixture, PURPORT_ANNOTATION_SAID_BY, NULL, "Tomas Reyes");
  purport_notebook_keep (fixture->notebook);
  wait_for (tomas_says_the_ice, fixture);
  g_assert_cmpint (purport_note_item_get_state (get_note (fixture)), ==, PURPORT_NOTE_PRIVATE);
  close_article (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* All that was asked for is done before the end, in its order. */
static void
test_closing_waits (Fixture *fixture, gconstpointer unused)
{
  PurportNoteItem *note;

  open_article (fixture, FALSE, LAKES);
  note = write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "0", NULL);
  for (guint i = 1; i <= 50; i++) {
    g_autofree char *body = g_strdup_printf ("%u", i);
    purport_notebook_change (fixture->notebook, note, body, NULL, NULL);
  }
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT body FROM annotation"), ==, 50);
}

/* The note stays where it is, and goes to the disk once nothing stands in the way. */
static void
assert_waits_and_goes (Fixture *fixture, int code, void (*clear_way) (Fixture *fixture))
{
  open_article (fixture, FALSE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Which lakes?", NULL);
  g_clear_error (&fixture->failure);
  wait_for (has_failed, fixture);
  g_assert_error (fixture->failure, PURPORT_STORE_ERROR, code);
  while (purport_note_item_get_state (get_note (fixture)) == PURPORT_NOTE_SAVING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (purport_note_item_get_state (get_note (fixture)), ==, PURPORT_NOTE_UNSAVED);
  g_assert_cmpstr (purport_note_item_get_annotation (get_note (fixture))->body, ==, "Which lakes?");
  clear_way (fixture);
  purport_notebook_save_again (fixture->notebook, get_note (fixture));
  wait_for (is_saved, fixture);
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT count(*) FROM annotation WHERE body = 'Which lakes?'"), ==, 1);
}

static void
make_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PurportLibrary *library = purport_library_open (fixture->path, &error);

  g_assert_no_error (error);
  purport_library_close (library);
}

static sqlite3 *other;

static void
close_other (Fixture *fixture)
{
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
}

static void
test_locked (Fixture *fixture, gconstpointer unused)
{
  make_library (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_waits_and_goes (fixture, PURPORT_STORE_ERROR_LOCKED, close_other);
}

static void
remove_file (Fixture *fixture)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "My shopping list: bread, salt, and a good deal more of it, to fill a page.\n");
  g_remove (fixture->path);
}

static void
test_text_file_in_its_place (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (
      fixture->path, "My shopping list: bread, salt, and a good deal more of it, to fill a page.\n", -1, NULL));
  assert_waits_and_goes (fixture, PURPORT_STORE_ERROR_FOREIGN, remove_file);
}

static void
make_old_again (Fixture *fixture)
{
  ask_number (fixture, "PRAGMA user_version = 1");
}

static void
test_newer_version (Fixture *fixture, gconstpointer unused)
{
  make_library (fixture);
  ask_number (fixture, "PRAGMA user_version = 999");
  assert_waits_and_goes (fixture, PURPORT_STORE_ERROR_NEWER, make_old_again);
}

static void
remove_blocker (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_remove (folder);
}

/* No folder can be made below a file, not even by root. */
static void
test_home_without_room (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  assert_waits_and_goes (fixture, PURPORT_STORE_ERROR_READ_ONLY, remove_blocker);
}

static void
test_long_note (Fixture *fixture, gconstpointer unused)
{
  gsize n_bytes = 10 * 1000 * 1000;
  g_autofree char *body = g_malloc (n_bytes + 1);

  memset (body, 'x', n_bytes);
  body[n_bytes] = '\0';
  open_article (fixture, FALSE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, body, NULL);
  close_article (fixture);
  open_article (fixture, FALSE, LAKES);
  wait_for (is_saved, fixture);
  g_assert_cmpstr (purport_note_item_get_annotation (get_note (fixture))->body, ==, body);
}

/* A note from tomorrow that is changed today is newer than it was: an import must not bring the old words back. */
static void
test_clock_goes_backwards (Fixture *fixture, gconstpointer unused)
{
  gint64 tomorrow = g_get_real_time () / G_USEC_PER_SEC + DAY;
  g_autofree char *sql = g_strdup_printf ("UPDATE annotation SET changed_at = %" G_GINT64_FORMAT, tomorrow);

  open_article (fixture, FALSE, LAKES);
  write_on_ice (fixture, PURPORT_ANNOTATION_NOTE, "Tomorrow", NULL);
  close_article (fixture);
  ask_number (fixture, sql);
  open_article (fixture, FALSE, LAKES);
  wait_for (is_saved, fixture);
  purport_notebook_change (fixture->notebook, get_note (fixture), "Today", NULL, NULL);
  close_article (fixture);
  g_assert_cmpint (ask_number (fixture, "SELECT changed_at FROM annotation WHERE body = 'Today'"), >, tomorrow);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GListModel **)data = purport_shelf_finish (PURPORT_KEEPER (source), result, &error);
  g_assert_no_error (error);
}

static void
test_shelf (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) all = NULL, found = NULL;
  g_autoptr (PurportShelfItem) item = NULL;

  open_article (fixture, FALSE, LAKES);
  purport_notebook_keep (fixture->notebook);
  purport_shelf_list (fixture->keeper, NULL, on_listed, &all);
  purport_shelf_search (fixture->keeper, "thinner ice", NULL, on_listed, &found);
  while (all == NULL || found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);
  item = g_list_model_get_item (all, 0);
  g_assert_true (purport_shelf_item_get_entry (item)->kept);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2); /* the article and the claim */
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/notebook/looking-makes-nothing", test_looking_makes_nothing);
  add ("/notebook/kept-and-found-again", test_kept_and_found_again);
  add ("/notebook/corrections-are-applied", test_corrections_are_applied);
  add ("/notebook/changed-text", test_changed_text);
  add ("/notebook/removed-and-restored", test_removed_and_restored);
  add ("/notebook/private", test_private);
  add ("/notebook/closing-waits", test_closing_waits);
  add ("/notebook/locked", test_locked);
  add ("/notebook/text-file-in-its-place", test_text_file_in_its_place);
  add ("/notebook/newer-version", test_newer_version);
  add ("/notebook/home-without-room", test_home_without_room);
  add ("/notebook/long-note", test_long_note);
  add ("/notebook/clock-goes-backwards", test_clock_goes_backwards);
  add ("/notebook/shelf", test_shelf);
  return g_test_run ();
}
