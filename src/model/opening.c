/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A book takes a minute to read, and its first pages no time at all. Each opening is sixteen times as long as the one
 * before it, so that all of them together cost little beside the whole.
 */
#include "model/opening.h"

#define FIRST_BYTES (64u * 1024u)
#define GROWTH 16u
/* An opening that is no shorter than this share of the text is not worth it. */
#define SHARE 3u

/* Returns: how long the opening behind one of @last bytes (0: the first one) is to be; 0: the whole comes next. */
guint32
purport_opening_choose (const PurportArticle *article, guint32 last)
{
  guint32 next = last == 0 ? FIRST_BYTES : last * GROWTH;

  return next < article->n_bytes / SHARE ? next : 0;
}

/* Where the last block ends that ends within @n_bytes; inside of a longer one, behind a space. */
static guint32
find_end (const PurportArticle *article, guint32 n_bytes)
{
  guint32 end = 0;

  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    if (block->span.end_byte > n_bytes)
      break;
    end = block->span.end_byte;
  }
  if (end > 0)
    return end;
  while (n_bytes > 0 && !g_ascii_isspace (article->text[n_bytes - 1]))
    n_bytes--;
  return n_bytes;
}

static void
copy_blocks (const PurportArticle *article, PurportArticle *opening)
{
  for (guint i = 0; i < article->blocks->len; i++) {
    PurportBlock block = g_array_index (article->blocks, PurportBlock, i);
    if (block.span.start_byte >= opening->n_bytes)
      break;
    block.span.end_byte = MIN (block.span.end_byte, (guint32)opening->n_bytes);
    purport_article_add_block (opening, block.kind, block.span);
  }
}

static void
copy_links (const PurportArticle *article, PurportArticle *opening)
{
  for (guint i = 0; i < article->links->len; i++) {
    const PurportLink *link = &g_array_index (article->links, PurportLink, i);
    PurportLink copy = { link->span, NULL };
    if (link->span.end_byte > opening->n_bytes)
      break;
    copy.uri = g_strdup (link->uri);
    g_array_append_val (opening->links, copy);
  }
}

/**
 * purport_opening_new:
 * @n_bytes: how long it may be; less than the article
 *
 * Offsets in it are those of the article. O(@n_bytes).
 *
 * Returns: (transfer full): the article's blocks up to there, without pictures
 */
PurportArticle *
purport_opening_new (const PurportArticle *article, guint32 n_bytes)
{
  PurportArticle *opening = purport_article_new (article->text, (gssize)find_end (article, n_bytes));

  opening->uri = g_strdup (article->uri);
  opening->media_type = g_strdup (article->media_type);
  opening->language = g_strdup (article->language);
  opening->title = g_strdup (article->title);
  opening->publisher = g_strdup (article->publisher);
  opening->published = g_strdup (article->published);
  g_strfreev (opening->bylines);
  opening->bylines = g_strdupv (article->bylines);
  copy_blocks (article, opening);
  copy_links (article, opening);
  return opening;
}
