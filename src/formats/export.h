/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readings and the reader's annotations in formats that others read. */
#pragma once

#include "base/annotation.h"
#include "base/reading.h"
#include "formats/error.h"

G_BEGIN_DECLS

/**
 * PurportExport:
 * @PURPORT_EXPORT_CLAIMS: table of claims: CSV after RFC 4180, a header row, in UTF-8
 * @PURPORT_EXPORT_SOURCES: table of sources, likewise
 * @PURPORT_EXPORT_FIGURES: table of figures, likewise
 * @PURPORT_EXPORT_PAGE: readable page: one HTML file that needs nothing else, with marks and a card for each claim
 * @PURPORT_EXPORT_NOTES: the annotations as Markdown (CommonMark)
 * @PURPORT_EXPORT_ANNOTATIONS: for annotation tools: an AnnotationPage of the W3C Web Annotation model, JSON-LD
 * @PURPORT_EXPORT_CLAIM_MARKUP: for publishers: schema.org Claim, JSON-LD; a ClaimReview only where the reader judged
 * @PURPORT_EXPORT_READING: the public format of reading-json.h
 */
typedef enum {
  PURPORT_EXPORT_CLAIMS,
  PURPORT_EXPORT_SOURCES,
  PURPORT_EXPORT_FIGURES,
  PURPORT_EXPORT_PAGE,
  PURPORT_EXPORT_NOTES,
  PURPORT_EXPORT_ANNOTATIONS,
  PURPORT_EXPORT_CLAIM_MARKUP,
  PURPORT_EXPORT_READING,
} PurportExport;

#define PURPORT_EXPORT_N_KINDS (PURPORT_EXPORT_READING + 1)

const char *purport_export_get_word (PurportExport export);
const char *purport_export_get_suffix (PurportExport export);
gboolean purport_export_from_word (const char *word, PurportExport *export);
void
purport_export_write (PurportExport export, const PurportReading *reading, const GPtrArray *annotations, GString *out);
gboolean purport_export_save (const char *path, const GString *contents, GError **error);

G_END_DECLS
