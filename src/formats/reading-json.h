/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a reading in Purport's public format, version 1. */
#pragma once

#include "base/reading.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_JSON_COMPACT = 0,      /* one line */
  PURPORT_JSON_PRETTY = 1 << 0,  /* indented */
  PURPORT_JSON_NO_TEXT = 1 << 1, /* without article.text */
} PurportJsonFlags;

void
purport_reading_json_write (const PurportReading *reading, const char *id_json, PurportJsonFlags flags, GString *out);

G_END_DECLS
