/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which the words of a page are read. */
#pragma once

#include "importers-pdf/pdf-lines.h"

G_BEGIN_DECLS

/* Pages have no more gutters than this that the next one is tried with. */
#define PURPORT_PDF_MAX_GUTTERS 6u

/* A strip between two columns: its middle and its width, in points. */
typedef struct {
  double x;
  double width;
} PurportPdfGutter;

/* What one page leaves to the next; begin with zeros. */
typedef struct {
  guint n_columns; /* so far */
  guint n_gutters; /* of the last page that had any */
  PurportPdfGutter gutters[PURPORT_PDF_MAX_GUTTERS];
} PurportPdfOrder;

void purport_pdf_order_page (PurportPdfOrder *self, const GArray *words, guint page, GArray *lines);

G_END_DECLS
