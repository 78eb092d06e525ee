/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under the title counts more than what the file declares: programs fill that in by themselves. */
#include "importers/document-head.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/dates.h"
#include "formats/error-private.h"
#include "importers/html-title.h"

/* The head has so many blocks at most, and each is so long, in bytes. */
#define MAX_HEAD 6u
#define MAX_LINE_BYTES 160u
#define MAX_TITLE_BYTES 300u

void
purport_document_info_clear (PurportDocumentInfo *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->creators, g_ptr_array_unref);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->language, g_free);
}

void
purport_document_info_add_creator (PurportDocumentInfo *self, const char *name)
{
  if (self->creators == NULL)
    self->creators = g_ptr_array_new_with_free_func (g_free);
  if (*name != '\0')
    g_ptr_array_add (self->creators, g_strdup (name));
}

/* "report_final.docx", "Microsoft Word - report": what programs write into the title. */
static gboolean
is_file_name (const char *title)
{
  static const char *const ends[] = { ".doc", ".docx", ".odt", ".pdf", ".tex", ".indd", ".qxd", ".rtf", ".md", ".dvi" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (title, ends[i]))
      return TRUE;
  return g_str_has_prefix (title, "Microsoft Word - ") || strchr (title, ' ') == NULL;
}

static PurportBlock *
get (const PurportArticle *article, guint i)
{
  return &g_array_index (article->blocks, PurportBlock, i);
}

/* The block that is the title: one that is marked so, one that says what is declared, the first heading. */
static guint
find_title (const PurportArticle *article, const PurportDocumentInfo *info)
{
  guint heading = G_MAXUINT;

  for (guint i = 0; i < article->blocks->len && i < MAX_HEAD; i++) {
    g_autofree char *line = purport_article_dup_span (article, get (article, i)->span);
    if (get (article, i)->kind == PURPORT_BLOCK_TITLE ||
        (info->title != NULL && purport_html_same_words (line, info->title)))
      return i;
    if (get (article, i)->kind == PURPORT_BLOCK_HEADING && heading == G_MAXUINT && strlen (line) <= MAX_TITLE_BYTES)
      heading = i;
  }
  return heading <= 2 && (info->title == NULL || is_file_name (info->title)) ? heading : G_MAXUINT;
}

static char *
dup_day (const char *text)
{
  PurportDate date;
  return text != NULL && purport_date_find (text, strlen (text), &date) ? purport_date_to_iso (&date) : NULL;
}

static gboolean
read_byline (const char *line, GPtrArray *bylines)
{
  PurportByline byline;
  gboolean said = purport_byline_parse (line, strlen (line), &byline) == PURPORT_BYLINE_SAID;

  for (guint i = 0; said && i < byline.names->len; i++)
    g_ptr_array_add (bylines, g_strdup (byline.names->pdata[i]));
  purport_byline_clear (&byline);
  return said;
}

static void
read_line (PurportArticle *article, PurportBlock *block, GPtrArray *bylines)
{
  g_autofree char *line = purport_article_dup_span (article, block->span);

  if (strlen (line) > MAX_LINE_BYTES || block->kind != PURPORT_BLOCK_PARAGRAPH)
    return;
  if (purport_date_is_line (line, strlen (line)))
    block->kind = PURPORT_BLOCK_DATE;
  else if (bylines->len == 0 && read_byline (line, bylines))
    block->kind = PURPORT_BLOCK_BYLINE;
  if (block->kind != PURPORT_BLOCK_PARAGRAPH && article->published == NULL)
    article->published = dup_day (line);
}

/**
 * purport_document_read_head:
 * @article: an article that nobody else has seen yet, with its blocks
 *
 * Finds title, bylines and date, and gives the blocks that hold them their kinds. O(1).
 */
void
purport_document_read_head (PurportArticle *article, const PurportDocumentInfo *info)
{
  guint title = find_title (article, info), first = title == G_MAXUINT ? 0 : title + 1;
  g_autoptr (GPtrArray) bylines = g_ptr_array_new_with_free_func (g_free);

  if (title != G_MAXUINT) {
    get (article, title)->kind = PURPORT_BLOCK_TITLE;
    article->title = purport_article_dup_span (article, get (article, title)->span);
    g_strdelimit (article->title, "\n\t", ' ');
  } else if (info->title != NULL && *info->title != '\0' && !is_file_name (info->title)) {
    article->title = g_strdup (info->title);
  }
  for (guint i = first; i < article->blocks->len && i < first + MAX_HEAD; i++)
    read_line (article, get (article, i), bylines);
  if (bylines->len == 0 && info->creators != NULL)
    for (guint i = 0; i < info->creators->len; i++)
      g_ptr_array_add (bylines, g_strdup (info->creators->pdata[i]));
  purport_article_builder_set_bylines (article, bylines);
  if (article->published == NULL)
    article->published = dup_day (info->date);
  article->publisher = g_strdup (info->publisher);
}

/* Returns: (transfer full): the article in @builder with its head read; %NULL with an error if there is no text. */
PurportArticle *
purport_document_finish (PurportArticleBuilder *builder,
                         const PurportDocumentInfo *info,
                         const char *display_name,
                         GError **error)
{
  PurportArticle *article;

  if (builder->blocks->len == 0) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is a document without text; it may consist of pictures.");
    return NULL;
  }
  article = purport_article_builder_finish (builder);
  purport_document_read_head (article, info);
  return article;
}
