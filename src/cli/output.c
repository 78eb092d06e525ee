/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unbuffered: an answer is on its way as soon as it is written. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* Writes one line to standard error, with the program's name before it. */
void
purport_output_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "purport-cli: %s\n", message);
}

/**
 * purport_output_write:
 *
 * Writes to standard output. A reader that has gone away is no error worth a word; anything else is reported.
 *
 * Returns: %FALSE if it could not be written: write no more
 */
gboolean
purport_output_write (const char *data, gsize n_bytes)
{
  while (n_bytes > 0) {
    gssize n = write (STDOUT_FILENO, data, n_bytes);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      if (errno != EPIPE)
        purport_output_complain ("Standard output cannot be written: %s", g_strerror (errno));
      return FALSE;
    }
    data += n;
    n_bytes -= (gsize)n;
  }
  return TRUE;
}
