/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From labels to attributions: which source, cue and contents belong together. Private to the layer. */
#pragma once

#include "reading/attribution-labels.h"
#include "reading/utterances.h"

G_BEGIN_DECLS

/* Spans that the model puts into one attribution; the source is empty where it has none of its own. */
typedef struct {
  PurportTokens source;
  PurportTokens cue;
  PurportTokens contents[PURPORT_UTTERANCE_MAX_CONTENTS];
  guint n_contents;
} PurportAttributionSpans;

GArray *purport_attribution_spans_find (const PurportDraft *draft, const guint8 *labels, GArray *loose);

G_END_DECLS
