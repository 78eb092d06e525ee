/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open article: it is loaded and read in threads, and shown by what binds to it. */
#pragma once

#include <gio/gio.h>

#include "model/claim-item.h"
#include "model/display-text.h"
#include "model/figure-item.h"
#include "model/glance.h"
#include "model/reader.h"
#include "model/source-item.h"

G_BEGIN_DECLS

/**
 * PurportDocumentState:
 * @PURPORT_DOCUMENT_EMPTY: nothing was asked for yet
 * @PURPORT_DOCUMENT_LOADING: no text yet
 * @PURPORT_DOCUMENT_READING: the text is there, claims are being looked for once purport_document_read() was called
 * @PURPORT_DOCUMENT_READY: all is there
 * @PURPORT_DOCUMENT_FAILED: the text could not be opened; see purport_document_get_error()
 * @PURPORT_DOCUMENT_UNREAD: the text is there, but it could not be read for claims, or that was cancelled
 */
typedef enum {
  PURPORT_DOCUMENT_EMPTY,
  PURPORT_DOCUMENT_LOADING,
  PURPORT_DOCUMENT_READING,
  PURPORT_DOCUMENT_READY,
  PURPORT_DOCUMENT_FAILED,
  PURPORT_DOCUMENT_UNREAD,
} PurportDocumentState;

/* A block of the text; offsets in code points of the article's text. */
typedef struct {
  PurportBlockKind kind;
  guint start;
  guint end;
} PurportDocumentBlock;

/* A link of the text; offsets in code points. */
typedef struct {
  guint start;
  guint end;
  const char *uri; /* owned by the document's text */
} PurportDocumentLink;

/* A place whose typography is damaged in the file; offsets in code points. */
typedef struct {
  PurportRepairKind kind;
  guint start;
  guint end;
} PurportDocumentRepair;

#define PURPORT_TYPE_DOCUMENT (purport_document_get_type ())
G_DECLARE_FINAL_TYPE (PurportDocument, purport_document, PURPORT, DOCUMENT, GObject)

PurportDocument *purport_document_new (PurportReader *reader);
void purport_document_load_file (PurportDocument *self, GFile *file);
void purport_document_load_bytes (PurportDocument *self, GBytes *bytes, const char *display_name);
void purport_document_read (PurportDocument *self);
void purport_document_load_article (PurportDocument *self, PurportArticle *article);
void purport_document_cancel (PurportDocument *self);
void purport_document_correct (PurportDocument *self, GPtrArray *corrections);

/* Properties: state, title */
PurportDocumentState purport_document_get_state (PurportDocument *self);
double purport_document_get_progress (PurportDocument *self);
const GError *purport_document_get_error (PurportDocument *self);
GFile *purport_document_get_file (PurportDocument *self);
const char *purport_document_get_title (PurportDocument *self);

/* The values behind it, for what keeps and exports them */
PurportArticle *purport_document_dup_article (PurportDocument *self);
PurportReading *purport_document_dup_reading (PurportDocument *self);

/* The text; NULL or empty until the state is READING */
PurportDisplayText *purport_document_get_text (PurportDocument *self);
GArray *purport_document_get_blocks (PurportDocument *self);
GArray *purport_document_get_links (PurportDocument *self);

/* What was found; empty until the state is READY, but for what the beginning of a long article has */
GListModel *purport_document_get_claims (PurportDocument *self);
GListModel *purport_document_get_sources (PurportDocument *self);
GListModel *purport_document_get_figures (PurportDocument *self);
GArray *purport_document_dup_repairs (PurportDocument *self);
PurportGlance *purport_document_dup_glance (PurportDocument *self);
gboolean purport_document_is_english (PurportDocument *self);
const PurportReadingContext *purport_document_get_context (PurportDocument *self);
guint purport_document_get_n_main (PurportDocument *self);
guint purport_document_get_n_most (PurportDocument *self);

G_END_DECLS
