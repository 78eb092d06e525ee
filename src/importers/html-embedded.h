/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that stand in a page itself, as data: addresses. */
#pragma once

#include <gumbo.h>

#include "formats/error.h"

G_BEGIN_DECLS

char *purport_html_dup_embedded_address (const GumboNode *node);
GBytes *purport_html_find_embedded (GBytes *page, const char *address, const char *display_name, GError **error);

G_END_DECLS
