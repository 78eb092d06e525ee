/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads in chunks; a line that is too long is read past without being kept. */
#include "cli/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_BYTES (64u * 1024u)
/* What is kept of a line that is too long. */
#define KEPT_BYTES 4096u

void
purport_lines_init (PurportLines *self, int fd, gsize limit_bytes)
{
  *self = (PurportLines){ .fd = fd, .limit_bytes = limit_bytes, .ahead = g_byte_array_new () };
}

void
purport_lines_clear (PurportLines *self)
{
  g_clear_pointer (&self->ahead, g_byte_array_unref);
}

/* Returns: the number of new bytes, 0 at the end, -1 on failure. */
static gssize
read_chunk (PurportLines *self)
{
  gssize n;

  g_byte_array_set_size (self->ahead, CHUNK_BYTES);
  do
    n = read (self->fd, self->ahead->data, CHUNK_BYTES);
  while (n < 0 && errno == EINTR);
  self->used = 0;
  g_byte_array_set_size (self->ahead, n > 0 ? (guint)n : 0);
  return n;
}

/**
 * purport_lines_next:
 * @line: is set to the line without its newline
 *
 * Reads the next line. Blocks until it has come. O(its length), in memory bounded by the limit.
 */
PurportLineStatus
purport_lines_next (PurportLines *self, GByteArray *line)
{
  gboolean too_long = FALSE, begun = FALSE;

  g_byte_array_set_size (line, 0);
  while (TRUE) {
    const guint8 *from, *newline;
    gsize n;

    if (self->used == self->ahead->len) {
      gssize n_read = read_chunk (self);
      if (n_read < 0)
        return PURPORT_LINE_FAILED;
      if (n_read == 0)
        return too_long ? PURPORT_LINE_TOO_LONG : begun ? PURPORT_LINE_READ : PURPORT_LINE_END;
    }
    begun = TRUE;
    from = self->ahead->data + self->used;
    newline = memchr (from, '\n', self->ahead->len - self->used);
    n = newline != NULL ? (gsize)(newline - from) : self->ahead->len - self->used;
    if (!too_long && line->len + n > self->limit_bytes) {
      too_long = TRUE;
      g_byte_array_set_size (line, MIN (line->len, KEPT_BYTES));
    }
    if (!too_long)
      g_byte_array_append (line, from, (guint)n);
    self->used += n + (newline != NULL ? 1 : 0);
    if (newline != NULL)
      return too_long ? PURPORT_LINE_TOO_LONG : PURPORT_LINE_READ;
  }
}
