/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a page's article. */
#pragma once

#include "importers/html-page.h"

G_BEGIN_DECLS

GPtrArray *purport_html_find_bylines (const PurportHtmlPage *page);

G_END_DECLS
