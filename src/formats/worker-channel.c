/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole messages or nothing: when the other end is gone, so is the reason to go on. */
#include "formats/worker-channel.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "formats/error.h"

#define MAX_STRING_BYTES (64u * 1024u)
#define MAX_MESSAGE_BYTES 4000u

/* Returns: %FALSE if the socket was closed. */
gboolean
purport_channel_read (void *data, gsize n_bytes)
{
  guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = read (STDIN_FILENO, at, n_bytes);
    if (n == 0 || (n < 0 && errno != EINTR))
      return FALSE;
    if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

/**
 * purport_channel_read_string:
 * @length_plus_one: 0: there is none
 * @string: (out) (transfer full) (nullable): the string
 *
 * Returns: %FALSE if the socket was closed or the string is longer than any
 */
gboolean
purport_channel_read_string (guint32 length_plus_one, char **string)
{
  if (length_plus_one == 0)
    return TRUE;
  if (length_plus_one > MAX_STRING_BYTES)
    return FALSE;
  *string = g_malloc0 (length_plus_one);
  return purport_channel_read (*string, length_plus_one - 1);
}

/* Returns: %FALSE if the socket was closed. */
gboolean
purport_channel_write (const void *data, gsize n_bytes)
{
  const guint8 *at = data;

  while (n_bytes > 0) {
    gssize n = write (STDIN_FILENO, at, n_bytes);
    if (n < 0 && errno != EINTR)
      return FALSE;
    if (n > 0) {
      at += n;
      n_bytes -= (gsize)n;
    }
  }
  return TRUE;
}

/* Answers with an error, its message cut between characters if it is very long. */
gboolean
purport_channel_write_error (const GError *error)
{
  gsize n = strlen (error->message);
  PurportWorkerReply reply = {
    .magic = PURPORT_WORKER_MAGIC,
    .kind = PURPORT_WORKER_ERROR,
    .code = error->domain == PURPORT_FORMATS_ERROR ? (guint32)error->code : PURPORT_FORMATS_ERROR_IO,
  };

  if (n > MAX_MESSAGE_BYTES)
    n = (gsize)(g_utf8_find_prev_char (error->message, error->message + MAX_MESSAGE_BYTES) - error->message);
  reply.n_bytes = (guint32)n;
  return purport_channel_write (&reply, sizeof reply) && purport_channel_write (error->message, n);
}
