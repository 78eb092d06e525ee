/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks are told by their words: where some were added or taken away before it, the nearest one with the same words
 * is the same block. A checksum is kept and not the words, which are nobody's business once the article is closed.
 */
#include "model/place.h"

static guint
check_block (PurportDocument *document, const PurportDocumentBlock *block)
{
  const PurportDisplayText *text = purport_document_get_text (document);
  const PurportCodePoints *code_points = purport_display_text_get_code_points (text);
  const char *words = purport_display_text_get_article (text)->text;
  guint32 start = purport_code_points_to_byte (code_points, block->start);
  guint32 end = purport_code_points_to_byte (code_points, block->end), check = 5381;

  for (guint32 i = start; i < end; i++)
    check = check * 33 + (guchar)words[i];
  return check;
}

/**
 * purport_place_find:
 * @code_point: in the article's text
 * @place: (out): where that is
 *
 * O(log blocks + the block).
 *
 * Returns: whether @document has a text with blocks
 */
gboolean
purport_place_find (PurportDocument *document, guint code_point, PurportPlace *place)
{
  const GArray *blocks = purport_document_get_blocks (document);
  const PurportDocumentBlock *block;
  guint low = 0, high;

  if (blocks == NULL || blocks->len == 0)
    return FALSE;
  /* The last block that begins at or before it. */
  for (high = blocks->len; high - low > 1;) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (blocks, PurportDocumentBlock, middle).start <= code_point)
      low = middle;
    else
      high = middle;
  }
  block = &g_array_index (blocks, PurportDocumentBlock, low);
  place->block = low;
  place->offset = code_point > block->start ? MIN (code_point, block->end) - block->start : 0;
  place->check = check_block (document, block);
  return TRUE;
}

/* Returns: the nearest block with the same words, or else the block of the same number, or else the last. */
static guint
find_block (PurportDocument *document, const GArray *blocks, const PurportPlace *place)
{
  guint at = MIN (place->block, blocks->len - 1);

  for (guint away = 0; away < blocks->len; away++) {
    if (away <= at && check_block (document, &g_array_index (blocks, PurportDocumentBlock, at - away)) == place->check)
      return at - away;
    if (at + away < blocks->len &&
        check_block (document, &g_array_index (blocks, PurportDocumentBlock, at + away)) == place->check)
      return at + away;
  }
  return at;
}

/**
 * purport_place_locate:
 * @code_point: (out): where @place is now
 *
 * O(log blocks) for an article that is as it was, else O(text).
 *
 * Returns: whether @document has a text with blocks
 */
gboolean
purport_place_locate (PurportDocument *document, const PurportPlace *place, guint *code_point)
{
  const GArray *blocks = purport_document_get_blocks (document);
  const PurportDocumentBlock *block;

  if (blocks == NULL || blocks->len == 0)
    return FALSE;
  block = &g_array_index (blocks, PurportDocumentBlock, find_block (document, blocks, place));
  *code_point = block->start + MIN (place->offset, block->end - block->start);
  return TRUE;
}
