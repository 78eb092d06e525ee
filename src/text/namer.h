/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the namer sees and how its labels follow one another. Private to the layers text and learn. */
#pragma once

#include "text/features.h"
#include "text/linear-model.h"

G_BEGIN_DECLS

#define PURPORT_NAMER_KIND "names"
#define PURPORT_NAMER_N_WORD_FEATURES 32
#define PURPORT_NAMER_N_FEATURES 120
#define PURPORT_NAMER_REACH 2 /* features of single words are seen of so many on either side */

#define PURPORT_NAMER_N_TYPES 4
#define PURPORT_NAMER_N_PLACES 4
/* 0: outside; then for each type the four places in a name. */
#define PURPORT_NAMER_N_LABELS (1 + PURPORT_NAMER_N_TYPES * PURPORT_NAMER_N_PLACES)

typedef enum {
  PURPORT_NAMER_FIRST,
  PURPORT_NAMER_MIDDLE,
  PURPORT_NAMER_LAST,
  PURPORT_NAMER_ONLY,
} PurportNamerPlace;

static inline guint
purport_namer_label (PurportNameType type, PurportNamerPlace place)
{
  return 1 + (guint)type * PURPORT_NAMER_N_PLACES + (guint)place;
}

static inline PurportNameType
purport_namer_label_type (guint label)
{
  return (PurportNameType)((label - 1) / PURPORT_NAMER_N_PLACES);
}

static inline PurportNamerPlace
purport_namer_label_place (guint label)
{
  return (PurportNamerPlace)((label - 1) % PURPORT_NAMER_N_PLACES);
}

guint purport_namer_word_features (const PurportWordView *view, gint offset, guint32 *features);
guint purport_namer_context_features (const PurportWordView *const *views,
                                      const guint8 *tags,
                                      const guint8 *phrases,
                                      guint32 *features);
guint purport_namer_features (const PurportWordView *const *views,
                              const guint8 *tags,
                              const guint8 *phrases,
                              guint32 *features);
guint32 purport_namer_transition_feature (guint before);
gboolean purport_namer_may_follow (guint label, guint before);
gboolean purport_namer_is_outside (PurportCapitals capitals, const PurportToken *tokens, guint32 n_tokens, guint32 i);
void purport_namer_find_phrases (const PurportWordTable *table,
                                 const PurportWordView *const *views,
                                 guint32 n_tokens,
                                 guint8 *phrases);

G_END_DECLS
