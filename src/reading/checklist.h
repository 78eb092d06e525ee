/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a careful reader of an article about health asks, and which sentence answers it. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_checklist_find (PurportDraft *draft);

G_END_DECLS
