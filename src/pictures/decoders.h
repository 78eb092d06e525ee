/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One function per kind of picture. What each promises stands at purport_picture_decode(). */
#pragma once

#include "formats/bitmap.h"
#include "formats/error.h"

G_BEGIN_DECLS

/* What is asked of a decoder. */
typedef struct {
  const guint8 *data;
  gsize n_bytes;
  const char *display_name; /* nullable */
  guint max_width;
  guint max_height;
} PurportPictureRequest;

PurportBitmap *purport_picture_decode_png (const PurportPictureRequest *request, GError **error);
PurportBitmap *purport_picture_decode_jpeg (const PurportPictureRequest *request, GError **error);
PurportBitmap *purport_picture_decode_gif (const PurportPictureRequest *request, GError **error);
PurportBitmap *purport_picture_decode_webp (const PurportPictureRequest *request, GError **error);

gboolean
purport_picture_check_size (const PurportPictureRequest *request, guint64 width, guint64 height, GError **error);
PurportBitmap *purport_picture_set_damaged (const PurportPictureRequest *request, GError **error);

G_END_DECLS
