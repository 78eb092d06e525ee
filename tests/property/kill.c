/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A process that writes notes and exports is killed at random moments: every note that it reported as saved is there,
 * the library is sound, and an export is whole or is not there. How often: the environment's PURPORT_KILLS (100).
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "formats/export.h"
#include "store/backup.h"
#include "support/library.h"

#define TEXT                                                                                                           \
  "Lakes freeze later\n"                                                                                               \
  "The ice is thinner too, said Nora Lindqvist, a limnologist at Calder University.\n"
#define EXPORT_END "the end of the export\n"

static const char *self;

/* The child: writes until it is killed. Reports the id of each note once it is saved, a line each. */
static int
write_notes (const char *path, const char *export_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportLibrary) library = purport_library_open (path, &error);
  g_autoptr (PurportArticle) article = NULL;
  g_autoptr (GString) export = g_string_new (NULL);

  g_assert_no_error (error);
  article = purport_library_get_article (library, 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20000; i++)
    g_string_append (export, "a line of an export\n");
  g_string_append (export, EXPORT_END);
  while (TRUE) {
    g_autoptr (PurportAnnotation) note =
        purport_annotation_new (PURPORT_ANNOTATION_NOTE, article, purport_span (19, 22), 1700000000);
    g_autofree char *line = NULL;
    note->body = g_strdup ("a note");
    if (!purport_library_save_annotation (library, 1, note, &error))
      return 1;
    line = g_strconcat (note->id, "\n", NULL);
    if (write (STDOUT_FILENO, line, strlen (line)) != (gssize)strlen (line))
      return 1;
    if (!purport_export_save (export_path, export, &error))
      return 1;
  }
}

static void
wait_for_output (int descriptor)
{
  struct pollfd wanted = { descriptor, POLLIN, 0 };
  g_assert_cmpint (poll (&wanted, 1, 60000), ==, 1);
}

/* Lets a child write for about @microseconds from its first note on, kills it, and adds to @saved what it reported. */
static void
kill_one (PurportTestLibrary *fixture, const char *export_path, gulong microseconds, GPtrArray *saved)
{
  const char *arguments[] = { self, "--write", fixture->path, export_path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *reported = NULL;
  g_auto (GStrv) lines = NULL;
  GPid child;
  int output;
  g_autoptr (GIOChannel) channel = NULL;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &child, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  wait_for_output (output);
  g_usleep (microseconds); /* the moment of the kill: any will do, nothing waits for this */
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  channel = g_io_channel_unix_new (output);
  g_io_channel_set_close_on_unref (channel, TRUE);
  g_assert_cmpint (g_io_channel_read_to_end (channel, &reported, NULL, &error), ==, G_IO_STATUS_NORMAL);
  waitpid (child, NULL, 0);
  lines = g_strsplit (reported, "\n", -1);
  /* A line that was cut short was not yet reported. */
  for (guint i = 0; lines[0] != NULL && lines[i + 1] != NULL; i++)
    g_ptr_array_add (saved, g_strdup (lines[i]));
}

static void
check_export (const char *path)
{
  g_autofree char *contents = NULL;

  if (g_file_get_contents (path, &contents, NULL, NULL))
    g_assert_true (g_str_has_suffix (contents, EXPORT_END));
}

static void
check_library (PurportTestLibrary *fixture, const GPtrArray *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportLibrary) library = purport_library_open (fixture->path, &error);
  g_autoptr (GPtrArray) complaints = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_no_error (error);
  complaints = purport_library_check (library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (complaints->len, ==, 0);
  notes = purport_library_get_annotations (library, 1, &error);
  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (ids, ((PurportAnnotation *)g_ptr_array_index (notes, i))->id);
  for (guint i = 0; i < saved->len; i++)
    g_assert_true (g_hash_table_contains (ids, g_ptr_array_index (saved, i)));
}

static void
test_kill (PurportTestLibrary *fixture, gconstpointer unused)
{
  const char *wanted = g_getenv ("PURPORT_KILLS");
  guint n_kills = wanted != NULL ? (guint)g_ascii_strtoull (wanted, NULL, 10) : 100;
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *export_path = g_build_filename (fixture->folder, "export.csv", NULL);

  purport_test_library_add (fixture, TEXT, NULL);
  g_clear_pointer (&fixture->library, purport_library_close);
  for (guint i = 0; i < n_kills; i++) {
    kill_one (fixture, export_path, (gulong)g_test_rand_int_range (0, 30000), saved);
    check_export (export_path);
    if (i % 20 == 19 || i + 1 == n_kills)
      check_library (fixture, saved);
  }
  g_assert_cmpuint (saved->len, >=, n_kills);
  g_test_message ("%u kills, %u notes reported as saved, all there", n_kills, saved->len);
}

int
main (int argc, char **argv)
{
  self = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_notes (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/library/kill", PurportTestLibrary, NULL, purport_test_library_set_up, test_kill,
              purport_test_library_tear_down);
  return g_test_run ();
}
