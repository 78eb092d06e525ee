/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was broken at a fixed width is shown as paragraphs; what is copied is the file's. */
#include <string.h>

#include "formats/text.h"
#include "model/display-text.h"

#define WRAPPED                                                                                                        \
  "People who wore socks in bed fell asleep seven minutes earlier, a small\n"                                          \
  "trial in Leith has found. It was published on Thursday, and nobody knows\n"                                         \
  "yet what it means for other people.\n"
#define VERSE "Warm feet in the morning,\nwarm feet in the night,\nnobody gave warning\nof the cold and light.\n"

static PurportArticle *
import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return purport_text_import (bytes, PURPORT_DECODE_CHARACTERS, NULL, NULL);
}

static void
check_shown (const char *text, const char *expected)
{
  g_autoptr (PurportArticle) article = import (text);
  PurportDisplayText *shown = purport_display_text_new (article);
  gsize n_bytes, n_original;
  const char *words = purport_display_text_get_text (shown, &n_bytes);
  g_autofree char *original =
      purport_display_text_dup_original (shown, 0, (guint)g_utf8_strlen (text, -1), &n_original);

  g_assert_cmpuint (n_bytes, ==, strlen (expected));
  g_assert_true (memcmp (words, expected, n_bytes) == 0);
  g_assert_cmpstr (original, ==, text);
  purport_display_text_unref (shown);
}

static void
test_wrapped (void)
{
  check_shown (WRAPPED "\n" WRAPPED, "People who wore socks in bed fell asleep seven minutes earlier, a small "
                                     "trial in Leith has found. It was published on Thursday, and nobody knows "
                                     "yet what it means for other people.\n\n"
                                     "People who wore socks in bed fell asleep seven minutes earlier, a small "
                                     "trial in Leith has found. It was published on Thursday, and nobody knows "
                                     "yet what it means for other people.\n");
}

static void
test_as_it_is (void)
{
  check_shown (VERSE, VERSE);
  check_shown ("One line.\n\nAnother one.\n", "One line.\n\nAnother one.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unwrap/wrapped", test_wrapped);
  g_test_add_func ("/unwrap/as-it-is", test_as_it_is);
  return g_test_run ();
}
