/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a plain text, and the paragraphs that they make. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

/**
 * PurportParagraph:
 * @span: from the first byte of its first line to the last of its last, without the white space around
 * @blank_before: an empty line stands before it
 * @kind: what it is; the lines know nothing of it and leave PURPORT_BLOCK_PARAGRAPH
 */
typedef struct {
  PurportSpan span;
  gboolean blank_before;
  PurportBlockKind kind;
} PurportParagraph;

GArray *purport_text_split_paragraphs (const char *text, gsize n_bytes);

gboolean purport_text_ends_sentence (const char *text, PurportSpan span);
gboolean purport_text_starts_lower (const char *text, PurportSpan span);
gboolean purport_text_starts_item (const char *text, PurportSpan span);
void
purport_text_split_paragraph (GArray *paragraphs, const char *text, guint index, gsize at_byte, PurportBlockKind kind);
PurportSpan purport_text_trim (const char *text, gsize start_byte, gsize end_byte);

G_END_DECLS
