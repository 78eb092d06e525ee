/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article value: construction, reference counting, and nothing else. */
#include "base/article.h"

#include <string.h>

static void
clear_link (gpointer data)
{
  PurportLink *link = data;
  g_clear_pointer (&link->uri, g_free);
}

static void
clear_picture (gpointer data)
{
  PurportPicture *picture = data;
  g_clear_pointer (&picture->uri, g_free);
  g_clear_pointer (&picture->media_type, g_free);
  g_clear_pointer (&picture->alt, g_free);
  g_clear_pointer (&picture->credit, g_free);
}

/* Returns: (transfer full) (element-type PurportLink): an empty list, which frees what its links own. */
GArray *
purport_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (PurportLink));

  g_array_set_clear_func (links, clear_link);
  return links;
}

/* Returns: (transfer full) (element-type PurportPicture): an empty list, which frees what its pictures own. */
GArray *
purport_pictures_new (void)
{
  GArray *pictures = g_array_new (FALSE, FALSE, sizeof (PurportPicture));

  g_array_set_clear_func (pictures, clear_picture);
  return pictures;
}

/**
 * purport_article_new_take:
 * @text: (transfer full): valid UTF-8 of @n_bytes bytes with a NUL behind them
 * @n_bytes: length in bytes, at most %PURPORT_TEXT_LIMIT_BYTES
 *
 * Makes an article of a text, with no blocks: an importer adds them, and without them the whole text is one paragraph
 * run to the engine.
 *
 * Returns: (transfer full): the article
 */
PurportArticle *
purport_article_new_take (char *text, gsize n_bytes)
{
  PurportArticle *article;

  g_return_val_if_fail (text != NULL && text[n_bytes] == '\0', NULL);
  g_return_val_if_fail (n_bytes <= PURPORT_TEXT_LIMIT_BYTES, NULL);

  article = g_new0 (PurportArticle, 1);
  g_atomic_ref_count_init (&article->ref_count);
  article->text = text;
  article->n_bytes = n_bytes;
  article->bylines = g_new0 (char *, 1);
  article->blocks = g_array_new (FALSE, FALSE, sizeof (PurportBlock));
  article->links = purport_links_new ();
  article->pictures = purport_pictures_new ();
  return article;
}

/**
 * purport_article_new:
 * @text: valid UTF-8
 * @n_bytes: length in bytes, or -1 if @text ends with a NUL
 *
 * As purport_article_new_take(), with a copy of @text.
 *
 * Returns: (transfer full): the article
 */
PurportArticle *
purport_article_new (const char *text, gssize n_bytes)
{
  gsize length = n_bytes < 0 ? strlen (text) : (gsize)n_bytes;
  return purport_article_new_take (g_strndup (text, length), length);
}

PurportArticle *
purport_article_ref (PurportArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  g_atomic_ref_count_inc (&article->ref_count);
  return article;
}

void
purport_article_unref (PurportArticle *article)
{
  if (article == NULL || !g_atomic_ref_count_dec (&article->ref_count))
    return;
  g_free (article->uri);
  g_free (article->media_type);
  g_free (article->language);
  g_free (article->title);
  g_strfreev (article->bylines);
  g_free (article->publisher);
  g_free (article->published);
  g_free (article->text);
  g_array_unref (article->blocks);
  g_array_unref (article->links);
  g_array_unref (article->pictures);
  g_free (article);
}

/* Appends a block; blocks are added in order of their start. */
void
purport_article_add_block (PurportArticle *article, PurportBlockKind kind, PurportSpan span)
{
  PurportBlock block = { kind, span };
  g_return_if_fail (span.end_byte <= article->n_bytes);
  g_array_append_val (article->blocks, block);
}

/* Returns: (transfer full): a copy of the words at @span. */
char *
purport_article_dup_span (const PurportArticle *article, PurportSpan span)
{
  g_return_val_if_fail (span.start_byte <= span.end_byte && span.end_byte <= article->n_bytes, NULL);
  return g_strndup (article->text + span.start_byte, purport_span_length (span));
}
