/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages: the article without what is around it. */
#pragma once

#include "base/article.h"
#include "formats/error.h"

G_BEGIN_DECLS

PurportArticle *purport_html_import (GBytes *bytes, const char *uri, const char *display_name, GError **error);

G_END_DECLS
