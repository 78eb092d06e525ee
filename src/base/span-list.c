/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room of a longer list doubles; where its length is a power of two, it is full. */
#include "base/span-list.h"

#include <stdlib.h>

/* Frees what @list has and makes it empty. */
void
purport_span_list_clear (PurportSpanList *list)
{
  if (list->len > 1)
    g_free (list->in.spans);
  *list = (PurportSpanList){ 0 };
}

/* Amortised O(1). */
void
purport_span_list_append (PurportSpanList *list, PurportSpan span)
{
  if (list->len == 0) {
    list->in.only = span;
  } else if (list->len == 1) {
    PurportSpan only = list->in.only;
    list->in.spans = g_new (PurportSpan, 2);
    list->in.spans[0] = only;
    list->in.spans[1] = span;
  } else {
    if ((list->len & (list->len - 1)) == 0)
      list->in.spans = g_renew (PurportSpan, list->in.spans, 2 * (gsize)list->len);
    list->in.spans[list->len] = span;
  }
  list->len++;
}

static int
compare_starts (const void *a, const void *b)
{
  const PurportSpan *left = a, *right = b;
  return left->start_byte < right->start_byte ? -1 : left->start_byte > right->start_byte;
}

/* Puts the spans, which share nothing, in order of the text. O(n log n). */
void
purport_span_list_sort (PurportSpanList *list)
{
  if (list->len > 1)
    qsort (list->in.spans, list->len, sizeof (PurportSpan), compare_starts);
}
