/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ordered lines to the paragraphs of an article. */
#pragma once

#include "base/article.h"
#include "importers-pdf/pdf-lines.h"

G_BEGIN_DECLS

/**
 * PurportPdfParagraph:
 * @text: owned
 * @page, @y0, @y1: where its first line stands and its last one on that page ends
 */
typedef struct {
  PurportBlockKind kind;
  GString *text;
  guint page;
  double x0;
  double y0;
  double x1;
  double y1;
} PurportPdfParagraph;

GArray *purport_pdf_make_paragraphs (const GArray *lines, double body_size);

G_END_DECLS
