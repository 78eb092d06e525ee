/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a web page may cost, found out before it is parsed. */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

/* The largest page that is parsed, in bytes. */
#define PURPORT_HTML_LIMIT_BYTES (12u * 1024u * 1024u)

gboolean purport_html_check_cost (const char *html, gsize n_bytes, const char *display_name, GError **error);

G_END_DECLS
