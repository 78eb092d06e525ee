/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of an article, with who says them and where, as Markdown. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

char *purport_citation_dup_markdown (PurportDocument *document, const char *words, const char *speaker);

G_END_DECLS
