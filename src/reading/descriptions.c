/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads role and affiliation from what stands around a mention: roles and institutions before a name ("plastic surgeon
 * X", "Y University professor X", "the lead author, X"), and behind it prepositions, appositions, relative clauses and
 * "X is a …". Nothing is taken from outside the sentence of a mention, and nothing from behind another person's name.
 */
#include "reading/descriptions.h"

#include "reading/independence.h"
#include "reading/phrases.h"
#include "reading/proper-names.h"

/* How many tokens behind a name may describe it, and how many phrases one role may have. */
#define REACH 60
#define ROLE_PHRASES 4

typedef struct {
  const PurportDraft *draft;
  PurportSource *source;
  guint32 sentence; /* of the mention that is being read */
  guint32 quote;
} Describer;

static gboolean
is_any (const PurportDraft *draft, guint32 token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (purport_draft_is (draft, token, *words))
      return TRUE;
  return FALSE;
}

static gboolean
is_mark (const PurportDraft *draft, guint32 token)
{
  static const char *const marks[] = { ",", "—", "–", "-", NULL };
  return is_any (draft, token, marks);
}

/* Whether the token still stands in the sentence and quote of the mention. */
static gboolean
in_reach (const Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  return token < purport_draft_n_tokens (draft) && draft->sentence_of[token] == describer->sentence &&
         draft->quote_of[token] == describer->quote;
}

/* The phrase that begins at @token, or NULL. */
static const PurportPhrase *
phrase_at (const PurportDraft *draft, guint32 token)
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
  if (purport_span_is_empty (span))
    return;
  for (guint i = 0; i < spans->len; i++)
    if (purport_span_overlap (g_array_index (spans, PurportSpan, i), span) > 0 ||
        same_words (draft, g_array_index (spans, PurportSpan, i), span))
      return;
  g_array_append_val (spans, span);
}

static void
add_role_words (Describer *describer, guint32 first_token, guint32 end_token)
{
  add_span (describer->draft, describer->source->roles, first_token, end_token);
}

/* Whether a name can be that of an employer: an institution, or a proper noun of unknown kind; not "Ethiopia’s". */
static gboolean
is_institution_name (const PurportDraft *draft, const PurportProperName *name)
{
  guint32 last = name->end_token - 1;
  gboolean single = name->first_token == last, owner = FALSE;

  if (purport_draft_has (draft, last, PURPORT_TERM_DOCUMENT))
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
static gboolean
add_institutions (Describer *describer, guint32 first_token, guint32 end_token)
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
static gboolean
is_affiliation (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const houses[] = { "institute", "university", "college", "hospital", "centre", "center", NULL };

  if (phrase->type == PURPORT_PHRASE_PERSON || purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ROLE))
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
          is_any (draft, phrase->head_token, houses));
}

/* Where the name of an institution that was cut at "of" ends: "School of Pharmacy and health sciences". */
static guint32
institution_end (const Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = phrase->end_token;

  if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
    return end;
  while (in_reach (describer, end + 1)) {
    const PurportPhrase *next = phrase_at (draft, end + 1);
    gboolean joined =
        purport_draft_is (draft, end, "of") || (purport_draft_is (draft, end, "and") && end > phrase->end_token);
    if (next == NULL || !joined || next->type == PURPORT_PHRASE_PERSON || next->type == PURPORT_PHRASE_PRONOUN)
      break;
    if (purport_draft_is (draft, end, "and") && (purport_draft_has (draft, next->head_token, PURPORT_TERM_ROLE) ||
                                                 purport_draft_has (draft, next->head_token, PURPORT_TERM_ORG_HEAD)))
      break;
    end = next->end_token;
  }
  return end;
}

/* Returns: the token behind the affiliation. */
static guint32
add_affiliation (Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = institution_end (describer, phrase);

  if (end > phrase->end_token)
    add_span (draft, describer->source->affiliations, phrase->first_token, end);
  else if (!add_institutions (describer, phrase->first_token, end))
    add_span (draft, describer->source->affiliations, phrase->first_token, end);
  /* "Queen Mary University of London (QMUL)": the short form is the same institution */
  if (purport_draft_is (draft, end, "(") && purport_draft_is (draft, end + 2, ")"))
    end += 3;
  return end;
}

static gboolean
is_role (const PurportDraft *draft, const PurportPhrase *phrase)
{
  return phrase->type != PURPORT_PHRASE_PERSON && phrase->type != PURPORT_PHRASE_PRONOUN &&
         purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ROLE);
}

/* The phrase behind a preposition, over a participle: "of eating disorders". */
static const PurportPhrase *
phrase_behind (const Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  if (!in_reach (describer, token + 1))
    return NULL;
  if (purport_draft_tag (draft, token + 1) == PURPORT_TAG_VBG && in_reach (describer, token + 2) &&
      draft->phrase_of[token + 1] == PURPORT_NONE)
    return phrase_at (draft, token + 2);
  return phrase_at (draft, token + 1);
}

/* Whether a role goes on over the preposition at @token: "of health policy", "in medical statistics". */
static gboolean
role_goes_on (const Describer *describer, guint32 token)
{
  static const char *const prepositions[] = { "of", "in", "for", "on", "and", NULL };
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *next = phrase_behind (describer, token);

  if (next == NULL || !is_any (draft, token, prepositions) || is_affiliation (draft, next))
    return FALSE;
  if (next->type == PURPORT_PHRASE_PERSON || next->type == PURPORT_PHRASE_PRONOUN ||
      next->type == PURPORT_PHRASE_ORGANIZATION)
    return FALSE;
  return !(purport_draft_is (draft, token, "and") && is_role (draft, next));
}

static gboolean
has_capital (const PurportDraft *draft, const PurportPhrase *phrase)
{
  for (guint32 i = phrase->first_token; i < phrase->end_token; i++)
    if (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_CAPITALIZED)
      return TRUE;
  return FALSE;
}

/* Reads a role phrase with what belongs to it. Returns: the token behind it. */
static guint32
add_role (Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 first = phrase->first_token, end = phrase->end_token, head_end = phrase->end_token;

  /* "FIFA’s former chief medical officer", "the study’s lead author", "State Department spokesman" */
  for (guint32 i = first; i < phrase->head_token; i++) {
    const PurportProperName *name = purport_draft_name_at (draft, i);
    if (name != NULL && name->typed && name->first_token == i)
      add_institutions (describer, i, name->end_token);
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
    if (purport_draft_has (draft, phrase->head_token, PURPORT_TERM_COLLECTIVE) && has_capital (draft, phrase))
      add_span (draft, describer->source->affiliations, phrase->first_token, phrase->end_token);
    end = phrase->end_token;
  }
  /* "head of health promotion and training at" */
  if (purport_draft_is (draft, end, "and") && in_reach (describer, end + 2) && end > head_end &&
      purport_draft_tag (draft, end + 1) == PURPORT_TAG_VBG && purport_draft_tag (draft, end + 2) == PURPORT_TAG_IN)
    end += 2;
  add_role_words (describer, first, end);
  return end;
}

/* Whether an apposition may be a role though its noun is not known as one: "a 24-year-old history teacher". */
static gboolean
may_be_role (const Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = phrase->end_token;

  return describer->source->type == PURPORT_SOURCE_PERSON && phrase->type == PURPORT_PHRASE_OTHER &&
         purport_draft_tag (draft, phrase->first_token) == PURPORT_TAG_DT &&
         purport_draft_tag (draft, phrase->head_token) == PURPORT_TAG_NN &&
         (!in_reach (describer, end) || is_mark (draft, end) || purport_draft_is (draft, end, "at") ||
          purport_draft_is (draft, end, "who"));
}

/* "led the study", "worked on the project", "co-directs the X Institute": work that is named like a role. */
static guint32
read_work (Describer *describer, guint32 token)
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
  else if (!is_any (draft, token, leads))
    return PURPORT_NONE;
  phrase = in_reach (describer, end) ? phrase_at (draft, end) : NULL;
  if (phrase == NULL)
    return PURPORT_NONE;
  if (is_affiliation (draft, phrase)) {
    add_role_words (describer, token, end);
    return add_affiliation (describer, phrase);
  }
  if (phrase->type != PURPORT_PHRASE_DOCUMENT && phrase->type != PURPORT_PHRASE_GROUP &&
      !purport_draft_is (draft, phrase->head_token, "work"))
    return PURPORT_NONE;
  add_role_words (describer, token, phrase->end_token);
  return phrase->end_token;
}

/* Whether what follows a comma or "and" at @token goes on to describe: a role, an institution, a clause. */
static gboolean
describes_on (const Describer *describer, guint32 token)
{
  static const char *const openers[] = {
    "who", "at", "from", "of", "in", "and", "with", "based", "where", "also", NULL
  };
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase;

  if (!in_reach (describer, token))
    return FALSE;
  if (is_any (draft, token, openers))
    return TRUE;
  phrase = phrase_at (draft, token);
  if (phrase == NULL || phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_PRONOUN)
    return FALSE;
  if (is_role (draft, phrase) || is_affiliation (draft, phrase) || may_be_role (describer, phrase))
    return TRUE;
  /* "University of X, London, said": a place between */
  return phrase->type == PURPORT_PHRASE_ORGANIZATION || phrase->type == PURPORT_PHRASE_NAME;
}

/* "who was involved in the design of the study" */
static guint32
read_involvement (Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  while (purport_draft_is (draft, token, "was") || purport_draft_is (draft, token, "is") ||
         purport_draft_is (draft, token, "also"))
    token++;
  if (!purport_draft_is (draft, token, "involved") || !purport_draft_is (draft, token + 1, "in"))
    return PURPORT_NONE;
  for (guint32 i = token + 2; i < token + 12 && in_reach (describer, i) && !is_mark (draft, i); i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_DOCUMENT)) {
      add_role_words (describer, token, i + 1);
      return i + 1;
    }
  return PURPORT_NONE;
}

static guint32
read_relative (Describer *describer, guint32 token)
{
  static const char *const works_at[] = { "works", "worked", "teaches", "taught", "works", "sits", "serves", NULL };
  const PurportDraft *draft = describer->draft;
  guint32 end = read_work (describer, token);

  if (end == PURPORT_NONE)
    end = read_involvement (describer, token);
  if (end != PURPORT_NONE)
    return end;
  if (purport_draft_is (draft, token, "is") || purport_draft_is (draft, token, "was") ||
      is_any (draft, token, works_at))
    return token + 1;
  return PURPORT_NONE;
}

/* Reads from @token on for as long as the words may describe the mention. @relation: the word before leads to an
 * institution. Returns: where it stopped. */
static guint32
read_stretch (Describer *describer, guint32 token)
{
  static const char *const leading[] = { "of", "at",   "from",  "for",  "with", "in", "by",
                                         "&",  "also", "based", "both", "on",   NULL };
  const PurportDraft *draft = describer->draft;
  guint32 limit = token + REACH;

  while (token < limit && in_reach (describer, token)) {
    const PurportPhrase *phrase = phrase_at (draft, token);
    if (phrase != NULL) {
      if (phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_PRONOUN)
        break;
      if (is_role (draft, phrase) || may_be_role (describer, phrase))
        token = add_role (describer, phrase);
      else if (is_affiliation (draft, phrase))
        token = add_affiliation (describer, phrase);
      else if (phrase->type == PURPORT_PHRASE_ORGANIZATION || phrase->type == PURPORT_PHRASE_NAME ||
               phrase->type == PURPORT_PHRASE_GROUP ||
               purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
        token = phrase->end_token; /* a place, or "a team from X", "the charity X" */
      else
        break;
    } else if (purport_draft_tag (draft, token) == PURPORT_TAG_POS) {
      token++;
    } else if (purport_draft_is (draft, token, "(") && purport_draft_is (draft, token + 2, ")")) {
      token += 3;
    } else if (purport_draft_is (draft, token, "who")) {
      guint32 end = read_relative (describer, token + 1);
      if (end == PURPORT_NONE)
        break;
      token = end;
    } else if (is_mark (draft, token) || purport_draft_is (draft, token, "and")) {
      if (!describes_on (describer, token + 1))
        break;
      token++;
    } else if (is_any (draft, token, leading)) {
      token++;
    } else {
      break;
    }
  }
  return token;
}

/* Behind "(42)" or ", 42,": an age. */
static guint32
skip_age (const Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;

  if (purport_draft_is (draft, token, "(") && purport_draft_is (draft, token + 2, ")"))
    return token + 3;
  if (purport_draft_is (draft, token, ",") && in_reach (describer, token + 2) &&
      purport_draft_tag (draft, token + 1) == PURPORT_TAG_CD && purport_draft_is (draft, token + 2, ","))
    return token + 2;
  return token;
}

/* "Smith, 68, of Bristol": behind an age, a name without a word such as "university" is that of a place. */
static gboolean
is_home (const Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *phrase;

  if (purport_draft_is (draft, token, ","))
    token++;
  if (!purport_draft_is (draft, token, "of") && !purport_draft_is (draft, token, "from"))
    return FALSE;
  phrase = in_reach (describer, token + 1) ? phrase_at (draft, token + 1) : NULL;
  return phrase != NULL && phrase->name_end_token - phrase->name_first_token <= 2 &&
         !purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD);
}

/* What stands behind a name. */
static void
read_behind (Describer *describer, guint32 end_token)
{
  static const char *const openers[] = { "of", "from", "at", "with", "for", "who", NULL };
  const PurportDraft *draft = describer->draft;
  guint32 token = skip_age (describer, end_token), end;

  if (!in_reach (describer, token) || (token > end_token && is_home (describer, token)))
    return;
  if (is_any (draft, token, openers) || (is_mark (draft, token) && describes_on (describer, token + 1)))
    token = read_stretch (describer, token);
  if (!in_reach (describer, token))
    return;
  end = read_work (describer, token);
  if (end != PURPORT_NONE)
    read_stretch (describer, end);
  else if (purport_draft_is (draft, token, "is") || purport_draft_is (draft, token, "was")) {
    const PurportPhrase *phrase = in_reach (describer, token + 1) ? phrase_at (draft, token + 1) : NULL;
    if (phrase != NULL && is_role (draft, phrase))
      read_stretch (describer, token + 1);
  } else if ((purport_draft_is (draft, token, "works") || purport_draft_is (draft, token, "teaches")) &&
             describes_on (describer, token + 1)) {
    read_stretch (describer, token + 1);
  }
}

/* A title that is a role of its own behind another: "study co-author Professor". */
static guint32
second_title (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token + 1; i < end_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_TITLE) && !purport_draft_has (draft, i, PURPORT_TERM_HONORIFIC) &&
        purport_draft_has (draft, i - 1, PURPORT_TERM_ROLE) && !purport_draft_is (draft, i - 1, "attorney") &&
        !purport_draft_is (draft, i - 1, "secretary"))
      return i;
  return end_token;
}

/* Whether the noun before a name says what the person is: a known role or title, or any noun ("centre back X"). */
static gboolean
is_role_before_name (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  static const char *const days[] = { "yesterday", "today", "tomorrow", "tonight", "week", "month", "year", NULL };

  for (guint32 i = first_token; i < end_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_ROLE) || purport_draft_has (draft, i, PURPORT_TERM_TITLE) ||
        purport_draft_has (draft, i, PURPORT_TERM_AUTHOR))
      return TRUE;
  return purport_draft_tag (draft, end_token - 1) == PURPORT_TAG_NN && !is_any (draft, end_token - 1, days);
}

/* The words before the name in its own phrase: "Lead researcher Dr", "Facebook founder". */
static void
read_prefix (Describer *describer, const PurportPhrase *phrase)
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
    if (name != NULL && name->typed && name->first_token == i)
      add_institutions (describer, i, name->end_token);
    if (purport_draft_tag (draft, i) == PURPORT_TAG_POS || (name != NULL && name->type == PURPORT_NAME_ORGANIZATION))
      first = i + 1;
  }
  if (first == end || !is_role_before_name (draft, first, end))
    return;
  split = second_title (draft, first, end);
  add_role_words (describer, first, split);
  add_role_words (describer, split, end);
}

/* "Smith, the director of Y, Z said": the role before Z is that of the person before it. */
static gboolean
apposes_person (const Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  guint32 comma = phrase->first_token - 1, before;

  if (phrase->first_token < 2 || !is_mark (draft, comma) || !in_reach (describer, comma - 1))
    return FALSE;
  before = draft->phrase_of[comma - 1];
  return before != PURPORT_NONE && purport_draft_phrase (draft, before)->type == PURPORT_PHRASE_PERSON;
}

/* "Executive director of the X Society Anna Smith", "the study’s lead author, Smith", "one of the authors, Smith". */
static void
read_before (Describer *describer, guint32 index)
{
  const PurportDraft *draft = describer->draft;
  guint32 end = purport_draft_phrase (draft, index)->first_token, start, before;
  const PurportPhrase *first;

  before = end;
  if (before > 0 && purport_draft_is (draft, before - 1, ","))
    before--;
  if (before == 0 || !in_reach (describer, before - 1) || draft->phrase_of[before - 1] == PURPORT_NONE)
    return;
  start = purport_phrases_chain_start (draft, draft->phrase_of[before - 1]);
  first = purport_draft_phrase (draft, start);
  if (before < end && apposes_person (describer, first))
    return;
  if (first->type == PURPORT_PHRASE_GROUP && first->first_token > 1 &&
      purport_draft_is (draft, first->first_token - 1, "of") &&
      purport_draft_is (draft, first->first_token - 2, "one")) {
    add_role_words (describer, first->first_token - 2, first->end_token);
    return;
  }
  if (is_role (draft, first) ||
      (before == end && purport_draft_tag (draft, first->head_token) == PURPORT_TAG_NN &&
       first->first_token == purport_draft_sentence (draft, describer->sentence)->first_token)) {
    guint32 token = add_role (describer, first);
    while (token < before) {
      const PurportPhrase *phrase = phrase_at (draft, token);
      if (phrase != NULL && is_affiliation (draft, phrase))
        token = add_affiliation (describer, phrase);
      else
        token++;
    }
  }
}

static gboolean
has_academic_title (const PurportDraft *draft, const PurportEntity *entity)
{
  static const char *const titles[] = { "dr", "dr.", "doctor", "prof", "prof.", "professor", NULL };

  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    for (guint32 j = phrase->first_token; j < phrase->end_token; j++)
      if (is_any (draft, j, titles))
        return TRUE;
    if (phrase->first_token > 1 && is_any (draft, phrase->first_token - 1, titles))
      return TRUE;
  }
  return FALSE;
}

/* Whether one of the roles is that of somebody who knows, and not of a patient or a neighbour. */
static gboolean
has_expert_role (const PurportDraft *draft, const GArray *roles)
{
  for (guint i = 0; i < roles->len; i++) {
    PurportTokens tokens = purport_draft_tokens_at (draft, g_array_index (roles, PurportSpan, i));
    gboolean lay = FALSE, known = FALSE;
    for (guint32 j = tokens.first_token; j < tokens.end_token; j++) {
      lay = lay || purport_draft_has (draft, j, PURPORT_TERM_LAY);
      known = known || purport_draft_has (draft, j, PURPORT_TERM_AUTHOR) ||
              purport_draft_has (draft, j, PURPORT_TERM_ROLE) || purport_draft_has (draft, j, PURPORT_TERM_TITLE) ||
              purport_draft_has (draft, j, PURPORT_TERM_DOCUMENT);
      if (purport_draft_is (draft, j, "phd") || purport_draft_is (draft, j, "doctoral"))
        return TRUE;
    }
    if (known && !lay)
      return TRUE;
  }
  return FALSE;
}

/* Whether the name is, or ends with, that of a newspaper, an agency or a broadcaster. */
static gboolean
is_press (const PurportDraft *draft, const PurportTokens *name)
{
  static const char *const endings[] = { "news",       "times",    "post",      "gazette",   "herald", "tribune",
                                         "chronicle",  "courier",  "telegraph", "newspaper", "radio",  "tv",
                                         "television", "magazine", "reporter",  "online",    NULL };

  for (guint32 i = name->first_token; i < name->end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_PRESS);
    if (term != NULL && (term->end_token == name->end_token || i == name->first_token) &&
        (term->end_token == name->end_token || is_any (draft, name->end_token - 1, endings)))
      return TRUE;
  }
  return is_any (draft, name->end_token - 1, endings);
}

static gboolean
is_expert (const PurportDraft *draft, const PurportEntity *entity, const PurportSource *source)
{
  const PurportTokens *name = &entity->name;

  switch (source->type) {
  case PURPORT_SOURCE_ORGANIZATION:
    return !is_press (draft, name);
  case PURPORT_SOURCE_GROUP:
    return !purport_draft_has (draft, name->end_token - 1, PURPORT_TERM_LAY);
  case PURPORT_SOURCE_PERSON:
    if (has_academic_title (draft, entity) || has_expert_role (draft, source->roles) ||
        source->independence == PURPORT_INDEPENDENCE_AUTHOR)
      return TRUE;
    return source->affiliations->len > 0 && source->roles->len == 0;
  case PURPORT_SOURCE_DOCUMENT:
  default:
    return FALSE;
  }
}

/* "a team led by Smith of the X Institute": the institution is that of the team too. */
static void
read_leader (Describer *describer, guint32 token)
{
  const PurportDraft *draft = describer->draft;
  const PurportPhrase *leader;

  if (!in_reach (describer, token + 2) || !purport_draft_is (draft, token, "led") ||
      !purport_draft_is (draft, token + 1, "by"))
    return;
  leader = phrase_at (draft, token + 2);
  if (leader != NULL)
    read_behind (describer, leader->end_token);
}

/* A mention that is a noun: "a Department of Health spokesman", "researchers at X and Y led by Z", "NHS data". */
static void
read_nominal (Describer *describer, const PurportPhrase *phrase)
{
  const PurportDraft *draft = describer->draft;
  PurportSourceType type = describer->source->type;

  if (type == PURPORT_SOURCE_PERSON) {
    if (is_role (draft, phrase) && describer->source->roles->len == 0)
      read_stretch (describer, add_role (describer, phrase));
  } else if (type == PURPORT_SOURCE_ORGANIZATION) {
    if (is_role (draft, phrase))
      add_role (describer, phrase);
  } else if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_LAY)) {
    static const char *const makers[] = { "by", "from", "at", NULL };
    guint32 first = phrase->first_token;
    gboolean of_author = first > 1 && purport_draft_is (draft, first - 1, "of") &&
                         purport_draft_has (draft, first - 2, PURPORT_TERM_ROLE);
    of_author = of_author || (first > 0 && purport_draft_tag (draft, first - 1) == PURPORT_TAG_VBD);
    add_institutions (describer, first, phrase->head_token);
    if (type == PURPORT_SOURCE_GROUP || (is_any (draft, phrase->end_token, makers) && !of_author))
      read_leader (describer, read_stretch (describer, phrase->end_token));
  }
}

static void
read_mention (Describer *describer, guint32 index)
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
    read_before (describer, index);
    read_prefix (describer, phrase);
    read_behind (describer, phrase->end_token);
  } else if (phrase->type == PURPORT_PHRASE_ORGANIZATION && phrase->first_token < phrase->name_first_token) {
    /* "leading charity Beat" */
    if (purport_draft_has (draft, phrase->name_first_token - 1, PURPORT_TERM_COLLECTIVE) &&
        draft->name_of[phrase->name_first_token - 1] == PURPORT_NONE)
      add_role_words (describer, phrase->first_token, phrase->name_first_token);
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

  return first >= 2 && purport_draft_is (draft, first - 1, "by") && is_any (draft, first - 2, leads) &&
         draft->sentence_of[first - 2] == draft->sentence_of[first];
}

/* "Smith of the X Centre led the analysis": behind the name and its description a verb of work and a study. */
static gboolean
is_subject_of_study (const PurportDraft *draft, const PurportPhrase *phrase)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  g_autoptr (GArray) affiliations = g_array_new (FALSE, FALSE, sizeof (PurportSpan));
  PurportSource trial = { .type = PURPORT_SOURCE_PERSON, .roles = roles, .affiliations = affiliations };
  Describer describer = { draft, &trial, draft->sentence_of[phrase->head_token], draft->quote_of[phrase->head_token] };

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
 * purport_descriptions_read:
 * @entity: the entity with its mentions
 * @source: the source that is made of it; gets roles, affiliations, expertise and independence
 *
 * O(mentions × length of their sentences).
 */
void
purport_descriptions_read (const PurportDraft *draft, const PurportEntity *entity, PurportSource *source)
{
  Describer describer = { .draft = draft, .source = source };

  for (guint i = 0; i < entity->phrases->len; i++)
    read_mention (&describer, g_array_index (entity->phrases, guint32, i));
  if (source->type == PURPORT_SOURCE_GROUP || source->type == PURPORT_SOURCE_DOCUMENT)
    g_array_set_size (source->roles, 0);
  purport_independence_read (draft, entity, source);
  source->expert = is_expert (draft, entity, source);
}
