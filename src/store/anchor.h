/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the words of an annotation again in a text that may have changed. */
#pragma once

#include "base/annotation.h"

G_BEGIN_DECLS

gboolean purport_anchor_find (const PurportAnnotation *annotation, const char *text, gsize n_bytes, PurportSpan *span);
gboolean purport_anchor_apply (PurportAnnotation *annotation, const char *text, gsize n_bytes);

G_END_DECLS
