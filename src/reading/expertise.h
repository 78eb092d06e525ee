/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is an expert. Private to the layer. */
#pragma once

#include "reading/entities.h"

G_BEGIN_DECLS

gboolean
purport_expertise_is_expert (const PurportDraft *draft, const PurportEntity *entity, const PurportSource *source);

G_END_DECLS
