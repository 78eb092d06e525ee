/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers in PDF for the tests: set in columns, with running heads, headings, footnotes, captions and hyphens. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_PAPER_TITLE,     /* across all columns, large */
  PURPORT_PAPER_AUTHORS,   /* across all columns */
  PURPORT_PAPER_HEADING,   /* bold */
  PURPORT_PAPER_PARAGRAPH, /* indented and justified; a soft hyphen may become a hyphen at a line's end */
  PURPORT_PAPER_CAPTION,   /* smaller, with a picture above it */
  PURPORT_PAPER_FOOTNOTE,  /* smaller, at the foot of the column that comes next to its end */
} PurportPaperKind;

typedef struct {
  PurportPaperKind kind;
  const char *text;
} PurportPaperPart;

GBytes *purport_test_make_paper (const PurportPaperPart *parts, guint n_parts, guint n_columns);
GBytes *purport_test_make_scan (void);

G_END_DECLS
