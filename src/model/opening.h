/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a long article as an article of its own, which is read before the whole. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

guint32 purport_opening_choose (const PurportArticle *article, guint32 last);
PurportArticle *purport_opening_new (const PurportArticle *article, guint32 n_bytes);

G_END_DECLS
