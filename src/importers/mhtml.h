/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages that browsers saved with their pictures, and letters that hold a web page. */
#pragma once

#include "base/article.h"
#include "formats/error.h"
#include "importers/html.h"

G_BEGIN_DECLS

PurportArticle *
purport_mhtml_import (GBytes *bytes, const char *uri, PurportHtmlFlags flags, const char *display_name, GError **error);
GBytes *purport_mhtml_find_part (GBytes *bytes, const char *address);

G_END_DECLS
