/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF document in reading order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportPdfLine:
 * @text: valid UTF-8 without white space at its ends; a tab stands for a gap as between the cells of a table
 * @page: from 0
 * @column: counted through the document, in reading order
 * @x0, @y0, @x1, @y1: in points, from the upper left corner of the page
 * @size: of its letters, in points
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
} PurportPdfLine;

GArray *purport_pdf_lines_new (void);
void purport_pdf_lines_drop_running_heads (GArray *lines, const double *page_heights, guint n_pages);
double purport_pdf_lines_find_body_size (const GArray *lines);

G_END_DECLS
