/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The labels that the attribution model gives to tokens. Private to the layers reading and learn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Kinds of the same span differ in what stands around them, so that a chain of labels remembers it: a source before or
 * behind its cue, a content in marks, behind or before its cue; the gaps inside an attribution are told from the rest.
 */
typedef enum {
  PURPORT_LABEL_OUTSIDE,
  PURPORT_LABEL_GAP_BEHIND_SOURCE, /* "Smith, 52, …" before the cue */
  PURPORT_LABEL_GAP_BEHIND_CUE,    /* "told reporters on Monday …" before the content */
  PURPORT_LABEL_SOURCE_BEFORE,
  PURPORT_LABEL_SOURCE_BEFORE_INSIDE,
  PURPORT_LABEL_SOURCE_BEHIND,
  PURPORT_LABEL_SOURCE_BEHIND_INSIDE,
  PURPORT_LABEL_CUE,
  PURPORT_LABEL_CUE_INSIDE,
  PURPORT_LABEL_QUOTE,
  PURPORT_LABEL_QUOTE_INSIDE,
  PURPORT_LABEL_CONTENT_BEHIND,
  PURPORT_LABEL_CONTENT_BEHIND_INSIDE,
  PURPORT_LABEL_CONTENT_BEFORE,
  PURPORT_LABEL_CONTENT_BEFORE_INSIDE,
  PURPORT_N_LABELS
} PurportLabel;

typedef enum {
  PURPORT_PART_NONE,
  PURPORT_PART_SOURCE,
  PURPORT_PART_CUE,
  PURPORT_PART_CONTENT,
} PurportPart;

static inline PurportPart
purport_label_part (guint label)
{
  if (label >= PURPORT_LABEL_QUOTE)
    return PURPORT_PART_CONTENT;
  if (label >= PURPORT_LABEL_CUE)
    return PURPORT_PART_CUE;
  return label >= PURPORT_LABEL_SOURCE_BEFORE ? PURPORT_PART_SOURCE : PURPORT_PART_NONE;
}

/* Whether a span goes on with the label. */
static inline gboolean
purport_label_is_inside (guint label)
{
  return label >= PURPORT_LABEL_SOURCE_BEFORE && (label & 1) == 0;
}

static inline gboolean
purport_label_may_follow (guint label, guint before)
{
  return !purport_label_is_inside (label) || before == label || before + 1 == label;
}

G_END_DECLS
