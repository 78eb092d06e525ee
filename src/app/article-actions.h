/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the place in the article at which the caret stands: the actions of its menu. */
#pragma once

#include "app/article-page.h"

G_BEGIN_DECLS

void purport_article_actions_install (GtkWidgetClass *page_class);
void purport_article_actions_update (PurportArticlePage *page);
GtkWidget *purport_article_menu_new (PurportArticlePage *page);

G_END_DECLS
