/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article's selection for the primary clipboard: the words of the file, fetched when somebody asks. */
#pragma once

#include "app/article-view.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_SELECTION_CONTENT (purport_selection_content_get_type ())
G_DECLARE_FINAL_TYPE (
    PurportSelectionContent, purport_selection_content, PURPORT, SELECTION_CONTENT, GdkContentProvider)

GdkContentProvider *purport_selection_content_new (PurportArticleView *view);

G_END_DECLS
