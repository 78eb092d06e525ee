/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find by a regular expression, within a bound of time. */
#pragma once

#include "model/find-index.h"

G_BEGIN_DECLS

GArray *purport_find_regex (
    const char *text, gsize n_bytes, const char *pattern, PurportFindFlags flags, gboolean *complete, GError **error);

G_END_DECLS
