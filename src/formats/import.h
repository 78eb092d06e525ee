/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file or its bytes to an article: the one door through which articles come in. */
#pragma once

#include <gio/gio.h>

#include "base/article.h"
#include "formats/error.h"
#include "formats/importer.h"

G_BEGIN_DECLS

gboolean purport_import_is_web_address (const char *address);
PurportArticle *purport_import_article (PurportImporter *importer,
                                        GBytes *bytes,
                                        const char *uri,
                                        const char *media_type,
                                        const char *display_name,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
