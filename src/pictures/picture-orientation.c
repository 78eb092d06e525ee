/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exif 2.3, section 4.6.4, tag 0x0112: 1 is upright, 2 to 4 are mirrored or turned by half, 5 to 8 lie on a side. */
#include "pictures/picture-orientation.h"

#include <string.h>

#define ORIENTATION_TAG 0x0112u
#define ENTRY_BYTES 12u

/* What is left of the marker, counted from the head of the TIFF in it. */
typedef struct {
  const guint8 *data;
  gsize n_bytes;
  gboolean is_little_endian;
} Tiff;

static guint
get_short (const Tiff *self, gsize at)
{
  if (self->n_bytes < 2 || at > self->n_bytes - 2)
    return 0;
  return self->is_little_endian ? self->data[at] | (guint)self->data[at + 1] << 8
                                : (guint)self->data[at] << 8 | self->data[at + 1];
}

static gsize
get_long (const Tiff *self, gsize at)
{
  gsize first = get_short (self, at), second = get_short (self, at + 2);
  return self->is_little_endian ? first | second << 16 : first << 16 | second;
}

/**
 * purport_picture_find_orientation:
 * @data: the contents of an APP1 marker
 *
 * Returns: the number that Exif gives it, 1 to 8; 1 if it says nothing
 */
guint
purport_picture_find_orientation (const guint8 *data, gsize n_bytes)
{
  static const char mark[] = "Exif\0"; /* and the NUL behind it */
  Tiff tiff;
  gsize at;
  guint n;

  if (n_bytes < sizeof mark + 8 || memcmp (data, mark, sizeof mark) != 0)
    return 1;
  tiff.data = data + sizeof mark;
  tiff.n_bytes = n_bytes - sizeof mark;
  tiff.is_little_endian = tiff.data[0] == 'I';
  at = get_long (&tiff, 4);
  n = get_short (&tiff, at);
  for (guint i = 0; i < n; i++) {
    gsize entry = at + 2 + (gsize)i * ENTRY_BYTES;
    guint value = get_short (&tiff, entry + 8);
    if (get_short (&tiff, entry) == ORIENTATION_TAG)
      return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/* Whether width and height change places. */
gboolean
purport_picture_orientation_turns (guint orientation)
{
  return orientation >= 5;
}

/**
 * purport_picture_orient:
 * @bitmap: (transfer full): as it was stored
 *
 * O(its size).
 *
 * Returns: (transfer full): as it is to be seen
 */
PurportBitmap *
purport_picture_orient (PurportBitmap *bitmap, guint orientation)
{
  g_autoptr (PurportBitmap) stored = bitmap;
  gboolean turns = purport_picture_orientation_turns (orientation);
  gboolean flips_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  gboolean flips_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  guint width = turns ? stored->height : stored->width, height = turns ? stored->width : stored->height;
  gsize n_bytes = (gsize)width * height * 4u;
  const guint8 *from = g_bytes_get_data (stored->pixels, NULL);
  g_autofree guint8 *to = NULL;

  if (orientation <= 1)
    return g_steal_pointer (&stored);
  to = g_malloc (n_bytes);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++) {
      guint stored_x = turns ? y : x, stored_y = turns ? x : y;
      stored_x = flips_x ? stored->width - 1 - stored_x : stored_x;
      stored_y = flips_y ? stored->height - 1 - stored_y : stored_y;
      memcpy (to + ((gsize)y * width + x) * 4u, from + ((gsize)stored_y * stored->width + stored_x) * 4u, 4);
    }
  return purport_bitmap_new_take (width, height, turns ? stored->original_height : stored->original_width,
                                  turns ? stored->original_width : stored->original_height,
                                  g_bytes_new_take (g_steal_pointer (&to), n_bytes));
}
