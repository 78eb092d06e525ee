/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, as GitHub has it. */
#pragma once

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

PurportArticle *purport_markdown_import (GBytes *bytes, const char *uri, const char *display_name, GError **error);

G_END_DECLS
