/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar under the header that finds words in the article. */
#pragma once

#include "app/article-view.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_FIND_BAR (purport_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PurportFindBar, purport_find_bar, PURPORT, FIND_BAR, GtkWidget)

void purport_find_bar_set_view (PurportFindBar *self, PurportArticleView *view);
void purport_find_bar_set_text (PurportFindBar *self, PurportDisplayText *text);
void purport_find_bar_open (PurportFindBar *self);
void purport_find_bar_close (PurportFindBar *self);
gboolean purport_find_bar_get_open (PurportFindBar *self);
void purport_find_bar_step (PurportFindBar *self, int direction);

G_END_DECLS
