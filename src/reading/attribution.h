/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attribution model: which tokens are sources, cues and contents. Private to the layers reading and learn. */
#pragma once

#include "reading/attribution-features.h"
#include "reading/attribution-labels.h"
#include "text/weight-table.h"

G_BEGIN_DECLS

#define PURPORT_ATTRIBUTION_KIND "attribution"

/* What stands at a token tells which labels may follow each other there. */
typedef enum {
  PURPORT_STEP_RUN, /* the first token of a run */
  PURPORT_STEP_SENTENCE,
  PURPORT_STEP_OPENING_MARK,
  PURPORT_STEP_CLOSING_MARK,
  PURPORT_STEP_PUNCTUATION,
  PURPORT_STEP_WORD,
  PURPORT_N_STEPS
} PurportStep;

/* The features under which a step's weights are stored: from a label to the labels behind the first, and to that. */
static inline guint32
purport_attribution_step_feature (PurportStep step, guint before)
{
  return purport_feature (301, (guint32)step, before);
}

static inline guint32
purport_attribution_step_outside_feature (PurportStep step, guint before)
{
  return purport_feature (302, (guint32)step, before);
}

/* Scores of the first stage, in natural logarithms, from which a token may be a cue, is likely one, surely is one. */
#define PURPORT_CUE_PERHAPS_SCORE (-2.0)
#define PURPORT_CUE_LIKELY_SCORE (-0.4)
#define PURPORT_CUE_SURELY_SCORE 1.0

typedef struct _PurportAttributor PurportAttributor;

PurportAttributor *purport_attributor_new (PurportDataFunc lookup, gpointer user_data, GError **error);
void purport_attributor_free (PurportAttributor *attributor);
void purport_attributor_label (const PurportAttributor *attributor, const PurportDraft *draft, guint8 *labels);

PurportStep purport_attribution_step (const PurportAttributionContext *context, guint32 i);
guint32 purport_attribution_run_end (const PurportDraft *draft, guint32 first_token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportAttributor, purport_attributor_free)

G_END_DECLS
