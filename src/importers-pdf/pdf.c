/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to lines, lines to reading order, lines to paragraphs, paragraphs to an article with its pictures. */
#include "importers-pdf/pdf.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/error-private.h"
#include "importers-pdf/pdf-flow.h"
#include "importers-pdf/pdf-lines.h"
#include "importers-pdf/pdf-order.h"
#include "importers-pdf/pdf-picture.h"
#include "importers-pdf/pdf-words.h"
#include "importers/article-builder.h"
#include "importers/document-head.h"

#define MAX_PAGES 3000
/* Pictures that are narrower or lower are signs and rules. In points. */
#define MIN_PICTURE_POINTS 40.0
#define MAX_PICTURES 2000u
/* A title is not longer than this, in bytes. */
#define MAX_TITLE_BYTES 300u

typedef struct {
  guint page;
  int id;
  PopplerRectangle area; /* from the upper left corner */
} Picture;

typedef struct {
  GArray *lines;
  GArray *pictures; /* (element-type Picture) */
  double *heights;
  guint n_pages;
  gboolean has_pictures; /* of any size */
} Pages;

/**
 * purport_pdf_open:
 * @display_name: (nullable): what errors call it
 *
 * Returns: (transfer full): the document, or %NULL with %PURPORT_FORMATS_ERROR_PROTECTED or _IO
 */
PopplerDocument *
purport_pdf_open (GBytes *bytes, const char *display_name, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &failure);

  if (document != NULL)
    return document;
  if (g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PROTECTED, display_name,
                               "is protected by a password. Open it in a PDF viewer and print it to a new PDF.");
  else
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_IO, display_name,
                               "is a PDF document that is damaged or not complete. Copy or download it again.");
  return NULL;
}

static void
read_pictures (Pages *self, PopplerPage *page, guint number)
{
  GList *images = poppler_page_get_image_mapping (page);

  for (GList *item = images; item != NULL; item = item->next) {
    const PopplerImageMapping *mapping = item->data;
    Picture picture = { number, mapping->image_id, mapping->area };
    self->has_pictures = TRUE;
    if (picture.area.x2 - picture.area.x1 >= MIN_PICTURE_POINTS &&
        picture.area.y2 - picture.area.y1 >= MIN_PICTURE_POINTS && self->pictures->len < MAX_PICTURES)
      g_array_append_val (self->pictures, picture);
  }
  poppler_page_free_image_mapping (images);
}

static gboolean
read_pages (Pages *self, PopplerDocument *document, const char *display_name, GError **error)
{
  int n_pages = poppler_document_get_n_pages (document);
  PurportPdfOrder order = { 0 };

  if (n_pages > MAX_PAGES) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_TOO_LARGE, display_name,
                               "has more than %d pages, which is the limit. Split it.", MAX_PAGES);
    return FALSE;
  }
  self->n_pages = (guint)MAX (n_pages, 0);
  self->heights = g_new0 (double, self->n_pages + 1u);
  for (guint i = 0; i < self->n_pages; i++) {
    PopplerPage *page = poppler_document_get_page (document, (int)i);
    g_autoptr (GArray) words = NULL;
    double width;
    if (page == NULL)
      continue;
    poppler_page_get_size (page, &width, &self->heights[i]);
    words = purport_pdf_words_new ();
    purport_pdf_words_add_page (words, page);
    purport_pdf_order_page (&order, words, i, self->lines);
    read_pictures (self, page, i);
    g_object_unref (page);
  }
  return TRUE;
}

static gboolean
check_text (const Pages *self, const char *display_name, GError **error)
{
  if (self->lines->len > 0)
    return TRUE;
  if (self->has_pictures)
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name,
                               "is a scanned document: its pages are pictures. Have a program for text recognition "
                               "make a text of it first.");
  else
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_EMPTY, display_name, "is a PDF document without text.");
  return FALSE;
}

/* The paragraph in the largest letters at the top of the first page is the title. */
static void
mark_title (GArray *paragraphs, const GArray *lines, double body_size)
{
  double largest = body_size * 1.2;
  const PurportPdfLine *title = NULL;

  for (guint i = 0; i < lines->len && g_array_index (lines, PurportPdfLine, i).page == 0; i++) {
    const PurportPdfLine *line = &g_array_index (lines, PurportPdfLine, i);
    if (line->size > largest * 1.02 && strlen (line->text) > 3) {
      largest = line->size;
      title = line;
    }
  }
  for (guint i = 0; title != NULL && i < paragraphs->len; i++) {
    PurportPdfParagraph *paragraph = &g_array_index (paragraphs, PurportPdfParagraph, i);
    if (paragraph->page == 0 && paragraph->y0 <= title->y0 && paragraph->y1 >= title->y1 &&
        g_str_has_prefix (paragraph->text->str, title->text) && paragraph->text->len <= MAX_TITLE_BYTES) {
      paragraph->kind = PURPORT_BLOCK_TITLE;
      return;
    }
  }
}

/* How far a paragraph stands from a picture, in points; captions stand closer. */
static double
find_distance (const PurportPdfParagraph *paragraph, const Picture *picture)
{
  double below = paragraph->y0 - picture->area.y2, above = picture->area.y1 - paragraph->y1;

  if (paragraph->page != picture->page)
    return G_MAXDOUBLE;
  if (paragraph->x1 < picture->area.x1 || paragraph->x0 > picture->area.x2)
    return G_MAXDOUBLE;
  return MAX (MAX (below, above), 0.0);
}

/* The blocks have the order of the paragraphs. */
static void
add_pictures (PurportArticleBuilder *out, const GArray *paragraphs, const GArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++) {
    const Picture *picture = &g_array_index (pictures, Picture, i);
    g_autofree char *uri = purport_pdf_dup_picture_address (picture->page + 1, picture->id);
    PurportPicture *added = purport_article_builder_add_picture (out, uri);
    double nearest = 60, y = G_MAXDOUBLE;

    added->at_byte = (guint32)out->text->len;
    for (guint k = 0; k < paragraphs->len && k < out->blocks->len; k++) {
      const PurportPdfParagraph *paragraph = &g_array_index (paragraphs, PurportPdfParagraph, k);
      PurportSpan span = g_array_index (out->blocks, PurportBlock, k).span;
      if (paragraph->kind == PURPORT_BLOCK_CAPTION && find_distance (paragraph, picture) < nearest) {
        nearest = find_distance (paragraph, picture);
        added->caption = span;
      }
      if (paragraph->page == picture->page && paragraph->y0 >= picture->area.y1 && paragraph->y0 < y) {
        y = paragraph->y0;
        added->at_byte = span.start_byte;
      }
    }
    if (!purport_span_is_empty (added->caption))
      added->at_byte = added->caption.start_byte;
  }
}

static int
compare_pictures (gconstpointer one, gconstpointer two)
{
  const PurportPicture *a = one, *b = two;
  return a->at_byte < b->at_byte ? -1 : a->at_byte > b->at_byte;
}

static PurportArticle *
write_article (Pages *self, PurportDocumentInfo *info)
{
  double body_size = purport_pdf_lines_find_body_size (self->lines);
  g_autoptr (GArray) paragraphs = NULL;
  PurportArticleBuilder out;
  PurportArticle *article;

  paragraphs = purport_pdf_make_paragraphs (self->lines, body_size);
  mark_title (paragraphs, self->lines, body_size);
  purport_article_builder_init (&out);
  for (guint i = 0; i < paragraphs->len; i++) {
    const PurportPdfParagraph *paragraph = &g_array_index (paragraphs, PurportPdfParagraph, i);
    purport_article_builder_end_block (&out);
    out.kind = paragraph->kind;
    purport_article_builder_append (&out, paragraph->text->str, paragraph->kind == PURPORT_BLOCK_TABLE);
    purport_article_builder_end_block (&out);
  }
  add_pictures (&out, paragraphs, self->pictures);
  g_array_sort (out.pictures, compare_pictures);
  article = purport_article_builder_finish (&out);
  purport_document_read_head (article, info);
  article->media_type = g_strdup ("application/pdf");
  return article;
}

/* The day on which the file was made is not the one on which its text was published. */
static void
read_info (PopplerDocument *document, PurportDocumentInfo *info)
{
  g_autofree char *author = poppler_document_get_author (document);
  char *title = poppler_document_get_title (document);

  info->title = title != NULL && *title != '\0' && g_utf8_validate (title, -1, NULL) ? title : (g_free (title), NULL);
  if (author != NULL && g_utf8_validate (author, -1, NULL)) {
    g_auto (GStrv) names = g_strsplit_set (author, ",;&", -1);
    for (guint i = 0; names[i] != NULL; i++) {
      const char *name = g_strstrip (names[i]);
      if (purport_byline_is_name (name, strlen (name)))
        purport_document_info_add_creator (info, name);
    }
  }
}

/**
 * purport_pdf_import:
 *
 * Makes an article of a PDF document. O(number of its characters) but for the order of the lines of a page.
 *
 * Returns: (transfer full): the article, or %NULL with a #PurportFormatsError
 */
PurportArticle *
purport_pdf_import (GBytes *bytes, const char *display_name, GError **error)
{
  PopplerDocument *document = purport_pdf_open (bytes, display_name, error);
  PurportDocumentInfo info = { 0 };
  Pages pages = { 0 };
  PurportArticle *article = NULL;

  if (document == NULL)
    return NULL;
  pages.lines = purport_pdf_lines_new ();
  pages.pictures = g_array_new (FALSE, FALSE, sizeof (Picture));
  read_info (document, &info);
  if (read_pages (&pages, document, display_name, error) && check_text (&pages, display_name, error)) {
    purport_pdf_lines_drop_running_heads (pages.lines, pages.heights, pages.n_pages);
    if (check_text (&pages, display_name, error))
      article = write_article (&pages, &info);
  }
  g_array_unref (pages.lines);
  g_array_unref (pages.pictures);
  g_free (pages.heights);
  purport_document_info_clear (&info);
  g_object_unref (document);
  return article;
}
