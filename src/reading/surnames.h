/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surnames in lower case. Private to the layer. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_surnames_find (PurportDraft *draft, GArray *found);

G_END_DECLS
