/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How this layer words its errors. */
#pragma once

#include "formats/error.h"

G_BEGIN_DECLS

void
purport_formats_set_error (GError **error, PurportFormatsError code, const char *display_name, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
