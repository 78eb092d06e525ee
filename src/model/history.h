/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where reading stopped in which article, and which were open last: a small file of the user's, cleared in one go. */
#pragma once

#include <gio/gio.h>

#include "model/place.h"

G_BEGIN_DECLS

typedef struct _PurportHistory PurportHistory;

PurportHistory *purport_history_new (const char *path);
PurportHistory *purport_history_ref (PurportHistory *self);
void purport_history_unref (PurportHistory *self);
gboolean purport_history_save (PurportHistory *self, GError **error);

gboolean purport_history_get_place (PurportHistory *self, const char *uri, PurportPlace *place);
void purport_history_set_place (PurportHistory *self, const char *uri, const PurportPlace *place, gint64 now);

char **purport_history_dup_session (PurportHistory *self, guint *selected);
void purport_history_set_session (PurportHistory *self, const char *const *uris, guint selected);

char *purport_history_clear (PurportHistory *self);
void purport_history_restore (PurportHistory *self, const char *cleared);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportHistory, purport_history_unref)

G_END_DECLS
