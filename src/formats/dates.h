/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as the heads of articles have them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date found in a line; what it does not say is 0. Offsets are bytes in the line. */
typedef struct {
  guint year;
  guint month;
  guint day;
  gsize start_byte;
  gsize end_byte;
} PurportDate;

gboolean purport_date_find (const char *line, gsize n_bytes, PurportDate *date);
gboolean purport_date_is_line (const char *line, gsize n_bytes);
gboolean purport_date_is_word (const char *word, gsize n_bytes);
char *purport_date_to_iso (const PurportDate *date);

G_END_DECLS
