/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to an article, by what the bytes are. Only the worker links this layer. */
#pragma once

#include "base/article.h"
#include "formats/error.h"
#include "formats/format.h"

G_BEGIN_DECLS

typedef PurportArticle *(*PurportPdfImporter) (GBytes *bytes, const char *display_name, GError **error);

/**
 * PurportImportRequest:
 * @uri: (nullable): where the bytes came from, for `article.uri`
 * @display_name: (nullable): what errors call them
 * @has_format: whether @format is given; else it is found out by the contents
 * @whole_page: what is around a web page's article is kept, as boilerplate
 * @import_pdf: (nullable): the importer of PDF documents, where this program has it
 */
typedef struct {
  const char *uri;
  const char *display_name;
  PurportFormat format;
  gboolean has_format;
  gboolean whole_page;
  PurportPdfImporter import_pdf;
} PurportImportRequest;

void purport_importers_prepare (void);
PurportArticle *purport_importers_import (GBytes *bytes, const PurportImportRequest *request, GError **error);

G_END_DECLS
