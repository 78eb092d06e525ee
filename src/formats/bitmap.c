/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bitmap value: construction, and nothing else. */
#include "formats/bitmap.h"

/**
 * purport_bitmap_new_take:
 * @pixels: (transfer full): as #PurportBitmap has them, @width × @height × 4 bytes
 *
 * Returns: (transfer full): the bitmap
 */
PurportBitmap *
purport_bitmap_new_take (guint width, guint height, guint original_width, guint original_height, GBytes *pixels)
{
  PurportBitmap *self;

  g_return_val_if_fail (width > 0 && width <= PURPORT_BITMAP_MAX_SIDE && width <= original_width, NULL);
  g_return_val_if_fail (height > 0 && height <= PURPORT_BITMAP_MAX_SIDE && height <= original_height, NULL);
  g_return_val_if_fail (g_bytes_get_size (pixels) == (gsize)width * height * 4u, NULL);
  self = g_new0 (PurportBitmap, 1);
  self->width = width;
  self->height = height;
  self->original_width = original_width;
  self->original_height = original_height;
  self->pixels = pixels;
  return self;
}

void
purport_bitmap_free (PurportBitmap *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->pixels);
  g_free (self);
}
