/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cameras write down how they were held. */
#pragma once

#include "formats/bitmap.h"

G_BEGIN_DECLS

guint purport_picture_find_orientation (const guint8 *data, gsize n_bytes);
gboolean purport_picture_orientation_turns (guint orientation);
PurportBitmap *purport_picture_orient (PurportBitmap *bitmap, guint orientation);

G_END_DECLS
