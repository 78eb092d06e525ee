/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list of spans inside another value: most have one, and take no memory of their own. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/**
 * PurportSpanList:
 * @len: how many spans it has
 *
 * Zeroed, it is empty. To be read with purport_span_list_get().
 */
typedef struct {
  guint len;
  /*< private >*/
  union {
    PurportSpan only;   /* where @len is 1 */
    PurportSpan *spans; /* where @len is more; owned */
  } in;
} PurportSpanList;

void purport_span_list_clear (PurportSpanList *list);
void purport_span_list_append (PurportSpanList *list, PurportSpan span);
void purport_span_list_sort (PurportSpanList *list);

/* Returns: (transfer none) (array): the spans of @list, as long as nothing is appended. */
static inline const PurportSpan *
purport_span_list_get_all (const PurportSpanList *list)
{
  return list->len == 1 ? &list->in.only : list->in.spans;
}

/* Returns: the span @index of @list, which has one there. */
static inline PurportSpan
purport_span_list_get (const PurportSpanList *list, guint index)
{
  return purport_span_list_get_all (list)[index];
}

G_END_DECLS
