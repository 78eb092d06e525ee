/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library from inside. Private to the layer. */
#pragma once

#include "store/database.h"
#include "store/library.h"

G_BEGIN_DECLS

struct _PurportLibrary {
  PurportDatabase *database;
};

gboolean purport_library_insert_words (PurportDatabase *database, gint64 article, GError **error);
gboolean purport_library_delete_words (PurportDatabase *database, gint64 article, GError **error);
gboolean
purport_library_insert_lists (PurportDatabase *database, gint64 article, const PurportReading *reading, GError **error);
gboolean purport_library_delete_lists (PurportDatabase *database, gint64 article, GError **error);
gboolean
purport_library_anchor_again (PurportDatabase *database, gint64 id, const PurportArticle *article, GError **error);
gboolean purport_library_end (PurportDatabase *database, gboolean done, GError **error);
char *purport_source_dup_key (const char *name);

G_END_DECLS
