/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the phrases in order and gives each that can speak to an entity: people by surname, organizations by name and
 * acronym, groups and documents by their noun, pronouns and roles by who was last spoken of.
 */
#include "reading/entities.h"

#include <string.h>

/* How many phrases back a pronoun may find its person. */
#define PRONOUN_REACH 200

typedef struct {
  const PurportDraft *draft;
  PurportEntities *entities;
  GHashTable *by_key;   /* (element-type utf8 guint): key to entity index + 1 */
  const guint8 *speaks; /* for each phrase whether it is the source of an utterance */
  guint32 last_person;  /* last spoken of as a subject, or speaking */
  guint32 last_group;   /* last speaking */
  guint32 last_thing;   /* organization or document last speaking */
} Resolver;

static void
clear_entity (gpointer data)
{
  PurportEntity *entity = data;
  g_array_unref (entity->phrases);
}

static guint32
add_entity (Resolver *resolver, PurportSourceType type, guint32 phrase)
{
  PurportEntity entity = { .type = type,
                           .name_phrase = phrase,
                           .phrases = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (resolver->entities->list, entity);
  return resolver->entities->list->len - 1;
}

static guint32
find_key (const Resolver *resolver, const char *key)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (resolver->by_key, key));
  return found == 0 ? PURPORT_NONE : found - 1;
}

static void
set_key (Resolver *resolver, const char *key, guint32 entity)
{
  g_hash_table_replace (resolver->by_key, g_strdup (key), GUINT_TO_POINTER (entity + 1));
}

static char *
dup_folded (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  g_autofree char *text = purport_draft_dup_text (draft, first_token, end_token);
  return g_utf8_casefold (text, -1);
}

static guint
name_length (const PurportPhrase *phrase)
{
  return phrase->name_end_token - phrase->name_first_token;
}

static PurportGender
gender_of_phrase (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++) {
    if (purport_draft_has (draft, i, PURPORT_TERM_WOMAN))
      return PURPORT_GENDER_WOMAN;
    if (purport_draft_has (draft, i, PURPORT_TERM_MAN))
      return PURPORT_GENDER_MAN;
  }
  return PURPORT_GENDER_UNKNOWN;
}

/* Two names of the same surname belong to one person unless both have first names and these differ. */
static gboolean
same_first_name (const PurportDraft *draft, const PurportPhrase *a, const PurportPhrase *b)
{
  const char *first, *second;

  if (name_length (a) < 2 || name_length (b) < 2)
    return TRUE;
  first = purport_words_get_text (draft->words, a->name_first_token);
  second = purport_words_get_text (draft->words, b->name_first_token);
  return g_ascii_tolower (*first) == g_ascii_tolower (*second);
}

/* Whether the phrase speaks, or is what its sentence says something of: no preposition before it, a verb or aside
 * behind. */
static gboolean
is_subject (const Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 behind = phrase->end_token;
  PurportTag before = phrase->first_token > 0 ? purport_draft_tag (draft, phrase->first_token - 1) : PURPORT_TAG_NONE;

  if (resolver->speaks[index])
    return TRUE;
  if (before == PURPORT_TAG_IN || before == PURPORT_TAG_TO || draft->quote_of[phrase->head_token] != PURPORT_NONE ||
      behind >= purport_draft_n_tokens (draft))
    return FALSE;
  return purport_tag_is_verb (purport_draft_tag (draft, behind)) ||
         purport_draft_tag (draft, behind) == PURPORT_TAG_MD || purport_draft_is (draft, behind, ",") ||
         purport_draft_is (draft, behind, "who");
}

static guint32
resolve_person (Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  g_autofree char *surname = dup_folded (draft, phrase->name_end_token - 1, phrase->name_end_token);
  g_autofree char *key = g_strconcat ("person ", surname, NULL);
  guint32 entity = find_key (resolver, key);
  PurportGender gender = gender_of_phrase (draft, phrase);

  if (entity != PURPORT_NONE &&
      !same_first_name (draft, phrase,
                        purport_draft_phrase (draft, purport_entities_get (resolver->entities, entity)->name_phrase)))
    entity = PURPORT_NONE;
  if (entity == PURPORT_NONE) {
    entity = add_entity (resolver, PURPORT_SOURCE_PERSON, index);
    purport_entities_get (resolver->entities, entity)->named = TRUE;
  } else {
    PurportEntity *known = purport_entities_get (resolver->entities, entity);
    if (name_length (phrase) > name_length (purport_draft_phrase (draft, known->name_phrase)))
      known->name_phrase = index;
  }
  if (gender != PURPORT_GENDER_UNKNOWN)
    purport_entities_get (resolver->entities, entity)->gender = gender;
  set_key (resolver, key, entity);
  if (resolver->last_person == PURPORT_NONE || is_subject (resolver, index))
    resolver->last_person = entity;
  return entity;
}

/* The capitals of a name's words: "World Health Organization" gives "who". */
static char *
dup_initials (const PurportDraft *draft, const PurportPhrase *phrase)
{
  GString *initials = g_string_new (NULL);

  for (guint32 i = phrase->name_first_token; i < phrase->name_end_token; i++) {
    const PurportToken *token = purport_draft_token (draft, i);
    if (token->flags & PURPORT_TOKEN_LETTER &&
        (token->flags & PURPORT_TOKEN_CAPITALIZED ||
         !(purport_draft_is (draft, i, "of") || purport_draft_is (draft, i, "the") ||
           purport_draft_is (draft, i, "and") || purport_draft_is (draft, i, "for"))))
      g_string_append_c (initials, g_ascii_tolower (*purport_words_get_text (draft->words, i)));
  }
  return g_string_free (initials, FALSE);
}

static guint32
resolve_organization (Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 first = phrase->name_first_token, entity;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  if (name_length (phrase) > 1 && purport_draft_is (draft, first, "the"))
    first++;
  name = dup_folded (draft, first, phrase->name_end_token);
  key = g_strconcat ("organization ", name, NULL);
  entity = find_key (resolver, key);
  if (entity == PURPORT_NONE) {
    entity = add_entity (resolver, PURPORT_SOURCE_ORGANIZATION, index);
    purport_entities_get (resolver->entities, entity)->named = TRUE;
    set_key (resolver, key, entity);
    if (name_length (phrase) > 1) {
      g_autofree char *initials = dup_initials (draft, phrase);
      g_autofree char *initials_key = g_strconcat ("organization ", initials, NULL);
      if (strlen (initials) > 1 && find_key (resolver, initials_key) == PURPORT_NONE)
        set_key (resolver, initials_key, entity);
    }
  }
  if (resolver->speaks[index])
    resolver->last_thing = entity;
  return entity;
}

/* A bare capitalized name: a person or organization that is known by that word, else one of unknown kind. */
static guint32
resolve_name (Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  g_autofree char *last = dup_folded (draft, phrase->name_end_token - 1, phrase->name_end_token);
  g_autofree char *key = g_strconcat ("person ", last, NULL);

  if (find_key (resolver, key) != PURPORT_NONE)
    return resolve_person (resolver, index);
  return resolve_organization (resolver, index);
}

/* Words that set a group or document apart from the one the article is about. */
static gboolean
is_other (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const words[] = { "other",       "another",   "previous", "earlier", "past",   "separate",
                                       "independent", "some",      "many",     "several", "most",   "few",
                                       "two",         "different", "prior",    "older",   "similar" };

  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      if (purport_draft_is (draft, i, words[j]))
        return TRUE;
  return FALSE;
}

static gboolean
head_is_any (const PurportDraft *draft, const PurportPhrase *phrase, const char *const *words)
{
  for (; *words != NULL; words++)
    if (purport_draft_is (draft, phrase->head_token, *words))
      return TRUE;
  return FALSE;
}

static guint32
resolve_by_noun (Resolver *resolver, guint32 index, PurportSourceType type)
{
  static const char *const researchers[] = { "researchers", "scientists", "authors", "team", "investigators",
                                             "academics",   "co-authors", "group",   NULL };
  static const char *const studies[] = { "study",         "research", "findings", "finding", "results",
                                         "paper",         "analysis", "review",   "trial",   "experiment",
                                         "investigation", "result",   "project",  NULL };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  gboolean other = is_other (draft, phrase);
  g_autofree char *noun = NULL;
  g_autofree char *key = NULL;
  guint32 entity;

  if (!other && type == PURPORT_SOURCE_GROUP && head_is_any (draft, phrase, researchers))
    noun = g_strdup ("researchers");
  else if (!other && type == PURPORT_SOURCE_DOCUMENT && head_is_any (draft, phrase, studies))
    noun = g_strdup ("study");
  else
    noun = dup_folded (draft, other ? phrase->first_token : phrase->head_token, phrase->head_token + 1);
  key = g_strdup_printf ("%d %s", type, noun);
  entity = find_key (resolver, key);
  if (entity == PURPORT_NONE) {
    entity = add_entity (resolver, type, index);
    set_key (resolver, key, entity);
  }
  if (!resolver->speaks[index])
    return entity;
  if (type == PURPORT_SOURCE_GROUP)
    resolver->last_group = entity;
  else
    resolver->last_thing = entity;
  return entity;
}

/**
 * purport_entities_apposed:
 * @phrase: a phrase that names someone by a role, or by name
 *
 * Returns: the phrase right behind a comma (or before one) that stands for the same person, or %PURPORT_NONE:
 * "the study's lead author, Smith" and "Smith, a surgeon"
 */
guint32
purport_entities_apposed (const PurportDraft *draft, guint32 phrase)
{
  const PurportPhrase *here = purport_draft_phrase (draft, phrase);
  const PurportPhrase *next;
  guint32 following = phrase + 1;

  /* "the author of the study, Smith": the role may go on over one prepositional phrase */
  for (guint n = 0; n < 2 && following < draft->phrases->len; n++, following++) {
    next = purport_draft_phrase (draft, following);
    if (next->first_token >= purport_draft_phrase (draft, following - 1)->end_token + 1 &&
        purport_draft_is (draft, next->first_token - 1, ",") &&
        next->first_token - 1 == purport_draft_phrase (draft, following - 1)->end_token &&
        draft->sentence_of[next->head_token] == draft->sentence_of[here->head_token] &&
        draft->quote_of[next->head_token] == draft->quote_of[here->head_token])
      return following;
    if (next->first_token != purport_draft_phrase (draft, following - 1)->end_token + 1)
      break;
  }
  return PURPORT_NONE;
}

static gboolean
is_definite (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return purport_draft_is (draft, phrase->first_token, "the") || purport_draft_is (draft, phrase->first_token, "this");
}

/* "the professor": the person last spoken of; "a surgeon": someone new. */
static guint32
resolve_role (Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 apposed = purport_entities_apposed (draft, index);

  if (apposed != PURPORT_NONE && purport_draft_phrase (draft, apposed)->type == PURPORT_PHRASE_PERSON)
    return resolve_person (resolver, apposed);
  if (index > 0 && purport_entities_apposed (draft, index - 1) == index &&
      purport_draft_phrase (draft, index - 1)->type == PURPORT_PHRASE_PERSON)
    return resolver->entities->entity_of[index - 1];
  if (draft->quote_of[phrase->head_token] != PURPORT_NONE)
    return PURPORT_NONE;
  if (is_definite (draft, phrase) && resolver->last_person != PURPORT_NONE && is_subject (resolver, index)) {
    resolver->entities->unsure[index] = TRUE;
    return resolver->last_person;
  }
  return add_entity (resolver, PURPORT_SOURCE_PERSON, index);
}

static gboolean
gender_allows (const Resolver *resolver, guint32 entity, PurportGender gender)
{
  PurportGender known = purport_entities_get (resolver->entities, entity)->gender;
  return known == PURPORT_GENDER_UNKNOWN || known == gender;
}

/* The person last spoken of, or the last one before whose gender the pronoun allows. */
static guint32
resolve_he_or_she (Resolver *resolver, guint32 index, PurportGender gender)
{
  guint32 entity = resolver->last_person;

  for (guint32 n = 1;
       entity != PURPORT_NONE && !gender_allows (resolver, entity, gender) && n <= PRONOUN_REACH && n <= index; n++) {
    guint32 other = resolver->entities->entity_of[index - n];
    if (other != PURPORT_NONE && purport_entities_get (resolver->entities, other)->type == PURPORT_SOURCE_PERSON &&
        purport_entities_get (resolver->entities, other)->named && gender_allows (resolver, other, gender))
      entity = other;
  }
  if (entity == PURPORT_NONE || !gender_allows (resolver, entity, gender))
    return PURPORT_NONE;
  purport_entities_get (resolver->entities, entity)->gender = gender;
  resolver->last_person = entity;
  return entity;
}

static guint32
resolve_pronoun (Resolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  guint32 token = purport_draft_phrase (draft, index)->head_token;
  gboolean he = purport_draft_is (draft, token, "he"), she = purport_draft_is (draft, token, "she");

  if (draft->quote_of[token] != PURPORT_NONE)
    return PURPORT_NONE;
  if (he || she)
    return resolve_he_or_she (resolver, index, he ? PURPORT_GENDER_MAN : PURPORT_GENDER_WOMAN);
  if (purport_draft_is (draft, token, "they"))
    return resolver->last_group;
  if (purport_draft_is (draft, token, "it"))
    return resolver->last_thing;
  return PURPORT_NONE;
}

static guint32
resolve (Resolver *resolver, guint32 index)
{
  switch (purport_draft_phrase (resolver->draft, index)->type) {
  case PURPORT_PHRASE_PERSON:
    return resolve_person (resolver, index);
  case PURPORT_PHRASE_ORGANIZATION:
    return resolve_organization (resolver, index);
  case PURPORT_PHRASE_NAME:
    return resolve_name (resolver, index);
  case PURPORT_PHRASE_ROLE:
    return resolve_role (resolver, index);
  case PURPORT_PHRASE_GROUP:
    return resolve_by_noun (resolver, index, PURPORT_SOURCE_GROUP);
  case PURPORT_PHRASE_DOCUMENT:
    return resolve_by_noun (resolver, index, PURPORT_SOURCE_DOCUMENT);
  case PURPORT_PHRASE_PRONOUN:
    return resolve_pronoun (resolver, index);
  case PURPORT_PHRASE_OTHER:
  default:
    return PURPORT_NONE;
  }
}

/**
 * purport_entities_new:
 * @draft: a draft with phrases
 * @utterances: (element-type PurportUtterance): whose sources are those most likely meant by a pronoun
 *
 * O(phrases), but for pronouns, which look back over at most 200 of them.
 *
 * Returns: (transfer full): the entities
 */
PurportEntities *
purport_entities_new (const PurportDraft *draft, const GArray *utterances)
{
  PurportEntities *entities = g_new0 (PurportEntities, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *speaks = g_new0 (guint8, draft->phrases->len + 1);
  Resolver resolver = { draft, entities, by_key, speaks, PURPORT_NONE, PURPORT_NONE, PURPORT_NONE };

  for (guint i = 0; i < utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (utterances, PurportUtterance, i);
    if (utterance->phrase != PURPORT_NONE)
      speaks[utterance->phrase] = TRUE;
  }
  entities->list = g_array_new (FALSE, FALSE, sizeof (PurportEntity));
  g_array_set_clear_func (entities->list, clear_entity);
  entities->entity_of = g_new (guint32, draft->phrases->len + 1);
  entities->unsure = g_new0 (gboolean, draft->phrases->len + 1);
  for (guint32 i = 0; i < draft->phrases->len; i++) {
    guint32 entity = resolve (&resolver, i);
    entities->entity_of[i] = entity;
    if (entity != PURPORT_NONE)
      g_array_append_val (purport_entities_get (entities, entity)->phrases, i);
  }
  return entities;
}

void
purport_entities_free (PurportEntities *entities)
{
  if (entities == NULL)
    return;
  g_array_unref (entities->list);
  g_free (entities->entity_of);
  g_free (entities->unsure);
  g_free (entities);
}
