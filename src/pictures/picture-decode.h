/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a picture to its pixels. Only the worker links this layer. */
#pragma once

#include "formats/bitmap.h"
#include "formats/error.h"

G_BEGIN_DECLS

PurportBitmap *purport_picture_decode (
    const void *data, gsize n_bytes, const char *display_name, guint max_width, guint max_height, GError **error);

G_END_DECLS
