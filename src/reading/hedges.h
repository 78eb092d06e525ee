/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that make a claim less than certain, with their aspect. Private to the layers reading and learn. */
#pragma once

#include "reading/wording.h"

G_BEGIN_DECLS

/* A term of the lexicon that may hedge a claim: in its words, or in those that attribute it. */
typedef struct {
  PurportTerm term;
  PurportSpan span;
  gboolean attributes;
} PurportHedgeCue;

void purport_hedges_find (const PurportDraft *draft, PurportTokens claim, guint32 attribution, GArray *cues);
void purport_hedges_see (
    PurportWording *wording, const PurportDraft *draft, const GArray *cues, guint index, GArray *features);

G_END_DECLS
