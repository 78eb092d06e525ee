/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slim strip beside the scroll bar: where in the whole article claims and hits are. */
#pragma once

#include "app/article-view.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_ARTICLE_STRIP (purport_article_strip_get_type ())
G_DECLARE_FINAL_TYPE (PurportArticleStrip, purport_article_strip, PURPORT, ARTICLE_STRIP, GtkWidget)

void purport_article_strip_set_view (PurportArticleStrip *self, PurportArticleView *view);

G_END_DECLS
