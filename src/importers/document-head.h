/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, bylines and date of a document, from what it declares and from its first blocks. */
#pragma once

#include "importers/article-builder.h"

G_BEGIN_DECLS

/**
 * PurportDocumentInfo:
 *
 * What a document says about itself. All are owned and nullable; @creators: (element-type utf8).
 */
typedef struct {
  char *title;
  GPtrArray *creators;
  char *publisher;
  char *date;
  char *language;
} PurportDocumentInfo;

void purport_document_info_clear (PurportDocumentInfo *self);
void purport_document_info_add_creator (PurportDocumentInfo *self, const char *name);
void purport_document_read_head (PurportArticle *article, const PurportDocumentInfo *info);
PurportArticle *purport_document_finish (PurportArticleBuilder *builder,
                                         const PurportDocumentInfo *info,
                                         const char *display_name,
                                         GError **error);

G_END_DECLS
