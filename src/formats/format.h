/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of file some bytes are, told by the bytes and not by a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_FORMAT_TEXT,
  PURPORT_FORMAT_MARKDOWN,
  PURPORT_FORMAT_HTML,
  PURPORT_FORMAT_MHTML,
  PURPORT_FORMAT_PDF,
  PURPORT_FORMAT_EPUB,
  PURPORT_FORMAT_DOCX,
  PURPORT_FORMAT_ODT,
  PURPORT_FORMAT_GZIP,
  PURPORT_FORMAT_ZSTD,
  PURPORT_FORMAT_UNREADABLE, /* known, and not read */
} PurportFormat;

PurportFormat purport_format_detect (const char *data, gsize n_bytes, const char **what);
gboolean purport_format_from_media_type (const char *media_type, PurportFormat *format);
const char *purport_format_get_media_type (PurportFormat format);
gboolean purport_format_is_compressed (PurportFormat format);

G_END_DECLS
