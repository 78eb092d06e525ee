/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole of the layer text, over any valid UTF-8. */
#include "fuzz/fuzz.h"

#include "support/words.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *text = g_utf8_make_valid ((const char *)data, (gssize)n_bytes);
  g_autoptr (PurportWords) words = purport_test_read_words (text, -1);

  purport_test_check_words (words);
  return 0;
}
