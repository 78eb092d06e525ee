/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a web page to UTF-8. */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

char *purport_html_decode (GBytes *bytes, const char *display_name, gsize *n_bytes, GError **error);

G_END_DECLS
