/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are not what one hopes: each is refused by name, and none is waited for. */
#include "formats/import.h"
#include "formats/load.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/request.h"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("purport-import-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (const Fixture *fixture, const char *name, const void *data, gsize n_bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize)n_bytes, NULL));
  return path;
}

/* Its worker is the one of the build tree. */
static PurportImporter *importer;

static PurportArticle *
read_path (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = purport_load_file (path, error);
  g_autofree char *name = g_filename_display_name (path);

  return bytes != NULL ? purport_import_article (importer, bytes, NULL, NULL, name, NULL, error) : NULL;
}

static void
check_refusal (const char *path, PurportFormatsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = read_path (path, &error);

  g_assert_null (article);
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  check_refusal (pipe_path, PURPORT_FORMATS_ERROR_NOT_A_FILE);
  check_refusal (fixture->folder, PURPORT_FORMATS_ERROR_NOT_A_FILE);
  check_refusal ("/dev/zero", PURPORT_FORMATS_ERROR_NOT_A_FILE);
  check_refusal (missing, PURPORT_FORMATS_ERROR_NOT_FOUND);
}

static void
test_permission (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "secret", "x", 1);

  if (geteuid () == 0) {
    g_test_skip ("root may read every file");
    return;
  }
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  check_refusal (path, PURPORT_FORMATS_ERROR_PERMISSION);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "sparse", "x", 1);

  g_assert_cmpint (truncate (path, (off_t)4 * 1024 * 1024 * 1024), ==, 0);
  check_refusal (path, PURPORT_FORMATS_ERROR_TOO_LARGE);
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = write_file (fixture, "empty", "", 0);
  g_autofree char *nul = write_file (fixture, "nul", "a\0b", 3);
  g_autofree char *pdf = write_file (fixture, "pdf", "%PDF-1.7\n", 9);
  g_autofree char *zip = write_file (fixture, "zip", "PK\x03\x04rest", 8);

  check_refusal (empty, PURPORT_FORMATS_ERROR_EMPTY);
  check_refusal (nul, PURPORT_FORMATS_ERROR_BINARY);
  check_refusal (pdf, PURPORT_FORMATS_ERROR_IO);
  check_refusal (zip, PURPORT_FORMATS_ERROR_UNSUPPORTED);
}

static GBytes *
compress (const char *data, gsize n_bytes)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize)n_bytes, NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >, 0);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) bytes = compress ("Tea cools.\n", 11);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportArticle) article = purport_import_article (importer, bytes, NULL, NULL, "tea.gz", NULL, &error);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 6);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "Tea cools.\n");
  g_assert_null (purport_import_article (importer, cut, NULL, NULL, "tea.gz", NULL, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_IO);
}

/* What expands beyond the limit is given up at the limit. */
static void
test_gzip_bomb (void)
{
  gsize n_bytes = PURPORT_TEXT_LIMIT_BYTES + 1024;
  g_autofree char *data = g_strnfill (n_bytes, 'a');
  g_autoptr (GBytes) bytes = compress (data, n_bytes);
  g_autoptr (GError) error = NULL;

  g_assert_null (purport_import_article (importer, bytes, NULL, NULL, "bomb.gz", NULL, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64 MB"));
}

static void
check_request (const char *line, const char *id_json, PurportFormatsError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (PurportRequest) request = purport_request_new (line, strlen (line), &error, &id);
  g_autoptr (PurportArticle) article = NULL;

  if (request != NULL) {
    id = g_strdup (request->id_json);
    article = purport_request_import (request, importer, &error);
  }
  g_assert_null (article);
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_cmpstr (id, ==, id_json);
}

static void
test_bad_requests (void)
{
  check_request ("not JSON", NULL, PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("[1]", NULL, PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":1}", "1", PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":\"a\",\"text\":7}", "\"a\"", PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":[1],\"text\":\"Tea.\"}", NULL, PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":1.5,\"text\":\"Tea.\",\"uri\":\"file:///x\"}", "1.5", PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":2,\"text\":\"Tea.\"} {}", "2", PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":2,\"text\":\"Tea", "2", PURPORT_FORMATS_ERROR_SYNTAX);
  check_request ("{\"id\":3,\"text\":\"\"}", "3", PURPORT_FORMATS_ERROR_EMPTY);
  check_request ("{\"id\":4,\"text\":\"a\\u0000b\"}", "4", PURPORT_FORMATS_ERROR_BINARY);
  check_request ("{\"id\":5,\"uri\":\"https://example.org/\"}", "5", PURPORT_FORMATS_ERROR_UNSUPPORTED);
  check_request ("{\"id\":6,\"uri\":\"file:///nowhere/at/all\"}", "6", PURPORT_FORMATS_ERROR_NOT_FOUND);
}

static void
test_good_request (void)
{
  static const char line[] =
      "{\"extra\":[{\"x\":null}],\"text\":\"Caf\\u00e9.\\r\\nTea.\",\"base\":\"https://example.org/a\",\"id\":null}";
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportRequest) request = purport_request_new (line, sizeof line - 1, &error, &id);
  g_autoptr (PurportArticle) article = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (request->id_json, ==, "null");
  article = purport_request_import (request, importer, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "Café.\nTea.");
  g_assert_cmpstr (article->uri, ==, "https://example.org/a");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  importer = purport_importer_new (1, PURPORT_IMPORT_DEFAULT);
  g_test_add ("/import/not-a-file", Fixture, NULL, set_up, test_not_a_file, tear_down);
  g_test_add ("/import/permission", Fixture, NULL, set_up, test_permission, tear_down);
  g_test_add ("/import/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/import/contents", Fixture, NULL, set_up, test_contents, tear_down);
  g_test_add_func ("/import/gzip", test_gzip);
  g_test_add_func ("/import/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/import/bad-requests", test_bad_requests);
  g_test_add_func ("/import/good-request", test_good_request);
  status = g_test_run ();
  purport_importer_unref (importer);
  return status;
}
