/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places are found again in articles that changed; what is kept is kept, forgotten in one go, and never in the way. */
#include "model/history.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST                                                                                                          \
  "Ferries run late\n\nThe morning boat waited for the mail.\n\nNobody on the pier had been told.\n\nThe end.\n"
#define CHANGED                                                                                                        \
  "Ferries run late\n\nAn added paragraph stands here.\n\nAnd another one.\n\nThe morning boat waited for the "        \
  "mail.\n\nNobody on the pier had been told.\n\nThe end.\n"
#define REWRITTEN "Boats\n\nAll is new.\n"

static PurportDocument *
open_text (const char *text)
{
  g_autoptr (PurportReader) reader = purport_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  PurportDocument *document = purport_document_new (reader);

  purport_document_load_bytes (document, bytes, "text");
  while (purport_document_get_state (document) == PURPORT_DOCUMENT_LOADING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (purport_document_get_state (document), ==, PURPORT_DOCUMENT_READING);
  return document;
}

static guint
offset_of (const char *text, const char *words)
{
  return (guint)g_utf8_pointer_to_offset (text, strstr (text, words));
}

static void
check_found_again (const char *text, const char *words, const char *changed, guint expected)
{
  g_autoptr (PurportDocument) before = open_text (text), after = open_text (changed);
  PurportPlace place;
  guint found;

  g_assert_true (purport_place_find (before, offset_of (text, words), &place));
  g_assert_true (purport_place_locate (after, &place, &found));
  g_assert_cmpuint (found, ==, expected);
}

static void
test_place (void)
{
  check_found_again (FIRST, "pier", FIRST, offset_of (FIRST, "pier"));
  check_found_again (FIRST, "pier", CHANGED, offset_of (CHANGED, "pier"));
  check_found_again (CHANGED, "pier", FIRST, offset_of (FIRST, "pier"));
  /* The block is gone: the last one stands in, and no offset leaves it. */
  check_found_again (FIRST, "been told", REWRITTEN, offset_of (REWRITTEN, ".\n") + 1);
}

static void
test_places_are_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("purport-history-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "new", NULL), *path = g_build_filename (below, "history", NULL);
  PurportPlace place = { 3, 14, 15926535 }, found = { 0 };
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  for (guint round = 0; round < 2; round++) {
    g_autoptr (PurportHistory) history = purport_history_new (path);
    g_assert_cmpint (purport_history_get_place (history, "file:///b.txt", &found), ==, round);
    g_assert_false (purport_history_get_place (history, "file:///a.txt", &found));
    purport_history_set_place (history, "file:///b.txt", &place, 1);
    purport_history_save (history, &error);
    g_assert_no_error (error);
  }
  g_assert_true (found.block == place.block && found.offset == place.offset && found.check == place.check);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_unlink (path);
  g_rmdir (below);
  g_rmdir (folder);
}

static void
test_the_oldest_are_forgotten (void)
{
  g_autoptr (PurportHistory) history = purport_history_new ("/nonexistent/history");
  PurportPlace place = { 1, 2, 3 };

  for (guint i = 0; i < 300; i++) {
    g_autofree char *uri = g_strdup_printf ("file:///%u", i);
    purport_history_set_place (history, uri, &place, i);
  }
  g_assert_false (purport_history_get_place (history, "file:///0", &place));
  g_assert_false (purport_history_get_place (history, "file:///99", &place));
  g_assert_true (purport_history_get_place (history, "file:///100", &place));
  g_assert_true (purport_history_get_place (history, "file:///299", &place));
}

static void
test_session_and_clearing (void)
{
  const char *const uris[] = { "file:///a;b.txt", "https://example.org/?a=[1]", NULL };
  g_autoptr (PurportHistory) history = purport_history_new ("/nonexistent/history");
  g_auto (GStrv) none = NULL, some = NULL, cleared = NULL, restored = NULL;
  g_autofree char *undo = NULL;
  guint selected;

  none = purport_history_dup_session (history, &selected);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  purport_history_set_session (history, uris, 1);
  some = purport_history_dup_session (history, &selected);
  g_assert_true (g_strv_equal ((const char *const *)some, uris));
  g_assert_cmpuint (selected, ==, 1);
  undo = purport_history_clear (history);
  cleared = purport_history_dup_session (history, &selected);
  g_assert_cmpuint (g_strv_length (cleared), ==, 0);
  purport_history_restore (history, undo);
  restored = purport_history_dup_session (history, &selected);
  g_assert_true (g_strv_equal ((const char *const *)restored, uris));
}

static void
test_nowhere_to_write (void)
{
  g_autoptr (PurportHistory) history = purport_history_new ("/proc/purport/history");
  g_autoptr (GError) error = NULL;

  g_assert_false (purport_history_save (history, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, (int)G_FILE_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/place", test_place);
  g_test_add_func ("/history/places-are-kept", test_places_are_kept);
  g_test_add_func ("/history/the-oldest-are-forgotten", test_the_oldest_are_forgotten);
  g_test_add_func ("/history/session-and-clearing", test_session_and_clearing);
  g_test_add_func ("/history/nowhere-to-write", test_nowhere_to_write);
  return g_test_run ();
}
