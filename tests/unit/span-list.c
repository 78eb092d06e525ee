/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short list of spans: none, one and many, in order, freed. */
#include "base/span-list.h"

static void
test_appending (void)
{
  PurportSpanList list = { 0 };

  g_assert_cmpuint (list.len, ==, 0);
  for (guint n = 1; n <= 100; n++) {
    purport_span_list_append (&list, purport_span (10 * n, 10 * n + n));
    g_assert_cmpuint (list.len, ==, n);
    for (guint i = 0; i < n; i++)
      g_assert_true (purport_span_equal (purport_span_list_get (&list, i), purport_span (10 * (i + 1), 11 * (i + 1))));
  }
  purport_span_list_clear (&list);
  g_assert_cmpuint (list.len, ==, 0);
  purport_span_list_append (&list, purport_span (3, 4));
  g_assert_cmpuint (purport_span_list_get_all (&list)->start_byte, ==, 3);
  purport_span_list_clear (&list);
}

static void
test_sorting (void)
{
  PurportSpanList list = { 0 };

  purport_span_list_sort (&list);
  purport_span_list_append (&list, purport_span (70, 80));
  purport_span_list_sort (&list);
  g_assert_cmpuint (purport_span_list_get (&list, 0).start_byte, ==, 70);
  purport_span_list_append (&list, purport_span (5, 9));
  purport_span_list_append (&list, purport_span (30, 40));
  purport_span_list_sort (&list);
  g_assert_cmpuint (purport_span_list_get (&list, 0).start_byte, ==, 5);
  g_assert_cmpuint (purport_span_list_get (&list, 1).start_byte, ==, 30);
  g_assert_cmpuint (purport_span_list_get (&list, 2).end_byte, ==, 80);
  purport_span_list_clear (&list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-list/appending", test_appending);
  g_test_add_func ("/span-list/sorting", test_sorting);
  return g_test_run ();
}
