/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in the heads of articles: found, told from prose, written as ISO 8601 has them. */
#include "formats/dates.h"

#include <string.h>

static void
check_iso (const char *line, const char *expected)
{
  PurportDate date;
  g_autofree char *iso = NULL;

  g_assert_true (purport_date_find (line, strlen (line), &date));
  iso = purport_date_to_iso (&date);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_forms (void)
{
  check_iso ("4 March 2019", "2019-03-04");
  check_iso ("March 4, 2019", "2019-03-04");
  check_iso ("Mar. 4, 2019", "2019-03-04");
  check_iso ("Monday, 4th of March 2019", "2019-03-04");
  check_iso ("4TH MARCH 2019, 6:05 PM", "2019-03-04");
  check_iso ("6:05PM March 14, 2019", "2019-03-14");
  check_iso ("PUBLISHED: 06:30, 14 Sept 2019 | UPDATED: 08:00, 15 Sept 2019", "2019-09-14");
  check_iso ("2019-03-04T10:00:00Z", "2019-03-04");
  check_iso ("14/03/2019", "2019-03-14");
  check_iso ("03/14/2019 10:30 AM", "2019-03-14");
  check_iso ("14.3.2019", "2019-03-14");
  check_iso ("Tuesday 14 May 2019 16.03 GMTLast modified on Friday", "2019-05-14");
}

static void
test_incomplete (void)
{
  check_iso ("14 March", NULL);
  check_iso ("March 2019", NULL);
  check_iso ("3 days ago", NULL);
  check_iso ("04/03/2019", NULL); /* either could be the month */
  check_iso ("31 February 2019", NULL);
}

static void
test_none (void)
{
  static const char *const lines[] = { "",     "It may be 5 or 6", "Chapter 12",   "10:30",
                                       "1984", "room 3/4",         "version 1.2.3" };
  PurportDate date;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_false (purport_date_find (lines[i], strlen (lines[i]), &date));
}

static void
test_lines (void)
{
  static const char *const dates[] = {
    "Thursday, March 14, 2019",
    "Updated: Mar 14, 2019 15:02 IST",
    "PUBLISHED: 06:30, Thu, Mar 14, 2019",
    "SCIENCE DESK Updated: Mar 14, 2019",
    "3 hours ago",
    "14 March 2019 • 11:30PM",
  };
  static const char *const prose[] = {
    "The clinic opened on 14 March 2019",
    "On March 14, 2019 the clinic opened its doors.",
    "Plans for March",
    "She was born on 3 May 1961 in Leith and grew up there",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (purport_date_is_line (dates[i], strlen (dates[i])));
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    g_assert_false (purport_date_is_line (prose[i], strlen (prose[i])));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/forms", test_forms);
  g_test_add_func ("/dates/incomplete", test_incomplete);
  g_test_add_func ("/dates/none", test_none);
  g_test_add_func ("/dates/lines", test_lines);
  return g_test_run ();
}
