/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cues: the words that say that something is said, and the phrase that they say it of. Private to the layer. */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

/* Where the source stands from its cue. */
typedef enum {
  PURPORT_CUE_NORMAL,    /* "Smith said" */
  PURPORT_CUE_INVERTED,  /* "said Smith" */
  PURPORT_CUE_PHRASE,    /* "according to Smith" */
  PURPORT_CUE_DEPENDENT, /* ", adding that": the source is that of an earlier cue, or the subject of the sentence */
} PurportCueOrder;

typedef struct {
  PurportCueOrder order;
  PurportAct act;
  PurportTokens cue;    /* with auxiliaries */
  PurportTokens source; /* empty for a dependent one */
  PurportTokens group;  /* cue, source and what stands between and belongs to them */
  guint32 phrase;       /* PURPORT_NONE: as the cue before it in the sentence */
  gboolean in_quote;    /* the cue interrupts a quote whose marks do not show it */
} PurportCue;

GArray *purport_cues_find (PurportDraft *draft);
guint32 purport_cues_adjunct_end (const PurportDraft *draft, guint32 token);
gboolean purport_cues_is_form_of_be (const PurportDraft *draft, guint32 token);

G_END_DECLS
