/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of an e-mail that was saved as a text. */
#pragma once

#include "base/article.h"
#include "formats/text-lines.h"

G_BEGIN_DECLS

guint purport_text_read_letter (PurportArticle *article, GArray *paragraphs);

G_END_DECLS
