/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads files and streams with bounds. Whatever a path turns out to be, opening it never waits. */
#include "formats/load.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/article.h"
#include "formats/error-private.h"

#define CHUNK_BYTES (256u * 1024u)
#define LIMIT_MB (PURPORT_TEXT_LIMIT_BYTES / (1024u * 1024u))

static void
set_too_large (GError **error, const char *display_name)
{
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                             "is larger than %u MB, which is the limit. Split it.", LIMIT_MB);
}

static void
set_errno_error (GError **error, const char *display_name, int saved_errno)
{
  switch (saved_errno) {
  case ENOENT:
  case ENOTDIR:
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, display_name,
                               "does not exist. Check its name and folder.");
    return;
  case EACCES:
  case EPERM:
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PERMISSION, display_name,
                               "may not be read. Check its permissions.");
    return;
  case ENXIO:
  case ENODEV:
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_A_FILE, display_name,
                               "is a socket or device, not a file. Choose a file.");
    return;
  default:
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name, "cannot be read: %s.",
                               g_strerror (saved_errno));
  }
}

/* Anything but a regular file is refused. */
static gboolean
check_status (const struct stat *status, const char *display_name, GError **error)
{
  const char *what;

  if (S_ISREG (status->st_mode)) {
    if (status->st_size <= (goffset)PURPORT_TEXT_LIMIT_BYTES)
      return TRUE;
    set_too_large (error, display_name);
    return FALSE;
  }
  what = S_ISDIR (status->st_mode)    ? "is a folder. Choose a file in it."
         : S_ISFIFO (status->st_mode) ? "is a pipe, not a file. Save what comes out of it to a file first."
                                      : "is a device, not a file. Choose a file.";
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_A_FILE, display_name, "%s", what);
  return FALSE;
}

/* Files of /proc say that they are empty and are not, and a file may grow: only the end tells the length. */
static GBytes *
read_to_end (int fd, gsize expected, const char *display_name, GError **error)
{
  g_autoptr (GByteArray) contents = g_byte_array_sized_new ((guint)expected + 1);

  while (contents->len <= PURPORT_TEXT_LIMIT_BYTES) {
    guint used = contents->len;
    gssize n;

    g_byte_array_set_size (contents, used + CHUNK_BYTES);
    n = read (fd, contents->data + used, CHUNK_BYTES);
    g_byte_array_set_size (contents, used + (n > 0 ? (guint)n : 0));
    if (n < 0 && errno != EINTR) {
      set_errno_error (error, display_name, errno);
      return NULL;
    }
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
  }
  set_too_large (error, display_name);
  return NULL;
}

/**
 * purport_load_file:
 * @path: a path in the file system's encoding
 *
 * Reads a regular file of at most %PURPORT_TEXT_LIMIT_BYTES. Never blocks on a pipe or device.
 *
 * Returns: (transfer full): the bytes, or %NULL with a #PurportFormatsError whose message names the file
 */
GBytes *
purport_load_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  struct stat status;
  GBytes *bytes = NULL;

  if (fd < 0) {
    set_errno_error (error, name, errno);
    return NULL;
  }
  if (fstat (fd, &status) != 0)
    set_errno_error (error, name, errno);
  else if (check_status (&status, name, error))
    bytes = read_to_end (fd, (gsize)status.st_size, name, error);
  close (fd);
  return bytes;
}

/**
 * purport_load_stream:
 * @stream: an open stream, which is not closed
 * @display_name: (nullable): what errors call it
 *
 * Reads a stream of at most %PURPORT_TEXT_LIMIT_BYTES to its end.
 *
 * Returns: (transfer full): the bytes, or %NULL with a #PurportFormatsError, or %G_IO_ERROR_CANCELLED
 */
GBytes *
purport_load_stream (GInputStream *stream, const char *display_name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autoptr (GError) failure = NULL;

  while (contents->len <= PURPORT_TEXT_LIMIT_BYTES) {
    guint used = contents->len;
    gssize n;

    g_byte_array_set_size (contents, used + CHUNK_BYTES);
    n = g_input_stream_read (stream, contents->data + used, CHUNK_BYTES, cancellable, &failure);
    g_byte_array_set_size (contents, used + (n > 0 ? (guint)n : 0));
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
    if (n < 0 && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
    if (n < 0) {
      purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name, "cannot be read: %s.",
                                 failure->message);
      return NULL;
    }
  }
  set_too_large (error, display_name);
  return NULL;
}
