/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the claims that the densities "main" and "most" let through. */
#include "model/density.h"

#define MAIN_WORDS 150u

/* Words are runs of anything but white space. */
static guint
count_words (const char *text, PurportSpan span)
{
  const char *end = text + span.end_byte;
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = text + span.start_byte; p < end; p = g_utf8_next_char (p)) {
    gboolean space = (guchar)*p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
    if (!space && !inside)
      n++;
    inside = !space;
  }
  return n;
}

/**
 * purport_density_count_main:
 * @order: (array): the indices of all claims, the most important first
 *
 * O(text).
 *
 * Returns: how many of @order make up 150 words or a sixth of the text, whichever is more; at least one if there is any
 */
guint
purport_density_count_main (const PurportReading *reading, const guint32 *order)
{
  const char *text = reading->article->text;
  guint budget = MAX (MAIN_WORDS, count_words (text, purport_span (0, reading->article->n_bytes)) / 6);
  guint words = 0;

  for (guint i = 0; i < reading->claims->len; i++) {
    words += count_words (text, g_array_index (reading->claims, PurportClaim, order[i]).span);
    if (words > budget)
      return MAX (i, 1u);
  }
  return reading->claims->len;
}

/* Returns: three fifths of @n_claims, rounded up. */
guint
purport_density_count_most (guint n_claims)
{
  return (guint)(((guint64)n_claims * 3 + 4) / 5);
}
