/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text itself sets one claim against another. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_disputes_find (PurportDraft *draft);

G_END_DECLS
