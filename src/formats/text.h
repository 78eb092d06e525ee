/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: decoding, blocks and head matter. */
#pragma once

#include "base/article.h"
#include "formats/decode.h"

G_BEGIN_DECLS

PurportArticle *purport_text_import (GBytes *bytes, PurportDecodeMode mode, const char *display_name, GError **error);

G_END_DECLS
