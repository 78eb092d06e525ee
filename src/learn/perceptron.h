/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Averaged perceptron over hashed features: training, pruning, writing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PurportPerceptron PurportPerceptron;

PurportPerceptron *purport_perceptron_new (guint n_classes);
void purport_perceptron_free (PurportPerceptron *self);
void purport_perceptron_score (const PurportPerceptron *self, const guint32 *features, guint n_features, float *scores);
void purport_perceptron_update (
    PurportPerceptron *self, const guint32 *features, guint n_features, guint right, guint wrong);
void purport_perceptron_tick (PurportPerceptron *self);
GBytes *
purport_perceptron_to_bytes (const PurportPerceptron *self, const char *kind, guint min_updates, float min_weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportPerceptron, purport_perceptron_free)

G_END_DECLS
