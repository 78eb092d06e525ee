/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the pictures of one article in threads, with one worker for all of them. */
#pragma once

#include <gio/gio.h>

#include "base/article.h"
#include "formats/bitmap.h"

G_BEGIN_DECLS

typedef struct _PurportPictureLoader PurportPictureLoader;

PurportPictureLoader *purport_picture_loader_new (const PurportArticle *article);
void purport_picture_loader_unref (PurportPictureLoader *self);
gboolean purport_picture_loader_is_on_net (const PurportPictureLoader *self, guint index);
void purport_picture_loader_load_async (PurportPictureLoader *self,
                                        guint index,
                                        guint max_width,
                                        guint max_height,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
PurportBitmap *purport_picture_loader_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportPictureLoader, purport_picture_loader_unref)

G_END_DECLS
