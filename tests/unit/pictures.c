/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of picture comes out as it was drawn, not larger than asked for; what is damaged or too much is refused.
 */
#include <string.h>

#include "formats/bitmap-message.h"
#include "formats/worker-protocol.h"
#include "pictures/bitmap-scaler.h"
#include "pictures/picture-decode.h"
#include "support/images.h"

static PurportBitmap *
decode (GBytes *bytes, guint max_width, guint max_height, GError **error)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);
  return purport_picture_decode (data, n_bytes, "a.png", max_width, max_height, error);
}

static const guint8 *
pixel_at (const PurportBitmap *bitmap, guint x, guint y)
{
  return (const guint8 *)g_bytes_get_data (bitmap->pixels, NULL) + ((gsize)y * bitmap->width + x) * 4u;
}

/* JPEG is not exact. @channel: 0 for red, 1 for green, 2 for blue */
static void
check_color (const PurportBitmap *bitmap, guint x, guint y, guint channel)
{
  const guint8 *pixel = pixel_at (bitmap, x, y);

  g_assert_cmpuint (pixel[channel], >, 180);
  g_assert_cmpuint (pixel[(channel + 1) % 3], <, 90);
  g_assert_cmpuint (pixel[(channel + 2) % 3], <, 90);
  g_assert_cmpuint (pixel[3], ==, 255);
}

/* Red to the left, blue to the right; green along the foot, where the rows are still its own. */
static void
check_picture (GBytes *taken, guint max, guint width, guint height)
{
  g_autoptr (GBytes) bytes = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = decode (bytes, max, max, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bitmap->width, ==, width);
  g_assert_cmpuint (bitmap->height, ==, height);
  check_color (bitmap, 0, 0, 0);
  check_color (bitmap, width / 2 - 2, height / 2, 0);
  check_color (bitmap, width / 2 + 2, height / 2, 2);
  check_color (bitmap, width - 1, 0, 2);
}

static void
test_kinds (void)
{
  check_picture (purport_test_make_png (40, 30), 100, 40, 30);
  check_picture (purport_test_make_jpeg (40, 30, 0, FALSE), 100, 40, 30);
  check_picture (purport_test_make_jpeg (40, 30, 0, TRUE), 100, 40, 30);
  check_picture (purport_test_make_gif (40, 30, FALSE), 100, 40, 30);
  check_picture (purport_test_make_gif (40, 30, TRUE), 100, 40, 30);
  check_picture (purport_test_make_webp (40, 30), 100, 40, 30);
}

/* The last row of an interlaced picture is where it belongs. */
static void
test_rows (void)
{
  g_autoptr (GBytes) bytes = purport_test_make_gif (8, 9, TRUE);
  g_autoptr (PurportBitmap) bitmap = decode (bytes, 64, 64, NULL);

  check_color (bitmap, 0, 7, 0);
  check_color (bitmap, 0, 8, 1);
}

static void
test_smaller (void)
{
  check_picture (purport_test_make_png (1000, 500), 50, 50, 25);
  check_picture (purport_test_make_jpeg (1000, 500, 0, FALSE), 50, 50, 25);
  check_picture (purport_test_make_jpeg (1001, 499, 0, TRUE), 333, 333, 166);
  check_picture (purport_test_make_gif (1000, 500, FALSE), 50, 50, 25);
  check_picture (purport_test_make_webp (1000, 500), 50, 50, 25);
}

static void
test_proportions (void)
{
  guint width, height;

  purport_bitmap_fit (30000, 2, 100, 100, &width, &height);
  g_assert_cmpuint (width, ==, 100);
  g_assert_cmpuint (height, ==, 1);
  purport_bitmap_fit (300, 200, 2048, 20, &width, &height);
  g_assert_cmpuint (width, ==, 30);
  g_assert_cmpuint (height, ==, 20);
  purport_bitmap_fit (3, 2, 2048, 2048, &width, &height);
  g_assert_cmpuint (width, ==, 3);
}

/* A mean of all that is covered, and what cannot be seen does not count. */
static void
test_mean (void)
{
  static const guint8 rows[2][12] = { { 100, 0, 0, 255, 200, 0, 0, 255, 9, 9, 9, 0 },
                                      { 100, 0, 0, 255, 200, 0, 0, 255, 90, 0, 0, 255 } };
  g_autoptr (PurportBitmapScaler) scaler = purport_bitmap_scaler_new (3, 2, 2, 1);
  g_autoptr (PurportBitmap) bitmap = NULL;
  const guint8 *pixels;

  purport_bitmap_scaler_add_row (scaler, rows[0]);
  purport_bitmap_scaler_add_row (scaler, rows[1]);
  bitmap = purport_bitmap_scaler_finish (scaler, 3, 2);
  pixels = g_bytes_get_data (bitmap->pixels, NULL);
  g_assert_cmpuint (pixels[0], ==, 133); /* (100 · 2/3 + 200 · 1/3) */
  g_assert_cmpuint (pixels[3], ==, 255);
  g_assert_cmpuint (pixels[4], ==, 145); /* (200 · 1/3 + 90 · 1/3) / (2/3) */
  g_assert_cmpuint (pixels[7], ==, 170);
}

/* Where the green foot goes when the camera was held so. */
static void
check_orientation (guint orientation, guint width, guint height, guint foot_x, guint foot_y)
{
  g_autoptr (GBytes) bytes = purport_test_make_jpeg (64, 4, orientation, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = decode (bytes, 64, 64, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bitmap->width, ==, width);
  g_assert_cmpuint (bitmap->height, ==, height);
  g_assert_cmpuint (bitmap->original_width, ==, width);
  g_assert_cmpuint (pixel_at (bitmap, foot_x, foot_y)[1], >, 60);
}

static void
test_orientation (void)
{
  check_orientation (0, 64, 4, 32, 3);
  check_orientation (1, 64, 4, 32, 3);
  check_orientation (2, 64, 4, 32, 3);
  check_orientation (3, 64, 4, 32, 0);
  check_orientation (4, 64, 4, 32, 0);
  check_orientation (5, 4, 64, 3, 32);
  check_orientation (6, 4, 64, 0, 32);
  check_orientation (7, 4, 64, 0, 32);
  check_orientation (8, 4, 64, 3, 32);
  check_orientation (9, 64, 4, 32, 3);
}

static void
check_refused (const void *data, gsize n_bytes, PurportFormatsError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (purport_picture_decode (data, n_bytes, "a.png", 64, 64, &error));
  g_assert_error (error, PURPORT_FORMATS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, "a.png"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
check_cut (GBytes *taken)
{
  g_autoptr (GBytes) bytes = taken;
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  check_refused (data, 12, PURPORT_FORMATS_ERROR_IO, "damaged");
  for (gsize n = 12; n < n_bytes; n += 7) { /* it may be shown as far as it goes, and never reads further */
    g_autofree guint8 *part = g_memdup2 (data, n);
    g_autoptr (GError) error = NULL;
    g_autoptr (PurportBitmap) bitmap = purport_picture_decode (part, n, "a.png", 64, 64, &error);
    g_assert_true ((bitmap == NULL) == (error != NULL));
  }
}

static void
test_damaged (void)
{
  check_cut (purport_test_make_png (40, 30));
  check_cut (purport_test_make_jpeg (40, 30, 6, FALSE));
  check_cut (purport_test_make_jpeg (40, 30, 0, TRUE));
  check_cut (purport_test_make_gif (40, 30, FALSE));
  check_cut (purport_test_make_webp (40, 30));
}

static void
test_unknown (void)
{
  check_refused ("", 0, PURPORT_FORMATS_ERROR_EMPTY, "empty");
  check_refused ("<svg xmlns=''/>", 15, PURPORT_FORMATS_ERROR_UNSUPPORTED, "SVG");
  check_refused ("<!doctype html>", 15, PURPORT_FORMATS_ERROR_UNSUPPORTED, "web page");
  check_refused ("\0\0\0\x1c"
                 "ftypavif",
                 12, PURPORT_FORMATS_ERROR_UNSUPPORTED, "AVIF");
  check_refused ("Tea cools.", 10, PURPORT_FORMATS_ERROR_UNSUPPORTED, "no picture");
}

/* The head says how large it is; nobody takes the memory to find out. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) png = purport_test_make_png (4, 4), gif = purport_test_make_gif (4, 4, FALSE);
  gsize n_png, n_gif;
  g_autofree guint8 *large_png = g_memdup2 (g_bytes_get_data (png, &n_png), g_bytes_get_size (png));
  g_autofree guint8 *large_gif = g_memdup2 (g_bytes_get_data (gif, &n_gif), g_bytes_get_size (gif));
  static const guint8 head[] = "IHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00";
  guint8 *descriptor;

  memcpy (large_png + 12, head, sizeof head - 1);
  for (guint32 crc = 0xFFFFFFFFu, i = 0, bit = 0; i < sizeof head - 1; i++) {
    crc ^= head[i];
    for (bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    if (i == sizeof head - 2) {
      guint32 sum = GUINT32_TO_BE (~crc);
      memcpy (large_png + 12 + sizeof head - 1, &sum, 4);
    }
  }
  check_refused (large_png, n_png, PURPORT_FORMATS_ERROR_TOO_LARGE, "60000");
  descriptor = memchr (large_gif + 13 + 12, ',', n_gif - 25);
  memcpy (descriptor + 5, "\x60\xea\x60\xea", 4);
  check_refused (large_gif, n_gif, PURPORT_FORMATS_ERROR_TOO_LARGE, "60000");
  memcpy (descriptor + 5, "\x88\x13\x88\x13", 4);
  check_refused (large_gif, n_gif, PURPORT_FORMATS_ERROR_IO, "damaged"); /* 5000 × 5000 in a few bytes */
}

static void
check_message (PurportWorkerBitmap head, gsize n_pixels, gboolean accepted)
{
  gsize n_bytes = sizeof head + n_pixels;
  guint8 *data = g_malloc0 (n_bytes);
  g_autoptr (GBytes) message = g_bytes_new_take (data, n_bytes);
  g_autoptr (PurportBitmap) bitmap = NULL;

  memcpy (data, &head, sizeof head);
  bitmap = purport_bitmap_message_read (message, 40, 30);
  g_assert_true ((bitmap != NULL) == accepted);
}

/* A worker that was taken over may say anything. */
static void
test_messages (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  check_message ((PurportWorkerBitmap){ 4, 3, 4, 3 }, 48, TRUE);
  check_message ((PurportWorkerBitmap){ 4, 3, 400, 300 }, 48, TRUE);
  check_message ((PurportWorkerBitmap){ 4, 3, 4, 3 }, 47, FALSE);
  check_message ((PurportWorkerBitmap){ 4, 3, 4, 3 }, 49, FALSE);
  check_message ((PurportWorkerBitmap){ 4, 3, 3, 3 }, 48, FALSE);
  check_message ((PurportWorkerBitmap){ 0, 0, 4, 3 }, 0, FALSE);
  check_message ((PurportWorkerBitmap){ 41, 1, 41, 1 }, 164, FALSE);
  check_message ((PurportWorkerBitmap){ 1, 31, 1, 31 }, 124, FALSE);
  check_message ((PurportWorkerBitmap){ 0x40000000, 1, 0x40000000, 1 }, 0, FALSE);
  g_assert_null (purport_bitmap_message_read (nothing, 40, 30));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/kinds", test_kinds);
  g_test_add_func ("/pictures/rows", test_rows);
  g_test_add_func ("/pictures/smaller", test_smaller);
  g_test_add_func ("/pictures/proportions", test_proportions);
  g_test_add_func ("/pictures/mean", test_mean);
  g_test_add_func ("/pictures/orientation", test_orientation);
  g_test_add_func ("/pictures/damaged", test_damaged);
  g_test_add_func ("/pictures/unknown", test_unknown);
  g_test_add_func ("/pictures/too-large", test_too_large);
  g_test_add_func ("/pictures/messages", test_messages);
  return g_test_run ();
}
