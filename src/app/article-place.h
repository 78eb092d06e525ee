/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text view stands in its article: what is at its upper edge. */
#pragma once

#include <gtk/gtk.h>

#include "model/place.h"

G_BEGIN_DECLS

gboolean purport_article_place_find (GtkTextView *view, PurportDocument *document, PurportPlace *place);
void purport_article_place_show (GtkTextView *view, PurportDocument *document, const PurportPlace *place);

G_END_DECLS
