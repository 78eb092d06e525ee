/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of an article at their places in the text, or what stands for those that are not shown. */
#pragma once

#include <gtk/gtk.h>

#include "model/document.h"

G_BEGIN_DECLS

typedef struct _PurportArticlePictures PurportArticlePictures;

PurportArticlePictures *purport_article_pictures_new (GtkTextView *view);
void purport_article_pictures_free (PurportArticlePictures *self);
void purport_article_pictures_set (PurportArticlePictures *self, PurportDocument *document);
void purport_article_pictures_update (PurportArticlePictures *self);
void purport_article_pictures_set_room (PurportArticlePictures *self, int width, int height);

G_END_DECLS
