/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paragraphs of a plain text are: head matter, headings, lists, quotations, captions, clutter. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

void purport_text_find_blocks (PurportArticle *article);

G_END_DECLS
