/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that are in the file of the article. */
#pragma once

#include "formats/error.h"
#include "formats/format.h"

G_BEGIN_DECLS

GBytes *purport_embedded_find (
    GBytes *document, PurportFormat format, const char *address, const char *display_name, GError **error);

G_END_DECLS
