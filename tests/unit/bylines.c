/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bylines in their many forms, and the lines that only look like one. */
#include "formats/bylines.h"

#include <string.h>

static void
check (const char *line, PurportBylineForm form, const char *names, const char *publisher)
{
  PurportByline byline;
  g_autofree char *found = NULL;

  g_assert_cmpint (purport_byline_parse (line, strlen (line), &byline), ==, form);
  if (form != PURPORT_BYLINE_NONE) {
    g_ptr_array_add (byline.names, NULL);
    found = g_strjoinv (" + ", (char **)byline.names->pdata);
    g_assert_cmpstr (found, ==, names);
    g_assert_cmpstr (byline.publisher, ==, publisher);
  }
  purport_byline_clear (&byline);
}

static void
test_said (void)
{
  check ("By Mira Hale", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
  check ("BY MIRA HALE", PURPORT_BYLINE_SAID, "MIRA HALE", NULL);
  check ("By Mira Hale, Health Editor", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
  check ("Mira Hale Health Editor", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
  check ("By Mira Hale and Tom O’Rourke", PURPORT_BYLINE_SAID, "Mira Hale + Tom O’Rourke", NULL);
  check ("By Mira Hale, Jo van der Meer and Tom O'Rourke", PURPORT_BYLINE_SAID,
         "Mira Hale + Jo van der Meer + Tom O'Rourke", NULL);
  check ("By Mira J. Hale | LEEDS", PURPORT_BYLINE_SAID, "Mira J. Hale", NULL);
  check ("By MIRA HALE SCIENCE CORRESPONDENT FOR THE DAILY ECHO", PURPORT_BYLINE_SAID, "MIRA HALE", "THE DAILY ECHO");
  check ("By Mira HaleHealth reporter, Echo News", PURPORT_BYLINE_SAID, "Mira Hale", "Echo News");
  check ("By Mira Hale March 14", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
  check ("By Mira Hale / Published 14th March 2019", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
  check ("By Daily Echo Reporter", PURPORT_BYLINE_SAID, "Daily Echo Reporter", "Daily Echo");
  check ("Words by Mira Hale", PURPORT_BYLINE_SAID, "Mira Hale", NULL);
}

static void
test_bare (void)
{
  check ("Mira Hale", PURPORT_BYLINE_BARE, "Mira Hale", NULL);
  check ("MIRA HALE", PURPORT_BYLINE_BARE, "MIRA HALE", NULL);
  check ("BYMIRANDA HALE", PURPORT_BYLINE_BARE, "MIRANDA HALE", NULL);
  check ("Mira Hale and Åsa Lind-Berg", PURPORT_BYLINE_BARE, "Mira Hale + Åsa Lind-Berg", NULL);
  check ("Reuters", PURPORT_BYLINE_AGENCY, "Reuters", NULL);
  check ("AFP, Geneva", PURPORT_BYLINE_AGENCY, "AFP", NULL);
}

static void
test_none (void)
{
  static const char *const lines[] = {
    "By then the wells were dry",
    "By 2050 the coast will have moved",
    "By the river",
    "Read More",
    "Getty Images",
    "Related Articles",
    "The clinic said on Monday it would close",
    "Risks and side effects",
    "Election Results",
    "Monday, 4 March",
    "",
    "Sleep",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    check (lines[i], PURPORT_BYLINE_NONE, NULL, NULL);
}

static void
test_labels (void)
{
  g_assert_true (purport_byline_is_role ("Health and Science Correspondent", 32));
  g_assert_false (purport_byline_is_role ("Health and Science", 18));
  g_assert_true (purport_byline_is_handle ("@mira_hale", 10));
  g_assert_false (purport_byline_is_handle ("@mira hale", 10));
  g_assert_true (purport_byline_is_publisher ("echo-online.example", 19));
  g_assert_true (purport_byline_is_publisher ("The Leith Herald", 16));
  g_assert_false (purport_byline_is_publisher ("The herald of spring", 20));
  g_assert_true (purport_byline_is_name ("Mira Hale", 9));
  g_assert_false (purport_byline_is_name ("Read More", 9));
  g_assert_false (purport_byline_is_name ("Mira", 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bylines/said", test_said);
  g_test_add_func ("/bylines/bare", test_bare);
  g_test_add_func ("/bylines/none", test_none);
  g_test_add_func ("/bylines/labels", test_labels);
  return g_test_run ();
}
