/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of an article's addresses another program is started for. */
#include "app/browser.h"

static void
test_schemes (void)
{
  static const char *const taken[] = { "https://dale.example/", "HTTP://dale.example", "mailto:desk@dale.example" };
  static const char *const refused[] = { "file:///etc/passwd",
                                         "javascript:alert(1)",
                                         "data:text/html,<p>",
                                         "smb://host/",
                                         "dale.example",
                                         "/etc/passwd",
                                         "",
                                         "https" };

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    g_assert_true (purport_browser_takes (taken[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (purport_browser_takes (refused[i]));
  g_assert_false (purport_browser_takes (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/browser/schemes", test_schemes);
  return g_test_run ();
}
