/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article's own words that limit what it claims. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_caveats_find (PurportDraft *draft);

G_END_DECLS
