/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the requests that the command line filters read. */
#pragma once

#include "base/article.h"
#include "formats/error.h"
#include "formats/importer.h"

G_BEGIN_DECLS

/* The longest request line that is read, in bytes: the largest text with most of it written as escapes. */
#define PURPORT_REQUEST_LIMIT_BYTES (4u * PURPORT_TEXT_LIMIT_BYTES)

/**
 * PurportRequest:
 * @id_json: (nullable): the "id" as JSON text, to be copied into the answer
 * @text: (nullable): a plain text
 * @html: (nullable): a web page
 * @uri: (nullable): the address of a file
 * @base: (nullable): where the text or file came from
 *
 * At most one of text, html and uri is set.
 */
typedef struct {
  char *id_json;
  GBytes *text;
  GBytes *html;
  char *uri;
  char *base;
} PurportRequest;

PurportRequest *purport_request_new (const char *line, gsize n_bytes, GError **error, char **id_json);
void purport_request_free (PurportRequest *request);
PurportArticle *purport_request_import (const PurportRequest *request, PurportImporter *importer, GError **error);
void purport_request_write_error (const char *id_json, const GError *error, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportRequest, purport_request_free)

G_END_DECLS
