/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies words of the article out of a reading, with their place in code points. */
#include "model/passage.h"

/* Returns: (transfer full): the words at @span. */
PurportPassage *
purport_passage_new (const PurportReadingContext *context, PurportSpan span, int kind, guint32 other)
{
  PurportPassage *passage = g_new0 (PurportPassage, 1);

  passage->start = purport_reading_context_to_code_point (context, span.start_byte);
  passage->end = purport_reading_context_to_code_point (context, span.end_byte);
  passage->kind = kind;
  passage->other = other;
  passage->text = purport_reading_context_dup_text (context, span);
  return passage;
}

void
purport_passage_free (PurportPassage *passage)
{
  if (passage == NULL)
    return;
  g_free (passage->text);
  g_free (passage);
}

/* Returns: (transfer full) (element-type PurportPassage): an empty list that owns what is added to it. */
GPtrArray *
purport_passages_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)purport_passage_free);
}
