/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names by an averaged perceptron over tagged tokens. Private to the layers text and learn. */
#pragma once

#include "text/features.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_NAMER_KIND "names"
#define PURPORT_NAMER_N_FEATURES 40

/* 0: outside; 1 + type: a name of that type begins; 5 + type: it goes on. */
#define PURPORT_NAMER_N_LABELS 9
#define PURPORT_NAMER_N_TYPES 4

static inline guint
purport_namer_begin (PurportNameType type)
{
  return 1 + (guint)type;
}

static inline guint
purport_namer_inside (PurportNameType type)
{
  return 1 + PURPORT_NAMER_N_TYPES + (guint)type;
}

guint purport_namer_features (const PurportWordView *views,
                              const PurportToken *tokens,
                              guint32 n_tokens,
                              guint32 token,
                              gboolean caseless,
                              guint before,
                              guint before_that,
                              guint32 *features);
gboolean purport_namer_may_follow (guint label, guint before);
void purport_namer_label (const PurportLinearModel *model,
                          const PurportWordView *views,
                          PurportToken *tokens,
                          guint32 n_tokens,
                          gboolean caseless);

G_END_DECLS
