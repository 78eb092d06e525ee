/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finished reading with what its model objects ask again and again: offsets, ranks and reverse references. */
#pragma once

#include "base/code-points.h"
#include "base/reading.h"

G_BEGIN_DECLS

/* A claim that opposes another one, and the words that say so. */
typedef struct {
  guint32 claim; /* the claim that is opposed; the list is sorted by it */
  guint32 opponent;
  PurportSpan words;
} PurportOpposition;

/* What readers filter claims by. */
typedef enum {
  PURPORT_TRAIT_DISPUTED,
  PURPORT_TRAIT_HEDGED,
  PURPORT_TRAIT_NO_EVIDENCE,
  PURPORT_TRAIT_FIGURES,
  PURPORT_TRAIT_OWN_VOICE,
  PURPORT_N_TRAITS
} PurportTrait;

/**
 * PurportReadingContext:
 * @code_points: of the article's text
 * @rank: for each claim its place by importance, 0 the most important; equals in order of the text
 * @traits: for each claim bit 1 << #PurportTrait for each trait
 * @n_with_trait: how many claims have each trait
 * @oppositions: (element-type PurportOpposition): sorted by the opposed claim
 * @claim_of_figure: for each figure the claim that has it, or %PURPORT_NONE
 * @listed_sources: (element-type guint32): the experts, then the other sources that claim something; each in order of
 * the text
 * @n_experts: how many of them are experts
 * @major_figures: (element-type guint32): the figures that are not minor, in order of the text
 * @n_main: how many claims by rank make the density "main"
 * @n_most: how many make "most"
 *
 * Immutable and reference counted; made in a worker thread and shared by all objects of one reading.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  PurportReading *reading;
  PurportCodePoints *code_points;
  guint32 *rank;
  guint8 *traits;
  guint n_with_trait[PURPORT_N_TRAITS];
  GArray *oppositions;
  guint32 *claim_of_figure;
  GArray *listed_sources;
  guint n_experts;
  GArray *major_figures;
  guint n_main;
  guint n_most;
} PurportReadingContext;

PurportReadingContext *purport_reading_context_new (PurportReading *reading);
PurportReadingContext *purport_reading_context_ref (const PurportReadingContext *self);
void purport_reading_context_unref (PurportReadingContext *self);

const PurportOpposition *
purport_reading_context_get_oppositions (const PurportReadingContext *self, guint32 claim, guint *n);
char *purport_reading_context_dup_text (const PurportReadingContext *self, PurportSpan span);
const PurportClaim *purport_reading_context_get_claim (const PurportReadingContext *self, guint32 claim);
guint purport_reading_context_to_code_point (const PurportReadingContext *self, guint32 byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportReadingContext, purport_reading_context_unref)

G_END_DECLS
