/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a whole article comes to, counted. */
#pragma once

#include "model/passage.h"

G_BEGIN_DECLS

#define PURPORT_GLANCE_SPEAKERS 3u

/**
 * PurportGlance:
 * @main_claim: index of the claim, or %PURPORT_NONE
 * @n_certainties: how many claims are firm, qualified, tentative; by #PurportCertainty
 * @speakers: indices of the sources that claim most, the busiest first
 * @checks: (element-type PurportPassage): a #PurportQuestion as kind, with the words that answer it; empty words: none
 * do. The list is empty where the article is not about health
 */
typedef struct {
  guint32 main_claim;
  guint n_claims;
  guint n_certainties[3];
  guint n_speakers;
  guint32 speakers[PURPORT_GLANCE_SPEAKERS];
  GPtrArray *checks;
} PurportGlance;

PurportGlance *purport_glance_new (const PurportReadingContext *context);
void purport_glance_free (PurportGlance *glance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportGlance, purport_glance_free)

G_END_DECLS
