/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of an article, decoded where nothing that is wrong with them can do harm. */
#pragma once

#include "base/article.h"
#include "formats/bitmap.h"
#include "formats/importer.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_PICTURE_DEFAULT = 0,
  /* The user asked for the pictures of this page: those that only the net has are loaded, one request each. */
  PURPORT_PICTURE_FROM_NET = 1 << 0,
} PurportPictureFlags;

/* Whether only the net has the picture, so that it is loaded with %PURPORT_PICTURE_FROM_NET alone. O(length of its
 * address). */
gboolean purport_picture_is_on_net (const PurportArticle *article, const PurportPicture *picture);

/**
 * purport_picture_load:
 * @importer: what has the worker; it may be used from many threads. One with `n_kept` of 1 saves starting a process for
 * each picture of an article
 * @article: the article, as it was imported (its address and media type say where its pictures are)
 * @picture: one of `article->pictures`
 * @document: (nullable): the bytes that @article was imported from; %NULL: they are read again from `article->uri`,
 * where that is a file
 * @max_width: of the answer, in pixels; larger pictures are made smaller, none is enlarged, and the proportions stay;
 * 1 to %PURPORT_BITMAP_MAX_SIDE
 * @max_height: the same
 * @cancellable: (nullable): cancelling it ends the worker
 *
 * Finds the picture, which is beside a saved page (in its folder or below; nothing outside of it is opened), in the
 * file of the article (EPUB, DOCX, ODT, PDF, MHTML, `data:`), or, if @flags allow it, on the net; and has it decoded by
 * the worker. PNG, JPEG, GIF (its first picture) and WebP are known. Blocks: for a worker thread. Writes to nothing
 * that is shared. O(size of the file and of the picture), which are bounded: 64 MB, 32 million pixels, 20 s.
 *
 * Returns: (transfer full): the picture, or %NULL with a #PurportFormatsError (whose message is one sentence that can
 * be shown in the picture's place) or %G_IO_ERROR_CANCELLED. %PURPORT_FORMATS_ERROR_UNSUPPORTED: it is on the net and
 * nobody asked for it, or of a kind that is not shown; _NOT_FOUND: it is not there; _PERMISSION: it lies outside of the
 * page's folder; _TOO_LARGE; _IO: it is damaged; _WORKER: the program that decodes it could not
 */
PurportBitmap *purport_picture_load (PurportImporter *importer,
                                     const PurportArticle *article,
                                     const PurportPicture *picture,
                                     GBytes *document,
                                     guint max_width,
                                     guint max_height,
                                     PurportPictureFlags flags,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
