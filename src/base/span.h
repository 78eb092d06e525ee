/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half-open byte ranges of the article's text: the one way the engine points at words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportSpan:
 * @start_byte: first byte, inclusive
 * @end_byte: one past the last byte
 *
 * A range of `article->text` in bytes. Both ends lie on grapheme boundaries. An empty span (both 0) means "none".
 * Readings are written in code points; see base/code-points.h for the way there.
 */
typedef struct {
  guint32 start_byte;
  guint32 end_byte;
} PurportSpan;

#define PURPORT_SPAN_NONE ((PurportSpan){ 0, 0 })

static inline PurportSpan
purport_span (gsize start_byte, gsize end_byte)
{
  return (PurportSpan){ (guint32)start_byte, (guint32)end_byte };
}

static inline gboolean
purport_span_is_empty (PurportSpan span)
{
  return span.end_byte <= span.start_byte;
}

static inline guint32
purport_span_length (PurportSpan span)
{
  return span.end_byte > span.start_byte ? span.end_byte - span.start_byte : 0;
}

/* Bytes that the two share. */
static inline guint32
purport_span_overlap (PurportSpan a, PurportSpan b)
{
  guint32 start = MAX (a.start_byte, b.start_byte), end = MIN (a.end_byte, b.end_byte);
  return end > start ? end - start : 0;
}

static inline gboolean
purport_span_contains (PurportSpan outer, PurportSpan inner)
{
  return outer.start_byte <= inner.start_byte && inner.end_byte <= outer.end_byte;
}

static inline gboolean
purport_span_equal (PurportSpan a, PurportSpan b)
{
  return a.start_byte == b.start_byte && a.end_byte == b.end_byte;
}

G_END_DECLS
