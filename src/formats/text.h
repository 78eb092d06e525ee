/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: decoding, blocks and head matter. */
#pragma once

#include "base/article.h"

G_BEGIN_DECLS

PurportArticle *purport_text_import (GBytes *bytes, const char *display_name, GError **error);

G_END_DECLS
