/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts text into tokens, as UD English does. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

void purport_tokens_find (const char *text, PurportSpan span, GArray *tokens);

G_END_DECLS
