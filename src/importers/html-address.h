/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses as a web page writes them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *purport_html_resolve_address (const char *base, const char *address);

G_END_DECLS
