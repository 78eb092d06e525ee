/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decoding of pictures: an error, or pixels that are not more than was asked for. */
#include "fuzz/fuzz.h"

#include "pictures/picture-decode.h"

#define MAX_WIDTH 48u
#define MAX_HEIGHT 32u

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportBitmap) bitmap = purport_picture_decode (data, n_bytes, "input", MAX_WIDTH, MAX_HEIGHT, &error);

  g_assert_true ((bitmap == NULL) == (error != NULL));
  if (bitmap == NULL)
    return 0;
  g_assert_true (bitmap->width >= 1 && bitmap->width <= MAX_WIDTH && bitmap->width <= bitmap->original_width);
  g_assert_true (bitmap->height >= 1 && bitmap->height <= MAX_HEIGHT && bitmap->height <= bitmap->original_height);
  g_assert_cmpuint (g_bytes_get_size (bitmap->pixels), ==, (gsize)bitmap->width * bitmap->height * 4u);
  return 0;
}
