/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every pixel of the result is the mean of the area that it covers, each source pixel weighed by how much of it lies
 * there, and by its alpha: what cannot be seen has no colour.
 */
#include "pictures/bitmap-scaler.h"

#include <string.h>

#define N_CHANNELS 4u

struct _PurportBitmapScaler {
  guint from_width;
  guint from_height;
  guint to_width;
  guint to_height;
  guint n_rows; /* added */
  guint at_row; /* of the result, being summed up */
  float *row;   /* the added row, with the result's width */
  float *sum;
  GByteArray *pixels;
};

/**
 * purport_bitmap_fit:
 * @to_width: (out): of the largest picture of the same proportions that fits into the bounds and is not enlarged
 * @to_height: (out): the same; each side has one pixel at least
 */
void
purport_bitmap_fit (guint width, guint height, guint max_width, guint max_height, guint *to_width, guint *to_height)
{
  double scale = MIN (1.0, MIN ((double)max_width / width, (double)max_height / height));

  *to_width = CLAMP ((guint)(width * scale + 0.5), 1u, max_width);
  *to_height = CLAMP ((guint)(height * scale + 0.5), 1u, max_height);
}

/**
 * purport_bitmap_scaler_new:
 *
 * No side of the result is longer than the one that it comes from.
 *
 * Returns: (transfer full): a scaler, to be freed whether it is finished or not
 */
PurportBitmapScaler *
purport_bitmap_scaler_new (guint from_width, guint from_height, guint to_width, guint to_height)
{
  PurportBitmapScaler *self;

  g_return_val_if_fail (to_width > 0 && to_width <= from_width, NULL);
  g_return_val_if_fail (to_height > 0 && to_height <= from_height, NULL);
  self = g_new0 (PurportBitmapScaler, 1);
  self->from_width = from_width;
  self->from_height = from_height;
  self->to_width = to_width;
  self->to_height = to_height;
  self->row = g_new0 (float, (gsize)to_width *N_CHANNELS);
  self->sum = g_new0 (float, (gsize)to_width *N_CHANNELS);
  self->pixels = g_byte_array_sized_new (to_width * to_height * N_CHANNELS);
  return self;
}

void
purport_bitmap_scaler_free (PurportBitmapScaler *self)
{
  if (self == NULL)
    return;
  g_free (self->row);
  g_free (self->sum);
  g_clear_pointer (&self->pixels, g_byte_array_unref);
  g_free (self);
}

static void
add_pixel (float *to, const guint8 *from, float weight)
{
  float seen = weight * from[3];

  to[0] += seen * from[0];
  to[1] += seen * from[1];
  to[2] += seen * from[2];
  to[3] += seen;
}

/* A source pixel lies in one pixel of the result or across the border of two. */
static void
narrow_row (PurportBitmapScaler *self, const guint8 *row)
{
  double scale = (double)self->to_width / self->from_width;

  for (guint i = 0; i < self->to_width * N_CHANNELS; i++)
    self->row[i] = 0;
  for (guint x = 0; x < self->from_width; x++, row += N_CHANNELS) {
    double start = x * scale, end = start + scale;
    guint at = MIN ((guint)start, self->to_width - 1), next = at + 1;
    if (end <= next || next == self->to_width) {
      add_pixel (self->row + (gsize)at * N_CHANNELS, row, (float)scale);
    } else {
      add_pixel (self->row + (gsize)at * N_CHANNELS, row, (float)(next - start));
      add_pixel (self->row + (gsize)next * N_CHANNELS, row, (float)(end - next));
    }
  }
}

static void
add_sum (PurportBitmapScaler *self, double weight)
{
  for (guint i = 0; i < self->to_width * N_CHANNELS; i++)
    self->sum[i] += (float)weight * self->row[i];
}

static void
write_sum (PurportBitmapScaler *self)
{
  for (guint x = 0; x < self->to_width; x++) {
    float *sum = self->sum + (gsize)x * N_CHANNELS;
    guint8 pixel[N_CHANNELS] = { 0 };

    pixel[3] = (guint8)CLAMP (sum[3] + 0.5f, 0.0f, 255.0f);
    for (guint i = 0; i < 3 && pixel[3] > 0; i++)
      pixel[i] = (guint8)CLAMP (sum[i] / sum[3] + 0.5f, 0.0f, 255.0f);
    g_byte_array_append (self->pixels, pixel, N_CHANNELS);
    sum[0] = sum[1] = sum[2] = sum[3] = 0;
  }
  self->at_row++;
}

/**
 * purport_bitmap_scaler_add_row:
 * @row: the next row from the top, of the source's width, four bytes a pixel as #PurportBitmap has them
 *
 * O(width).
 */
void
purport_bitmap_scaler_add_row (PurportBitmapScaler *self, const guint8 *row)
{
  double scale = (double)self->to_height / self->from_height, start, end;
  guint next;

  g_return_if_fail (self->n_rows < self->from_height);
  start = self->n_rows++ * scale;
  end = start + scale;
  next = self->at_row + 1;
  if (self->to_width == self->from_width && self->to_height == self->from_height) {
    g_byte_array_append (self->pixels, row, self->to_width * N_CHANNELS);
    return;
  }
  narrow_row (self, row);
  add_sum (self, MIN (end, next) - start);
  if (self->n_rows == self->from_height || end >= next) {
    write_sum (self);
    if (self->n_rows < self->from_height)
      add_sum (self, end - next);
  }
}

/**
 * purport_bitmap_scaler_finish:
 *
 * Rows that were not added are transparent.
 *
 * Returns: (transfer full): the result
 */
PurportBitmap *
purport_bitmap_scaler_finish (PurportBitmapScaler *self, guint original_width, guint original_height)
{
  guint n_bytes = self->to_width * self->to_height * N_CHANNELS, used = MIN (self->pixels->len, n_bytes);

  g_byte_array_set_size (self->pixels, n_bytes);
  memset (self->pixels->data + used, 0, n_bytes - used);
  return purport_bitmap_new_take (self->to_width, self->to_height, original_width, original_height,
                                  g_byte_array_free_to_bytes (g_steal_pointer (&self->pixels)));
}
