/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who reads a message trusts nothing in it: whoever wrote it may have been taken over by what it read. */
#include "formats/bitmap-message.h"

#include <string.h>

#include "formats/worker-protocol.h"

/* Appends the message that holds @bitmap. */
void
purport_bitmap_message_write (const PurportBitmap *bitmap, GByteArray *out)
{
  PurportWorkerBitmap head = { bitmap->width, bitmap->height, bitmap->original_width, bitmap->original_height };
  gsize n_bytes;
  const guint8 *pixels = g_bytes_get_data (bitmap->pixels, &n_bytes);

  g_byte_array_append (out, (const guint8 *)&head, sizeof head);
  g_byte_array_append (out, pixels, (guint)n_bytes);
}

/**
 * purport_bitmap_message_read:
 * @message: what somebody answered; nothing about it is trusted
 * @max_width: what was asked for
 * @max_height: the same
 *
 * O(1): the pixels are shared.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if it is none or larger than was asked for
 */
PurportBitmap *
purport_bitmap_message_read (GBytes *message, guint max_width, guint max_height)
{
  gsize n_bytes;
  const guint8 *at = g_bytes_get_data (message, &n_bytes);
  PurportWorkerBitmap head;

  if (n_bytes < sizeof head)
    return NULL;
  memcpy (&head, at, sizeof head);
  if (head.width == 0 || head.width > max_width || head.width > head.original_width || head.height == 0 ||
      head.height > max_height || head.height > head.original_height ||
      n_bytes - sizeof head != (gsize)head.width * head.height * 4u)
    return NULL;
  return purport_bitmap_new_take (head.width, head.height, head.original_width, head.original_height,
                                  g_bytes_new_from_bytes (message, sizeof head, n_bytes - sizeof head));
}
