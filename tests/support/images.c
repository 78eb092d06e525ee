/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the picture and has it encoded by the libraries. */
#include "support/images.h"

#include <gif_lib.h>
#include <png.h>
#include <stdio.h>
#include <string.h>
#include <webp/encode.h>

#include <jpeglib.h>

/* 0: red, 1: blue, 2: green */
static guint
color_at (guint x, guint y, guint width, guint height)
{
  return y == height - 1 ? 2 : x >= width / 2;
}

static guint8 *
draw (guint width, guint height)
{
  static const guint8 colors[3][4] = { { 250, 0, 0, 255 }, { 0, 0, 250, 255 }, { 0, 250, 0, 255 } };
  guint8 *pixels = g_malloc ((gsize)width * height * 4u);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      memcpy (pixels + ((gsize)y * width + x) * 4u, colors[color_at (x, y, width, height)], 4);
  return pixels;
}

GBytes *
purport_test_make_png (guint width, guint height)
{
  png_image image = { .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGBA };
  g_autofree guint8 *pixels = draw (width, height);
  png_alloc_size_t n_bytes = 0;
  guint8 *data;

  g_assert_true (png_image_write_get_memory_size (image, n_bytes, 0, pixels, 0, NULL));
  data = g_malloc (n_bytes);
  g_assert_true (png_image_write_to_memory (&image, data, &n_bytes, 0, pixels, 0, NULL));
  return g_bytes_new_take (data, n_bytes);
}

static void
write_orientation (struct jpeg_compress_struct *info, guint orientation)
{
  guint8 exif[] = { 'E', 'x', 'i', 'f',  0,    0, 'M', 'M', 0, 42, 0, 0, 0,
                    8,   0,   1,   0x01, 0x12, 0, 3,   0,   0, 0,  1, 0, (guint8)orientation,
                    0,   0,   0,   0,    0,    0 };

  if (orientation > 0)
    jpeg_write_marker (info, JPEG_APP0 + 1, exif, sizeof exif);
}

/* @orientation: as Exif has it; 0: nothing is said */
GBytes *
purport_test_make_jpeg (guint width, guint height, guint orientation, gboolean progressive)
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  g_autofree guint8 *pixels = draw (width, height);
  unsigned char *data = NULL;
  unsigned long n_bytes = 0;
  GBytes *bytes;

  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &data, &n_bytes);
  info.image_width = width;
  info.image_height = height;
  info.input_components = 4;
  info.in_color_space = JCS_EXT_RGBX;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, 95, TRUE);
  if (progressive)
    jpeg_simple_progression (&info);
  jpeg_start_compress (&info, TRUE);
  write_orientation (&info, orientation);
  while (info.next_scanline < height) {
    JSAMPROW row = pixels + (gsize)info.next_scanline * width * 4u;
    jpeg_write_scanlines (&info, &row, 1);
  }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  bytes = g_bytes_new (data, n_bytes);
  free (data);
  return bytes;
}

static int
append (GifFileType *file, const GifByteType *data, int n_bytes)
{
  g_byte_array_append (file->UserData, data, (guint)n_bytes);
  return n_bytes;
}

GBytes *
purport_test_make_gif (guint width, guint height, gboolean interlaced)
{
  static const int starts[] = { 0, 4, 2, 1 }, steps[] = { 8, 8, 4, 2 };
  GifColorType colors[4] = { { 250, 0, 0 }, { 0, 0, 250 }, { 0, 250, 0 }, { 0, 0, 0 } };
  GByteArray *out = g_byte_array_new ();
  GifFileType *file = EGifOpen (out, append, NULL);
  ColorMapObject *map = GifMakeMapObject (4, colors);
  g_autofree guint8 *line = g_malloc (width);

  g_assert_cmpint (EGifPutScreenDesc (file, (int)width, (int)height, 2, 0, map), ==, GIF_OK);
  g_assert_cmpint (EGifPutImageDesc (file, 0, 0, (int)width, (int)height, interlaced, NULL), ==, GIF_OK);
  for (guint pass = 0; pass < (interlaced ? 4u : 1u); pass++)
    for (guint y = interlaced ? (guint)starts[pass] : 0; y < height; y += interlaced ? (guint)steps[pass] : 1) {
      for (guint x = 0; x < width; x++)
        line[x] = (guint8)color_at (x, y, width, height);
      g_assert_cmpint (EGifPutLine (file, line, (int)width), ==, GIF_OK);
    }
  GifFreeMapObject (map);
  g_assert_cmpint (EGifCloseFile (file, NULL), ==, GIF_OK);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
purport_test_make_webp (guint width, guint height)
{
  g_autofree guint8 *pixels = draw (width, height);
  uint8_t *data = NULL;
  size_t n_bytes = WebPEncodeLosslessRGBA (pixels, (int)width, (int)height, (int)width * 4, &data);
  GBytes *bytes;

  g_assert_cmpuint (n_bytes, >, 0);
  bytes = g_bytes_new (data, n_bytes);
  WebPFree (data);
  return bytes;
}
