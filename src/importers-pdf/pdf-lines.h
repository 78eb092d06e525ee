/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF document's pages, with their places. */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * PurportPdfLine:
 * @text: valid UTF-8 without white space at its ends
 * @x0, @y0, @x1, @y1: in points, from the upper left corner of the page
 * @size: of its letters, in points
 * @column: the column it belongs to, counted through the document; set by purport_pdf_order_lines()
 *
 * A piece of a line that no wide gap parts.
 */
typedef struct {
  char *text;
  guint page;
  guint column;
  double x0;
  double y0;
  double x1;
  double y1;
  double size;
  gboolean is_bold;
  gboolean joins_left; /* the rest of a line: what is left of it stands on the same line, behind a gap */
} PurportPdfLine;

GArray *purport_pdf_lines_new (void);
void purport_pdf_lines_add_page (GArray *lines, PopplerPage *page, guint number);
void purport_pdf_lines_drop_running_heads (GArray *lines, const double *page_heights, guint n_pages);
double purport_pdf_lines_find_body_size (const GArray *lines);

G_END_DECLS
