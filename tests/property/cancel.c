/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading that is cancelled leaves nothing behind: an error, no reading, and the article as it was. */
#include "data/engine-data.h"

#include <string.h>

static void
test_cancelled (void)
{
  static const char text[] = "Warm feet help, said Ingrid Solberg.\nThey slept 7 minutes longer.\n";
  const gint cancelled = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (&error);
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);
  g_autoptr (PurportReading) reading = NULL;

  g_assert_no_error (error);
  purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (0, strlen (text) - 1));
  reading = purport_engine_read (engine, article, &cancelled, &error);
  g_assert_null (reading);
  g_assert_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_CANCELLED);
  g_assert_cmpstr (article->text, ==, text);
  g_assert_cmpuint (article->blocks->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cancelled", test_cancelled);
  return g_test_run ();
}
