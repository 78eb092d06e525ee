/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One judgement learned over several kinds of text at once. */
#pragma once

#include "learn/grade-rows.h"

G_BEGIN_DECLS

/* The label of a row for a class: 1, -1, or 0 where the row says nothing. */
typedef gfloat (*PurportGradeTarget) (const PurportGradeRow *row, guint class_index);

/**
 * PurportGradeTask:
 * @domain: the kind of text that the weights are for
 * @domains: set of 1 << PurportDomain that it is learned from
 * @cost: of a mistake
 * @balance: 0: rows count alike; 1: classes do
 * @absolute: its scores mean something by themselves, and not only compared with each other
 * @even_length: a feature counts alike in short rows and in long ones, as if all had PURPORT_GRADE_TYPICAL features
 */
typedef struct {
  guint first_class;
  guint n_classes;
  PurportDomain domain;
  guint domains;
  PurportGradeTarget target;
  gboolean regression;
  float cost;
  float balance;
  gboolean absolute;
  gboolean even_length;
} PurportGradeTask;

/* Weights by feature; a table of the features and a row of @n_classes weights for each. */
typedef struct {
  guint n_classes;
  gboolean even_length;
  GHashTable *index_of; /* feature → index + 1 */
  GArray *features;     /* guint32 */
  GArray *weights;      /* float, n_classes a feature */
} PurportGradeWeights;

PurportGradeWeights *purport_grade_train (const PurportGradeRows *rows, const PurportGradeTask *task, guint held_out);
void purport_grade_weights_free (PurportGradeWeights *self);
void purport_grade_weights_score (const PurportGradeWeights *self,
                                  const PurportGradeRows *rows,
                                  const PurportGradeRow *row,
                                  double *scores);

void purport_grade_weights_add (PurportGradeWeights *self, guint32 feature, guint class_index, float weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportGradeWeights, purport_grade_weights_free)

G_END_DECLS
