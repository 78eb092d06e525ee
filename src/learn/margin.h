/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear separators and regression by dual coordinate descent (Hsieh et al. 2008; Ho and Lin 2012). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportDesign:
 * @starts: (array length=n_rows+1): of each row where its features begin
 * @features: feature numbers below @n_features, each once in a row
 * @values: (array length=n_rows): what each of a row's features counts
 * @scales: (array length=n_features): what each feature counts, times that
 */
typedef struct {
  guint n_rows;
  guint n_features;
  const guint32 *starts;
  const guint32 *features;
  const float *values;
  const float *scales;
} PurportDesign;

float *purport_margin_classify (const PurportDesign *design, const float *targets, const float *costs);
float *purport_margin_regress (const PurportDesign *design, const float *targets, const float *costs);
double purport_margin_score (const PurportDesign *design, const float *weights, guint row);

G_END_DECLS
