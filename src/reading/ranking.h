/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which claims matter most to a reader, and why each is marked. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_ranking_apply (PurportDraft *draft);

G_END_DECLS
