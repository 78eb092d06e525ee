/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Utterances: who is said to say, find or believe what, in tokens, before it is known who the "who" is. Private. */
#pragma once

#include "reading/attribution.h"

G_BEGIN_DECLS

#define PURPORT_UTTERANCE_MAX_CONTENTS 8

/**
 * PurportUtterance:
 * @phrase: the noun phrase that names the source, or %PURPORT_NONE where @same_as says whose words these are, or
 * nothing does
 * @same_as: an earlier utterance of the same source, or %PURPORT_NONE
 * @source: the source as far as it goes on ("researchers at the University of X"); may be empty
 * @cue: the words that say that something is said; empty for a quote that goes on from another
 * @certain: %FALSE where the text leaves open who speaks
 */
typedef struct {
  guint32 phrase;
  guint32 same_as;
  PurportTokens source;
  PurportTokens cue;
  PurportTokens contents[PURPORT_UTTERANCE_MAX_CONTENTS];
  guint n_contents;
  PurportAct act;
  PurportMode mode;
  gboolean certain;
} PurportUtterance;

GArray *purport_utterances_find (PurportDraft *draft, const PurportAttributor *attributor);

G_END_DECLS
