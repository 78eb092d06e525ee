/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a PDF document's pages, with their places. */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * PurportPdfWord:
 * @text: valid UTF-8 without white space
 * @x0, @y0, @x1, @y1: in points, from the upper left corner of the page
 * @size: of its letters, in points
 */
typedef struct {
  char *text;
  double x0;
  double y0;
  double x1;
  double y1;
  double size;
  gboolean is_bold;
} PurportPdfWord;

GArray *purport_pdf_words_new (void);
void purport_pdf_words_add_page (GArray *words, PopplerPage *page);

G_END_DECLS
