/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard output and standard error, as a filter uses them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean purport_output_write (const char *data, gsize n_bytes);
void purport_output_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
