/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotated passages for attribution: their tokens as the annotators cut them, and the engine's own with labels. */
#pragma once

#include "reading/attribution.h"

G_BEGIN_DECLS

/* A token of the data, in bytes of the passage. */
typedef struct {
  PurportSpan span;
  guint8 part; /* PurportPart */
  gboolean begins;
} PurportGoldToken;

/**
 * PurportPassage:
 * @gold: (element-type PurportGoldToken)
 * @labels: for each token of the engine its #PurportLabel
 * @levels: for each token of the engine how surely it is a cue, for those who have found out
 * @document: tells the documents apart, which passages were cut from
 */
typedef struct {
  PurportWords *words;
  PurportDraft *draft;
  GArray *gold;
  guint32 n_tokens;
  guint8 *labels;
  guint8 *levels;
  guint document;
} PurportPassage;

/* Of one part: how many spans there are, are found, are found exactly. */
typedef struct {
  guint n_gold;
  guint n_found;
  guint n_right;
} PurportSpanScore;

GPtrArray *purport_passages_read (const char *path,
                                  const PurportTextModels *models,
                                  const PurportLexicon *lexicon,
                                  GError **error);
void purport_passage_score (const PurportPassage *passage, const guint8 *labels, PurportSpanScore *scores);

G_END_DECLS
