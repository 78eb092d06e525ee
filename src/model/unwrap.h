/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs whose lines somebody broke at a fixed width, shown as paragraphs. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

char *purport_unwrap_text (const PurportArticle *article);

G_END_DECLS
