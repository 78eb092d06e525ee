/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognizes roles and institutions among phrases, and adds them to a source with all that belongs to their names. */
#include "reading/describer.h"

#include <string.h>

#include "reading/proper-names.h"

/* How many phrases one role may have, and how many roles or institutions a source. */
#define ROLE_PHRASES 4
#define MOST_SPANS 12

gboolean
purport_describer_is_mark (const PurportDraft *draft, guint32 token)
{
  static const char *const marks[] = { ",", "—", "–", "-", NULL };
  return purport_draft_is_any (draft, token, marks);
}

/* Whether the token still stands in the sentence and quote of the mention. */
gboolean
purport_describer_in_reach (const PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  return token < purport_draft_n_tokens (draft) && draft->sentence_of[token] == describer->sentence &&
         draft->quote_of[token] == describer->quote;
}

/* The phrase that begins at @token, or NULL. */
const PurportPhrase *
purport_describer_phrase_at (const PurportDraft *draft, guint32 token)
{
  guint32 index = token < purport_draft_n_tokens (draft) ? draft->phrase_of[token] : PURPORT_NONE;
  const PurportPhrase *phrase = index == PURPORT_NONE ? NULL : purport_draft_phrase (draft, index);
  return phrase != NULL && phrase->first_token == token ? phrase : NULL;
}

static gboolean
same_words (const PurportDraft *draft, PurportSpan a, PurportSpan b)
{
  const char *text = draft->words->article->text;
  return purport_span_length (a) == purport_span_length (b) &&
         g_ascii_strncasecmp (text + a.start_byte, text + b.start_byte, purport_span_length (a)) == 0;
}

/* Adds the words without determiners; not twice, and not what overlaps with what is there. */
static void
add_span (const PurportDraft *draft, GArray *spans, guint32 first_token, guint32 end_token)
{
  PurportSpan span;

  while (first_token < end_token && (purport_draft_tag (draft, first_token) == PURPORT_TAG_DT ||
                                     purport_draft_tag (draft, first_token) == PURPORT_TAG_PRPS ||
                                     purport_draft_tag (draft, first_token) == PURPORT_TAG_POS))
    first_token++;
  while (end_token > first_token && purport_draft_tag (draft, end_token - 1) == PURPORT_TAG_POS)
    end_token--;
  span = purport_draft_span (draft, first_token, end_token);
  if (purport_span_is_empty (span) || spans->len == MOST_SPANS)
    return;
  for (guint i = 0; i < spans->len; i++)
    if (purport_span_overlap (g_array_index (spans, PurportSpan, i), span) > 0 ||
        same_words (draft, g_array_index (spans, PurportSpan, i), span))
      return;
  g_array_append_val (spans, span);
}

void
purport_describer_add_role_words (PurportDescriber *describer, guint32 first_token, guint32 end_token)
{
  add_span (describer->draft, describer->source->roles, first_token, end_token);
}

/* "D-Calif." behind a politician’s name, and days and months. */
static gboolean
is_seat_or_day (const PurportDraft *draft, const PurportProperName *name)
{
  static const char *const parties[] = { "d", "r", "i", NULL };
  static const char *const days[] = { "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
                                      "january", "february",  "march",     "april",    "may",      "june",     "july",
                                      "august",  "september", "october",   "november", "december", NULL };
  guint32 first = name->first_token;

  return (purport_draft_is_any (draft, first, parties) && purport_draft_is (draft, first + 1, "-")) ||
         (name->end_token == first + 1 && purport_draft_is_any (draft, first, days));
}

/*
 * Whether a name before a role is that of an institution: not every acronym is, "HIV specialist"; those that the name
 * model knows are, and those of which one can hold an office.
 */
gboolean
purport_describer_is_institution_before (const PurportDraft *draft, const PurportProperName *name, guint32 role_token)
{
  static const char *const offices[] = {
    "leader",   "president", "director",   "chief",    "spokesman",    "spokeswoman", "spokesperson",
    "chairman", "chair",     "secretary",  "member",   "candidate",    "official",    "boss",
    "head",     "founder",   "executive",  "coach",    "captain",      "editor",      "ceo",
    "manager",  "officer",   "chairwoman", "governor", "commissioner", NULL
  };
  const PurportToken *token = purport_draft_token (draft, name->first_token);

  if (!name->typed || name->type != PURPORT_NAME_ORGANIZATION)
    return FALSE;
  return name->end_token > name->first_token + 1 || token->name_place != PURPORT_NAME_OUTSIDE ||
         purport_draft_is_any (draft, role_token, offices);
}

/* Whether a name can be that of an employer: an institution, or a proper noun of unknown kind; not "Ethiopia’s". */
static gboolean
is_institution_name (const PurportDraft *draft, const PurportProperName *name)
{
  guint32 last = name->end_token - 1;
  gboolean single = name->first_token == last, owner = FALSE;

  if (purport_draft_has (draft, last, PURPORT_TERM_DOCUMENT) || is_seat_or_day (draft, name))
    return FALSE;
  if (single && name->end_token < purport_draft_n_tokens (draft) &&
      purport_draft_tag (draft, name->end_token) == PURPORT_TAG_POS) {
    const PurportProperName *owned = purport_draft_name_at (draft, name->end_token + 1);
    owner = owned != NULL && !(purport_draft_token (draft, last)->flags & PURPORT_TOKEN_UPPER);
  }
  if (owner)
    return FALSE;
  if (name->typed)
    return name->type == PURPORT_NAME_ORGANIZATION;
  return purport_tag_is_proper_noun (purport_draft_tag (draft, last)) &&
         !(single && purport_draft_has (draft, last, PURPORT_TERM_ORG_HEAD));
}

/* Adds the institutions named in the tokens. Returns: whether there were any. */
gboolean
purport_describer_add_institutions (PurportDescriber *describer, guint32 first_token, guint32 end_token)
{
  const PurportDraft *draft = describer->draft;
  gboolean any = FALSE;

  for (guint32 i = first_token; i < end_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name == NULL)
      continue;
    if (is_institution_name (draft, name)) {
      add_span (draft, describer->source->affiliations, name->first_token, name->end_token);
      any = TRUE;
    }
    i = MAX (i, name->end_token - 1);
  }
  return any;
}

/* Whether the phrase names, or with a capital describes, something that one can belong to. */
gboolean
purport_describer_is_affiliation (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const houses[] = { "institute", "university", "college", "hospital", "centre", "center", NULL };

  if (phrase->type == PURPORT_PHRASE_PERSON || purport_draft_is_role (draft, phrase->head_token))
    return FALSE;
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && is_institution_name (draft, name))
      return TRUE;
  }
  if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
    return FALSE;
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if ((purport_draft_token (draft, i)->flags & PURPORT_TOKEN_CAPITALIZED) &&
        !(name != NULL && name->type == PURPORT_NAME_PLACE))
      return TRUE;
  }
  /* "the institute of medical sciences" */
  return (phrase->type == PURPORT_PHRASE_ORGANIZATION && purport_draft_name_at (draft, phrase->head_token) == NULL) ||
         (purport_draft_is (draft, phrase->first_token, "the") && purport_draft_is (draft, phrase->end_token, "of") &&
          purport_draft_is_any (draft, phrase->head_token, houses));
}

/* Where the name of an institution that was cut at "of" ends: "School of Pharmacy and health sciences". */
static guint32
institution_end (const PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = phrase->end_token;

  if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
    return end;
  while (purport_describer_in_reach (describer, end + 1)) {
    /* "of cardiovascular and medical sciences" */
    gboolean pair = purport_draft_tag (draft, end + 1) == PURPORT_TAG_JJ && purport_draft_is (draft, end + 2, "and") &&
                    purport_describer_in_reach (describer, end + 3);
    const PurportPhrase *next = purport_describer_phrase_at (draft, pair ? end + 3 : end + 1);
    gboolean joined =
        purport_draft_is (draft, end, "of") || (purport_draft_is (draft, end, "and") && end > phrase->end_token);
    if (next == NULL || !joined || next->type == PURPORT_PHRASE_PERSON || next->type == PURPORT_PHRASE_PRONOUN)
      break;
    if (purport_draft_is (draft, end, "and") && (purport_draft_is_role (draft, next->head_token) ||
                                                 purport_draft_has (draft, next->head_token, PURPORT_TERM_ORG_HEAD)))
      break;
    end = next->end_token;
  }
  return end;
}

/* Returns: the token behind the affiliation. */
guint32
purport_describer_add_affiliation (PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = institution_end (describer, phrase);

  if (end > phrase->end_token)
    add_span (draft, describer->source->affiliations, phrase->first_token, end);
  else if (!purport_describer_add_institutions (describer, phrase->first_token, end))
    add_span (draft, describer->source->affiliations, phrase->first_token, end);
  /* "Queen Mary University of London (QMUL)": the short form is the same institution */
  if (purport_draft_is (draft, end, "(") && purport_draft_is (draft, end + 2, ")"))
    end += 3;
  return end;
}

gboolean
purport_describer_is_role (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return phrase->type != PURPORT_PHRASE_PERSON && phrase->type != PURPORT_PHRASE_PRONOUN &&
         purport_draft_is_role (draft, phrase->head_token);
}

/* The phrase behind a preposition, over a participle: "of eating disorders". */
static const PurportPhrase *
phrase_behind (const PurportDescriber *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  if (!purport_describer_in_reach (describer, token + 1))
    return NULL;
  if (purport_draft_tag (draft, token + 1) == PURPORT_TAG_VBG && purport_describer_in_reach (describer, token + 2) &&
      draft->phrase_of[token + 1] == PURPORT_NONE)
    return purport_describer_phrase_at (draft, token + 2);
  return purport_describer_phrase_at (draft, token + 1);
}

/* Whether a role goes on over the preposition at @token: "of health policy", "in medical statistics". */
static gboolean
role_goes_on (const PurportDescriber *describer, guint32 token)
{
  static const char *const prepositions[] = { "of", "in", "for", "on", "and", NULL };
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *next = phrase_behind (describer, token);

  if (next == NULL || !purport_draft_is_any (draft, token, prepositions) ||
      purport_describer_is_affiliation (draft, next))
    return FALSE;
  if (next->type == PURPORT_PHRASE_PERSON || next->type == PURPORT_PHRASE_PRONOUN ||
      next->type == PURPORT_PHRASE_ORGANIZATION)
    return FALSE;
  return !(purport_draft_is (draft, token, "and") && purport_describer_is_role (draft, next));
}

gboolean
purport_describer_has_capital (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_CAPITALIZED)
      return TRUE;
  return FALSE;
}

/* Reads a role phrase with what belongs to it. Returns: the token behind it. */
guint32
purport_describer_add_role (PurportDescriber *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 first = phrase->first_token, end = phrase->end_token, head_end = phrase->end_token;

  /* "FIFA’s former chief medical officer", "the study’s lead author", "State Department spokesman" */
  for (guint32 i = first; i < phrase->head_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && name->first_token == i &&
        purport_describer_is_institution_before (draft, name, phrase->head_token))
      purport_describer_add_institutions (describer, i, name->end_token);
    if (purport_draft_tag (draft, i) == PURPORT_TAG_POS ||
        (name != NULL && name->type == PURPORT_NAME_ORGANIZATION && name->end_token <= phrase->head_token))
      first = i + 1;
  }
  if (purport_draft_is (draft, end, "at") && purport_draft_is (draft, end + 1, "large"))
    end += 2;
  for (guint n = 0; n < ROLE_PHRASES && role_goes_on (describer, end); n++) {
    if (purport_draft_is (draft, end, "and") && n == 0)
      break;
    phrase = phrase_behind (describer, end);
    /* "spokesman for the Indonesian military" */
    if (purport_draft_has (draft, phrase->head_token, PURPORT_TERM_COLLECTIVE) &&
        purport_describer_has_capital (draft, phrase))
      add_span (draft, describer->source->affiliations, phrase->first_token, phrase->end_token);
    end = phrase->end_token;
  }
  /* "head of health promotion and training at" */
  if (purport_draft_is (draft, end, "and") && purport_describer_in_reach (describer, end + 2) && end > head_end &&
      purport_draft_tag (draft, end + 1) == PURPORT_TAG_VBG && purport_draft_tag (draft, end + 2) == PURPORT_TAG_IN)
    end += 2;
  purport_describer_add_role_words (describer, first, end);
  return end;
}

/* "a painter": nouns of people who do something, by their ending. */
gboolean
purport_describer_ends_like_person (const PurportDraft *draft, guint32 token)
{
  static const char *const endings[] = { "er", "or", "ist", "ian", "man", "woman", "ant" };
  PurportSpan span = purport_draft_token (draft, token)->span;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (endings[i]);
    if (purport_span_length (span) > length + 2 &&
        g_ascii_strncasecmp (draft->words->article->text + span.end_byte - length, endings[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether an apposition may be a role though its noun is not known as one: "a 24-year-old history teacher",
 * "undersecretary to the minister". */
gboolean
purport_describer_may_be_role (const PurportDescriber *describer, const PurportPhrase *phrase)
{
  static const char *const nobody[] = { "man", "woman", "boy", "girl", "person", "guy", "lady", "child", NULL };
  static const char *const behind[] = { "at", "of", "for", "to", "in", "from", "with", "who", "whose", "and", NULL };
  const PurportDraft *draft = describer->draft;
  guint32 first = phrase->first_token, end = phrase->end_token;

  if (describer->source->type != PURPORT_SOURCE_PERSON || phrase->type != PURPORT_PHRASE_OTHER ||
      purport_draft_tag (draft, phrase->head_token) != PURPORT_TAG_NN ||
      purport_draft_is_any (draft, phrase->head_token, nobody))
    return FALSE;
  if (purport_draft_is (draft, first, "a") || purport_draft_is (draft, first, "an"))
    return TRUE;
  if (purport_draft_tag (draft, first) != PURPORT_TAG_DT &&
      !purport_describer_ends_like_person (draft, phrase->head_token))
    return FALSE;
  return !purport_describer_in_reach (describer, end) || purport_describer_is_mark (draft, end) ||
         purport_draft_is_any (draft, end, behind);
}
