/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article of any size, for measurements. */
#include "bench/repeated.h"

#include <string.h>

/* Returns: (transfer full): an article of @text, whose paragraphs stand between empty lines. */
PurportArticle *
purport_bench_new_article (const GString *text)
{
  PurportArticle *article = purport_article_new (text->str, (gssize)text->len);

  for (gsize i = 0; i < text->len;) {
    const char *end = strstr (text->str + i, "\n\n");
    gsize to = end != NULL ? (gsize)(end - text->str) : text->len;
    if (to > i)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH, purport_span (i, to));
    i = to + 2;
  }
  return article;
}
