/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main claim of an article rests on and what limits it, beyond its own sentence. Private to the layer. */
#pragma once

#include "reading/ranking-features.h"

G_BEGIN_DECLS

void purport_main_grounds_link (PurportDraft *draft, const PurportRankingContext *context);

G_END_DECLS
