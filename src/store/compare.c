/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims are the same when most of their telling words are, sources by their folded names, figures by value and unit.
 */
#include "store/compare.h"

#include <math.h>

#include "store/library-private.h"
#include "store/similarity.h"

void
purport_only_here_clear (PurportOnlyHere *only)
{
  g_clear_pointer (&only->claims, g_array_unref);
  g_clear_pointer (&only->sources, g_array_unref);
  g_clear_pointer (&only->figures, g_array_unref);
}

static char *
dup_words (const PurportReading *reading, guint claim)
{
  return purport_article_dup_span (reading->article, g_array_index (reading->claims, PurportClaim, claim).span);
}

static gboolean
has_claim (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    g_autofree char *other = dup_words (reading, i);
    if (purport_similarity_of (words, other) >= PURPORT_SIMILAR)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_source (const PurportReading *reading, const char *name)
{
  g_autofree char *key = purport_source_dup_key (name);

  for (guint i = 0; i < reading->sources->len; i++) {
    g_autofree char *other = purport_source_dup_key (g_array_index (reading->sources, PurportSource, i).name);
    if (g_str_equal (key, other))
      return TRUE;
  }
  return FALSE;
}

static gboolean
same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : fabs (a - b) <= 1e-9 * MAX (fabs (a), fabs (b));
}

static const char *
unit_of (const PurportFigure *figure)
{
  return figure->unit_canonical != NULL ? figure->unit_canonical : figure->unit;
}

static gboolean
has_figure (const PurportReading *reading, const PurportFigure *figure)
{
  for (guint i = 0; i < reading->figures->len; i++) {
    const PurportFigure *other = &g_array_index (reading->figures, PurportFigure, i);
    if (same_number (figure->value, other->value) && same_number (figure->min, other->min) &&
        same_number (figure->max, other->max) && g_strcmp0 (unit_of (figure), unit_of (other)) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
find_only (const PurportReading *here, const PurportReading *there, PurportOnlyHere *only)
{
  only->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  only->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  only->figures = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < here->claims->len; i++) {
    g_autofree char *words = dup_words (here, i);
    if (!has_claim (there, words))
      g_array_append_val (only->claims, i);
  }
  for (guint i = 0; i < here->sources->len; i++)
    if (!has_source (there, g_array_index (here->sources, PurportSource, i).name))
      g_array_append_val (only->sources, i);
  for (guint i = 0; i < here->figures->len; i++)
    if (!has_figure (there, &g_array_index (here->figures, PurportFigure, i)))
      g_array_append_val (only->figures, i);
}

/* Finds what each of two readings has alone. O(claims × claims). */
void
purport_compare_readings (const PurportReading *first,
                          const PurportReading *second,
                          PurportOnlyHere *only_first,
                          PurportOnlyHere *only_second)
{
  find_only (first, second, only_first);
  find_only (second, first, only_second);
}
