/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear-chain conditional random field over hashed features: training and writing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PURPORT_CRF_MAX_LABELS 32u

/**
 * PurportCrfSentence:
 * @rows: the rows of each token's features, one token's behind another's
 * @first_row: of each token, and one more at the end
 * @allowed: for each token the set of labels that may be right, a bit each
 */
typedef struct {
  guint32 n_tokens;
  guint32 *rows;
  guint32 *first_row;
  guint32 *allowed;
} PurportCrfSentence;

typedef struct _PurportCrf PurportCrf;

PurportCrf *purport_crf_new (guint n_labels, gboolean (*may_follow) (guint label, guint before));
void purport_crf_free (PurportCrf *self);
void purport_crf_count (PurportCrf *self, const guint32 *features, guint n_features);
void purport_crf_choose (PurportCrf *self, guint min_seen);
gboolean purport_crf_find_row (const PurportCrf *self, guint32 feature, guint32 *row);
double purport_crf_learn (PurportCrf *self, const PurportCrfSentence *whole, float rate);
GBytes *
purport_crf_to_bytes (PurportCrf *self, const char *kind, guint32 (*transition) (guint before), float min_weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportCrf, purport_crf_free)

G_END_DECLS
