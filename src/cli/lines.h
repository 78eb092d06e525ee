/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines out of a file descriptor, of bounded length. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_LINE_READ,
  PURPORT_LINE_TOO_LONG, /* only its beginning was kept */
  PURPORT_LINE_END,      /* no more lines */
  PURPORT_LINE_FAILED,   /* reading failed; errno says why */
} PurportLineStatus;

/* A reader of lines; the descriptor is borrowed. */
typedef struct {
  int fd;
  gsize limit_bytes;
  GByteArray *ahead; /* read from the descriptor and not handed out yet */
  gsize used;        /* of @ahead */
} PurportLines;

void purport_lines_init (PurportLines *self, int fd, gsize limit_bytes);
void purport_lines_clear (PurportLines *self);
PurportLineStatus purport_lines_next (PurportLines *self, GByteArray *line);

G_END_DECLS
