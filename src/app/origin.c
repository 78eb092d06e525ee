/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles have their day as 2026-03-12, which sorts well; people read it in the words of their language. */
#include "config.h"

#include "app/origin.h"

#include <stdio.h>

#include <glib/gi18n.h>

/**
 * purport_origin_dup_day:
 * @iso: (nullable): a day, a month or a year as ISO 8601 has it
 *
 * Returns: (transfer full) (nullable): the same in the reader's language; what is no such date, as it is; %NULL for
 *   %NULL
 */
char *
purport_origin_dup_day (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  int year = 0, month = 0, day = 0, n_bytes = 0;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d%n", &year, &month, &day, &n_bytes) != 3 || iso[n_bytes] != '\0')
    return g_strdup (iso);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (date == NULL)
    return g_strdup (iso);
  /* Translators: the day on which an article came out, as g_date_time_format() takes it: 12 March 2026 */
  return g_date_time_format (date, C_ ("day of an article", "%-e %B %Y"));
}

/* Returns: (transfer full) (nullable): publisher and day of the article, as far as it gives them. */
char *
purport_origin_dup (PurportDocument *document)
{
  g_autoptr (PurportArticle) article = purport_document_dup_article (document);
  g_autofree char *day = article != NULL ? purport_origin_dup_day (article->published) : NULL;

  if (article == NULL || article->publisher == NULL)
    return g_steal_pointer (&day);
  return day != NULL ? g_strdup_printf ("%s · %s", article->publisher, day) : g_strdup (article->publisher);
}
