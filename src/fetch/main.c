/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * purport-fetch: loads one page from the net, when the user asked for it. It is started by Purport with the socket over
 * which it gets the address and answers as its standard input. It makes no other request, keeps no cookies and no
 * cache, says nothing about who asks, and bounds redirects and size. What it loads it does not look into.
 */
#include <errno.h>
#include <libsoup/soup.h>
#include <string.h>
#include <unistd.h>

#include "formats/error.h"
#include "formats/load.h"
#include "formats/worker-channel.h"

#define MAX_REDIRECTS 8u
#define TIMEOUT_SECONDS 30u

static gboolean
set_error (GError **error, PurportFormatsError code, const char *address, const char *what)
{
  g_set_error (error, PURPORT_FORMATS_ERROR, (int)code, "“%s” %s", address, what);
  return FALSE;
}

static gboolean
is_web_address (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  return (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) && g_uri_get_host (uri) != NULL &&
         *g_uri_get_host (uri) != '\0';
}

/* A status that is no success, in words. */
static gboolean
check_status (SoupMessage *message, const char *address, GError **error)
{
  guint status = soup_message_get_status (message);
  g_autofree char *what = NULL;

  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return TRUE;
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    return set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, address, "is not there (any more).");
  if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN || status == SOUP_STATUS_PAYMENT_REQUIRED)
    return set_error (
        error, PURPORT_FORMATS_ERROR_PERMISSION, address,
        "may be read only by those who are logged in. Save the page from your browser and open the file.");
  what = g_strdup_printf ("could not be loaded: the server answered %u %s.", status,
                          soup_message_get_reason_phrase (message));
  return set_error (error, PURPORT_FORMATS_ERROR_IO, address, what);
}

static GBytes *
read_body (GInputStream *stream, const char *address, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GBytes *bytes = purport_load_stream (stream, address, NULL, &failure);

  if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return bytes;
}

/* Follows one redirect. Returns: (transfer full) (nullable): where it leads. */
static GUri *
find_next (SoupMessage *message, GUri *from, const char *address, GError **error)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autoptr (GUri) next = location != NULL ? g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (next != NULL && is_web_address (next))
    return g_steal_pointer (&next);
  set_error (error, PURPORT_FORMATS_ERROR_IO, address, "leads to something that is no web address.");
  return NULL;
}

/* @final: (out) (transfer full): the address that the page has after all redirects */
static GBytes *
fetch (const char *address, char **final, GError **error)
{
  g_autoptr (SoupSession) session =
      soup_session_new_with_options ("user-agent", "Purport", "timeout", TIMEOUT_SECONDS, NULL);
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !is_web_address (uri)) {
    set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, address,
               "is no web address. Only those that begin with https:// or http:// are loaded.");
    return NULL;
  }
  for (guint i = 0; i <= MAX_REDIRECTS; i++) {
    g_autoptr (SoupMessage) message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
    g_autoptr (GInputStream) stream = NULL;
    g_autoptr (GError) failure = NULL;
    g_autofree char *what = NULL;
    GUri *next;

    soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
    stream = soup_session_send (session, message, NULL, &failure);
    if (stream == NULL) {
      what = g_strdup_printf ("could not be loaded: %s.", failure->message);
      set_error (error, PURPORT_FORMATS_ERROR_IO, address, what);
      return NULL;
    }
    if (!SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message))) {
      *final = g_uri_to_string (uri);
      return check_status (message, address, error) ? read_body (stream, address, error) : NULL;
    }
    next = find_next (message, uri, address, error);
    if (next == NULL)
      return NULL;
    g_uri_unref (uri);
    uri = next;
  }
  set_error (error, PURPORT_FORMATS_ERROR_IO, address, "leads from one address to the next without an end.");
  return NULL;
}

static gboolean
serve (void)
{
  PurportWorkerRequest request;
  PurportWorkerReply reply = { .magic = PURPORT_WORKER_MAGIC };
  g_autofree char *address = NULL, *final = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  const void *data;

  if (!purport_channel_read (&request, sizeof request) || request.magic != PURPORT_WORKER_MAGIC ||
      request.n_bytes != 0 || request.n_name != 0 || !purport_channel_read_string (request.n_uri, &address) ||
      address == NULL)
    return FALSE;
  bytes = fetch (address, &final, &error);
  if (bytes == NULL)
    return purport_channel_write_error (error);
  data = g_bytes_get_data (bytes, &n_bytes);
  reply.kind = PURPORT_WORKER_BYTES;
  reply.code = (guint32)strlen (final);
  reply.n_bytes = (guint32)(reply.code + n_bytes);
  return purport_channel_write (&reply, sizeof reply) && purport_channel_write (final, reply.code) &&
         purport_channel_write (data, n_bytes);
}

int
main (void)
{
  PurportWorkerHello hello = { .magic = PURPORT_WORKER_MAGIC, .means = PURPORT_WORKER_HAS_SECCOMP };

  if (!purport_channel_write (&hello, sizeof hello))
    return 1;
  while (serve ())
    continue;
  return 0;
}
