/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine that all documents of a program share, loaded by the first thread that needs it. */
#pragma once

#include "reading/engine.h"

G_BEGIN_DECLS

typedef struct _PurportReader PurportReader;

PurportReader *purport_reader_new (void);
PurportReader *purport_reader_ref (PurportReader *self);
void purport_reader_unref (PurportReader *self);
PurportReading *
purport_reader_read (PurportReader *self, PurportArticle *article, const gint *cancelled, GError **error);
PurportReading *purport_reader_read_corrected (
    PurportReader *self, PurportArticle *article, const GPtrArray *corrections, const gint *cancelled, GError **error);
void purport_reader_wait (PurportReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportReader, purport_reader_unref)

G_END_DECLS
