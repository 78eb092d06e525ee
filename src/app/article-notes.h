/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article page does with notes: its actions, its toasts, the notes in its text. */
#pragma once

#include "app/article-view.h"
#include "app/pane.h"

G_BEGIN_DECLS

typedef struct _PurportArticleNotes PurportArticleNotes;

PurportArticleNotes *
purport_article_notes_new (GtkWidget *page, PurportArticleView *view, PurportPane *pane, PurportViewState *state);
void purport_article_notes_free (PurportArticleNotes *self);

G_END_DECLS
