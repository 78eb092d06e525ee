/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of opening a document, done in a thread on values that nobody else writes to. */
#pragma once

#include <gio/gio.h>

#include "model/display-text.h"

G_BEGIN_DECLS

/**
 * PurportLoaded:
 * @blocks: (element-type PurportDocumentBlock): in code points, in order
 * @links: (element-type PurportDocumentLink): in code points, in order of start
 *
 * An article and what showing it needs.
 */
typedef struct {
  PurportArticle *article;
  PurportDisplayText *text;
  GArray *blocks;
  GArray *links;
} PurportLoaded;

PurportLoaded *purport_loaded_new (
    GBytes *bytes, const char *uri, const char *display_name, GCancellable *cancellable, GError **error);
PurportLoaded *purport_loaded_new_for_article (PurportArticle *article);
PurportLoaded *purport_loaded_new_for_file (GFile *file, GCancellable *cancellable, GError **error);
void purport_loaded_free (PurportLoaded *loaded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLoaded, purport_loaded_free)

G_END_DECLS
