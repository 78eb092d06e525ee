/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One claim, as lists and widgets see it. Offsets are code points of the article's text. */
#pragma once

#include "model/item-list.h"
#include "model/passage.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_CLAIM_ITEM (purport_claim_item_get_type ())
G_DECLARE_FINAL_TYPE (PurportClaimItem, purport_claim_item, PURPORT, CLAIM_ITEM, GObject)

PurportItemList *purport_claim_list_new (void);
gpointer purport_claim_item_new (PurportReadingContext *context, guint32 index);

/* Place and words */
guint purport_claim_item_get_index (PurportClaimItem *self);
guint purport_claim_item_get_start (PurportClaimItem *self);
guint purport_claim_item_get_end (PurportClaimItem *self);
char *purport_claim_item_dup_text (PurportClaimItem *self);
char *purport_claim_item_dup_excerpt (PurportClaimItem *self, guint *start_byte, guint *end_byte);

/* Who says it */
guint32 purport_claim_item_get_source (PurportClaimItem *self);
const char *purport_claim_item_get_speaker (PurportClaimItem *self);
gboolean purport_claim_item_get_has_attribution (PurportClaimItem *self);
gboolean purport_claim_item_get_attribution_certain (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_attribution_words (PurportClaimItem *self);

/* How firmly */
PurportCertainty purport_claim_item_get_certainty (PurportClaimItem *self);
PurportStrength purport_claim_item_get_strength (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_hedges (PurportClaimItem *self);

/* On what basis */
gboolean purport_claim_item_get_has_evidence (PurportClaimItem *self);
gboolean purport_claim_item_get_has_figures (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_evidence (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_caveats (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_figures (PurportClaimItem *self);

/* Who opposes it, and why it is marked */
gboolean purport_claim_item_get_disputed (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_opponents (PurportClaimItem *self);
GPtrArray *purport_claim_item_dup_opposed (PurportClaimItem *self);
guint32 purport_claim_item_get_reasons (PurportClaimItem *self);

G_END_DECLS
