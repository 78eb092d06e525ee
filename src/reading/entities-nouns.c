/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Groups and documents by their noun. "Researchers", "scientists", "the team" are the same people until another
 * institution is named for them; "the study", "the findings", "the report" the same work until "previous", "separate"
 * or a name of its own sets one apart.
 */
#include <string.h>

#include "reading/entities-private.h"
#include "reading/phrases.h"
#include "reading/proper-names.h"

/* The first sentence of the text has at least so many tokens; before it stand titles, names and dates. */
#define FIRST_SENTENCE 14
#define OPENING_LIMIT 30

/* Words that set a group or document apart from the one the article is about. */
static gboolean
is_other (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const words[] = { "other",    "another",   "previous", "earlier",   "past",        "separate",
                                       "some",     "many",      "several",  "most",      "independent", "few",
                                       "two",      "different", "prior",    "older",     "similar",     "three",
                                       "numerous", "various",   "existing", "unrelated", NULL };

  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_is_any (draft, i, words))
      return TRUE;
  return FALSE;
}

/* The institutions that the chain of a phrase names: "researchers at X and Y"; and those before its noun. */
static char *
dup_institution (const PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *first = purport_resolver_phrase (resolver, index);
  const PurportPhrase *last = purport_resolver_phrase (resolver, purport_phrases_chain_end (draft, index));

  for (guint32 i = first->first_token; i < last->end_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && (name->typed ? name->type == PURPORT_NAME_ORGANIZATION : i > first->head_token))
      return purport_resolver_dup_words (resolver, name->first_token, name->end_token);
  }
  return NULL;
}

/* "In a linked editorial, researchers at X": those who comment on the study are not its authors. */
static gboolean
comments_on_study (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = purport_draft_sentence_of (draft, phrase->head_token)->first_token; i < phrase->first_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_INDEPENDENT))
      return TRUE;
  return FALSE;
}

/* "A group of medicines", "England’s winning team" are no researchers. */
static gboolean
is_team_of_researchers (const PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  gboolean plain =
      !purport_draft_is (draft, phrase->first_token, "this") && !purport_draft_is (draft, phrase->first_token, "that");

  if (purport_draft_is (draft, phrase->end_token, "of") && index + 1 < draft->phrases->len)
    return purport_resolver_phrase (resolver, index + 1)->type == PURPORT_PHRASE_GROUP;
  for (guint32 i = phrase->first_token; i < phrase->head_token; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    const PurportProperName *name = purport_draft_name_at (draft, i);
    plain = plain && (tag == PURPORT_TAG_DT || tag == PURPORT_TAG_PRPS ||
                      (tag == PURPORT_TAG_POS && i < phrase->first_token + 2) || tag == PURPORT_TAG_JJ ||
                      name != NULL || purport_draft_is (draft, i, "research") || purport_draft_is (draft, i, "study"));
  }
  return plain;
}

static PurportTokens
whole_phrase (const PurportResolver *resolver, guint32 index)
{
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  return (PurportTokens){ phrase->first_token, phrase->end_token };
}

static guint32
find_or_add (PurportResolver *resolver, const char *prefix, const char *key, PurportSourceType type, guint32 index)
{
  guint32 entity = purport_resolver_find (resolver, prefix, key);

  if (entity == PURPORT_NONE) {
    entity = purport_resolver_add (resolver, type, whole_phrase (resolver, index));
    purport_resolver_set (resolver, prefix, key, entity);
  }
  return entity;
}

/* The researchers that are meant: those of the institution named; else those last spoken of. */
static guint32
resolve_researchers (PurportResolver *resolver, guint32 index)
{
  g_autofree char *institution = dup_institution (resolver, index);
  guint32 entity = purport_resolver_find (resolver, "group", "researchers"), known;

  if (institution == NULL) {
    known = find_or_add (resolver, "group", "researchers", PURPORT_SOURCE_GROUP, index);
    if (entity == PURPORT_NONE)
      purport_entities_get (resolver->entities, known)->of_study = TRUE;
    return known;
  }
  known = purport_resolver_find (resolver, "researchers at", institution);
  if (known == PURPORT_NONE && entity != PURPORT_NONE &&
      !comments_on_study (resolver->draft, purport_resolver_phrase (resolver, index))) {
    g_autofree char *other = g_strdup_printf ("%u", entity);
    /* the first institution named for those who had none is theirs */
    if (purport_resolver_find (resolver, "placed", other) == PURPORT_NONE)
      known = entity;
  }
  if (known == PURPORT_NONE) {
    PurportTokens name = whole_phrase (resolver, index);
    /* a second group of researchers is told apart by its institution */
    if (entity != PURPORT_NONE)
      name.end_token =
          purport_resolver_phrase (resolver, purport_phrases_chain_end (resolver->draft, index))->end_token;
    known = purport_resolver_add (resolver, PURPORT_SOURCE_GROUP, name);
    purport_entities_get (resolver->entities, known)->of_study = entity == PURPORT_NONE;
  }
  purport_resolver_set (resolver, "researchers at", institution, known);
  purport_resolver_set (resolver, "group", "researchers", known);
  {
    g_autofree char *self = g_strdup_printf ("%u", known);
    purport_resolver_set (resolver, "placed", self, known);
  }
  return known;
}

/* Whether the phrase stands in the title or the first sentence of the text. */
static gboolean
in_opening (const PurportDraft *draft, const PurportPhrase *phrase)
{
  if (draft->sentence_of[phrase->head_token] > OPENING_LIMIT)
    return FALSE;
  for (guint32 i = 0; i < draft->sentence_of[phrase->head_token]; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    if (sentence->end_token - sentence->first_token >= FIRST_SENTENCE &&
        purport_draft_block_kind (draft, i) == PURPORT_BLOCK_PARAGRAPH)
      return FALSE;
  }
  return TRUE;
}

/* "Experts" are those of the study where they open the article, have an institution, or stand behind the study. */
static gboolean
are_of_the_study (const PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  g_autofree char *institution = dup_institution (resolver, index);

  return institution != NULL || in_opening (draft, phrase) || purport_draft_is (draft, phrase->end_token, "behind");
}

/* Whether a plural noun is one for people: known as such, or by its ending; "autopsies" and "later years" are none. */
static gboolean
are_people (const PurportDraft *draft, guint32 head)
{
  static const char *const people[] = {
    "men",          "women",         "children",      "girls",       "boys",      "couples",
    "families",     "friends",       "adults",        "teens",       "babies",    "humans",
    "mums",         "dads",          "kids",          "folk",        "folks",     "peers",
    "elites",       "youths",        "blacks",        "whites",      "gays",      "others",
    "locals",       "heads",         "pupils",        "guests",      "nuns",      "monks",
    "crews",        "gangs",         "troops",        "youngsters",  "elders",    "some",
    "many",         "most",          "few",           "groups",      "bodies",    "agencies",
    "unions",       "firms",         "authorities",   "governments", "parties",   "associations",
    "councils",     "organisations", "organizations", "states",      "countries", "nations",
    "universities", "hospitals",     "trusts",        NULL
  };
  static const char *const endings[] = { "ers",  "ors",  "ists", "ians", "ees",   "men",   "women", "ants",
                                         "ents", "ates", "ans",  "ese",  "mates", "crats", "ives" };
  PurportSpan span = purport_draft_token (draft, head)->span;

  if (purport_draft_tag (draft, head) != PURPORT_TAG_NNS || purport_draft_has (draft, head, PURPORT_TERM_GROUP) ||
      purport_draft_has (draft, head, PURPORT_TERM_LAY) || purport_draft_is_any (draft, head, people))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (endings[i]);
    if (purport_span_length (span) > length &&
        g_ascii_strncasecmp (draft->words->article->text + span.end_byte - length, endings[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "The charity", "the New Zealand government": a body, not several people. */
static gboolean
is_body (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const people[] = { "team", "group", "panel", "consortium", "police", "family", "staff", NULL };
  guint32 head = phrase->head_token;

  return purport_draft_tag (draft, head) != PURPORT_TAG_NNS && !purport_draft_is_any (draft, head, people) &&
         (purport_draft_has (draft, head, PURPORT_TERM_COLLECTIVE) ||
          purport_draft_has (draft, head, PURPORT_TERM_ORG_HEAD));
}

/* The organization that a noun means: one that was so called, or has the word in its name; else the last that was
 * spoken of, which is a guess; else one that has no name. */
static guint32
resolve_body (PurportResolver *resolver, guint32 index)
{
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  g_autofree char *noun = purport_resolver_dup_words (resolver, phrase->head_token, phrase->head_token + 1);
  guint32 entity = purport_resolver_find (resolver, "body", noun);
  gboolean bare = phrase->first_token + 1 >= phrase->head_token;
  PurportTokens name = { phrase->first_token, phrase->head_token + 1 };

  if (!bare || entity == PURPORT_NONE) {
    g_autofree char *words = NULL;
    while (name.first_token < phrase->head_token && (purport_draft_tag (draft, name.first_token) == PURPORT_TAG_DT ||
                                                     purport_draft_tag (draft, name.first_token) == PURPORT_TAG_PRPS))
      name.first_token++;
    words = purport_resolver_dup_words (resolver, name.first_token, name.end_token);
    entity = purport_resolver_find (resolver, "organization", words);
    if (entity == PURPORT_NONE) {
      entity = purport_resolver_add (resolver, PURPORT_SOURCE_ORGANIZATION, name);
      purport_resolver_set (resolver, "organization", words, entity);
    }
  }
  purport_resolver_set (resolver, "body", noun, entity);
  if (resolver->speaks[index])
    resolver->last_organization = resolver->last_thing = entity;
  return entity;
}

guint32
purport_resolver_group (PurportResolver *resolver, guint32 index)
{
  static const char *const researchers[] = { "researchers", "scientists", "authors",   "investigators",
                                             "academics",   "co-authors", "coauthors", NULL };
  static const char *const teams[] = { "team", "group", NULL };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  gboolean team = purport_draft_is_any (draft, phrase->head_token, teams);
  gboolean experts = purport_draft_is (draft, phrase->head_token, "experts") && are_of_the_study (resolver, index);
  gboolean other = is_other (draft, phrase);
  guint32 entity;

  if (!are_people (draft, phrase->head_token))
    return PURPORT_NONE;
  if (!other && is_body (draft, phrase))
    return resolve_body (resolver, index);
  if (!other && (experts || purport_draft_is_any (draft, phrase->head_token, researchers) ||
                 (team && is_team_of_researchers (resolver, index))))
    entity = resolve_researchers (resolver, index);
  else {
    g_autofree char *noun = purport_resolver_dup_words (
        resolver, other || team ? phrase->first_token : phrase->head_token, phrase->head_token + 1);
    entity = find_or_add (resolver, "group", noun, PURPORT_SOURCE_GROUP, index);
  }
  if (resolver->speaks[index] && !purport_draft_has (draft, phrase->head_token, PURPORT_TERM_LAY))
    resolver->last_group = entity;
  if (purport_resolver_is_subject (resolver, index))
    resolver->last_people = entity;
  return entity;
}

/* Whether the document has a name of its own: capitals, or the name of whoever made it ("NHS data"). */
static gboolean
has_own_name (const PurportDraft *draft, const PurportPhrase *phrase)
{
  const PurportProperName *name = purport_draft_name_at (draft, phrase->head_token);

  if (name != NULL && name->end_token - name->first_token > 1)
    return TRUE;
  for (guint32 i = phrase->first_token; i < phrase->head_token; i++) {
    name = purport_draft_name_at (draft, i);
    if (name != NULL && name->typed && name->type == PURPORT_NAME_ORGANIZATION)
      return TRUE;
  }
  return FALSE;
}

/* "the new figures", "new figures": those of the study, where there is one. */
static gboolean
is_given (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return purport_draft_is (draft, phrase->first_token, "the") || purport_draft_is (draft, phrase->first_token, "new") ||
         purport_draft_is (draft, phrase->first_token, "their");
}

/* "Figures from the World Health Organization", and beside the study "research by the Lake Society": the body speaks.
 */
static gboolean
is_of_other_body (const PurportResolver *resolver, guint32 index)
{
  static const char *const figures[] = { "figures",  "data",      "statistics", "estimates", "guidelines",
                                         "guidance", "statement", "release",    NULL };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index), *maker;
  gboolean known = purport_resolver_find (resolver, "document", "study") != PURPORT_NONE;

  if (index + 1 == draft->phrases->len ||
      !(purport_draft_is (draft, phrase->end_token, "by") || purport_draft_is (draft, phrase->end_token, "from")))
    return FALSE;
  maker = purport_resolver_phrase (resolver, index + 1);
  if (maker->first_token != phrase->end_token + 1 || maker->type != PURPORT_PHRASE_ORGANIZATION)
    return FALSE;
  return purport_draft_is_any (draft, phrase->head_token, figures) ||
         (known && purport_draft_tag (draft, phrase->first_token) != PURPORT_TAG_DT);
}

guint32
purport_resolver_document (PurportResolver *resolver, guint32 index)
{
  static const char *const studies[] = { "study",   "research",      "findings",      "finding",
                                         "results", "paper",         "analysis",      "review",
                                         "trial",   "experiment",    "result",        "project",
                                         "report",  "meta-analysis", "investigation", NULL };
  static const char *const figures[] = { "figures", "data", "statistics", "numbers", NULL };
  const PurportDraft *draft = resolver->draft;
  const PurportPhrase *phrase = purport_resolver_phrase (resolver, index);
  g_autofree char *noun = NULL;
  guint32 entity;

  if (purport_draft_is_any (draft, phrase->head_token, figures) &&
      purport_resolver_find (resolver, "document", "study") != PURPORT_NONE && !has_own_name (draft, phrase) &&
      is_given (draft, phrase))
    noun = g_strdup ("study");
  else if (purport_draft_is (draft, phrase->head_token, "studies") &&
           purport_draft_is (draft, phrase->first_token, "the") && phrase->first_token + 1 == phrase->head_token)
    noun = g_strdup ("study");
  else if (is_other (draft, phrase) || has_own_name (draft, phrase))
    noun = purport_resolver_dup_words (resolver, phrase->first_token, phrase->head_token + 1);
  else if (purport_draft_is_any (draft, phrase->head_token, studies))
    noun = g_strdup ("study");
  else
    noun = purport_resolver_dup_words (resolver, phrase->head_token, phrase->head_token + 1);
  if (is_of_other_body (resolver, index))
    return purport_resolver_organization (resolver, index + 1);
  entity = find_or_add (resolver, "document", noun, PURPORT_SOURCE_DOCUMENT, index);
  if (g_str_equal (noun, "study"))
    purport_entities_get (resolver->entities, entity)->of_study = TRUE;
  if (resolver->speaks[index] || purport_resolver_is_subject (resolver, index))
    resolver->last_thing = entity;
  return entity;
}
