/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index of every 64th byte and every 64th code point of a text. Pure ASCII needs none. */
#include "base/code-points.h"

#include <string.h>

#define STEP 64u

struct _PurportCodePoints {
  const char *text;
  guint32 n_bytes;
  guint32 n_code_points;
  guint32 *code_point_at; /* number of code points that begin before byte i * STEP; NULL: ASCII */
  guint32 *byte_at;       /* byte of code point i * STEP; NULL: ASCII */
};

static inline gboolean
begins_code_point (char byte)
{
  return ((guchar)byte & 0xC0) != 0x80;
}

/**
 * purport_code_points_new:
 * @text: (not nullable): valid UTF-8; borrowed, it must outlive the index
 * @n_bytes: its length in bytes
 *
 * Builds the index in one pass, O(@n_bytes) time and @n_bytes / 8 bytes of memory (none for ASCII).
 *
 * Returns: (transfer full): the index
 */
PurportCodePoints *
purport_code_points_new (const char *text, gsize n_bytes)
{
  PurportCodePoints *self = g_new0 (PurportCodePoints, 1);
  guint32 n = 0;

  self->text = text;
  self->n_bytes = (guint32)n_bytes;
  for (gsize i = 0; i < n_bytes; i++)
    n += begins_code_point (text[i]) ? 1 : 0;
  self->n_code_points = n;
  if (n == n_bytes)
    return self;

  self->code_point_at = g_new (guint32, n_bytes / STEP + 1);
  self->byte_at = g_new (guint32, n / STEP + 2);
  n = 0;
  for (gsize i = 0; i <= n_bytes; i++) {
    if (i % STEP == 0)
      self->code_point_at[i / STEP] = n;
    if (i == n_bytes || begins_code_point (text[i])) {
      if (n % STEP == 0)
        self->byte_at[n / STEP] = (guint32)i;
      n++;
    }
  }
  return self;
}

void
purport_code_points_free (PurportCodePoints *self)
{
  if (self == NULL)
    return;
  g_free (self->code_point_at);
  g_free (self->byte_at);
  g_free (self);
}

/* Returns: the number of code points that begin before @byte, which must be at most the text's length. O(1). */
guint32
purport_code_points_from_byte (const PurportCodePoints *self, guint32 byte)
{
  guint32 n;

  g_return_val_if_fail (byte <= self->n_bytes, 0);
  if (self->code_point_at == NULL)
    return byte;
  n = self->code_point_at[byte / STEP];
  for (guint32 i = byte - byte % STEP; i < byte; i++)
    n += begins_code_point (self->text[i]) ? 1 : 0;
  return n;
}

/* Returns: the byte at which @code_point begins; the text's length for the one behind the last. O(1). */
guint32
purport_code_points_to_byte (const PurportCodePoints *self, guint32 code_point)
{
  guint32 byte;

  g_return_val_if_fail (code_point <= self->n_code_points, 0);
  if (self->byte_at == NULL)
    return code_point;
  byte = self->byte_at[code_point / STEP];
  for (guint32 left = code_point % STEP; left > 0; left--) {
    byte++;
    while (byte < self->n_bytes && !begins_code_point (self->text[byte]))
      byte++;
  }
  return byte;
}

/* Returns: the length of the text in code points. */
guint32
purport_code_points_get_length (const PurportCodePoints *self)
{
  return self->n_code_points;
}
