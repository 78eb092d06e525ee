/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window opens: pages of the net, here from a server in this process, and files whose worker dies, which
 * leaves the document saying so and the next one opening.
 */
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "formats/error.h"
#include "model/document.h"

#define PROSE "People who wore socks in bed fell asleep seven minutes earlier, a small trial in Leith has found."
#define PAGE                                                                                                           \
  "<!doctype html><title>Warm feet</title><p>" PROSE "<p>" PROSE "<img src='/socks.png'><script src='/a.js'></script>"

/* --- a server ----------------------------------------------------------------------------------------------------- */

typedef struct {
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *server;
  char *root; /* "http://127.0.0.1:1234" */
  GMutex mutex;
  GString *seen;       /* the paths asked for, each with a space behind it */
  gboolean any_traces; /* a cookie or where one comes from was sent */
} Server;

static void
answer (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Server *self = data;
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (message);

  g_mutex_lock (&self->mutex);
  g_string_append_printf (self->seen, "%s ", path);
  self->any_traces = self->any_traces || soup_message_headers_get_one (request, "Cookie") != NULL ||
                     soup_message_headers_get_one (request, "Referer") != NULL;
  g_mutex_unlock (&self->mutex);
  soup_message_headers_replace (response, "Set-Cookie", "who=you; Path=/");
  if (strcmp (path, "/moved") == 0) {
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/page");
  } else if (strcmp (path, "/round") == 0) {
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/round");
  } else if (strcmp (path, "/page") == 0) {
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
  } else if (strcmp (path, "/large") == 0) {
    gsize n_bytes = PURPORT_TEXT_LIMIT_BYTES + 1024;
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_TAKE, g_strnfill (n_bytes, 'a'), n_bytes);
  } else {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  }
}

static gpointer
serve (gpointer data)
{
  Server *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* @secure: with a certificate that nobody vouches for */
static void
start_server (Server *self, gboolean secure)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pem = g_test_build_filename (G_TEST_DIST, "unit", "fixtures", "self-signed.pem", NULL);
  GSList *uris;

  g_mutex_init (&self->mutex);
  self->seen = g_string_new (NULL);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, answer, self, NULL);
  if (secure) {
    g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (pem, &error);
    g_assert_no_error (error);
    soup_server_set_tls_certificate (self->server, certificate);
  }
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | (secure ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->root = g_strdup_printf ("http%s://127.0.0.1:%d", secure ? "s" : "", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  g_main_context_pop_thread_default (self->context);
  self->thread = g_thread_new ("server", serve, self);
}

static void
stop_server (Server *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_context_push_thread_default (self->context);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_string_free (self->seen, TRUE);
  g_mutex_clear (&self->mutex);
  g_free (self->root);
}

/* --- the document ------------------------------------------------------------------------------------------------- */

static void
wait_for_end (PurportDocument *document)
{
  while (purport_document_get_state (document) == PURPORT_DOCUMENT_LOADING)
    g_main_context_iteration (NULL, TRUE);
}

static PurportDocument *
open_uri (const char *root, const char *path)
{
  g_autoptr (PurportReader) reader = purport_reader_new ();
  PurportDocument *document = purport_document_new (reader);
  g_autofree char *address = g_strconcat (root, path, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (address);

  purport_document_load_file (document, file);
  wait_for_end (document);
  return document;
}

static void
check_opens (Server *server, const char *path, const char *requests)
{
  g_autoptr (PurportDocument) document = NULL;

  g_string_truncate (server->seen, 0);
  document = open_uri (server->root, path);
  g_assert_no_error (purport_document_get_error (document));
  g_assert_cmpint (purport_document_get_state (document), ==, PURPORT_DOCUMENT_READING);
  g_assert_cmpstr (purport_document_get_title (document), ==, "Warm feet");
  g_assert_cmpstr (server->seen->str, ==, requests);
}

static void
check_fails (const char *root, const char *path, PurportFormatsError code, const char *words)
{
  g_autoptr (PurportDocument) document = open_uri (root, path);
  const GError *error = purport_document_get_error (document);

  g_assert_cmpint (purport_document_get_state (document), ==, PURPORT_DOCUMENT_FAILED);
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
}

/* The page and nothing else: no picture, no script, no icon; and no cookie goes with the second request. */
static void
test_page (void)
{
  Server server = { 0 };

  start_server (&server, FALSE);
  check_opens (&server, "/page", "/page ");
  check_opens (&server, "/moved", "/moved /page ");
  g_assert_false (server.any_traces);
  stop_server (&server);
}

static void
test_bounds (void)
{
  Server server = { 0 };

  start_server (&server, FALSE);
  check_fails (server.root, "/round", PURPORT_FORMATS_ERROR_IO, "without an end");
  g_assert_cmpuint (server.seen->len, <=, 9 * strlen ("/round "));
  check_fails (server.root, "/large", PURPORT_FORMATS_ERROR_TOO_LARGE, "64 MB");
  check_fails (server.root, "/nothing", PURPORT_FORMATS_ERROR_NOT_FOUND, "not there");
  stop_server (&server);
}

/* Nothing is asked of a server that may be another, nor is the same page then loaded without a lock. */
static void
test_certificate (void)
{
  Server server = { 0 };

  start_server (&server, TRUE);
  check_fails (server.root, "/page", PURPORT_FORMATS_ERROR_IO, "could not be loaded");
  g_assert_cmpstr (server.seen->str, ==, "");
  stop_server (&server);
}

/* --- the worker dies ---------------------------------------------------------------------------------------------- */

/* Returns: the process that this one started, 0 if there is none. */
static pid_t
find_child (void)
{
  g_autofree char *children = NULL, *path = NULL;
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL) {
    g_free (path);
    g_free (children);
    children = NULL;
    path = g_strdup_printf ("/proc/self/task/%s/children", task);
    if (g_file_get_contents (path, &children, NULL, NULL) && g_ascii_isdigit (children[0]))
      return (pid_t)g_ascii_strtoll (children, NULL, 10);
  }
  return 0;
}

static void
check_file_opens (PurportDocument *document, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "good.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, PAGE, -1, NULL));
  purport_document_load_file (document, file);
  wait_for_end (document);
  g_assert_cmpint (purport_document_get_state (document), ==, PURPORT_DOCUMENT_READING);
  g_remove (path);
}

static void
test_worker_killed (void)
{
  g_autoptr (PurportReader) reader = purport_reader_new ();
  g_autoptr (PurportDocument) document = purport_document_new (reader);
  g_autofree char *folder = g_dir_make_tmp ("purport-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  pid_t pid;

  g_assert_true (g_file_set_contents (path, "<!--misbehave hang--><p>" PROSE, -1, NULL));
  purport_document_load_file (document, file);
  while ((pid = find_child ()) == 0)
    g_thread_yield ();
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  wait_for_end (document);
  g_assert_cmpint (purport_document_get_state (document), ==, PURPORT_DOCUMENT_FAILED);
  g_assert_error (purport_document_get_error (document), PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_WORKER);
  g_assert_nonnull (strstr (purport_document_get_error (document)->message, "bad.html"));
  check_file_opens (document, folder);
  g_remove (path);
  g_rmdir (folder);
}

/* Who gives up waiting does not wait for the worker either. */
static void
test_cancelled (void)
{
  g_autoptr (PurportReader) reader = purport_reader_new ();
  g_autoptr (PurportDocument) document = purport_document_new (reader);
  g_autofree char *folder = g_dir_make_tmp ("purport-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "<!--misbehave hang--><p>" PROSE, -1, NULL));
  purport_document_load_file (document, file);
  check_file_opens (document, folder);
  while (find_child () != 0)
    g_main_context_iteration (NULL, FALSE);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-load/page", test_page);
  g_test_add_func ("/document-load/bounds", test_bounds);
  g_test_add_func ("/document-load/certificate", test_certificate);
  g_test_add_func ("/document-load/worker-killed", test_worker_killed);
  g_test_add_func ("/document-load/cancelled", test_cancelled);
  return g_test_run ();
}
