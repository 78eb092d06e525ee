/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English or not. Private to the layer. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

const char *purport_language_guess (const PurportWords *words);

G_END_DECLS
