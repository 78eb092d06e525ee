/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG, by libpng's own way for those who want pixels only: it knows all kinds of colour, and errors are values. */
#include <png.h>
#include <string.h>

#include "pictures/bitmap-scaler.h"
#include "pictures/decoders.h"

/* Where a whole PNG cannot be had, its pixels are no picture to be shown. */
PurportBitmap *
purport_picture_decode_png (const PurportPictureRequest *request, GError **error)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  g_autoptr (PurportBitmapScaler) scaler = NULL;
  g_autofree guint8 *pixels = NULL;
  guint width, height;

  if (!png_image_begin_read_from_memory (&image, request->data, request->n_bytes))
    return purport_picture_set_damaged (request, error);
  if (!purport_picture_check_size (request, image.width, image.height, error)) {
    png_image_free (&image);
    return NULL;
  }
  image.format = PNG_FORMAT_RGBA;
  pixels = g_malloc (PNG_IMAGE_SIZE (image));
  if (!png_image_finish_read (&image, NULL, pixels, 0, NULL)) {
    png_image_free (&image);
    return purport_picture_set_damaged (request, error);
  }
  purport_bitmap_fit (image.width, image.height, request->max_width, request->max_height, &width, &height);
  scaler = purport_bitmap_scaler_new (image.width, image.height, width, height);
  for (guint y = 0; y < image.height; y++)
    purport_bitmap_scaler_add_row (scaler, pixels + (gsize)y * image.width * 4u);
  return purport_bitmap_scaler_finish (scaler, image.width, image.height);
}
