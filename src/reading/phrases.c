/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Base noun phrases by tags (determiner, numbers, adjectives, nouns, possessives), with names kept whole, and what each
 * stands for by its own words: a person, an organization, a role, a group, a document.
 */
#include "reading/phrases.h"

#include "reading/proper-names.h"

/* A chain of phrases joined by prepositions ("researchers at the University of X in Y") has at most this many links. */
#define CHAIN_LIMIT 8

static gboolean
in_name (const PurportDraft *draft, guint32 token)
{
  return draft->name_of[token] != PURPORT_NONE;
}

static gboolean
is_noun (const PurportDraft *draft, guint32 token)
{
  return token < purport_draft_n_tokens (draft) && purport_tag_is_noun (purport_draft_tag (draft, token));
}

/* A word for a role with the tag of an adjective or a verb, where no noun follows: "chief executive of". */
static gboolean
is_role_noun (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);
  return (tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_VB) && purport_draft_is_role (draft, token) &&
         !is_noun (draft, token + 1);
}

/* "lead author", ", research fellow": a verb by its tag only. */
static gboolean
is_lead_before_role (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);

  if (!purport_draft_is_role (draft, token + 1))
    return FALSE;
  return purport_draft_is (draft, token, "lead") ||
         ((tag == PURPORT_TAG_VB || tag == PURPORT_TAG_VBP) && token > 0 && purport_draft_is (draft, token - 1, ","));
}

static gboolean
is_noun_like (const PurportDraft *draft, guint32 token)
{
  return in_name (draft, token) || is_noun (draft, token) || is_role_noun (draft, token);
}

/* "Previous research found links": a participle by its tag only. */
static gboolean
reports (const PurportDraft *draft, guint32 token)
{
  return purport_draft_has (draft, token, PURPORT_TERM_REPORT) &&
         (purport_draft_has (draft, token - 1, PURPORT_TERM_DOCUMENT) ||
          purport_draft_has (draft, token - 1, PURPORT_TERM_GROUP) || purport_draft_is_role (draft, token - 1));
}

/* "Outside experts", "shop owners": a preposition or a verb by its tag only, where a sentence begins with people. */
static gboolean
modifies_people (const PurportDraft *draft, guint32 token, guint32 first_token)
{
  guint32 start = purport_draft_sentence_of (draft, token)->first_token;

  if (token != first_token || token + 1 >= purport_draft_n_tokens (draft) || token > start + 1 ||
      (token == start + 1 && purport_draft_tag (draft, start) != PURPORT_TAG_CC) ||
      purport_draft_tag (draft, token + 1) != PURPORT_TAG_NNS)
    return FALSE;
  return purport_draft_is (draft, token, "outside") || purport_draft_tag (draft, token) == PURPORT_TAG_VB ||
         purport_draft_tag (draft, token) == PURPORT_TAG_VBP;
}

static gboolean
may_stand_in_phrase (const PurportDraft *draft, guint32 token, guint32 first_token)
{
  PurportTag tag = purport_draft_tag (draft, token);

  if (in_name (draft, token) || is_role_noun (draft, token) || is_lead_before_role (draft, token) ||
      modifies_people (draft, token, first_token))
    return TRUE;
  switch ((int)tag) {
  case PURPORT_TAG_DT:
  case PURPORT_TAG_PDT:
  case PURPORT_TAG_PRPS:
    return token == first_token || purport_draft_tag (draft, token - 1) == PURPORT_TAG_PDT ||
           purport_draft_tag (draft, token - 1) == PURPORT_TAG_DT;
  case PURPORT_TAG_CD:
  case PURPORT_TAG_JJ:
  case PURPORT_TAG_JJR:
  case PURPORT_TAG_JJS:
  case PURPORT_TAG_NN:
  case PURPORT_TAG_NNS:
  case PURPORT_TAG_NNP:
  case PURPORT_TAG_NNPS:
  case PURPORT_TAG_AFX:
  case PURPORT_TAG_DOLLAR:
  case PURPORT_TAG_FW:
    return TRUE;
  case PURPORT_TAG_RBR:
    return token > first_token || is_noun (draft, token + 1); /* "earlier research" */
  case PURPORT_TAG_VBN:
  case PURPORT_TAG_VBG:
    /* "Smith measured ice": a participle by its tag only */
    return token > first_token && !in_name (draft, token - 1) && !reports (draft, token);
  case PURPORT_TAG_RB:
  case PURPORT_TAG_RBS:
  case PURPORT_TAG_HYPH:
    return token > first_token;
  case PURPORT_TAG_POS:
    return token > first_token;
  default:
    return FALSE;
  }
}

static gboolean
is_adverb (const PurportDraft *draft, guint32 token)
{
  return purport_draft_tag (draft, token) == PURPORT_TAG_RB || purport_draft_tag (draft, token) == PURPORT_TAG_RBS;
}

/* A phrase ends where a new one must begin: at a quotation mark, between two names without a word between, and before
 * an adverb behind a name or a verb: "according to the Ministry over 300 people", "the news prompted then president X".
 */
static gboolean
breaks_before (const PurportDraft *draft, guint32 token)
{
  const PurportProperName *before = purport_draft_name_at (draft, token - 1),
                          *here = purport_draft_name_at (draft, token);

  if (draft->quote_of[token] != draft->quote_of[token - 1] ||
      draft->sentence_of[token] != draft->sentence_of[token - 1])
    return TRUE;
  if (here == NULL && is_adverb (draft, token) &&
      (before != NULL || (purport_draft_tag (draft, token - 1) == PURPORT_TAG_VBN && is_noun (draft, token - 2))))
    return TRUE;
  /* "Smith’s team": the team is not Smith */
  if (token > 1 && purport_draft_tag (draft, token - 1) == PURPORT_TAG_POS) {
    const PurportProperName *owner = purport_draft_name_at (draft, token - 2);
    /* "the charity’s Tom Smith": nor is Smith the charity */
    if (owner == NULL)
      return here != NULL && here->typed && here->type == PURPORT_NAME_PERSON;
    return owner->typed && owner->type == PURPORT_NAME_PERSON && here != owner;
  }
  if (here == NULL || before == NULL || here == before || !here->typed || !before->typed)
    return FALSE;
  return here->type == PURPORT_NAME_PERSON ? before->type == PURPORT_NAME_ORGANIZATION : here->type != before->type;
}

static gboolean
capitalized (const PurportDraft *draft, guint32 token)
{
  return (purport_draft_token (draft, token)->flags & PURPORT_TOKEN_CAPITALIZED) != 0;
}

/* A capital that is not there only because the sentence begins, or that a noun tag confirms. */
static gboolean
capitalized_as_name (const PurportDraft *draft, guint32 token)
{
  return capitalized (draft, token) && (purport_draft_sentence_of (draft, token)->first_token != token ||
                                        purport_tag_is_proper_noun (purport_draft_tag (draft, token)));
}

static void
set_name (PurportDraft *draft, PurportPhrase *phrase, guint32 first_token, guint32 end_token)
{
  while (first_token + 1 < end_token && purport_draft_has (draft, first_token, PURPORT_TERM_TITLE))
    first_token++;
  if (first_token + 1 < end_token && purport_draft_is (draft, first_token, "."))
    first_token++;
  while (end_token > first_token + 1 && purport_draft_tag (draft, end_token - 1) == PURPORT_TAG_POS)
    end_token--;
  phrase->name_first_token = first_token;
  phrase->name_end_token = end_token;
}

/* The last name of the phrase, if its type is known and nothing but a possessive mark stands behind it. */
static gboolean
find_typed_name (PurportDraft *draft, PurportPhrase *phrase)
{
  const PurportProperName *name;
  guint32 end = phrase->end_token;

  while (end > phrase->first_token && !in_name (draft, end - 1)) {
    if (purport_draft_tag (draft, end - 1) != PURPORT_TAG_POS && is_noun_like (draft, end - 1))
      return FALSE;
    end--;
  }
  if (end == phrase->first_token)
    return FALSE;
  name = purport_draft_name_at (draft, end - 1);
  if (name == NULL || !name->typed)
    return FALSE;
  set_name (draft, phrase, MAX (name->first_token, phrase->first_token), end);
  phrase->type = name->type == PURPORT_NAME_PERSON ? PURPORT_PHRASE_PERSON
                 : name->type == PURPORT_NAME_ORGANIZATION || name->type == PURPORT_NAME_PLACE
                     ? PURPORT_PHRASE_ORGANIZATION
                     : PURPORT_PHRASE_NAME;
  return TRUE;
}

/*
 * A name without a label: title or role and a capital ("Dr Smith", "plastic surgeon Anna smith"), or a run of capitals
 * at the end of the phrase.
 */
static gboolean
find_capitalized_name (PurportDraft *draft, PurportPhrase *phrase)
{
  guint32 first = phrase->end_token;

  for (guint32 i = phrase->first_token; i + 1 < phrase->end_token && !purport_draft_is_role (draft, phrase->head_token);
       i++)
    if ((purport_draft_has (draft, i, PURPORT_TERM_TITLE) || purport_draft_is_role (draft, i)) &&
        capitalized (draft, i + 1) && !purport_draft_is_role (draft, i + 1) &&
        !purport_draft_has (draft, i + 1, PURPORT_TERM_TITLE) && phrase->end_token - i <= 4) {
      set_name (draft, phrase, i + 1, phrase->end_token);
      phrase->type = PURPORT_PHRASE_PERSON;
      return TRUE;
    }
  while (first > phrase->first_token && capitalized_as_name (draft, first - 1))
    first--;
  if (first == phrase->end_token)
    return FALSE;
  if (purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD) && phrase->end_token - first > 1)
    phrase->type = PURPORT_PHRASE_ORGANIZATION;
  else if (purport_draft_is_role (draft, phrase->head_token) ||
           purport_draft_has (draft, phrase->head_token, PURPORT_TERM_GROUP) ||
           purport_draft_has (draft, phrase->head_token, PURPORT_TERM_DOCUMENT))
    return FALSE;
  else if (phrase->end_token - first == 1 && purport_draft_token (draft, first)->flags & PURPORT_TOKEN_UPPER)
    phrase->type = PURPORT_PHRASE_ORGANIZATION;
  else if (!purport_tag_is_proper_noun (purport_draft_tag (draft, phrase->head_token)))
    return FALSE;
  else
    phrase->type = phrase->end_token - first == 2 ? PURPORT_PHRASE_PERSON : PURPORT_PHRASE_NAME;
  set_name (draft, phrase, first, phrase->end_token);
  return TRUE;
}

static PurportPhraseType
type_by_head (const PurportDraft *draft, const PurportPhrase *phrase)
{
  guint32 head = phrase->head_token;
  gboolean plural = purport_draft_tag (draft, head) == PURPORT_TAG_NNS;

  if (purport_draft_has (draft, head, PURPORT_TERM_GROUP))
    return PURPORT_PHRASE_GROUP;
  if (purport_draft_has (draft, head, PURPORT_TERM_DOCUMENT))
    return PURPORT_PHRASE_DOCUMENT;
  if (purport_draft_is_role (draft, head) && !plural)
    return PURPORT_PHRASE_ROLE;
  if (purport_draft_has (draft, head, PURPORT_TERM_COLLECTIVE) ||
      (!plural && purport_draft_has (draft, head, PURPORT_TERM_ORG_HEAD) &&
       purport_draft_is (draft, phrase->first_token, "the")))
    return PURPORT_PHRASE_GROUP;
  return PURPORT_PHRASE_OTHER;
}

/* "the world health organization": a body whose noun has two nouns or more before it is named, without capitals too. */
static gboolean
find_lower_case_name (const PurportDraft *draft, PurportPhrase *phrase)
{
  guint32 first = phrase->head_token;

  if (!purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD))
    return FALSE;
  while (first > phrase->first_token && (purport_tag_is_noun (purport_draft_tag (draft, first - 1)) ||
                                         purport_draft_tag (draft, first - 1) == PURPORT_TAG_JJ))
    first--;
  if (phrase->end_token - first < 3)
    return FALSE;
  phrase->type = PURPORT_PHRASE_ORGANIZATION;
  phrase->name_first_token = first;
  phrase->name_end_token = phrase->end_token;
  return TRUE;
}

static void
classify (PurportDraft *draft, PurportPhrase *phrase)
{
  phrase->type = type_by_head (draft, phrase);
  if (phrase->type == PURPORT_PHRASE_DOCUMENT)
    return;
  if (find_typed_name (draft, phrase) || find_capitalized_name (draft, phrase) || find_lower_case_name (draft, phrase))
    return;
  phrase->name_first_token = phrase->name_end_token = phrase->first_token;
}

static void
add_phrase (PurportDraft *draft, PurportPhrase phrase)
{
  for (guint32 i = phrase.first_token; i < phrase.end_token; i++)
    draft->phrase_of[i] = draft->phrases->len;
  g_array_append_val (draft->phrases, phrase);
}

/* Reads the phrase that begins at @first_token. Returns: where to go on. */
static guint32
read_phrase (PurportDraft *draft, guint32 first_token)
{
  PurportPhrase phrase = { .first_token = first_token, .head_token = PURPORT_NONE };
  guint32 i = first_token, last_noun = PURPORT_NONE;

  if (purport_draft_tag (draft, i) == PURPORT_TAG_PRP || purport_draft_tag (draft, i) == PURPORT_TAG_WP) {
    phrase.end_token = i + 1;
    phrase.head_token = i;
    phrase.type = PURPORT_PHRASE_PRONOUN;
    if (purport_draft_tag (draft, i) == PURPORT_TAG_PRP)
      add_phrase (draft, phrase);
    return i + 1;
  }
  while (i < purport_draft_n_tokens (draft) && may_stand_in_phrase (draft, i, first_token) &&
         (i == first_token || !breaks_before (draft, i))) {
    if (is_noun_like (draft, i))
      last_noun = i;
    i++;
  }
  if (last_noun == PURPORT_NONE)
    return MAX (i, first_token + 1);
  phrase.head_token = last_noun;
  phrase.end_token = last_noun + 1;
  classify (draft, &phrase);
  add_phrase (draft, phrase);
  return phrase.end_token;
}

/**
 * purport_phrases_find:
 * @draft: a draft with terms and quotes; gets its phrases
 *
 * O(tokens).
 */
void
purport_phrases_find (PurportDraft *draft)
{
  guint32 i = 0;

  while (i < purport_draft_n_tokens (draft))
    i = read_phrase (draft, i);
}

/* Tokens between two phrases that join them into one chain: "of", "led by", "carried out in", "of more than", "and". */
static gboolean
joins (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  static const char *const prepositions[] = { "of",  "at", "from", "in", "for",    "with",  "on",    "to",
                                              "and", "&",  "into", "by", "behind", "about", "among", NULL };
  static const char *const rough[] = { "more",   "than", "at", "least", "about", "around", "nearly",
                                       "almost", "over", "up", "to",    "some",  NULL };
  guint32 token = first_token;

  if (end_token == first_token || end_token - first_token > 4)
    return FALSE;
  if ((purport_draft_tag (draft, token) == PURPORT_TAG_VBN ||
       (purport_draft_tag (draft, token) == PURPORT_TAG_VBD && token > 0 &&
        purport_draft_has (draft, token - 1, PURPORT_TERM_DOCUMENT))) &&
      token + 1 < end_token)
    token++;
  if (token > first_token && purport_draft_tag (draft, token) == PURPORT_TAG_RP)
    token++;
  if (token >= end_token || !purport_draft_is_any (draft, token, prepositions))
    return FALSE;
  for (token++; token < end_token; token++)
    if (!purport_draft_is_any (draft, token, rough))
      return FALSE;
  return TRUE;
}

static gboolean
same_stretch (const PurportDraft *draft, guint32 a, guint32 b)
{
  return draft->sentence_of[a] == draft->sentence_of[b] && draft->quote_of[a] == draft->quote_of[b];
}

/* Returns: the first phrase of the chain that ends with @phrase: the one that the others say more about. */
guint32
purport_phrases_chain_start (const PurportDraft *draft, guint32 phrase)
{
  for (guint n = 0; n < CHAIN_LIMIT && phrase > 0; n++) {
    const PurportPhrase *here = purport_draft_phrase (draft, phrase),
                        *before = purport_draft_phrase (draft, phrase - 1);
    if (before->type == PURPORT_PHRASE_PRONOUN || !same_stretch (draft, before->head_token, here->head_token) ||
        !joins (draft, before->end_token, here->first_token))
      break;
    phrase--;
  }
  return phrase;
}

/* Returns: the last phrase of the chain that begins with @phrase. */
guint32
purport_phrases_chain_end (const PurportDraft *draft, guint32 phrase)
{
  for (guint n = 0; n < CHAIN_LIMIT && phrase + 1 < draft->phrases->len; n++) {
    const PurportPhrase *here = purport_draft_phrase (draft, phrase), *next = purport_draft_phrase (draft, phrase + 1);
    if (next->type == PURPORT_PHRASE_PRONOUN || !same_stretch (draft, next->head_token, here->head_token) ||
        !joins (draft, here->end_token, next->first_token))
      break;
    phrase++;
  }
  return phrase;
}

/* Returns: whether words can be put into the mouth of what the phrase stands for. */
gboolean
purport_phrases_is_speaker (const PurportPhrase *phrase)
{
  return phrase->type != PURPORT_PHRASE_OTHER;
}
