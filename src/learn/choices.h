/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices among alternatives, of which one or several are right, and a conditional logit that learns to make them. */
#pragma once

#include "learn/weights.h"

G_BEGIN_DECLS

typedef struct {
  guint32 *features;
  guint n_features;
  gboolean right;
  guint32 tag; /* what the caller knows it by */
} PurportAlternative;

typedef struct {
  GArray *alternatives; /* PurportAlternative */
  guint group;          /* choices of one group are held out together */
  guint part;           /* 0 or 1: parts are scored apart */
} PurportChoice;

typedef struct {
  double rate;
  double prior;
  guint n_epochs;
  guint n_folds;
} PurportChoiceSettings;

PurportChoice *purport_choice_new (guint group, guint part);
void purport_choice_free (PurportChoice *choice);
void purport_choice_add (PurportChoice *choice, const guint32 *features, guint n_features, gboolean right, guint32 tag);
gboolean purport_choice_has_right (const PurportChoice *choice);
PurportWeights *purport_choices_train (const GPtrArray *choices, const PurportChoiceSettings *settings, guint fold);
gboolean purport_choice_in_fold (const PurportChoice *choice, const PurportChoiceSettings *settings, guint fold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportChoice, purport_choice_free)

G_END_DECLS
