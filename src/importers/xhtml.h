/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XHTML for a parser of HTML. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *purport_xhtml_open_empty_tags (const char *xhtml, gsize n_bytes, gsize *n_written);

G_END_DECLS
