/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that resolve mentions share: the resolver reads the phrases in order and remembers who was spoken of.
 */
#pragma once

#include "reading/entities.h"

G_BEGIN_DECLS

/* How many people a pronoun chooses from. */
#define PURPORT_SALIENT_PEOPLE 8

/* A person lately spoken of. */
typedef struct {
  guint32 entity;
  guint32 sentence; /* of the last mention */
  gboolean subject; /* the last mention spoke, or was what its sentence is about */
} PurportSalient;

/**
 * PurportResolver:
 * @by_key: (element-type utf8 guint): key to entity index + 1
 * @speaks: for each phrase whether it is the source of an utterance
 * @people: those last spoken of, latest first
 * @last_group: the group that last spoke
 * @last_people: the group that was last the subject of a sentence
 * @last_thing: the organization or document that last spoke
 * @last_organization: the organization that last spoke
 */
typedef struct {
  const PurportDraft *draft;
  PurportEntities *entities;
  GHashTable *by_key;
  const guint8 *speaks;
  PurportSalient people[PURPORT_SALIENT_PEOPLE];
  guint n_people;
  guint32 last_group;
  guint32 last_people;
  guint32 last_thing;
  guint32 last_organization;
} PurportResolver;

guint32 purport_resolver_add (PurportResolver *resolver, PurportSourceType type, PurportTokens name);
guint32 purport_resolver_find (const PurportResolver *resolver, const char *prefix, const char *key);
void purport_resolver_set (PurportResolver *resolver, const char *prefix, const char *key, guint32 entity);
char *purport_resolver_dup_words (const PurportResolver *resolver, guint32 first_token, guint32 end_token);
gboolean purport_resolver_is_subject (const PurportResolver *resolver, guint32 phrase);
void purport_resolver_speak_of (PurportResolver *resolver, guint32 entity, guint32 phrase);

guint32 purport_resolver_person (PurportResolver *resolver, guint32 phrase);
guint32 purport_resolver_organization (PurportResolver *resolver, guint32 phrase);
guint32 purport_resolver_body (PurportResolver *resolver, guint32 phrase, const PurportTokens *name);
guint32 purport_resolver_name (PurportResolver *resolver, guint32 phrase);

guint32 purport_resolver_group (PurportResolver *resolver, guint32 phrase);
guint32 purport_resolver_document (PurportResolver *resolver, guint32 phrase);

static inline const PurportPhrase *
purport_resolver_phrase (const PurportResolver *resolver, guint32 phrase)
{
  return purport_draft_phrase (resolver->draft, phrase);
}

static inline PurportTokens
purport_resolver_name_of (const PurportPhrase *phrase)
{
  return (PurportTokens){ phrase->name_first_token, phrase->name_end_token };
}

static inline guint
purport_resolver_length (const PurportTokens *name)
{
  return name->end_token - name->first_token;
}

G_END_DECLS
