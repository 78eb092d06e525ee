/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the keeper about one article: whether it is kept, and what the reader wrote on it. */
#pragma once

#include "base/reading.h"
#include "model/keeper.h"

G_BEGIN_DECLS

/**
 * PurportKept:
 * @id: the article's number in the library
 * @is_new: it was not in the library before
 * @by_hand: kept by hand; otherwise for its annotations
 * @annotations: (nullable) (element-type PurportAnnotation): in order, placed in the text that was asked with
 *
 * An article that is in the library.
 */
typedef struct {
  gint64 id;
  gboolean is_new;
  gboolean by_hand;
  GPtrArray *annotations;
} PurportKept;

void purport_keeping_look (PurportKeeper *keeper,
                           PurportArticle *article,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void purport_keeping_save (PurportKeeper *keeper,
                           PurportArticle *article,
                           PurportReading *reading,
                           const PurportAnnotation *annotation,
                           gboolean by_hand,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
PurportKept *purport_keeping_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error);

/* Answered with purport_keeping_change_finish(). Removed for good when the program ends. */
void
purport_keeping_remove_note (PurportKeeper *keeper, const char *uuid, GAsyncReadyCallback callback, gpointer user_data);
void purport_keeping_remove_article (
    PurportKeeper *keeper, gint64 id, gboolean restore, GAsyncReadyCallback callback, gpointer user_data);
void purport_keeping_purge (PurportKeeper *keeper);
gboolean purport_keeping_change_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error);

void purport_kept_free (PurportKept *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportKept, purport_kept_free)

G_END_DECLS
