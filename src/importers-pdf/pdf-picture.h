/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of PDF documents. */
#pragma once

#include "formats/bitmap.h"
#include "formats/error.h"

G_BEGIN_DECLS

char *purport_pdf_dup_picture_address (guint page, int image);
PurportBitmap *purport_pdf_find_picture (
    GBytes *document, const char *address, const char *display_name, guint max_width, guint max_height, GError **error);

G_END_DECLS
