/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks, links and pictures of an article as one text, as the library keeps them. Private to the layer. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

char *purport_layout_dup (const PurportArticle *article);
gboolean purport_layout_apply (PurportArticle *article, const char *layout);

G_END_DECLS
