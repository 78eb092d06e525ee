/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What importers write an article into: one block after the other, with an empty line between them. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

/**
 * PurportArticleBuilder:
 * @kind: of the block that is being written
 * @block_start: where it began, in bytes
 * @space: white space stands before the next word
 *
 * A plain value. Its members may be read by whoever writes, and @kind be set.
 */
typedef struct {
  GString *text;
  GArray *blocks;   /* (element-type PurportBlock) */
  GArray *links;    /* (element-type PurportLink) */
  GArray *pictures; /* (element-type PurportPicture) */
  PurportBlockKind kind;
  gsize block_start;
  guint first_link; /* of the block */
  gboolean space;
} PurportArticleBuilder;

void purport_article_builder_init (PurportArticleBuilder *self);
void purport_article_builder_clear (PurportArticleBuilder *self);
gboolean purport_article_builder_is_full (const PurportArticleBuilder *self);
void purport_article_builder_append (PurportArticleBuilder *self, const char *words, gboolean preformatted);
void purport_article_builder_append_tab (PurportArticleBuilder *self);
void purport_article_builder_break_line (PurportArticleBuilder *self);
gboolean purport_article_builder_trim_block (PurportArticleBuilder *self);
void purport_article_builder_end_block (PurportArticleBuilder *self);
void purport_article_builder_drop_block (PurportArticleBuilder *self);
void purport_article_builder_drop_last_block (PurportArticleBuilder *self);
void purport_article_builder_add_line (PurportArticleBuilder *self, PurportBlockKind kind, const char *line);
void purport_article_builder_add_link (PurportArticleBuilder *self, gsize start_byte, const char *uri);
PurportPicture *purport_article_builder_add_picture (PurportArticleBuilder *self, const char *uri);
void purport_article_builder_add_head (PurportArticleBuilder *self, const char *title, const GPtrArray *bylines);
PurportArticle *purport_article_builder_finish (PurportArticleBuilder *self);
void purport_article_builder_set_bylines (PurportArticle *article, const GPtrArray *bylines);

G_END_DECLS
