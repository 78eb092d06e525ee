/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and streams, with bounds. */
#pragma once

#include <gio/gio.h>

#include "formats/error.h"

G_BEGIN_DECLS

GBytes *purport_load_file (const char *path, GError **error);
GBytes *purport_load_stream (GInputStream *stream, const char *display_name, GCancellable *cancellable, GError **error);

G_END_DECLS
