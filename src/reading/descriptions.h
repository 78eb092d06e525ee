/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the article says of a source: role, affiliation, expertise, independence. Private to the layer. */
#pragma once

#include "reading/entities.h"

G_BEGIN_DECLS

void purport_descriptions_collect_institutions (const PurportDraft *draft,
                                                const PurportEntities *entities,
                                                const PurportEntity *entity,
                                                GArray *institutions);
gboolean purport_descriptions_presents (const PurportDraft *draft, const PurportEntity *entity);
void purport_descriptions_read (const PurportDraft *draft,
                                const PurportEntities *entities,
                                const PurportEntity *entity,
                                PurportSource *source);

G_END_DECLS
