/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article or an error; an article that would be accepted as the worker's answer, which checks all the rest. */
#include "fuzz/check-article.h"

#include <string.h>

#include "formats/article-message.h"

void
purport_fuzz_check_article (PurportArticle *article, const GError *error)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();
  g_autoptr (PurportArticle) again = NULL;

  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL) {
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return;
  }
  g_assert_true (article->text[article->n_bytes] == '\0');
  g_assert_null (memchr (article->text, '\0', article->n_bytes));
  purport_article_message_write (article, message);
  again = purport_article_message_read (message->data, message->len);
  g_assert_nonnull (again);
}
