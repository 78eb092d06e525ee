/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker's end of the socket, which is its standard input. */
#pragma once

#include "formats/worker-protocol.h"

G_BEGIN_DECLS

gboolean purport_channel_read (void *data, gsize n_bytes);
gboolean purport_channel_read_string (guint32 length_plus_one, char **string);
gboolean purport_channel_write (const void *data, gsize n_bytes);
gboolean purport_channel_write_error (const GError *error);

G_END_DECLS
