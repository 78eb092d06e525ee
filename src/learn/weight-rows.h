/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes models in the format of text/weight-table.h. */
#pragma once

#include "text/weight-table.h"

G_BEGIN_DECLS

/* Weights of a feature; where there is no room for all, rows of low rank are left out. */
typedef struct {
  guint32 feature;
  float rank;
  float weights[PURPORT_WEIGHT_TABLE_N_WEIGHTS];
} PurportWeightRow;

GBytes *purport_weight_rows_to_bytes (GArray *rows, const char *kind, float scale);

G_END_DECLS
