/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: header bar, tabs with articles, and the first page. */
#pragma once

#include <adwaita.h>

#include "app/article-page.h"
#include "app/palette.h"
#include "app/preferences.h"
#include "model/history.h"
#include "base/article.h"
#include "model/keeper.h"
#include "model/reader.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_WINDOW (purport_window_get_type ())
G_DECLARE_FINAL_TYPE (PurportWindow, purport_window, PURPORT, WINDOW, AdwApplicationWindow)

PurportWindow *purport_window_new (AdwApplication *application,
                                   PurportReader *reader,
                                   PurportPreferences *preferences,
                                   PurportHistory *history);
void purport_window_restore_session (PurportWindow *self);
void purport_window_end_session (PurportWindow *self, GStrvBuilder *uris, guint *n_uris, guint *selected);
void purport_window_open_file (PurportWindow *self, GFile *file);
void purport_window_open_bytes (PurportWindow *self, GBytes *bytes, const char *name);
void purport_window_open_article (PurportWindow *self, PurportArticle *article, PurportSpan span);
void purport_window_say (PurportWindow *self, const char *text);

/* The library; a window without one is private */
void purport_window_set_keeper (PurportWindow *self, PurportKeeper *keeper);
PurportKeeper *purport_window_get_keeper (PurportWindow *self);
PurportReader *purport_window_get_reader (PurportWindow *self);
PurportArticlePage *purport_window_get_article_page (PurportWindow *self);
void purport_window_set_page (PurportWindow *self, PurportPage page);

G_END_DECLS
