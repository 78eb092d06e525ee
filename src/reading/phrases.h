/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base noun phrases, and chains of them. */
#pragma once

#include "reading/draft.h"

G_BEGIN_DECLS

void purport_phrases_find (PurportDraft *draft);
guint32 purport_phrases_chain_start (const PurportDraft *draft, guint32 phrase);
guint32 purport_phrases_chain_end (const PurportDraft *draft, guint32 phrase);
gboolean purport_phrases_is_speaker (const PurportPhrase *phrase);

G_END_DECLS
