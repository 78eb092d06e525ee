/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WebP, which its library makes smaller itself while it decodes. */
#include <webp/decode.h>

#include "formats/error-private.h"
#include "pictures/bitmap-scaler.h"
#include "pictures/decoders.h"

static gboolean
check_features (const PurportPictureRequest *request, const WebPBitstreamFeatures *features, GError **error)
{
  if (features->has_animation) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, request->display_name,
                               "is a moving WebP picture, which is not shown.");
    return FALSE;
  }
  return purport_picture_check_size (request, (guint64)features->width, (guint64)features->height, error);
}

PurportBitmap *
purport_picture_decode_webp (const PurportPictureRequest *request, GError **error)
{
  WebPDecoderConfig config;
  g_autofree guint8 *pixels = NULL;
  guint width, height, original_width, original_height;
  gsize n_bytes;

  if (!WebPInitDecoderConfig (&config) ||
      WebPGetFeatures (request->data, request->n_bytes, &config.input) != VP8_STATUS_OK)
    return purport_picture_set_damaged (request, error);
  if (!check_features (request, &config.input, error))
    return NULL;
  original_width = (guint)config.input.width;
  original_height = (guint)config.input.height;
  purport_bitmap_fit (original_width, original_height, request->max_width, request->max_height, &width, &height);
  n_bytes = (gsize)width * height * 4u;
  pixels = g_malloc (n_bytes);
  config.options.use_scaling = width != original_width || height != original_height;
  config.options.scaled_width = (int)width;
  config.options.scaled_height = (int)height;
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels;
  config.output.u.RGBA.stride = (int)width * 4;
  config.output.u.RGBA.size = n_bytes;
  if (WebPDecode (request->data, request->n_bytes, &config) != VP8_STATUS_OK)
    return purport_picture_set_damaged (request, error);
  return purport_bitmap_new_take (width, height, original_width, original_height,
                                  g_bytes_new_take (g_steal_pointer (&pixels), n_bytes));
}
