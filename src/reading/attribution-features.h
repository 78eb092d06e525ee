/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the attribution model sees of a token; the same code serves training and reading. Private to the layers reading
 * and learn. */
#pragma once

#include "reading/draft.h"
#include "text/features.h"

G_BEGIN_DECLS

/* The first scores of the model tell cue words; what they find is context for the labels. */
#define PURPORT_CUE_N_FEATURES 24
/* Of the features for labels, those that are read by, and those that the model learns with. */
#define PURPORT_ATTRIBUTION_N_FEATURES 40
#define PURPORT_ATTRIBUTION_N_WIDE_FEATURES 73

/* How sure it is that a token belongs to a cue. */
typedef enum {
  PURPORT_CUE_NO,
  PURPORT_CUE_PERHAPS,
  PURPORT_CUE_LIKELY,
  PURPORT_CUE_SURELY,
} PurportCueLevel;

typedef struct {
  guint32 word; /* lower case */
  guint32 prefix;
  guint32 suffix;
  guint16 cluster; /* of the word table, 0: none */
  guint16 phrase;  /* type and place in it, 0: none */
  guint8 tag;
  guint8 name;  /* type and place in it, 0: none */
  guint8 quote; /* place from the marks */
  guint8 place; /* place in sentence and block */
  guint8 shape;
  guint8 terms;    /* classes of the lexicon that begin here */
  guint8 cue;      /* PurportCueLevel */
  guint8 sentence; /* how many cues the sentence has, and more about it */
  guint32 left;    /* nearest cue on either side, an index into cues, or PURPORT_NONE */
  guint32 right;
  guint32 sure_left; /* the same for cues that are surely some */
  guint32 sure_right;
  guint32 quote_cues; /* of the quote that the token lies in or bounds: the cue before and behind it, as a hash */
  guint32 n_commas, n_marks, n_verbs, n_that, n_phrases; /* seen before the token in the block */
  guint32 sentence_index;
} PurportAttributionView;

/* A run of tokens that may be a cue. */
typedef struct {
  guint32 first; /* counted from the start of the run that is viewed */
  guint32 end;
  guint32 head; /* the token that is most surely a cue */
  guint32 word;
  guint32 kind;          /* what the lexicon and the clusters say of the word, and whether the sentence begins there */
  guint16 pattern;       /* what stands before and behind it */
  guint32 subject_first; /* noun phrase before it, with what hangs on it; empty: none */
  guint32 subject_end;
  guint32 object_first; /* noun phrase right behind it */
  guint32 object_end;
  guint8 level;
} PurportAttributionCue;

typedef struct {
  const PurportDraft *draft;
  const PurportWordTable *word_table;
  guint32 first_token;
  guint32 n;
  PurportAttributionView *views;
  GArray *cues; /* (element-type PurportAttributionCue) */
} PurportAttributionContext;

void purport_attribution_context_init (PurportAttributionContext *context,
                                       const PurportDraft *draft,
                                       const PurportWordTable *word_table,
                                       guint32 max_tokens);
void purport_attribution_context_clear (PurportAttributionContext *context);
void purport_attribution_context_enter (PurportAttributionContext *context, guint32 first_token, guint32 end_token);
void purport_attribution_context_set_cues (PurportAttributionContext *context, const guint8 *levels);
gboolean purport_attribution_view_begins_sentence (const PurportAttributionView *view);
gboolean purport_attribution_view_opens_quote (const PurportAttributionView *view);
gboolean purport_attribution_view_closes_quote (const PurportAttributionView *view);
guint purport_attribution_cue_features (const PurportAttributionContext *context, guint32 i, guint32 *features);
guint
purport_attribution_features (const PurportAttributionContext *context, guint32 i, gboolean wide, guint32 *features);

G_END_DECLS
