/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article page from within: for the files that it is made of. */
#pragma once

#include <adwaita.h>

#include "app/article-notes.h"
#include "app/article-page.h"
#include "app/article-strip.h"
#include "app/file-bar.h"
#include "app/find-bar.h"
#include "app/pane.h"
#include "app/place-bar.h"
#include "app/split-view.h"

G_BEGIN_DECLS

struct _PurportArticlePage {
  GtkWidget parent_instance;
  GtkStack *stack;
  AdwStatusPage *error_page;
  PurportFindBar *find_bar;
  PurportSplitView *split;
  AdwClampScrollable *clamp;
  PurportArticleView *view;
  PurportArticleStrip *strip;
  PurportPlaceBar *place_bar;
  PurportFileBar *file_bar;
  GtkWidget *menu;
  GtkWidget *progress;
  GtkProgressBar *progress_bar;
  PurportPane *pane;
  PurportDocument *document;
  PurportViewState *state;
  PurportPreferences *preferences;
  PurportHistory *history; /* NULL: nothing is kept */
  PurportPlace place;      /* where the text is to be shown first */
  gboolean place_waits;    /* for the first frame, without which the text has no lines to scroll to */
  PurportArticleNotes *notes;
  guint pulse_id;
  gboolean has_reload_place;  /* @place is where reading stood in the text that is loaded again */
  gboolean reloading;         /* the old text shows until the new one is there, which is to begin with that place */
  GdkFrameClock *frame_clock; /* while the first frame with the text is waited for */
};

/* article-loading.c */
void purport_article_page_follow_document (PurportArticlePage *self);
void purport_article_page_stop_loading (PurportArticlePage *self);
void purport_article_page_cancel (PurportArticlePage *self);
void purport_article_page_reload (PurportArticlePage *self);

G_END_DECLS
