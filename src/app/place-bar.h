/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say of the place under the pointer or at the caret: a link's address, a repair. */
#pragma once

#include "app/article-view.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_PLACE_BAR (purport_place_bar_get_type ())
G_DECLARE_FINAL_TYPE (PurportPlaceBar, purport_place_bar, PURPORT, PLACE_BAR, GtkWidget)

void purport_place_bar_set_view (PurportPlaceBar *self, PurportArticleView *view);

G_END_DECLS
