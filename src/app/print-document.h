/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article set in pages, with marks and an appendix of its claims. */
#pragma once

#include "app/view-state.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_PRINT_PLAIN = 0,
  PURPORT_PRINT_MARKS = 1 << 0,
  PURPORT_PRINT_APPENDIX = 1 << 1,
} PurportPrintFlags;

typedef struct _PurportPrintDocument PurportPrintDocument;

PurportPrintDocument *purport_print_document_new (
    PurportViewState *state, PangoContext *context, double width, double height, PurportPrintFlags flags);
void purport_print_document_free (PurportPrintDocument *self);
int purport_print_document_get_n_pages (const PurportPrintDocument *self);
void purport_print_document_draw (const PurportPrintDocument *self, int page, cairo_t *cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportPrintDocument, purport_print_document_free)

G_END_DECLS
