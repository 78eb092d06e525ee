/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One item a line, its fields separated by tabs: "b KIND START END", "l START END URI", "p AT START END URI TYPE ALT
 * CREDIT". Fields are escaped as in C strings. Offsets are bytes.
 */
#include "store/layout.h"

#include <string.h>

static void
append_field (GString *out, const char *field)
{
  g_autofree char *escaped = g_strescape (field != NULL ? field : "", NULL);
  g_string_append_printf (out, "\t%s", escaped);
}

/* Returns: (transfer full): the blocks, links and pictures of @article. */
char *
purport_layout_dup (const PurportArticle *article)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    g_string_append_printf (out, "b\t%u\t%u\t%u\n", (guint)block->kind, block->span.start_byte, block->span.end_byte);
  }
  for (guint i = 0; i < article->links->len; i++) {
    const PurportLink *link = &g_array_index (article->links, PurportLink, i);
    g_string_append_printf (out, "l\t%u\t%u", link->span.start_byte, link->span.end_byte);
    append_field (out, link->uri);
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < article->pictures->len; i++) {
    const PurportPicture *picture = &g_array_index (article->pictures, PurportPicture, i);
    g_string_append_printf (out, "p\t%u\t%u\t%u", picture->at_byte, picture->caption.start_byte,
                            picture->caption.end_byte);
    append_field (out, picture->uri);
    append_field (out, picture->media_type);
    append_field (out, picture->alt);
    append_field (out, picture->credit);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_boundary (const PurportArticle *article, guint64 byte)
{
  return byte <= article->n_bytes && (article->text[byte] & 0xc0) != 0x80;
}

static gboolean
parse_offset (const PurportArticle *article, const char *field, guint32 *offset)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (field, 10, 0, G_MAXUINT32, &number, NULL) || !is_boundary (article, number))
    return FALSE;
  *offset = (guint32)number;
  return TRUE;
}

static gboolean
parse_span (const PurportArticle *article, char **fields, PurportSpan *span)
{
  return parse_offset (article, fields[0], &span->start_byte) && parse_offset (article, fields[1], &span->end_byte) &&
         span->start_byte <= span->end_byte;
}

static char *
dup_field (const char *field)
{
  return *field != '\0' ? g_strcompress (field) : NULL;
}

static gboolean
apply_block (PurportArticle *article, char **fields)
{
  guint64 kind;
  PurportSpan span;

  if (!g_ascii_string_to_unsigned (fields[1], 10, 0, PURPORT_BLOCK_BOILERPLATE, &kind, NULL) ||
      !parse_span (article, fields + 2, &span))
    return FALSE;
  purport_article_add_block (article, (PurportBlockKind)kind, span);
  return TRUE;
}

static gboolean
apply_link (PurportArticle *article, char **fields)
{
  PurportLink link = { 0 };

  if (!parse_span (article, fields + 1, &link.span))
    return FALSE;
  link.uri = g_strcompress (fields[3]);
  g_array_append_val (article->links, link);
  return TRUE;
}

static gboolean
apply_picture (PurportArticle *article, char **fields)
{
  PurportPicture picture = { 0 };

  if (!parse_offset (article, fields[1], &picture.at_byte) || !parse_span (article, fields + 2, &picture.caption))
    return FALSE;
  picture.uri = g_strcompress (fields[4]);
  picture.media_type = dup_field (fields[5]);
  picture.alt = dup_field (fields[6]);
  picture.credit = dup_field (fields[7]);
  g_array_append_val (article->pictures, picture);
  return TRUE;
}

/* Gives @article, which has none yet, the items of @layout. Returns: %FALSE if they do not fit its text. */
gboolean
purport_layout_apply (PurportArticle *article, const char *layout)
{
  static const struct {
    char letter;
    guint n_fields;
    gboolean (*apply) (PurportArticle *article, char **fields);
  } kinds[] = { { 'b', 4, apply_block }, { 'l', 4, apply_link }, { 'p', 8, apply_picture } };
  g_auto (GStrv) lines = g_strsplit (layout, "\n", -1);

  for (char **line = lines; *line != NULL && **line != '\0'; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, "\t", -1);
    gboolean applied = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      if ((*line)[0] == kinds[i].letter && g_strv_length (fields) == kinds[i].n_fields)
        applied = kinds[i].apply (article, fields);
    if (!applied)
      return FALSE;
  }
  return TRUE;
}
