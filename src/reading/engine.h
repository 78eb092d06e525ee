/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading engine: the one way from an article to a reading. */
#pragma once

#include "base/error.h"
#include "base/reading.h"
#include "reading/draft.h"

G_BEGIN_DECLS

typedef struct _PurportEngine PurportEngine;

PurportEngine *purport_engine_new (PurportDataFunc lookup, gpointer user_data, GError **error);
PurportEngine *purport_engine_ref (PurportEngine *engine);
void purport_engine_unref (PurportEngine *engine);

PurportReading *
purport_engine_read (const PurportEngine *engine, PurportArticle *article, const gint *cancelled, GError **error);
PurportReading *purport_engine_read_corrected (const PurportEngine *engine,
                                               PurportArticle *article,
                                               const GPtrArray *corrections,
                                               const gint *cancelled,
                                               GError **error);

/* The words alone, for those who look below the reading; see text/words.h. */
typedef struct _PurportTextModels PurportTextModels;
const PurportTextModels *purport_engine_get_text_models (const PurportEngine *engine);

/* The reading half made, for those who learn; see reading/draft.h and text/words.h. */
PurportDraft *purport_engine_begin (const PurportEngine *engine,
                                    PurportArticle *article,
                                    PurportWords **words,
                                    PurportReading **reading,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportEngine, purport_engine_unref)

G_END_DECLS
