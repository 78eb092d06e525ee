/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers the features that are frequent enough to learn from, from 1 on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint32 n; /* the highest number */
  guint32 n_slots;
  guint32 n_used;
  guint32 *keys; /* 0: free */
  guint32 *counts;
  guint32 *numbers; /* 0: too rare */
} PurportFeatureIndex;

PurportFeatureIndex *purport_feature_index_new (void);
void purport_feature_index_free (PurportFeatureIndex *index);
void purport_feature_index_count (PurportFeatureIndex *index, guint32 feature);
void purport_feature_index_number (PurportFeatureIndex *index, guint min_count);
guint32 purport_feature_index_find (const PurportFeatureIndex *index, guint32 feature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportFeatureIndex, purport_feature_index_free)

G_END_DECLS
