/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities: which phrases of an article stand for the same person, organization, group or document. Private. */
#pragma once

#include "reading/utterances.h"

G_BEGIN_DECLS

typedef enum {
  PURPORT_GENDER_UNKNOWN,
  PURPORT_GENDER_MAN,
  PURPORT_GENDER_WOMAN,
} PurportGender;

/**
 * PurportEntity:
 * @phrases: (element-type guint32): its mentions, in order
 * @name_phrase: the mention with the fullest name, or the first one
 */
typedef struct {
  PurportSourceType type;
  PurportGender gender;
  guint32 name_phrase;
  GArray *phrases;
  gboolean named;
  gboolean unsure; /* not known which of several it is */
} PurportEntity;

/**
 * PurportEntities:
 * @list: (element-type PurportEntity): in order of first mention
 * @entity_of: for each phrase its entity, or %PURPORT_NONE
 * @unsure: for each phrase whether the entity is a guess
 */
typedef struct {
  GArray *list;
  guint32 *entity_of;
  gboolean *unsure;
} PurportEntities;

PurportEntities *purport_entities_new (const PurportDraft *draft, const GArray *utterances);
void purport_entities_free (PurportEntities *entities);
guint32 purport_entities_apposed (const PurportDraft *draft, guint32 phrase);

static inline PurportEntity *
purport_entities_get (const PurportEntities *entities, guint32 index)
{
  return &g_array_index (entities->list, PurportEntity, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportEntities, purport_entities_free)

G_END_DECLS
