/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day on which a page's article was published. */
#pragma once

#include "importers/html-page.h"

G_BEGIN_DECLS

char *purport_html_find_day (const PurportHtmlPage *page);

G_END_DECLS
