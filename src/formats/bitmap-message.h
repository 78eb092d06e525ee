/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as the worker writes it. */
#pragma once

#include "formats/bitmap.h"

G_BEGIN_DECLS

void purport_bitmap_message_write (const PurportBitmap *bitmap, GByteArray *out);
PurportBitmap *purport_bitmap_message_read (GBytes *message, guint max_width, guint max_height);

G_END_DECLS
