/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads role and affiliation from what stands around a mention: roles and institutions before a name ("plastic surgeon
 * X", "Y University professor X", "the lead author, X"), and behind it prepositions, appositions, relative clauses and
 * "X is a …". Nothing is taken from outside the sentence of a mention, and nothing from behind another person's name.
 */
#include "reading/descriptions.h"

#include "reading/describer.h"
#include "reading/expertise.h"
#include "reading/independence.h"
#include "reading/phrases.h"
#include "reading/proper-names.h"

/* How many tokens behind a name may describe it. */
#define REACH 60

/* "led the study", "worked on the project", "co-directs the X Institute": work that is named like a role. */
static guint32
read_work (PurportDescriber *describer, guint32 token)
{
  static const char *const leads[] = { "led",        "co-led",      "leads",      "headed",      "heads",
                                       "conducted",  "ran",         "runs",       "directed",    "directs",
                                       "co-directs", "oversaw",     "supervised", "coordinated", "co-wrote",
                                       "authored",   "co-authored", "chairs",     "chaired",     "founded",
                                       "co-founded", "co-directed", NULL };
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase;
  guint32 end = token + 1;

  if (purport_draft_is (draft, token, "also"))
    return read_work (describer, token + 1);
  if ((purport_draft_is (draft, token, "worked") && purport_draft_is (draft, token + 1, "on")) ||
      (purport_draft_is (draft, token, "carried") && purport_draft_is (draft, token + 1, "out")))
    end = token + 2;
  else if (!purport_draft_is_any (draft, token, leads))
    return PURPORT_NONE;
  phrase = purport_describer_in_reach (describer, end) ? purport_describer_phrase_at (draft, end) : NULL;
  if (phrase == NULL)
    return PURPORT_NONE;
  if (purport_describer_is_affiliation (draft, phrase)) {
    purport_describer_add_role_words (describer, token, end);
    return purport_describer_add_affiliation (describer, phrase);
  }
  if (phrase->type != PURPORT_PHRASE_DOCUMENT && phrase->type != PURPORT_PHRASE_GROUP &&
      !purport_draft_is (draft, phrase->head_token, "work"))
    return PURPORT_NONE;
  purport_describer_add_role_words (describer, token, phrase->end_token);
  return phrase->end_token;
}

/* Whether what follows a comma or "and" at @token goes on to describe: a role, an institution, a clause. */
static gboolean
describes_on (const PurportDescriber *describer, guint32 token)
{
  static const char *const openers[] = {
    "who", "at", "from", "of", "in", "and", "with", "based", "where", "also", NULL
  };
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase;

  if (!purport_describer_in_reach (describer, token))
    return FALSE;
  if (purport_draft_is_any (draft, token, openers))
    return TRUE;
  phrase = purport_describer_phrase_at (draft, token);
  if (phrase == NULL || phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_PRONOUN)
    return FALSE;
  if (purport_describer_is_role (draft, phrase) || purport_describer_is_affiliation (draft, phrase) ||
      purport_describer_may_be_role (describer, phrase))
    return TRUE;
  /* "University of X, London, said": a place between */
  return phrase->type == PURPORT_PHRASE_ORGANIZATION || phrase->type == PURPORT_PHRASE_NAME;
}

/* "who was involved in the design of the study" */
static guint32
read_involvement (PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  while (purport_draft_is (draft, token, "was") || purport_draft_is (draft, token, "is") ||
         purport_draft_is (draft, token, "also"))
    token++;
  if (!purport_draft_is (draft, token, "involved") || !purport_draft_is (draft, token + 1, "in"))
    return PURPORT_NONE;
  for (guint32 i = token + 2;
       i < token + 12 && purport_describer_in_reach (describer, i) && !purport_describer_is_mark (draft, i); i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_DOCUMENT)) {
      purport_describer_add_role_words (describer, token, i + 1);
      return i + 1;
    }
  return PURPORT_NONE;
}

static guint32
read_relative (PurportDescriber *describer, guint32 token)
{
  static const char *const works_at[] = { "works", "worked", "teaches", "taught", "works", "sits", "serves", NULL };
  const PurportDraft *draft = describer->draft;
  guint32 end = read_work (describer, token);

  if (end == PURPORT_NONE)
    end = read_involvement (describer, token);
  if (end != PURPORT_NONE)
    return end;
  if (purport_draft_is (draft, token, "is") || purport_draft_is (draft, token, "was") ||
      purport_draft_is_any (draft, token, works_at))
    return token + 1;
  return PURPORT_NONE;
}

/* An institution, unless the words before it show that it is where one lives: "a teacher from Tarnby". */
static guint32
read_affiliation (PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 first = phrase->first_token;
  gboolean single = phrase->name_end_token == phrase->name_first_token + 1 &&
                    !(purport_draft_token (draft, phrase->name_first_token)->flags & PURPORT_TOKEN_UPPER) &&
                    !purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD);

  if (single && first > 1 && purport_draft_is (draft, first - 1, "from") &&
      purport_draft_has (draft, first - 2, PURPORT_TERM_LAY))
    return phrase->end_token;
  return purport_describer_add_affiliation (describer, phrase);
}

/* "School of Pharmacy named after Smith", and as translations have it "name of Smith": no other person’s description.
 */
static gboolean
is_namesake (const PurportDraft *draft, guint32 token)
{
  return token > 1 && (purport_draft_is (draft, token - 2, "named") ||
                       (purport_draft_is (draft, token - 2, "name") && purport_draft_is (draft, token - 1, "of")));
}

/* Reads from @token on for as long as the words may describe the mention. @relation: the word before leads to an
 * institution. Returns: where it stopped. */
static guint32
read_stretch (PurportDescriber *describer, guint32 token)
{
  static const char *const leading[] = { "of", "at",   "from",  "for",  "with", "in", "by",
                                         "&",  "also", "based", "both", "on",   NULL };
  const PurportDraft *draft = describer->draft;
  guint32 limit = token + REACH;

  while (token < limit && purport_describer_in_reach (describer, token)) {
    const PurportPhrase *phrase = purport_describer_phrase_at (draft, token);
    if (phrase != NULL) {
      if (phrase->type == PURPORT_PHRASE_PRONOUN ||
          (phrase->type == PURPORT_PHRASE_PERSON && !is_namesake (draft, token)))
        break;
      if (phrase->type == PURPORT_PHRASE_PERSON)
        token = phrase->end_token;
      else if (purport_describer_is_role (draft, phrase) ||
               (purport_describer_is_mark (draft, token - 1) && purport_describer_may_be_role (describer, phrase)))
        token = purport_describer_add_role (describer, phrase);
      else if (purport_describer_is_affiliation (draft, phrase))
        token = read_affiliation (describer, phrase);
      else if (phrase->type == PURPORT_PHRASE_ORGANIZATION || phrase->type == PURPORT_PHRASE_NAME ||
               phrase->type == PURPORT_PHRASE_GROUP ||
               purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
        token = phrase->end_token; /* a place, or "a team from X", "the charity X" */
      else
        break;
    } else if (purport_draft_tag (draft, token) == PURPORT_TAG_POS) {
      token++;
    } else if (purport_draft_is (draft, token, "named") &&
               (purport_draft_is (draft, token + 1, "after") || purport_draft_is (draft, token + 1, "for"))) {
      token += 2; /* whoever it is named after is passed over */
    } else if (purport_draft_is (draft, token, "(") && purport_draft_is (draft, token + 2, ")")) {
      token += 3;
    } else if (purport_draft_is (draft, token, "who")) {
      guint32 end = read_relative (describer, token + 1);
      if (end == PURPORT_NONE)
        break;
      token = end;
    } else if (purport_describer_is_mark (draft, token) || purport_draft_is (draft, token, "and")) {
      if (!describes_on (describer, token + 1))
        break;
      token++;
    } else if (purport_draft_is_any (draft, token, leading)) {
      token++;
    } else {
      break;
    }
  }
  return token;
}

/* Behind "(42)" or ", 42,": an age. */
static guint32
skip_age (const PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  if (purport_draft_is (draft, token, "(") && purport_draft_is (draft, token + 2, ")"))
    return token + 3;
  if (purport_draft_is (draft, token, ",") && purport_describer_in_reach (describer, token + 2) &&
      purport_draft_tag (draft, token + 1) == PURPORT_TAG_CD && purport_draft_is (draft, token + 2, ","))
    return token + 2;
  return token;
}

/* "Smith, 68, of Bristol": behind an age, a name without a word such as "university" is that of a place. */
static gboolean
is_home (const PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase;

  if (purport_draft_is (draft, token, ","))
    token++;
  if (!purport_draft_is (draft, token, "of") && !purport_draft_is (draft, token, "from"))
    return FALSE;
  phrase = purport_describer_in_reach (describer, token + 1) ? purport_describer_phrase_at (draft, token + 1) : NULL;
  return phrase != NULL && phrase->name_end_token - phrase->name_first_token <= 2 &&
         !purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD);
}

/* What stands behind a name. */
static void
read_behind (PurportDescriber *describer, guint32 end_token)
{
  static const char *const openers[] = { "of", "from", "at", "with", "for", "who", NULL };
  static const char *const works[] = { "works", "teaches", "taught", "worked", NULL };
  static const char *const places[] = { "at", "for", "with", NULL };
  const PurportDraft *draft = describer->draft;
  guint32 token = skip_age (describer, end_token), end;

  if (!purport_describer_in_reach (describer, token) || (token > end_token && is_home (describer, token)))
    return;
  if (purport_draft_is_any (draft, token, openers) ||
      (purport_describer_is_mark (draft, token) && describes_on (describer, token + 1)))
    token = read_stretch (describer, token);
  if (token > end_token && purport_draft_is (draft, token, ","))
    token++;
  if (!purport_describer_in_reach (describer, token))
    return;
  end = read_work (describer, token);
  if (end != PURPORT_NONE)
    read_stretch (describer, end);
  else if (purport_draft_is (draft, token, "is") || purport_draft_is (draft, token, "was")) {
    const PurportPhrase *phrase =
        purport_describer_in_reach (describer, token + 1) ? purport_describer_phrase_at (draft, token + 1) : NULL;
    if (phrase != NULL && purport_describer_is_role (draft, phrase))
      read_stretch (describer, token + 1);
  } else if (purport_draft_is_any (draft, token, works) && purport_draft_is_any (draft, token + 1, places)) {
    read_stretch (describer, token + 1);
  }
}

/* A title that is a role of its own behind another: "study co-author Professor". */
static guint32
second_title (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token + 1; i < end_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_TITLE) && !purport_draft_has (draft, i, PURPORT_TERM_HONORIFIC) &&
        purport_draft_is_role (draft, i - 1) && !purport_draft_is (draft, i - 1, "attorney") &&
        !purport_draft_is (draft, i - 1, "secretary"))
      return i;
  return end_token;
}

/* Whether the words before a name say what the person is: a known role or title, or a noun that ends like one. */
static gboolean
is_role_before_name (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token; i < end_token; i++)
    if (purport_draft_is_role (draft, i) || purport_draft_has (draft, i, PURPORT_TERM_TITLE) ||
        purport_draft_has (draft, i, PURPORT_TERM_AUTHOR))
      return TRUE;
  return purport_draft_tag (draft, end_token - 1) == PURPORT_TAG_NN &&
         purport_describer_ends_like_person (draft, end_token - 1);
}

/* The words before the name in its own phrase: "Lead researcher Dr", "Facebook founder". */
static void
read_prefix (PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = phrase->name_first_token, first = phrase->first_token, split;

  while (end > first &&
         (purport_draft_has (draft, end - 1, PURPORT_TERM_HONORIFIC) || purport_draft_is (draft, end - 1, ".")))
    end--;
  if (end == first)
    return;
  for (guint32 i = first; i < end; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && name->first_token == i && purport_describer_is_institution_before (draft, name, end - 1))
      purport_describer_add_institutions (describer, i, name->end_token);
    if (name != NULL && name->typed && name->type == PURPORT_NAME_PERSON && i > first &&
        purport_draft_tag (draft, name->end_token) != PURPORT_TAG_POS)
      end = i; /* "his father Mohamed El-Hassan Mohamed" */
    if (purport_draft_tag (draft, i) == PURPORT_TAG_POS || (name != NULL && name->type == PURPORT_NAME_ORGANIZATION))
      first = i + 1;
  }
  if (first == end || !is_role_before_name (draft, first, end))
    return;
  split = second_title (draft, first, end);
  purport_describer_add_role_words (describer, first, split);
  purport_describer_add_role_words (describer, split, end);
}

/* "Smith, the director of Y, Z said": the role before Z is that of the person before it. */
static gboolean
apposes_person (const PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 comma = phrase->first_token - 1, before;

  if (phrase->first_token < 2 || !purport_describer_is_mark (draft, comma) ||
      !purport_describer_in_reach (describer, comma - 1))
    return FALSE;
  before = draft->phrase_of[comma - 1];
  return before != PURPORT_NONE && purport_draft_phrase (draft, before)->type == PURPORT_PHRASE_PERSON;
}

/* "The charity’s Tom Smith": he belongs to the body that is meant, which the article names elsewhere. */
static void
read_owner (PurportDescriber *describer, const PurportEntities *entities, guint32 first_token)
{
  const PurportDraft *draft = describer->draft;
  guint32 owner, entity;
  const PurportTokens *name;

  if (first_token < 2 || !purport_describer_in_reach (describer, first_token - 2) ||
      purport_draft_tag (draft, first_token - 1) != PURPORT_TAG_POS ||
      draft->phrase_of[first_token - 2] == PURPORT_NONE)
    return;
  owner = draft->phrase_of[first_token - 2];
  entity = entities->entity_of[owner];
  if (entity == PURPORT_NONE || purport_entities_get (entities, entity)->type != PURPORT_SOURCE_ORGANIZATION ||
      !purport_entities_get (entities, entity)->named)
    return;
  name = &purport_entities_get (entities, entity)->name;
  purport_describer_add_institutions (describer, name->first_token, name->end_token);
}

/* "Executive director of the X Society Anna Smith", "the study’s lead author, Smith", "one of the authors, Smith". */
static void
read_before (PurportDescriber *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = purport_draft_phrase (draft, index)->first_token, start, before;
  const PurportPhrase *first;

  before = end;
  if (before > 0 && purport_draft_is (draft, before - 1, ","))
    before--;
  if (before == 0 || !purport_describer_in_reach (describer, before - 1) ||
      draft->phrase_of[before - 1] == PURPORT_NONE)
    return;
  start = purport_phrases_chain_start (draft, draft->phrase_of[before - 1]);
  first = purport_draft_phrase (draft, start);
  if (before < end && apposes_person (describer, first))
    return;
  if (first->type == PURPORT_PHRASE_GROUP && first->first_token > 1 &&
      purport_draft_is (draft, first->first_token - 1, "of") &&
      purport_draft_is (draft, first->first_token - 2, "one")) {
    purport_describer_add_role_words (describer, first->first_token - 2, first->end_token);
    return;
  }
  if (purport_describer_is_role (draft, first) ||
      (before == end && purport_draft_tag (draft, first->head_token) == PURPORT_TAG_NN &&
       first->first_token == purport_draft_sentence (draft, describer->sentence)->first_token)) {
    guint32 token = purport_describer_add_role (describer, first);
    while (token < before) {
      const PurportPhrase *phrase = purport_describer_phrase_at (draft, token);
      if (phrase != NULL && purport_describer_is_affiliation (draft, phrase))
        token = purport_describer_add_affiliation (describer, phrase);
      else
        token++;
    }
  }
}

/* "a team led by Smith of the X Institute": the institution is that of the team too. */
static void
read_leader (PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *leader;

  if (!purport_describer_in_reach (describer, token + 2) || !purport_draft_is (draft, token, "led") ||
      !purport_draft_is (draft, token + 1, "by"))
    return;
  leader = purport_describer_phrase_at (draft, token + 2);
  if (leader != NULL)
    read_behind (describer, leader->end_token);
}

/* A mention that is a noun: "a Department of Health spokesman", "researchers at X and Y led by Z", "NHS data". */
static void
read_nominal (PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  PurportSourceType type = describer->source->type;

  if (type == PURPORT_SOURCE_PERSON) {
    if (purport_describer_is_role (draft, phrase) && describer->source->roles->len == 0)
      read_stretch (describer, purport_describer_add_role (describer, phrase));
  } else if (type == PURPORT_SOURCE_ORGANIZATION) {
    if (purport_describer_is_role (draft, phrase))
      purport_describer_add_role (describer, phrase);
  } else if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_LAY)) {
    static const char *const makers[] = { "by", "from", "at", NULL };
    guint32 first = phrase->first_token;
    gboolean of_author =
        first > 1 && purport_draft_is (draft, first - 1, "of") && purport_draft_is_role (draft, first - 2);
    of_author = of_author || (first > 0 && purport_draft_tag (draft, first - 1) == PURPORT_TAG_VBD);
    purport_describer_add_institutions (describer, first, phrase->head_token);
    if (type == PURPORT_SOURCE_GROUP || (purport_draft_is_any (draft, phrase->end_token, makers) && !of_author))
      read_leader (describer, read_stretch (describer, phrase->end_token));
  }
}

static void
read_mention (PurportDescriber *describer, const PurportEntities *entities, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);

  describer->sentence = draft->sentence_of[phrase->head_token];
  describer->quote = draft->quote_of[phrase->head_token];
  if (phrase->type == PURPORT_PHRASE_PRONOUN) {
    if (describer->source->type == PURPORT_SOURCE_PERSON)
      read_behind (describer, phrase->end_token);
  } else if (phrase->type == PURPORT_PHRASE_PERSON ||
             (phrase->type == PURPORT_PHRASE_NAME && describer->source->type == PURPORT_SOURCE_PERSON)) {
    read_owner (describer, entities, phrase->first_token);
    read_before (describer, index);
    read_prefix (describer, phrase);
    read_behind (describer, phrase->end_token);
  } else if (phrase->type == PURPORT_PHRASE_ORGANIZATION && phrase->first_token < phrase->name_first_token) {
    /* "leading charity Beat" */
    if (purport_draft_has (draft, phrase->name_first_token - 1, PURPORT_TERM_COLLECTIVE) &&
        draft->name_of[phrase->name_first_token - 1] == PURPORT_NONE)
      purport_describer_add_role_words (describer, phrase->first_token, phrase->name_first_token);
  } else if (phrase->type != PURPORT_PHRASE_ORGANIZATION && phrase->type != PURPORT_PHRASE_NAME) {
    read_nominal (describer, phrase);
  }
}

/* Whether a study is led by the person, or the person leads it: "a team led by Smith", "Smith led the analysis". */
static gboolean
leads_study (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const leads[] = { "led", "headed", "conducted", "directed", "co-authored", "coordinated", NULL };
  guint32 first = phrase->first_token;

  return first >= 2 && purport_draft_is (draft, first - 1, "by") && purport_draft_is_any (draft, first - 2, leads) &&
         draft->sentence_of[first - 2] == draft->sentence_of[first];
}

/* "Smith of the X Centre led the analysis": behind the name and its description a verb of work and a study. */
static gboolean
is_subject_of_study (const PurportDraft *draft, const PurportPhrase *phrase)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  g_autoptr (GArray) affiliations = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  PurportSource trial = { .type = PURPORT_SOURCE_PERSON, .roles = roles, .affiliations = affiliations };
  PurportDescriber describer = { draft, &trial, draft->sentence_of[phrase->head_token],
                                 draft->quote_of[phrase->head_token] };

  read_behind (&describer, phrase->end_token);
  for (guint i = 0; i < roles->len; i++) {
    PurportTokens tokens = purport_draft_tokens_at (draft, g_array_index (roles, PurportSpan, i));
    if (purport_tag_is_verb (purport_draft_tag (draft, tokens.first_token)) &&
        purport_draft_has (draft, tokens.end_token - 1, PURPORT_TERM_DOCUMENT))
      return TRUE;
  }
  return FALSE;
}

/**
 * purport_descriptions_presents:
 * @entity: a person who says nothing
 *
 * Returns: whether the article presents the person as an author of a study all the same. O(mentions).
 */
gboolean
purport_descriptions_presents (const PurportDraft *draft, const PurportEntity *entity)
{
  if (entity->type != PURPORT_SOURCE_PERSON || !entity->named || entity->name.end_token - entity->name.first_token < 2)
    return FALSE;
  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    if (leads_study (draft, phrase) || (phrase->type == PURPORT_PHRASE_PERSON && is_subject_of_study (draft, phrase)))
      return TRUE;
  }
  return FALSE;
}

/**
 * purport_descriptions_collect_institutions:
 * @entity: an entity that becomes no source
 * @institutions: (element-type PurportSpan): gets the institutions that its mentions name
 */
void
purport_descriptions_collect_institutions (const PurportDraft *draft,
                                           const PurportEntities *entities,
                                           const PurportEntity *entity,
                                           GArray *institutions)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  PurportSource trial = { .type = entity->type, .roles = roles, .affiliations = institutions };
  PurportDescriber describer = { .draft = draft, .source = &trial };

  for (guint i = 0; i < entity->phrases->len; i++)
    read_mention (&describer, entities, g_array_index (entity->phrases, guint32, i));
}

/**
 * purport_descriptions_read:
 * @entity: the entity with its mentions
 * @source: the source that is made of it; gets roles, affiliations, expertise and independence
 *
 * O(mentions × length of their sentences).
 */
void
purport_descriptions_read (const PurportDraft *draft,
                           const PurportEntities *entities,
                           const PurportEntity *entity,
                           PurportSource *source)
{
  PurportDescriber describer = { .draft = draft, .source = source };

  for (guint i = 0; i < entity->phrases->len; i++)
    read_mention (&describer, entities, g_array_index (entity->phrases, guint32, i));
  if (source->type == PURPORT_SOURCE_GROUP || source->type == PURPORT_SOURCE_DOCUMENT)
    g_array_set_size (source->roles, 0);
  purport_independence_read (draft, entity, source);
  source->expert = purport_expertise_is_expert (draft, entity, source);
}
