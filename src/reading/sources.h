/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources: one entry for all mentions of one speaker. Private to the layer. */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

void purport_sources_find (PurportDraft *draft, const GArray *utterances);

G_END_DECLS
