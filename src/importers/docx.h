/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text documents of Word. */
#pragma once

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

PurportArticle *purport_docx_import (GBytes *bytes, const char *display_name, GError **error);

G_END_DECLS
