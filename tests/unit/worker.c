/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The worker of the tests tries what an importer that was taken over would, and the kernel says no; when it dies, lies
 * or stops, whoever asked it goes on.
 */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "formats/importer.h"
#include "formats/worker-process.h"

#define PAGE "<!doctype html><title>Warm feet</title><p>People who wore socks in bed fell asleep seven minutes earlier."

static PurportArticle *
run (PurportImporter *importer, const char *page, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  PurportFormat format = PURPORT_FORMAT_HTML;

  return purport_importer_run (importer, bytes, "file:///a", &format, "a.html", cancellable, error);
}

static PurportImporter *
new_importer (guint n_kept)
{
  return purport_importer_new (n_kept, PURPORT_IMPORT_DEFAULT);
}

static gboolean
has_seccomp (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportWorkerProcess) process = purport_worker_process_new (PURPORT_WORKER_PROGRAM_LIGHT, &error);

  g_assert_no_error (error);
  return (purport_worker_process_get_means (process) & PURPORT_WORKER_HAS_SECCOMP) != 0;
}

static void
check_refused (PurportImporter *importer, const char *deed)
{
  g_autofree char *page = g_strdup_printf ("<!--misbehave %s-->", deed), *done = g_strdup_printf ("%s: done", deed);
  g_autoptr (GError) error = NULL;

  g_assert_null (run (importer, page, NULL, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, deed));
  g_assert_cmpstr (error->message, !=, done);
}

static void
check_still_works (PurportImporter *importer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = run (importer, PAGE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->title, ==, "Warm feet");
}

static void
test_refused (void)
{
  g_autoptr (PurportImporter) importer = new_importer (1);
  static const char *const deeds[] = { "read-home", "write-file", "connect", "exec", "fork", "map-code" };

  if (!has_seccomp ()) {
    g_test_skip ("this kernel, or a sanitizer, has no seccomp");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    check_refused (importer, deeds[i]);
  check_still_works (importer);
}

static void
check_death (const char *deed, const char *message)
{
  g_autoptr (PurportImporter) importer = new_importer (1);
  g_autofree char *page = g_strdup_printf ("<!--misbehave %s-->", deed);
  g_autoptr (GError) error = NULL;

  check_still_works (importer);
  g_assert_null (run (importer, page, NULL, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER);
  g_assert_nonnull (strstr (error->message, "a.html"));
  g_assert_nonnull (strstr (error->message, message));
  check_still_works (importer);
}

static void
test_crash (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("AddressSanitizer reports what is done on purpose here");
#else
  check_death ("crash", "fail");
#endif
}

static void
test_lies (void)
{
  check_death ("lie", "makes no sense");
  check_death ("flood", "makes no sense");
}

static void
test_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the memory is not limited under AddressSanitizer");
#else
  check_death ("take-memory", "memory");
#endif
}

static gpointer
cancel_thread (gpointer data)
{
  g_cancellable_cancel (data);
  return NULL;
}

/* A worker that never answers ends with the user's patience. */
static void
test_cancelled (void)
{
  g_autoptr (PurportImporter) importer = new_importer (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_null (run (importer, "<!--misbehave hang-->", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  check_still_works (importer);
}

static gpointer
work_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    check_still_works (data);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (PurportImporter) importer = new_importer (2);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("work", work_thread, importer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Nobody is left behind. */
static void
test_no_children (void)
{
  {
    g_autoptr (PurportImporter) importer = new_importer (1);
    check_still_works (importer);
  }
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
}

static void
test_missing (void)
{
  g_autoptr (PurportImporter) importer = new_importer (1);
  g_autofree char *folder = g_strdup (g_getenv ("PURPORT_WORKER_DIR"));
  g_autoptr (GError) error = NULL;

  g_setenv ("PURPORT_WORKER_DIR", "/nowhere", TRUE);
  g_assert_null (run (importer, PAGE, NULL, &error));
  g_setenv ("PURPORT_WORKER_DIR", folder, TRUE);
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER);
  g_assert_nonnull (strstr (error->message, "Reinstall"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/refused", test_refused);
  g_test_add_func ("/worker/crash", test_crash);
  g_test_add_func ("/worker/lies", test_lies);
  g_test_add_func ("/worker/memory", test_memory);
  g_test_add_func ("/worker/cancelled", test_cancelled);
  g_test_add_func ("/worker/threads", test_threads);
  g_test_add_func ("/worker/no-children", test_no_children);
  g_test_add_func ("/worker/missing", test_missing);
  return g_test_run ();
}
