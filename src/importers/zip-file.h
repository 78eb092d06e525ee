/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of a ZIP archive, in memory. */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

GHashTable *purport_zip_read (GBytes *bytes, const char *const *suffixes, const char *display_name, GError **error);
char *purport_zip_resolve (const char *from, const char *address);

G_END_DECLS
