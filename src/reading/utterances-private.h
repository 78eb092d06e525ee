/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that find utterances share. */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

typedef struct {
  PurportDraft *draft;
  GArray *utterances; /* (element-type PurportUtterance) */
  guint32 *said_in;   /* for each quote the utterance that has it, or PURPORT_NONE */
} PurportUtteranceBuilder;

gboolean purport_utterances_is_mark (const PurportDraft *draft, guint32 token);
gboolean purport_utterances_has_verb (const PurportDraft *draft, guint32 first_token, guint32 end_token);
const PurportQuote *purport_utterances_get_quote (const PurportUtteranceBuilder *builder, guint32 quote);
gboolean purport_utterances_is_speech (const PurportUtteranceBuilder *builder, guint32 quote);
void purport_utterances_add_content (PurportUtteranceBuilder *builder,
                                     PurportUtterance *utterance,
                                     guint32 first_token,
                                     guint32 end_token);
void purport_utterances_take_quote (PurportUtteranceBuilder *builder, PurportUtterance *utterance, guint32 quote);
void purport_utterances_mark_quotes (PurportUtteranceBuilder *builder, const PurportUtterance *utterance);
void purport_utterances_add (PurportUtteranceBuilder *builder, PurportUtterance *utterance);

void purport_utterances_read_cues (PurportUtteranceBuilder *builder);
void purport_utterances_read_turns (PurportUtteranceBuilder *builder);
void purport_utterances_read_loose (PurportUtteranceBuilder *builder, const GArray *loose);
void purport_utterances_settle (PurportUtteranceBuilder *builder);

G_END_DECLS
