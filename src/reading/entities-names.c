/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People by surname, first name and title; organizations by name, shortened name and acronym. */
#include <string.h>

#include "reading/entities-private.h"
#include "reading/proper-names.h"

static PurportGender
gender_of (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->name_first_token; i++) {
    if (purport_draft_has (draft, i, PURPORT_TERM_WOMAN))
      return PURPORT_GENDER_WOMAN;
    if (purport_draft_has (draft, i, PURPORT_TERM_MAN))
      return PURPORT_GENDER_MAN;
  }
  return PURPORT_GENDER_UNKNOWN;
}

/* Whether two names of the same surname can be one person's: one has no first name, or both begin alike. */
static gboolean
first_names_agree (const PurportDraft *draft, const PurportTokens *a, const PurportTokens *b)
{
  const PurportToken *first, *second;
  const char *x, *y;
  gsize n;

  if (purport_resolver_length (a) < 2 || purport_resolver_length (b) < 2)
    return TRUE;
  first = purport_draft_token (draft, a->first_token);
  second = purport_draft_token (draft, b->first_token);
  x = purport_words_get_text (draft->words, a->first_token);
  y = purport_words_get_text (draft->words, b->first_token);
  n = MIN (purport_span_length (first->span), purport_span_length (second->span));
  /* "J. Smith" and "Jo Smith" are one person's names, "John Smith" and "Jane Smith" are not */
  if (n <= 2 || x[1] == '.' || y[1] == '.')
    n = 1;
  return g_ascii_strncasecmp (x, y, n) == 0;
}

/* A person that the key leads to and whose first name and gender do not speak against it. */
static guint32
find_person (
    PurportResolver *resolver, const char *prefix, const char *key, const PurportTokens *name, PurportGender gender)
{
  guint32 entity = purport_resolver_find (resolver, prefix, key);
  const PurportEntity *known;

  if (entity == PURPORT_NONE)
    return PURPORT_NONE;
  known = purport_entities_get (resolver->entities, entity);
  if (known->type != PURPORT_SOURCE_PERSON || !first_names_agree (resolver->draft, name, &known->name))
    return PURPORT_NONE;
  if (gender != PURPORT_GENDER_UNKNOWN && known->gender != PURPORT_GENDER_UNKNOWN && known->gender != gender)
    return PURPORT_NONE;
  return entity;
}

/* The keys of two people of one surname: "person smith" for the last one spoken of, "shared smith" for the other, and
 * "full jane smith".
 */
static void
remember_person (PurportResolver *resolver, guint32 entity, const PurportTokens *name, const char *surname)
{
  guint32 before = purport_resolver_find (resolver, "person", surname);
  g_autofree char *full = NULL;
  g_autofree char *first = NULL;

  if (before != PURPORT_NONE && before != entity)
    purport_resolver_set (resolver, "shared", surname, before);
  purport_resolver_set (resolver, "person", surname, entity);
  if (purport_resolver_length (name) < 2)
    return;
  /* "García" for "Gabriel García Márquez" */
  for (guint32 i = name->first_token + 1; i + 1 < name->end_token; i++) {
    g_autofree char *middle = purport_resolver_dup_words (resolver, i, i + 1);
    if (strlen (middle) > 3 && purport_resolver_find (resolver, "person", middle) == PURPORT_NONE)
      purport_resolver_set (resolver, "person", middle, entity);
  }
  full = purport_resolver_dup_words (resolver, name->first_token, name->end_token);
  first = purport_resolver_dup_words (resolver, name->first_token, name->first_token + 1);
  purport_resolver_set (resolver, "full", full, entity);
  purport_resolver_set (resolver, "first", first, entity);
}

/* The capitals of a name's words: "World Health Organization" gives "who". */
static char *
dup_initials (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  GString *initials = g_string_new (NULL);

  for (guint32 i = first_token; i < end_token; i++) {
    const PurportToken *token = purport_draft_token (draft, i);
    if (token->flags & PURPORT_TOKEN_LETTER &&
        (token->flags & PURPORT_TOKEN_CAPITALIZED ||
         !(purport_draft_is (draft, i, "of") || purport_draft_is (draft, i, "the") ||
           purport_draft_is (draft, i, "and") || purport_draft_is (draft, i, "for"))))
      g_string_append_c (initials, g_ascii_tolower (*purport_words_get_text (draft->words, i)));
  }
  return g_string_free (initials, FALSE);
}

/* "the FA (Football Association)": the long form in brackets. */
static void
remember_long_form (PurportResolver *resolver, guint32 entity, const PurportTokens *name)
{
  const PurportDraft *draft = resolver->draft;
  guint32 inside = name->end_token + 1;
  const PurportProperName *longer =
      purport_draft_is (draft, name->end_token, "(") ? purport_draft_name_at (draft, inside) : NULL;
  g_autofree char *initials = NULL;
  g_autofree char *acronym = NULL;
  g_autofree char *words = NULL;

  if (longer == NULL || longer->first_token != inside || !purport_draft_is (draft, longer->end_token, ")"))
    return;
  initials = dup_initials (draft, inside, longer->end_token);
  acronym = purport_resolver_dup_words (resolver, name->first_token, name->end_token);
  words = purport_resolver_dup_words (resolver, inside, longer->end_token);
  if (g_str_equal (initials, acronym) && purport_resolver_find (resolver, "organization", words) == PURPORT_NONE)
    purport_resolver_set (resolver, "organization", words, entity);
}

/* The organization may later be called by its initials, by the short form in brackets behind it, and by the beginning
 * of its name ("Queen Mary" for "Queen Mary University of London"). */
static void
remember_organization (PurportResolver *resolver, guint32 entity, const PurportTokens *name)
{
  const PurportDraft *draft = resolver->draft;
  guint32 first = name->first_token, end = name->end_token;
  g_autofree char *initials = NULL;

  if (purport_draft_is (draft, end, "(") && purport_draft_is (draft, end + 2, ")")) {
    g_autofree char *inside = purport_resolver_dup_words (resolver, end + 1, end + 2);
    if (purport_resolver_find (resolver, "organization", inside) == PURPORT_NONE)
      purport_resolver_set (resolver, "organization", inside, entity);
  }
  if (end - first < 2) {
    remember_long_form (resolver, entity, name);
    return;
  }
  initials = dup_initials (draft, first, end);
  if (strlen (initials) > 1 && purport_resolver_find (resolver, "organization", initials) == PURPORT_NONE)
    purport_resolver_set (resolver, "organization", initials, entity);
  for (guint32 i = first + 1; i < end; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_ORG_HEAD) || purport_draft_is (draft, i, "of")) {
      g_autofree char *beginning = purport_resolver_dup_words (resolver, first, i);
      if (purport_resolver_find (resolver, "organization", beginning) == PURPORT_NONE)
        purport_resolver_set (resolver, "organization", beginning, entity);
      break;
    }
}

/* "Larkmere" for "Larkmere Devices", unless two organizations' names begin so. */
static void
remember_first_word (PurportResolver *resolver, guint32 entity, const PurportTokens *name)
{
  g_autofree char *word = NULL;
  guint32 other;

  if (purport_resolver_length (name) < 2)
    return;
  word = purport_resolver_dup_words (resolver, name->first_token, name->first_token + 1);
  other = purport_resolver_find (resolver, "first word", word);
  if (other == PURPORT_NONE)
    purport_resolver_set (resolver, "first word", word, entity);
  else if (other != entity)
    purport_resolver_set (resolver, "two with first word", word, entity);
}

/* The organization whose name begins with @word, if there is one and no other. */
static guint32
find_by_first_word (PurportResolver *resolver, const char *word)
{
  return purport_resolver_find (resolver, "two with first word", word) == PURPORT_NONE
             ? purport_resolver_find (resolver, "first word", word)
             : PURPORT_NONE;
}

/* "The charity", "the university": what kind of body the name or the words before it say that it is. */
static void
remember_kind (PurportResolver *resolver, guint32 index, guint32 entity, const PurportTokens *name)
{
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);

  for (guint32 i = MIN (phrase->first_token, name->first_token); i < name->end_token; i++)
    if (purport_draft_has (resolver->draft, i, PURPORT_TERM_ORG_HEAD) ||
        purport_draft_has (resolver->draft, i, PURPORT_TERM_COLLECTIVE)) {
      g_autofree char *kind = purport_resolver_dup_words (resolver, i, i + 1);
      purport_resolver_set (resolver, "body", kind, entity);
    }
}

/* "The New England Journal of Medicine", "The Lancet": what a journal says is a document’s. */
static gboolean
is_journal (const PurportDraft *draft, const PurportTokens *name)
{
  const PurportTerm *term = purport_terms_get (draft->terms, name->first_token, PURPORT_TERM_JOURNAL);

  for (guint32 i = name->first_token; i < name->end_token; i++)
    if (purport_draft_is (draft, i, "journal"))
      return TRUE;
  return term != NULL && term->end_token == name->end_token;
}

/* The organization of that name, which the phrase @index stands for. */
guint32
purport_resolver_body (PurportResolver *resolver, guint32 index, const PurportTokens *name)
{
  PurportTokens bare = *name;
  g_autofree char *words = NULL;
  guint32 entity;

  if (purport_resolver_length (name) > 1 && purport_draft_is (resolver->draft, name->first_token, "the"))
    bare.first_token++;
  words = purport_resolver_dup_words (resolver, bare.first_token, bare.end_token);
  entity = purport_resolver_find (resolver, "organization", words);
  if (entity == PURPORT_NONE && purport_resolver_length (&bare) == 1)
    entity = find_by_first_word (resolver, words);
  if (entity == PURPORT_NONE) {
    entity = purport_resolver_add (
        resolver, is_journal (resolver->draft, &bare) ? PURPORT_SOURCE_DOCUMENT : PURPORT_SOURCE_ORGANIZATION, bare);
    purport_entities_get (resolver->entities, entity)->named = TRUE;
    purport_resolver_set (resolver, "organization", words, entity);
  } else {
    PurportEntity *known = purport_entities_get (resolver->entities, entity);
    if (purport_resolver_length (&bare) > purport_resolver_length (&known->name))
      known->name = bare;
  }
  remember_organization (resolver, entity, &bare);
  remember_first_word (resolver, entity, &bare);
  remember_kind (resolver, index, entity, &bare);
  if (resolver->speaks[index])
    resolver->last_organization = resolver->last_thing = entity;
  return entity;
}

guint32
purport_resolver_organization (PurportResolver *resolver, guint32 index)
{
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  PurportTokens name = purport_resolver_name_of (phrase);

  if (purport_resolver_length (&name) == 1 && phrase->first_token == name.first_token) {
    g_autofree char *surname = purport_resolver_dup_words (resolver, name.first_token, name.end_token);
    guint32 person = purport_resolver_find (resolver, "person", surname);
    /* a surname that the name model took for an organization */
    if (person != PURPORT_NONE &&
        purport_resolver_length (&purport_entities_get (resolver->entities, person)->name) > 1 &&
        purport_resolver_find (resolver, "organization", surname) == PURPORT_NONE)
      return purport_resolver_person (resolver, index);
  }
  return purport_resolver_body (resolver, index, &name);
}

guint32
purport_resolver_person (PurportResolver *resolver, guint32 index)
{
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  PurportTokens name = purport_resolver_name_of (phrase);
  gboolean single = purport_resolver_length (&name) == 1;
  g_autofree char *surname = purport_resolver_dup_words (resolver, name.end_token - 1, name.end_token);
  g_autofree char *full = purport_resolver_dup_words (resolver, name.first_token, name.end_token);
  PurportGender gender = gender_of (resolver->draft, phrase);
  guint32 entity = find_person (resolver, "full", full, &name, gender);
  PurportEntity *known;

  /* "Microsoft", once an organization, is no surname */
  if (entity == PURPORT_NONE && single && phrase->first_token == name.first_token &&
      purport_resolver_find (resolver, "person", surname) == PURPORT_NONE &&
      purport_resolver_find (resolver, "organization", surname) != PURPORT_NONE)
    return purport_resolver_body (resolver, index, &name);
  if (entity == PURPORT_NONE) {
    guint32 other = find_person (resolver, "shared", surname, &name, gender);
    entity = find_person (resolver, "person", surname, &name, gender);
    resolver->entities->unsure[index] = single && entity != PURPORT_NONE && other != PURPORT_NONE;
    if (entity == PURPORT_NONE)
      entity = other;
  }
  if (entity == PURPORT_NONE && single)
    entity = find_person (resolver, "first", surname, &name, gender);
  if (entity == PURPORT_NONE)
    entity = purport_resolver_add (resolver, PURPORT_SOURCE_PERSON, name);
  known = purport_entities_get (resolver->entities, entity);
  known->named = TRUE;
  if (purport_resolver_length (&name) > purport_resolver_length (&known->name))
    known->name = name;
  if (gender != PURPORT_GENDER_UNKNOWN)
    known->gender = gender;
  if (!single || purport_resolver_find (resolver, "first", surname) != entity)
    remember_person (resolver, entity, &name, surname);
  purport_resolver_speak_of (resolver, entity, index);
  return entity;
}

/* A bare capitalized name: a person or organization that is known by that word, else one of unknown kind. */
guint32
purport_resolver_name (PurportResolver *resolver, guint32 index)
{
  PurportTokens name = purport_resolver_name_of (purport_resolver_phrase (resolver, index));
  g_autofree char *last = purport_resolver_dup_words (resolver, name.end_token - 1, name.end_token);

  if (purport_resolver_find (resolver, "person", last) != PURPORT_NONE ||
      (purport_resolver_length (&name) == 1 && purport_resolver_find (resolver, "first", last) != PURPORT_NONE))
    return purport_resolver_person (resolver, index);
  return purport_resolver_organization (resolver, index);
}
