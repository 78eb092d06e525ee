/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Direct speech by its marks. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_quotes_find (PurportDraft *draft);

G_END_DECLS
