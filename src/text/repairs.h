/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the text's typography: recorded, never changed. Private to the layer. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

void purport_repairs_find (PurportWords *words);

G_END_DECLS
