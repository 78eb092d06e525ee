/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes of words, affixes and shapes. */
#include "text/features.h"

static guint32
hash_step (guint32 hash, guint8 byte)
{
  return (hash ^ byte) * 16777619u;
}

/* The kind of a byte for the shape: letters, digits, the mark itself. */
static guint8
kind_of (guint8 byte)
{
  if (byte >= 0x80 || g_ascii_islower ((char)byte))
    return 'x';
  if (g_ascii_isupper ((char)byte))
    return 'X';
  return g_ascii_isdigit ((char)byte) ? 'd' : byte;
}

static guint32
hash_range (const guint8 *lower, gsize start, gsize end)
{
  guint32 hash = 2166136261u;

  for (gsize i = start; i < end; i++)
    hash = hash_step (hash, lower[i]);
  return hash;
}

/* Returns: the views of a token. O(its length, at most 64 bytes; longer words are known by their ends). */
PurportWordView
purport_word_view (const char *text, const PurportToken *token)
{
  PurportWordView view;
  guint8 lower[64];
  const guint8 *bytes = (const guint8 *)text + token->span.start_byte;
  gsize full = purport_span_length (token->span), n = MIN (full, sizeof lower);
  guint32 shape = 2166136261u, cased = 2166136261u;
  guint8 last_kind = 0;

  for (gsize i = 0; i < n; i++) {
    guint8 byte = i < n / 2 || full == n ? bytes[i] : bytes[full - n + i], kind = kind_of (byte);
    lower[i] = g_ascii_isdigit ((char)byte) ? '0' : (guint8)g_ascii_tolower ((char)byte);
    cased = hash_step (cased, byte);
    if (kind != last_kind)
      shape = hash_step (shape, kind);
    last_kind = kind;
  }
  view.word = hash_range (lower, 0, n);
  view.prefix = hash_range (lower, 0, MIN (n, 3));
  view.suffix2 = hash_range (lower, n > 2 ? n - 2 : 0, n);
  view.suffix3 = hash_range (lower, n > 3 ? n - 3 : 0, n);
  view.suffix4 = hash_range (lower, n > 4 ? n - 4 : 0, n);
  view.shape = shape;
  view.cased = cased;
  return view;
}
