/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to the worker, which parses what nobody trusts. */
#pragma once

#include <gio/gio.h>

#include "base/article.h"
#include "formats/error.h"
#include "formats/format.h"

G_BEGIN_DECLS

typedef struct _PurportImporter PurportImporter;

typedef enum {
  PURPORT_IMPORT_DEFAULT = 0,
  PURPORT_IMPORT_WHOLE_PAGE = 1 << 0, /* what is around a web page's article is kept, as boilerplate */
} PurportImportFlags;

PurportImporter *purport_importer_new (guint n_kept, PurportImportFlags flags);
PurportImporter *purport_importer_ref (PurportImporter *self);
void purport_importer_unref (PurportImporter *self);
PurportArticle *purport_importer_run (PurportImporter *self,
                                      GBytes *bytes,
                                      const char *uri,
                                      const PurportFormat *format,
                                      const char *display_name,
                                      GCancellable *cancellable,
                                      GError **error);

GBytes *purport_importer_fetch (
    PurportImporter *self, const char *address, char **final_address, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportImporter, purport_importer_unref)

G_END_DECLS
