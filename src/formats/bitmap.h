/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decoded picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No side of a bitmap is longer, in pixels. */
#define PURPORT_BITMAP_MAX_SIDE 2048u

/**
 * PurportBitmap:
 * @width: in pixels, 1 to %PURPORT_BITMAP_MAX_SIDE
 * @height: the same
 * @original_width: of the picture before it was made smaller; at least @width
 * @original_height: the same; at least @height
 * @pixels: four bytes a pixel: red, green, blue, alpha, not multiplied; rows from the top, @width times four bytes
 * each, nothing between them
 *
 * A plain value that its owner frees. For GTK it is
 * `gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, pixels, width * 4)`.
 */
typedef struct {
  guint width;
  guint height;
  guint original_width;
  guint original_height;
  GBytes *pixels;
} PurportBitmap;

PurportBitmap *
purport_bitmap_new_take (guint width, guint height, guint original_width, guint original_height, GBytes *pixels);
void purport_bitmap_free (PurportBitmap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportBitmap, purport_bitmap_free)

G_END_DECLS
