/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a text file to characters. */
#pragma once

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_DECODE_FILE,       /* a byte order mark is no part of the text, and tells the encoding */
  PURPORT_DECODE_CHARACTERS, /* UTF-8, as from a string: a leading U+FEFF is a character like any other */
} PurportDecodeMode;

char *
purport_decode_text (GBytes *bytes, PurportDecodeMode mode, const char *display_name, gsize *n_bytes, GError **error);

G_END_DECLS
