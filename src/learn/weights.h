/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weights of a log-linear model with one number a feature, learned by gradient with a step for each feature (AdaGrad;
 * Duchi, Hazan and Singer 2011) and pulled towards zero by a Gaussian prior. The order of examples alone decides the
 * result: there is no chance in it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PurportWeights PurportWeights;

PurportWeights *purport_weights_new (double rate, double prior);
void purport_weights_free (PurportWeights *self);
double purport_weights_score (const PurportWeights *self, const guint32 *features, guint n_features);
void purport_weights_add_gradient (PurportWeights *self, const guint32 *features, guint n_features, double amount);
void purport_weights_step (PurportWeights *self);
void purport_weights_shift (PurportWeights *self, guint32 feature, double amount);
GBytes *purport_weights_to_bytes (
    const PurportWeights *self, const char *kind, double scale, guint min_steps, double min_weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWeights, purport_weights_free)

G_END_DECLS
