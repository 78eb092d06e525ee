/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads role and affiliation from what stands around a name: titles and roles before it, appositions, relative clauses
 * and prepositional phrases behind it, and "X is a …". Nothing is taken from outside the sentence of a mention.
 */
#include "reading/descriptions.h"

#include "reading/phrases.h"

/* How many phrases behind a name may say something about it. */
#define REACH 9

typedef struct {
  const PurportDraft *draft;
  PurportSource *source;
} Describer;

static gboolean
has_span (const GArray *spans, PurportSpan span)
{
  for (guint i = 0; i < spans->len; i++)
    if (purport_span_overlap (g_array_index (spans, PurportSpan, i), span) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
same_words (const PurportDraft *draft, PurportSpan a, PurportSpan b)
{
  const char *text = draft->words->article->text;
  return purport_span_length (a) == purport_span_length (b) &&
         g_ascii_strncasecmp (text + a.start_byte, text + b.start_byte, purport_span_length (a)) == 0;
}

static void
add_span (const PurportDraft *draft, GArray *spans, guint32 first_token, guint32 end_token)
{
  PurportSpan span;

  while (first_token < end_token && (purport_draft_tag (draft, first_token) == PURPORT_TAG_DT ||
                                     purport_draft_tag (draft, first_token) == PURPORT_TAG_PRPS ||
                                     purport_draft_tag (draft, first_token) == PURPORT_TAG_POS))
    first_token++;
  span = purport_draft_span (draft, first_token, end_token);
  if (purport_span_is_empty (span) || has_span (spans, span))
    return;
  for (guint i = 0; i < spans->len; i++)
    if (same_words (draft, g_array_index (spans, PurportSpan, i), span))
      return;
  g_array_append_val (spans, span);
}

/* Adds the affiliation that begins with a phrase. Returns: the last phrase that belongs to it. */
static guint32
add_affiliation (Describer *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 end = phrase->end_token;

  /* "School of Pharmacy and Health Sciences", where the name was cut at "of" */
  while (index + 1 < draft->phrases->len && purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD)) {
    const PurportPhrase *next = purport_draft_phrase (draft, index + 1);
    gboolean joined =
        next->first_token == end + 1 && draft->sentence_of[next->head_token] == draft->sentence_of[end - 1] &&
        (purport_draft_is (draft, end, "of") ||
         (purport_draft_is (draft, end, "and") && !purport_draft_has (draft, next->head_token, PURPORT_TERM_ROLE) &&
          !purport_draft_has (draft, next->head_token, PURPORT_TERM_ORG_HEAD) && end > phrase->end_token));
    if (!joined || next->type == PURPORT_PHRASE_PERSON)
      break;
    end = next->end_token;
    index++;
  }
  add_span (draft, describer->source->affiliations, phrase->first_token, end);
  return index;
}

/* Whether a phrase is the name of something that one can belong to. */
static gboolean
is_affiliation (const PurportDraft *draft, const PurportPhrase *phrase)
{
  gboolean capital = FALSE;

  if (phrase->type == PURPORT_PHRASE_ORGANIZATION)
    return purport_draft_token (draft, phrase->name_first_token)->name_place == PURPORT_NAME_OUTSIDE ||
           purport_draft_token (draft, phrase->name_first_token)->name_type != PURPORT_NAME_PLACE;
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_CAPITALIZED)
      capital = TRUE;
  if (!capital)
    return FALSE;
  if (phrase->type == PURPORT_PHRASE_NAME)
    return TRUE;
  return purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD) ||
         purport_draft_has (draft, phrase->first_token, PURPORT_TERM_ORG_HEAD);
}

/* The role in the words before a name: "Lead researcher Dr", "Facebook founder". */
static void
read_prefix (Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = phrase->name_first_token;
  gboolean role = FALSE;

  while (end > phrase->first_token &&
         (purport_draft_has (draft, end - 1, PURPORT_TERM_HONORIFIC) || purport_draft_is (draft, end - 1, ".")))
    end--;
  for (guint32 i = phrase->first_token; i < end; i++)
    role = role || purport_draft_has (draft, i, PURPORT_TERM_ROLE) || purport_draft_has (draft, i, PURPORT_TERM_TITLE);
  if (role)
    add_span (draft, describer->source->roles, phrase->first_token, end);
}

/* A role phrase with what belongs to it: "director of health intelligence", "lecturer in cardiovascular medicine". */
static guint32
add_role (Describer *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, index);
  guint32 end = phrase->end_token;

  while (index + 1 < draft->phrases->len) {
    const PurportPhrase *next = purport_draft_phrase (draft, index + 1);
    if (next->first_token != end + 1 || !(purport_draft_is (draft, end, "of") || purport_draft_is (draft, end, "in")) ||
        is_affiliation (draft, next) || next->type == PURPORT_PHRASE_PERSON ||
        next->type == PURPORT_PHRASE_ORGANIZATION)
      break;
    end = next->end_token;
    index++;
  }
  add_span (draft, describer->source->roles, phrase->first_token, end);
  return index;
}

static gboolean
is_role (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return phrase->type != PURPORT_PHRASE_PERSON && purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ROLE);
}

/* Whether the tokens between two phrases let the second still speak of the first. */
static gboolean
goes_on (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  static const char *const words[] = { ",",  "of",  "at",  "from", "in", "for", "and", "(",  "with",  "who",
                                       "is", "was", "the", "’s",   "'s", "a",   "an",  "by", "based", "where" };

  if (end_token - first_token > 3)
    return FALSE;
  for (guint32 i = first_token; i < end_token; i++) {
    gboolean known = FALSE;
    for (guint j = 0; j < G_N_ELEMENTS (words) && !known; j++)
      known = purport_draft_is (draft, i, words[j]);
    if (!known)
      return FALSE;
  }
  return TRUE;
}

static gboolean
between_has (const PurportDraft *draft, guint32 first_token, guint32 end_token, const char *word)
{
  for (guint32 i = first_token; i < end_token; i++)
    if (purport_draft_is (draft, i, word))
      return TRUE;
  return FALSE;
}

/* Reads the phrases behind a name for as long as they may still describe it. */
static void
read_behind (Describer *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *before = purport_draft_phrase (draft, index);
  guint32 sentence = draft->sentence_of[before->head_token], quote = draft->quote_of[before->head_token];

  for (guint n = 0; n < REACH && index + 1 < draft->phrases->len; n++) {
    const PurportPhrase *next = purport_draft_phrase (draft, index + 1);
    if (draft->sentence_of[next->head_token] != sentence || draft->quote_of[next->head_token] != quote ||
        !goes_on (draft, before->end_token, next->first_token))
      return;
    if (next->type == PURPORT_PHRASE_PERSON || next->type == PURPORT_PHRASE_PRONOUN ||
        (between_has (draft, before->end_token, next->first_token, "and") && !is_role (draft, next) &&
         !is_affiliation (draft, next)))
      return;
    index++;
    if (is_role (draft, next))
      index = add_role (describer, index);
    else if (is_affiliation (draft, next))
      index = add_affiliation (describer, index);
    else if (n == 0 && next->type == PURPORT_PHRASE_OTHER &&
             !between_has (draft, before->end_token, next->first_token, ",") &&
             !purport_draft_has (draft, next->head_token, PURPORT_TERM_ORG_HEAD))
      return;
    before = purport_draft_phrase (draft, index);
  }
}

/* "The study's lead author, Smith": the role before the comma, and the affiliation in its chain. */
static void
read_before (Describer *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;

  for (guint32 back = 1; back <= 2 && back <= index; back++)
    if (is_role (draft, purport_draft_phrase (draft, index - back)) &&
        purport_entities_apposed (draft, index - back) == index) {
      guint32 last = add_role (describer, index - back);
      for (guint32 i = last + 1; i < index; i++)
        if (is_affiliation (draft, purport_draft_phrase (draft, i)))
          add_affiliation (describer, i);
      return;
    }
}

/* Words of a class in the stretch around a mention that describes it: up to the next verb of speech or quote. */
static PurportSpan
find_words (const PurportDraft *draft, const PurportPhrase *phrase, PurportTermClass term_class)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (draft, phrase->head_token);
  guint32 first = phrase->first_token, end = phrase->end_token;

  while (first > sentence->first_token && draft->quote_of[first - 1] == PURPORT_NONE &&
         phrase->first_token - first < 12 && !purport_draft_has (draft, first - 1, PURPORT_TERM_SPEECH))
    first--;
  while (end < sentence->end_token && draft->quote_of[end] == PURPORT_NONE && end - phrase->end_token < 40 &&
         !purport_draft_is (draft, end, "that"))
    end++;
  for (guint32 i = first; i < end; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, term_class);
    if (term != NULL && term->end_token <= end)
      return purport_draft_span (draft, term->first_token, term->end_token);
  }
  return PURPORT_SPAN_NONE;
}

static void
read_author_clause (Describer *describer, guint32 phrase_index)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase = purport_draft_phrase (draft, phrase_index);
  const PurportTextSentence *sentence = purport_draft_sentence_of (draft, phrase->head_token);

  for (guint32 i = phrase->end_token; i < sentence->end_token && i < phrase->end_token + 25; i++) {
    const PurportTerm *term;
    if (draft->quote_of[i] != PURPORT_NONE)
      return;
    term = purport_terms_get (draft->terms, i, PURPORT_TERM_AUTHOR);
    if (term != NULL && i > 0 && purport_draft_is (draft, i - 1, "who")) {
      add_span (draft, describer->source->roles, term->first_token, term->end_token);
      return;
    }
  }
}

static void
set_independence (PurportSource *source, PurportIndependence independence, PurportSpan words)
{
  if (source->independence != PURPORT_INDEPENDENCE_UNKNOWN)
    return;
  source->independence = independence;
  source->independence_words = words;
}

static void
read_independence (const PurportDraft *draft, const PurportPhrase *phrase, PurportSource *source)
{
  PurportSpan words = find_words (draft, phrase, PURPORT_TERM_INDEPENDENT);

  if (!purport_span_is_empty (words)) {
    set_independence (source, PURPORT_INDEPENDENCE_INDEPENDENT, words);
    return;
  }
  words = find_words (draft, phrase, PURPORT_TERM_AUTHOR);
  if (!purport_span_is_empty (words)) {
    set_independence (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    return;
  }
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_INTERESTED);
    if (term != NULL)
      set_independence (source, PURPORT_INDEPENDENCE_INTERESTED, purport_draft_span (draft, i, term->end_token));
  }
}

static gboolean
spans_have (const PurportDraft *draft, const GArray *spans, PurportTermClass term_class, const PurportEntity *entity)
{
  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    guint32 sentence_end = purport_draft_sentence_of (draft, phrase->head_token)->end_token;
    for (guint32 j = phrase->first_token; j < sentence_end && j < phrase->end_token + 40; j++)
      if (purport_draft_has (draft, j, term_class))
        for (guint k = 0; k < spans->len; k++)
          if (purport_span_contains (g_array_index (spans, PurportSpan, k), purport_draft_token (draft, j)->span))
            return TRUE;
  }
  return FALSE;
}

static gboolean
has_academic_title (const PurportDraft *draft, const PurportEntity *entity)
{
  static const char *const titles[] = { "dr", "dr.", "doctor", "prof", "prof.", "professor" };

  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    for (guint32 j = phrase->first_token; j < phrase->end_token; j++)
      for (guint k = 0; k < G_N_ELEMENTS (titles); k++)
        if (purport_draft_is (draft, j, titles[k]))
          return TRUE;
    if (phrase->first_token > 1)
      for (guint k = 0; k < G_N_ELEMENTS (titles); k++)
        if (purport_draft_is (draft, phrase->first_token - 1, titles[k]))
          return TRUE;
  }
  return FALSE;
}

static gboolean
is_expert (const PurportDraft *draft, const PurportEntity *entity, const PurportSource *source)
{
  if (source->type == PURPORT_SOURCE_DOCUMENT)
    return FALSE;
  if (source->type == PURPORT_SOURCE_ORGANIZATION) {
    const PurportPhrase *name = purport_draft_phrase (draft, entity->name_phrase);
    for (guint32 i = name->first_token; i < name->end_token; i++)
      if (purport_draft_has (draft, i, PURPORT_TERM_PRESS))
        return FALSE;
    return TRUE;
  }
  if (source->type == PURPORT_SOURCE_GROUP)
    return !purport_draft_has (draft, purport_draft_phrase (draft, entity->name_phrase)->head_token, PURPORT_TERM_LAY);
  if (has_academic_title (draft, entity) || source->affiliations->len > 0)
    return TRUE;
  return source->roles->len > 0 && !spans_have (draft, source->roles, PURPORT_TERM_LAY, entity);
}

/**
 * purport_descriptions_read:
 * @entity: the entity with its mentions
 * @source: the source that is made of it; gets roles, affiliations, expertise and independence
 *
 * O(mentions × length of their sentences).
 */
void
purport_descriptions_read (const PurportDraft *draft, const PurportEntity *entity, PurportSource *source)
{
  Describer describer = { draft, source };

  for (guint i = 0; i < entity->phrases->len; i++) {
    guint32 index = g_array_index (entity->phrases, guint32, i);
    const PurportPhrase *phrase = purport_draft_phrase (draft, index);
    if (phrase->type == PURPORT_PHRASE_PRONOUN)
      continue;
    if (phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_NAME) {
      read_before (&describer, index);
      read_prefix (&describer, phrase);
      read_behind (&describer, index);
      read_author_clause (&describer, index);
    } else if (source->type == PURPORT_SOURCE_PERSON && !entity->named) {
      add_role (&describer, index);
    } else if (source->type == PURPORT_SOURCE_GROUP) {
      read_behind (&describer, index);
    }
    if (source->type != PURPORT_SOURCE_DOCUMENT)
      read_independence (draft, phrase, source);
  }
  if (source->type == PURPORT_SOURCE_GROUP)
    g_array_set_size (source->roles, 0);
  source->expert = is_expert (draft, entity, source);
}
