/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the phrases in order and gives each that can speak to an entity: names by their words, groups and documents by
 * their noun, pronouns and roles by who was last spoken of.
 */
#include "reading/entities.h"

#include "reading/entities-private.h"
#include "reading/phrases.h"
#include "reading/proper-names.h"

/* How many sentences back a pronoun or role may find its person. */
#define PRONOUN_REACH 12

/* How many phrases a relative clause may have. */
#define RELATIVE_REACH 6

/* A line of at most so many tokens may be a byline. */
#define BYLINE_LENGTH 5

static void
clear_entity (gpointer data)
{
  PurportEntity *entity = data;
  g_array_unref (entity->phrases);
}

guint32
purport_resolver_add (PurportResolver *resolver, PurportSourceType type, PurportTokens name)
{
  PurportEntity entity = { .type = type, .name = name, .phrases = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (resolver->entities->list, entity);
  return resolver->entities->list->len - 1;
}

guint32
purport_resolver_find (const PurportResolver *resolver, const char *prefix, const char *key)
{
  g_autofree char *full = g_strconcat (prefix, " ", key, NULL);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (resolver->by_key, full));
  return found == 0 ? PURPORT_NONE : found - 1;
}

void
purport_resolver_set (PurportResolver *resolver, const char *prefix, const char *key, guint32 entity)
{
  g_hash_table_replace (resolver->by_key, g_strconcat (prefix, " ", key, NULL), GUINT_TO_POINTER (entity + 1));
}

/* Returns: (transfer full): the words, case folded */
char *
purport_resolver_dup_words (const PurportResolver *resolver, guint32 first_token, guint32 end_token)
{
  g_autofree char *text = purport_draft_dup_text (resolver->draft, first_token, end_token);
  return g_utf8_casefold (text, -1);
}

/* Whether the phrase speaks, or is what its sentence says something of: no preposition before it, a verb or aside
 * behind. */
gboolean
purport_resolver_is_subject (const PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 behind = purport_draft_phrase (draft, purport_phrases_chain_end (draft, index))->end_token;
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

/* A short line without an end, or one known as such, is a byline and not a sentence about somebody. */
static gboolean
stands_in_line (const PurportDraft *draft, guint32 token)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (draft, token);
  PurportBlockKind kind = purport_draft_block_kind (draft, draft->sentence_of[token]);

  return kind == PURPORT_BLOCK_BYLINE || kind == PURPORT_BLOCK_DATE || kind == PURPORT_BLOCK_BOILERPLATE ||
         (sentence->end_token - sentence->first_token <= BYLINE_LENGTH &&
          !(purport_draft_token (draft, sentence->end_token - 1)->flags & PURPORT_TOKEN_PUNCTUATION));
}

/* A person is spoken of outside of what others say: it comes to the front of those that a pronoun may mean. */
void
purport_resolver_speak_of (PurportResolver *resolver, guint32 entity, guint32 phrase)
{
  const PurportDraft *draft = resolver->draft;
  guint32 head = purport_draft_phrase (draft, phrase)->head_token;
  PurportSalient now = { entity, draft->sentence_of[head], purport_resolver_is_subject (resolver, phrase) };
  guint at = 0;

  if ((draft->quote_of[head] != PURPORT_NONE && resolver->n_people > 0) || stands_in_line (draft, head))
    return;
  while (at < resolver->n_people && resolver->people[at].entity != entity)
    at++;
  if (at < resolver->n_people && resolver->people[at].sentence == now.sentence)
    now.subject = now.subject || resolver->people[at].subject;
  if (at == resolver->n_people && at < PURPORT_SALIENT_PEOPLE)
    resolver->n_people++;
  for (guint i = MIN (at, PURPORT_SALIENT_PEOPLE - 1); i > 0; i--)
    resolver->people[i] = resolver->people[i - 1];
  resolver->people[0] = now;
}

/* Closeness in sentences; a subject is nearer than whoever is mentioned in passing. */
static gint
salience (const PurportSalient *person, guint32 sentence)
{
  return 2 * (gint)MIN (sentence - person->sentence, 100) - (person->subject ? 3 : 0);
}

/* The person most likely meant in @sentence, or PURPORT_NONE. *open: another one is as likely. */
static guint32
find_salient (const PurportResolver *resolver, guint32 sentence, PurportGender gender, gboolean *open)
{
  gint best = 1000, second = 1000; /* more than any score */
  guint32 found = PURPORT_NONE;

  for (guint i = 0; i < resolver->n_people; i++) {
    const PurportSalient *person = &resolver->people[i];
    const PurportEntity *entity = purport_entities_get (resolver->entities, person->entity);
    gint score = salience (person, sentence);
    if (sentence - person->sentence > PRONOUN_REACH ||
        (gender != PURPORT_GENDER_UNKNOWN && entity->gender != PURPORT_GENDER_UNKNOWN && entity->gender != gender))
      continue;
    if (score < best) {
      second = best;
      best = score;
      found = person->entity;
    } else {
      second = MIN (second, score);
    }
  }
  *open = found != PURPORT_NONE && second - best < 2;
  return found;
}

/* The phrase right behind a comma that stands for the same person: "the study’s lead author, Smith". The role may go
 * on over one prepositional phrase: "the author of the study, Smith". */
static guint32
find_apposed (const PurportDraft *draft, guint32 phrase)
{
  const PurportPhrase *here = purport_draft_phrase (draft, phrase);
  guint32 following = phrase + 1;

  for (guint n = 0; n < 3 && following < draft->phrases->len; n++, following++) {
    const PurportPhrase *next = purport_draft_phrase (draft, following);
    guint32 end = purport_draft_phrase (draft, following - 1)->end_token;
    if (draft->sentence_of[next->head_token] != draft->sentence_of[here->head_token] ||
        draft->quote_of[next->head_token] != draft->quote_of[here->head_token])
      break;
    if (next->first_token == end + 1 && purport_draft_is (draft, end, ","))
      return following;
    /* "academic and professor X" */
    if (next->first_token == end + 1 && purport_draft_is (draft, end, "and") && next->type == PURPORT_PHRASE_PERSON &&
        next->first_token < next->name_first_token)
      return following;
    if (next->first_token == end)
      return following;
    if (next->first_token != end + 1)
      break;
  }
  return PURPORT_NONE;
}

static gboolean
is_definite (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return purport_draft_is (draft, phrase->first_token, "the") || purport_draft_is (draft, phrase->first_token, "this");
}

/* "A Department of Health spokesman": whoever speaks for a body and has no name is that body. */
static gboolean
find_body_spoken_for (const PurportResolver *resolver, guint32 index, PurportTokens *body)
{
  static const char *const voices[] = { "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative" };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 next = index + 1;
  gboolean voice = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (voices) && !voice; i++)
    voice = purport_draft_is (draft, phrase->head_token, voices[i]);
  for (guint32 i = phrase->first_token; i < phrase->head_token && voice; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && name->type != PURPORT_NAME_PERSON) {
      *body = (PurportTokens){ name->first_token, name->end_token };
      return TRUE;
    }
  }
  if (!voice || next == draft->phrases->len ||
      purport_draft_phrase (draft, next)->type != PURPORT_PHRASE_ORGANIZATION ||
      purport_draft_phrase (draft, next)->first_token != phrase->end_token + 1)
    return FALSE;
  *body = purport_resolver_name_of (purport_draft_phrase (draft, next));
  return purport_draft_is (draft, phrase->end_token, "for") || purport_draft_is (draft, phrase->end_token, "from") ||
         purport_draft_is (draft, phrase->end_token, "of");
}

/* How many phrases before a spokesman the body may be named. */
#define BODY_REACH 30

/* "The ministry denied it. A spokesman said": whoever speaks for nobody in particular right behind what a body said
 * speaks for that body. Returns: the body, or PURPORT_NONE. */
static guint32
find_body_before (const PurportResolver *resolver, guint32 index)
{
  static const char *const voices[] = { "spokesman", "spokeswoman", "spokesperson", NULL };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 sentence = draft->sentence_of[phrase->head_token], body = resolver->last_organization;

  if (body == PURPORT_NONE || !purport_draft_is_any (draft, phrase->head_token, voices) ||
      phrase->head_token != phrase->first_token + 1 || !purport_draft_is (draft, phrase->first_token, "a"))
    return PURPORT_NONE;
  for (guint32 i = index, n = 0;
       i > 0 && n < BODY_REACH && draft->sentence_of[purport_draft_phrase (draft, i - 1)->head_token] + 1 >= sentence;
       i--, n++)
    if (resolver->entities->entity_of[i - 1] == body)
      return body;
  return PURPORT_NONE;
}

/* "the professor": the person last spoken of; "a surgeon": someone new. */
static guint32
resolve_role (PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 apposed = find_apposed (draft, index), person;
  PurportTokens body;
  gboolean open;

  if (apposed != PURPORT_NONE && purport_draft_phrase (draft, apposed)->type == PURPORT_PHRASE_PERSON)
    return purport_resolver_person (resolver, apposed);
  if (index > 0 && find_apposed (draft, index - 1) == index &&
      purport_draft_phrase (draft, index - 1)->type == PURPORT_PHRASE_PERSON)
    return resolver->entities->entity_of[index - 1];
  if (draft->quote_of[phrase->head_token] != PURPORT_NONE)
    return PURPORT_NONE;
  if (find_body_spoken_for (resolver, index, &body))
    return purport_resolver_body (resolver, index, &body);
  person = find_body_before (resolver, index);
  if (person != PURPORT_NONE)
    return person;
  if (is_definite (draft, phrase) && purport_resolver_is_subject (resolver, index)) {
    person = find_salient (resolver, draft->sentence_of[phrase->head_token], PURPORT_GENDER_UNKNOWN, &open);
    if (person != PURPORT_NONE) {
      resolver->entities->unsure[index] = open;
      return person;
    }
  }
  return purport_resolver_add (resolver, PURPORT_SOURCE_PERSON,
                               (PurportTokens){ phrase->first_token, phrase->end_token });
}

static guint32
resolve_he_or_she (PurportResolver *resolver, guint32 index, PurportGender gender)
{
  guint32 head = purport_draft_phrase (resolver->draft, index)->head_token;
  gboolean open;
  guint32 entity = find_salient (resolver, resolver->draft->sentence_of[head], gender, &open);

  if (entity == PURPORT_NONE)
    return PURPORT_NONE;
  resolver->entities->unsure[index] = open;
  if (!open)
    purport_entities_get (resolver->entities, entity)->gender = gender;
  purport_resolver_speak_of (resolver, entity, index);
  return entity;
}

/* Those who last spoke: a group, an organization; else the group that the text was about, which is a guess. */
static guint32
resolve_they (PurportResolver *resolver, guint32 index)
{
  if (resolver->last_group != PURPORT_NONE)
    return resolver->last_group;
  resolver->entities->unsure[index] = TRUE;
  return resolver->last_organization != PURPORT_NONE ? resolver->last_organization : resolver->last_people;
}

static guint32
resolve_pronoun (PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  guint32 token = purport_draft_phrase (draft, index)->head_token;

  if (draft->quote_of[token] != PURPORT_NONE)
    return PURPORT_NONE;
  if (purport_draft_is (draft, token, "he"))
    return resolve_he_or_she (resolver, index, PURPORT_GENDER_MAN);
  if (purport_draft_is (draft, token, "she"))
    return resolve_he_or_she (resolver, index, PURPORT_GENDER_WOMAN);
  if (purport_draft_is (draft, token, "they"))
    return resolve_they (resolver, index);
  if (purport_draft_is (draft, token, "it"))
    return resolver->last_thing;
  return PURPORT_NONE;
}

static guint32
resolve (PurportResolver *resolver, guint32 index)
{
  switch (purport_draft_phrase (resolver->draft, index)->type) {
  case PURPORT_PHRASE_PERSON:
    return purport_resolver_person (resolver, index);
  case PURPORT_PHRASE_ORGANIZATION:
    return purport_resolver_organization (resolver, index);
  case PURPORT_PHRASE_NAME:
    return purport_resolver_name (resolver, index);
  case PURPORT_PHRASE_ROLE:
    return resolve_role (resolver, index);
  case PURPORT_PHRASE_GROUP:
    return purport_resolver_group (resolver, index);
  case PURPORT_PHRASE_DOCUMENT:
    return purport_resolver_document (resolver, index);
  case PURPORT_PHRASE_PRONOUN:
    return resolve_pronoun (resolver, index);
  case PURPORT_PHRASE_OTHER:
  default:
    return PURPORT_NONE;
  }
}

/*
 * A phrase behind a preposition and before its verb is no subject: "the new research, which was done at a unit in the
 * North East, shows". Returns: the phrase before the relative clause that it stands in, or PURPORT_NONE.
 */
static guint32
head_of_relative (const PurportDraft *draft, const PurportUtterance *utterance, guint32 phrase)
{
  const PurportPhrase *here = purport_draft_phrase (draft, phrase);
  guint32 sentence = draft->sentence_of[here->head_token];
  PurportTag before = here->first_token > 0 ? purport_draft_tag (draft, here->first_token - 1) : PURPORT_TAG_NONE;

  if (before != PURPORT_TAG_IN || utterance->cue.first_token < here->end_token)
    return PURPORT_NONE;
  for (guint n = 0; n < RELATIVE_REACH && phrase > 0; n++) {
    const PurportPhrase *other = purport_draft_phrase (draft, --phrase);
    guint32 behind = other->end_token;
    if (draft->sentence_of[other->head_token] != sentence ||
        draft->quote_of[other->head_token] != draft->quote_of[here->head_token])
      break;
    if (purport_draft_is (draft, behind, ","))
      behind++;
    if (purport_draft_is (draft, behind, "which") && purport_phrases_is_speaker (other))
      return phrase;
  }
  return PURPORT_NONE;
}

/* "Edward Said said": a surname that was taken for the verb. */
static guint32
person_in_cue (const PurportDraft *draft, const PurportUtterance *utterance)
{
  guint32 token = utterance->cue.first_token;
  const PurportProperName *name = utterance->cue.end_token > token ? purport_draft_name_at (draft, token) : NULL;

  return name != NULL && name->typed && name->type == PURPORT_NAME_PERSON ? draft->phrase_of[token] : PURPORT_NONE;
}

/* "One of the researchers, Dr Smith, said": the person who is named behind. */
static guint32
one_of_several (const PurportDraft *draft, const PurportUtterance *utterance)
{
  guint32 first = utterance->source.first_token, phrase = utterance->phrase + 1;

  if (utterance->source.end_token < first + 4 || !purport_draft_is (draft, first, "one") ||
      !purport_draft_is (draft, first + 1, "of"))
    return PURPORT_NONE;
  for (; phrase < draft->phrases->len; phrase++) {
    const PurportPhrase *here = purport_draft_phrase (draft, phrase);
    if (here->end_token > utterance->source.end_token)
      return PURPORT_NONE;
    if (here->type == PURPORT_PHRASE_PERSON && purport_draft_is (draft, here->first_token - 1, ","))
      return phrase;
  }
  return PURPORT_NONE;
}

/**
 * purport_entities_speaking_phrase:
 * @utterance: an utterance that is not the same source's as another
 *
 * Returns: the phrase that its source is, or %PURPORT_NONE. Of a chain that is the first that can speak: "the study by
 * X University", "records of a thousand adults in X". O(length of the chain).
 */
guint32
purport_entities_speaking_phrase (const PurportDraft *draft, const PurportUtterance *utterance)
{
  guint32 start, head, owned = utterance->phrase;

  if (utterance->phrase == PURPORT_NONE)
    return person_in_cue (draft, utterance);
  if (purport_draft_phrase (draft, utterance->phrase)->type == PURPORT_PHRASE_PRONOUN)
    return utterance->phrase;
  /* "the charity’s Tom Smith", "Smith’s team": what is owned speaks */
  while (owned + 1 < draft->phrases->len &&
         purport_draft_tag (draft, purport_draft_phrase (draft, owned)->end_token) == PURPORT_TAG_POS &&
         purport_draft_phrase (draft, owned + 1)->first_token == purport_draft_phrase (draft, owned)->end_token + 1 &&
         purport_draft_phrase (draft, owned + 1)->end_token <= utterance->source.end_token)
    owned++;
  head = one_of_several (draft, utterance);
  if (head != PURPORT_NONE)
    return head;
  if (owned > utterance->phrase && purport_phrases_is_speaker (purport_draft_phrase (draft, owned)))
    return owned;
  start = purport_phrases_chain_start (draft, utterance->phrase);
  head = head_of_relative (draft, utterance, start);
  if (head != PURPORT_NONE)
    return head;
  for (guint32 i = start; i < utterance->phrase; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, i);
    if (purport_phrases_is_speaker (phrase) && !purport_draft_is (draft, phrase->end_token, "and"))
      return i;
  }
  return utterance->phrase;
}

/**
 * purport_entities_new:
 * @draft: a draft with phrases
 * @utterances: (element-type PurportUtterance): whose sources are those most likely meant by a pronoun
 *
 * O(phrases).
 *
 * Returns: (transfer full): the entities
 */
PurportEntities *
purport_entities_new (const PurportDraft *draft, const GArray *utterances)
{
  PurportEntities *entities = g_new0 (PurportEntities, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *speaks = g_new0 (guint8, draft->phrases->len + 1);
  PurportResolver resolver = { .draft = draft,
                               .entities = entities,
                               .by_key = by_key,
                               .speaks = speaks,
                               .last_group = PURPORT_NONE,
                               .last_people = PURPORT_NONE,
                               .last_thing = PURPORT_NONE,
                               .last_organization = PURPORT_NONE };

  for (guint i = 0; i < utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (utterances, PurportUtterance, i);
    guint32 phrase =
        utterance->same_as == PURPORT_NONE ? purport_entities_speaking_phrase (draft, utterance) : PURPORT_NONE;
    if (phrase != PURPORT_NONE)
      speaks[phrase] = TRUE;
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
