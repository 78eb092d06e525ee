/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One tab: a document with its article view, find bar and pane, or the page that says why it could not be opened. */
#pragma once

#include "app/article-view.h"
#include "app/palette.h"
#include "app/preferences.h"
#include "app/view-state.h"
#include "model/history.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_ARTICLE_PAGE (purport_article_page_get_type ())
G_DECLARE_FINAL_TYPE (PurportArticlePage, purport_article_page, PURPORT, ARTICLE_PAGE, GtkWidget)

PurportArticlePage *purport_article_page_new (PurportDocument *document,
                                              PurportNotebook *notebook,
                                              PurportPreferences *preferences,
                                              PurportHistory *history);
PurportNotebook *purport_article_page_get_notebook (PurportArticlePage *self);
void purport_article_page_show_bytes (PurportArticlePage *self, PurportSpan span);
PurportDocument *purport_article_page_get_document (PurportArticlePage *self);
gboolean purport_article_page_is_private (PurportArticlePage *self);
PurportArticleView *purport_article_page_get_view (PurportArticlePage *self);
PurportViewState *purport_article_page_get_state (PurportArticlePage *self);
void purport_article_page_set_page (PurportArticlePage *self, PurportPage page);
void purport_article_page_find (PurportArticlePage *self, int direction);
void purport_article_page_remember (PurportArticlePage *self);
void purport_article_page_font_changed (PurportArticlePage *self);

G_END_DECLS
