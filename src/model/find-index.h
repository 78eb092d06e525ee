/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds words in a text as a reader would type them, and says where they stand in the text as it is. */
#pragma once

#include "model/find-fold.h"

G_BEGIN_DECLS

/* A place in the text, in code points. */
typedef struct {
  guint start;
  guint end;
} PurportFindHit;

typedef struct _PurportFindIndex PurportFindIndex;

PurportFindIndex *purport_find_index_new (const char *text, gsize n_bytes, PurportFindFlags flags);
void purport_find_index_free (PurportFindIndex *self);
GArray *purport_find_index_search (const PurportFindIndex *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportFindIndex, purport_find_index_free)

G_END_DECLS
