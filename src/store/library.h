/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: articles that were kept, what was read in them, and what the reader added. One SQLite file. */
#pragma once

#include "base/annotation.h"
#include "base/reading.h"
#include "store/error.h"

G_BEGIN_DECLS

typedef struct _PurportLibrary PurportLibrary;

/**
 * PurportLibraryEntry:
 * @id: the article's number in this library, from 1; never given to another
 * @kept: kept by hand; otherwise for its annotations
 * @place_byte: where reading stopped, in bytes of the text
 * @added_at: seconds since 1970, UTC, as the clock said; @opened_at likewise
 *
 * What a list of articles shows of one.
 */
typedef struct {
  gint64 id;
  char *hash; /* SHA-256 of the text */
  char *uri;
  char *title;
  char *publisher;
  char *published;
  gboolean kept;
  guint32 place_byte;
  gint64 added_at;
  gint64 opened_at;
  guint n_claims;
  guint n_annotations;
} PurportLibraryEntry;

PurportLibrary *purport_library_open (const char *path, GError **error);
PurportLibrary *purport_library_open_read_only (const char *path, GError **error);
void purport_library_close (PurportLibrary *library);
const char *purport_library_get_path (PurportLibrary *library);

/* Articles */
gint64 purport_library_add (PurportLibrary *library,
                            const PurportReading *reading,
                            GBytes *reading_json,
                            gboolean keep,
                            gint64 now,
                            GError **error);
gint64 purport_library_find (PurportLibrary *library, const PurportArticle *article, GError **error);
PurportArticle *purport_library_get_article (PurportLibrary *library, gint64 id, GError **error);
GBytes *purport_library_get_reading (PurportLibrary *library, gint64 id, GError **error);
PurportLibraryEntry *purport_library_get_entry (PurportLibrary *library, gint64 id, GError **error);
GPtrArray *purport_library_list (PurportLibrary *library, guint offset, guint n_most, GError **error);
gint64 purport_library_count (PurportLibrary *library, GError **error);
gboolean purport_library_set_kept (PurportLibrary *library, gint64 id, gboolean kept, GError **error);
gboolean purport_library_remove (PurportLibrary *library, gint64 id, GError **error);
gboolean purport_library_restore (PurportLibrary *library, gint64 id, GError **error);
gboolean purport_library_purge (PurportLibrary *library, GError **error);
char *purport_library_dup_hash (const PurportArticle *article);

/* Annotations */
gboolean purport_library_save_annotation (PurportLibrary *library,
                                          gint64 article,
                                          PurportAnnotation *annotation,
                                          GError **error);
GPtrArray *purport_library_get_annotations (PurportLibrary *library, gint64 article, GError **error);
gboolean purport_library_remove_annotation (PurportLibrary *library, const char *uuid, GError **error);
gboolean purport_library_restore_annotation (PurportLibrary *library, const char *uuid, GError **error);

void purport_library_entry_free (PurportLibraryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLibrary, purport_library_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLibraryEntry, purport_library_entry_free)

G_END_DECLS
