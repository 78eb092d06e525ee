/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is added to the scores of classes, so that none is chosen too seldom. */
#pragma once

#include "learn/grade-training.h"

G_BEGIN_DECLS

void purport_grade_weights_offset (PurportGradeWeights *self,
                                   const PurportGradeRows *rows,
                                   const PurportGradeTask *task,
                                   guint held_out);

G_END_DECLS
