/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's text as a text view can show it: very long lines are broken, pictures have lines, every offset maps
 * back. */
#pragma once

#include "base/article.h"
#include "base/code-points.h"

G_BEGIN_DECLS

typedef struct _PurportDisplayText PurportDisplayText;

PurportDisplayText *purport_display_text_new (PurportArticle *article);
PurportDisplayText *purport_display_text_ref (PurportDisplayText *self);
void purport_display_text_unref (PurportDisplayText *self);

const PurportArticle *purport_display_text_get_article (const PurportDisplayText *self);
const char *purport_display_text_get_text (const PurportDisplayText *self, gsize *n_bytes);
const PurportCodePoints *purport_display_text_get_code_points (const PurportDisplayText *self);
guint purport_display_text_from_article (const PurportDisplayText *self, guint code_point);
guint purport_display_text_end_from_article (const PurportDisplayText *self, guint code_point);
guint purport_display_text_get_picture (const PurportDisplayText *self, guint index);
guint purport_display_text_to_article (const PurportDisplayText *self, guint shown);
char *purport_display_text_dup_original (const PurportDisplayText *self, guint start, guint end, gsize *n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportDisplayText, purport_display_text_unref)

G_END_DECLS
