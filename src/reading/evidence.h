/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What claims are said to rest on. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_evidence_find (PurportDraft *draft);

G_END_DECLS
