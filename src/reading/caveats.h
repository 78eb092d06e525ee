/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article's own words that limit what it claims. Private to the layer. */
#pragma once

#include "reading/patterns.h"

G_BEGIN_DECLS

#define PURPORT_CAVEATS_FILE "lexicons/caveats.tsv"

void purport_caveats_find (PurportDraft *draft, const PurportPatterns *patterns);

G_END_DECLS
