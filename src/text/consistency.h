/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that agree over the whole article. Private to the layer. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

void purport_consistency_apply (PurportWords *words);

G_END_DECLS
