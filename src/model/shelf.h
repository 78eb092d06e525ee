/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the keeper across articles: lists, searches, a source's words, two articles side by side. */
#pragma once

#include "model/keeper.h"
#include "model/reader.h"

G_BEGIN_DECLS

/* One article beside another: what only it has, in words. */
typedef struct {
  char *title;
  GPtrArray *claims;  /* (element-type utf8) */
  GPtrArray *sources; /* (element-type utf8) */
  GPtrArray *figures; /* (element-type utf8) */
} PurportOnlyIn;

typedef struct {
  PurportOnlyIn sides[2];
} PurportComparing;

/* Answers: a GListModel of PurportShelfItem; NULL where there is no library. */
void purport_shelf_list (PurportKeeper *keeper, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void purport_shelf_search (
    PurportKeeper *keeper, const char *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void purport_shelf_said_by (
    PurportKeeper *keeper, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void purport_shelf_similar (PurportKeeper *keeper,
                            gint64 article,
                            const char *claim,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
GListModel *purport_shelf_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error);

/* Answer: taken with the function beside it */
void purport_shelf_get_article (PurportKeeper *keeper, gint64 id, GAsyncReadyCallback callback, gpointer data);
PurportArticle *purport_shelf_get_article_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error);
void purport_shelf_compare (PurportKeeper *keeper,
                            PurportReader *reader,
                            const gint64 ids[2],
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
PurportComparing *purport_shelf_compare_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error);
void purport_comparing_free (PurportComparing *comparing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportComparing, purport_comparing_free)

G_END_DECLS
