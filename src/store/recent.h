/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was opened lately: addresses, places and times, nothing else; cleared in one go. */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* @place_byte: where reading stopped, in bytes of the text. */
typedef struct {
  char *uri;
  char *title;
  guint32 place_byte;
  gint64 opened_at;
} PurportRecent;

gboolean purport_library_remember (
    PurportLibrary *library, const char *uri, const char *title, guint32 place_byte, gint64 now, GError **error);
GPtrArray *purport_library_get_recent (PurportLibrary *library, guint n_most, GError **error);
gboolean purport_library_get_place (PurportLibrary *library, const char *uri, guint32 *place_byte);
gboolean purport_library_clear_recent (PurportLibrary *library, GError **error);
void purport_recent_free (PurportRecent *recent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportRecent, purport_recent_free)

G_END_DECLS
