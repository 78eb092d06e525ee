/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tag for a word by its form alone. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

guint8 purport_guess_tag (const PurportWords *words, guint32 i);

G_END_DECLS
