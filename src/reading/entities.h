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
 * @name: the fullest name, without title; for what has no name the first mention
 * @named: a person or organization known by name
 * @of_study: the study that the article is about, or those who made it
 */
typedef struct {
  PurportSourceType type;
  PurportGender gender;
  PurportTokens name;
  GArray *phrases;
  gboolean named;
  gboolean of_study;
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
guint32 purport_entities_speaking_phrase (const PurportDraft *draft, const PurportUtterance *utterance);
void purport_entities_free (PurportEntities *entities);

static inline PurportEntity *
purport_entities_get (const PurportEntities *entities, guint32 index)
{
  return &g_array_index (entities->list, PurportEntity, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportEntities, purport_entities_free)

G_END_DECLS
