/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writers behind purport_export_write(). Private to the layer. */
#pragma once

#include "base/annotation.h"
#include "base/reading.h"

G_BEGIN_DECLS

void purport_export_claims (const PurportReading *reading, GString *out);
void purport_export_sources (const PurportReading *reading, GString *out);
void purport_export_figures (const PurportReading *reading, GString *out);
void purport_export_page (const PurportReading *reading, const GPtrArray *annotations, GString *out);
void purport_export_notes (const PurportReading *reading, const GPtrArray *annotations, GString *out);
void purport_export_annotations (const PurportReading *reading, const GPtrArray *annotations, GString *out);
void purport_export_claim_markup (const PurportReading *reading, const GPtrArray *annotations, GString *out);
char *purport_export_dup_line (const PurportReading *reading, PurportSpan span);

G_END_DECLS
