/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How near a source stands to what it speaks of: author of the study, interested, independent. Private to the layer. */
#pragma once

#include "reading/entities.h"

G_BEGIN_DECLS

void purport_independence_read (const PurportDraft *draft, const PurportEntity *entity, PurportSource *source);
void purport_independence_settle (PurportDraft *draft, GArray *institutions);

G_END_DECLS
