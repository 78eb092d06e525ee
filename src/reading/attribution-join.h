/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins what the model and what the rules find. Private to the layer. */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

GArray *purport_attribution_join (PurportDraft *draft, const guint8 *labels, const GArray *by_rules, GArray *loose);

G_END_DECLS
