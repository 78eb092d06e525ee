/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags that make the blocks of an article look like what they are. */
#pragma once

#include "app/palette.h"
#include "model/document.h"

G_BEGIN_DECLS

void purport_article_blocks_create_tags (GtkTextBuffer *buffer);
void purport_article_blocks_set_palette (GtkTextBuffer *buffer, const PurportPalette *palette);
void purport_article_blocks_set_spacing (GtkTextBuffer *buffer, int spacing);
void purport_article_blocks_apply (GtkTextBuffer *buffer, const PurportDisplayText *text, const GArray *blocks);

G_END_DECLS
