/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as one file to put away, back in again, and looked over for damage. */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What came in with an import. */
typedef struct {
  guint n_articles;    /* that were not there before */
  guint n_annotations; /* that were not there before, or newer */
} PurportImported;

gboolean purport_library_back_up (PurportLibrary *library, const char *path, GError **error);
gboolean purport_library_import (PurportLibrary *library, const char *path, PurportImported *imported, GError **error);
GPtrArray *purport_library_check (PurportLibrary *library, GError **error);

G_END_DECLS
