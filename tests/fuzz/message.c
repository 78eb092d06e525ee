/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker's answer: what is accepted keeps the promises of an article, and is the same when it is written again. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "formats/article-message.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (PurportArticle) article = purport_article_message_read (data, n_bytes);
  g_autoptr (GByteArray) again = g_byte_array_new ();

  if (article == NULL)
    return 0;
  g_assert_true (g_utf8_validate_len (article->text, article->n_bytes, NULL));
  purport_article_message_write (article, again);
  g_assert_cmpuint (again->len, ==, n_bytes);
  g_assert_true (memcmp (again->data, data, n_bytes) == 0);
  return 0;
}
