/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a plain text: title, bylines, date, publisher. */
#pragma once

#include "base/article.h"
#include "formats/text-lines.h"

G_BEGIN_DECLS

guint purport_text_read_head (PurportArticle *article, GArray *paragraphs);
void purport_text_read_tail (PurportArticle *article, GArray *paragraphs);

G_END_DECLS
