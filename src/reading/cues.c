/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds reporting verbs and phrases, and their subjects, by the order of words in the sentence. */
#include "reading/cues.h"

#include "reading/phrases.h"

/* How far back a subject with its appositions may reach, in tokens. */
#define SUBJECT_REACH 60

/* How many tokens may tell when and where something is said. */
#define ADJUNCT_REACH 12

/* How many tokens behind the source of an inverted cue may belong to it. */
#define GROUP_REACH 200

static gboolean
is_punctuation (const PurportDraft *draft, guint32 token)
{
  return (purport_draft_token (draft, token)->flags & PURPORT_TOKEN_PUNCTUATION) != 0;
}

static gboolean
is_adverb_or_auxiliary (const PurportDraft *draft, guint32 token)
{
  static const char *const auxiliaries[] = { "has", "have", "had", "also", "did",  "does",
                                             "do",  "'ve",  "'s",  "’ve",  "both", "all" };
  PurportTag tag = purport_draft_tag (draft, token);

  if (tag == PURPORT_TAG_RB || tag == PURPORT_TAG_MD)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (auxiliaries); i++)
    if (purport_draft_is (draft, token, auxiliaries[i]))
      return TRUE;
  return FALSE;
}

/* Returns: whether the token is a form of "be". */
gboolean
purport_cues_is_form_of_be (const PurportDraft *draft, guint32 token)
{
  static const char *const forms[] = { "is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'m" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (purport_draft_is (draft, token, forms[i]))
      return TRUE;
  return FALSE;
}

/**
 * purport_cues_adjunct_end:
 * @token: behind a cue
 *
 * What tells when and where somebody says something is no part of what is said: "said on Thursday, and", "said in a
 * statement.", "reported in Lakes & Ageing." O(1).
 *
 * Returns: the mark that ends such words, or @token where none stand there
 */
guint32
purport_cues_adjunct_end (const PurportDraft *draft, guint32 token)
{
  static const char *const opening[] = { "on",      "in",        "at",       "late",    "early",  "yesterday",
                                         "today",   "this",      "last",     "earlier", "monday", "tuesday",
                                         "tonight", "wednesday", "thursday", "friday",  "during", "after",
                                         "via",     "saturday",  "sunday",   NULL };
  guint32 end = MIN (purport_draft_n_tokens (draft), token + ADJUNCT_REACH);

  if (token >= end || !purport_draft_is_any (draft, token, opening))
    return token;
  for (guint32 i = token + 1; i < end && draft->sentence_of[i] == draft->sentence_of[token]; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (purport_draft_is (draft, i, ",") || tag == PURPORT_TAG_STOP)
      return i;
    if (draft->quote_of[i] != draft->quote_of[token] || purport_draft_is (draft, i, "that") || tag == PURPORT_TAG_MD ||
        tag == PURPORT_TAG_VBD || tag == PURPORT_TAG_VBZ || tag == PURPORT_TAG_VBP)
      break;
  }
  return token;
}

/* The start of the clause that @token stands in, as far as it is looked at: behind a quote, a semicolon or the start of
 * the sentence. */
static guint32
clause_start (const PurportDraft *draft, guint32 token)
{
  guint32 first = purport_draft_sentence_of (draft, token)->first_token;

  first = token - first > SUBJECT_REACH ? token - SUBJECT_REACH : first;
  while (token > first) {
    if (draft->quote_of[token - 1] != draft->quote_of[token])
      break;
    if (purport_draft_is (draft, token - 1, ";") || purport_draft_is (draft, token - 1, ":"))
      break;
    token--;
  }
  return token;
}

static gboolean
speaker_at (const PurportDraft *draft, guint32 token, guint32 *phrase)
{
  *phrase = draft->phrase_of[token];
  return *phrase != PURPORT_NONE && purport_phrases_is_speaker (purport_draft_phrase (draft, *phrase));
}

/* The phrase of a chain that speaks: the first that can ("Results of the trial", "one of the authors"). */
static guint32
speaker_of_chain (const PurportDraft *draft, guint32 first_phrase, guint32 last_phrase)
{
  for (guint32 i = first_phrase; i <= last_phrase; i++)
    if (purport_phrases_is_speaker (purport_draft_phrase (draft, i)))
      return i;
  return PURPORT_NONE;
}

static gboolean
follows_preposition (const PurportDraft *draft, guint32 token, guint32 start)
{
  PurportTag tag = token > start ? purport_draft_tag (draft, token - 1) : PURPORT_TAG_NONE;
  return tag == PURPORT_TAG_IN || tag == PURPORT_TAG_TO;
}

static gboolean
opens_aside (const PurportDraft *draft, guint32 token)
{
  return purport_draft_is (draft, token, ",") || purport_draft_is (draft, token, "(") ||
         purport_draft_is (draft, token, "who") || purport_draft_is (draft, token, "—") ||
         purport_draft_is (draft, token, "–");
}

/* The subject before an aside that ends at @end: "Smith, the lead author, said". */
static guint32
subject_before_aside (const PurportDraft *draft, guint32 end)
{
  guint32 start = clause_start (draft, end);

  for (guint32 i = start; i < end; i++) {
    guint32 phrase = draft->phrase_of[i], last;
    if (phrase == PURPORT_NONE)
      continue;
    last = purport_phrases_chain_end (draft, phrase);
    if (!follows_preposition (draft, i, start) && purport_draft_phrase (draft, last)->end_token < end &&
        opens_aside (draft, purport_draft_phrase (draft, last)->end_token)) {
      guint32 speaker = speaker_of_chain (draft, phrase, last);
      if (speaker != PURPORT_NONE && purport_draft_phrase (draft, speaker)->type != PURPORT_PHRASE_PRONOUN)
        return speaker;
    }
    i = purport_draft_phrase (draft, last)->end_token - 1;
  }
  return PURPORT_NONE;
}

/* The subject that ends right before @end, or whose aside does. */
static guint32
subject_before (const PurportDraft *draft, guint32 end)
{
  guint32 sentence_start = purport_draft_sentence_of (draft, end)->first_token, phrase;

  if (end == sentence_start || draft->quote_of[end - 1] != draft->quote_of[end])
    return PURPORT_NONE;
  phrase = draft->phrase_of[end - 1];
  if (phrase != PURPORT_NONE) {
    guint32 first = purport_phrases_chain_start (draft, phrase);
    guint32 speaker = speaker_of_chain (draft, first, phrase);
    guint32 start = purport_draft_phrase (draft, first)->first_token;
    /* "X, of the University of Y, said": the chain is an aside to a name before it */
    if (start > sentence_start + 2 && follows_preposition (draft, start, sentence_start) &&
        purport_draft_is (draft, start - 2, ",") && draft->phrase_of[start - 3] != PURPORT_NONE &&
        draft->quote_of[start - 3] == draft->quote_of[end]) {
      guint32 last = draft->phrase_of[start - 3];
      guint32 named = speaker_of_chain (draft, purport_phrases_chain_start (draft, last), last);
      return named != PURPORT_NONE ? named : speaker;
    }
    return speaker;
  }
  if (purport_draft_is (draft, end - 1, "who") && end - 1 > sentence_start) {
    guint32 before = end - 1;
    while (before > sentence_start && purport_draft_is (draft, before - 1, ","))
      before--;
    if (before > sentence_start && speaker_at (draft, before - 1, &phrase))
      return speaker_of_chain (draft, purport_phrases_chain_start (draft, phrase), phrase);
    return PURPORT_NONE;
  }
  if (purport_draft_is (draft, end - 1, ",") || purport_draft_is (draft, end - 1, ")") ||
      purport_draft_is (draft, end - 1, "—") || purport_draft_is (draft, end - 1, "–"))
    return subject_before_aside (draft, end - 1);
  return PURPORT_NONE;
}

/* Any plural noun that says or believes something stands for people: "the foresters say". */
static guint32
people_before (PurportDraft *draft, guint32 end)
{
  guint32 phrase = draft->phrase_of[end - MIN (end, 1)], first;
  PurportPhrase *subject;

  if (end == purport_draft_sentence_of (draft, end)->first_token || phrase == PURPORT_NONE)
    return PURPORT_NONE;
  first = purport_phrases_chain_start (draft, phrase);
  subject = &g_array_index (draft->phrases, PurportPhrase, first);
  if (subject->type != PURPORT_PHRASE_OTHER || purport_draft_tag (draft, subject->head_token) != PURPORT_TAG_NNS)
    return PURPORT_NONE;
  subject->type = PURPORT_PHRASE_GROUP;
  return first;
}

/* The source of an inverted cue: the phrase right behind the verb. */
static guint32
subject_behind (const PurportDraft *draft, guint32 verb_end)
{
  guint32 token = verb_end, end = purport_draft_sentence_of (draft, verb_end - 1)->end_token, phrase;

  while (token < end && token < verb_end + 2 && purport_draft_tag (draft, token) == PURPORT_TAG_RB)
    token++;
  if (token >= end || !speaker_at (draft, token, &phrase))
    return PURPORT_NONE;
  return purport_draft_phrase (draft, phrase)->first_token == token ? phrase : PURPORT_NONE;
}

static gboolean
stands_for_itself (const PurportDraft *draft, guint32 token)
{
  PurportBlockKind kind = purport_draft_block_kind (draft, draft->sentence_of[token]);
  return kind != PURPORT_BLOCK_BOILERPLATE && kind != PURPORT_BLOCK_BYLINE && kind != PURPORT_BLOCK_DATE;
}

/* Words that end the first sentence after the verb and its source that belongs to them, for an inverted cue. */
static guint32
inverted_group_end (const PurportDraft *draft, guint32 source_end)
{
  guint32 end = MIN (purport_draft_sentence_of (draft, source_end - 1)->end_token, source_end + GROUP_REACH);

  for (guint32 i = source_end; i < end; i++) {
    if (draft->quote_of[i] != draft->quote_of[source_end - 1] || purport_draft_is (draft, i, ":"))
      return i;
    if ((purport_draft_is (draft, i, "—") || purport_draft_is (draft, i, "–")) && draft->quote_of[i] != PURPORT_NONE)
      return i;
  }
  return end;
}

static void
add_cue (GArray *cues, const PurportDraft *draft, PurportCue cue)
{
  const PurportPhrase *phrase = purport_draft_phrase (draft, cue.phrase);
  guint32 last = purport_phrases_chain_end (draft, cue.phrase);

  cue.source.first_token = phrase->first_token;
  cue.source.end_token = purport_draft_phrase (draft, last)->end_token;
  if (cue.order == PURPORT_CUE_NORMAL && cue.source.end_token > cue.cue.first_token)
    cue.source.end_token = phrase->end_token;
  cue.group.first_token = MIN (cue.source.first_token, cue.cue.first_token);
  cue.group.end_token = cue.order == PURPORT_CUE_INVERTED ? inverted_group_end (draft, cue.source.end_token)
                                                          : MAX (cue.cue.end_token, cue.source.end_token);
  g_array_append_val (cues, cue);
}

/* Whoever is made to say something: "pressure forced the ministry to admit". Returns: the phrase, or PURPORT_NONE. */
static guint32
subject_of_infinitive (const PurportDraft *draft, guint32 verb)
{
  static const char *const makes[] = { "prompted", "prompts", "prompting", "forced",  "forces",    "forcing",
                                       "led",      "leads",   "leading",   "spurred", "compelled", "caused",
                                       "moved",    "pushed",  "drove",     NULL };
  guint32 start = purport_draft_sentence_of (draft, verb)->first_token, phrase, first;

  if (verb < start + 3 || !purport_draft_is (draft, verb - 1, "to") || draft->phrase_of[verb - 2] == PURPORT_NONE)
    return PURPORT_NONE;
  phrase = draft->phrase_of[verb - 2];
  first = purport_draft_phrase (draft, purport_phrases_chain_start (draft, phrase))->first_token;
  /* "prompted then minister X": the adverb is no part of the phrase */
  if (first > start && purport_draft_is (draft, first - 1, "then"))
    first--;
  if (first == start || !purport_draft_is_any (draft, first - 1, makes) ||
      draft->quote_of[first - 1] != draft->quote_of[verb])
    return PURPORT_NONE;
  return speaker_of_chain (draft, purport_phrases_chain_start (draft, phrase), phrase);
}

/* ", adding that …", "… and said …": the speaker is that of the cue before in the sentence. */
static void
add_dependent (GArray *cues, const PurportDraft *draft, PurportCue cue)
{
  const PurportCue *before = cues->len > 0 ? &g_array_index (cues, PurportCue, cues->len - 1) : NULL;

  if (before == NULL || draft->sentence_of[before->cue.first_token] != draft->sentence_of[cue.cue.first_token])
    return;
  cue.order = PURPORT_CUE_DEPENDENT;
  cue.phrase = PURPORT_NONE;
  cue.source.first_token = cue.source.end_token = cue.cue.first_token;
  cue.group = cue.cue;
  g_array_append_val (cues, cue);
}

/* Whether a verb inside a quote interrupts it: ", says Smith. —". */
static gboolean
interrupts_quote (const PurportDraft *draft, guint32 verb)
{
  const PurportQuote *quote = &g_array_index (draft->quotes, PurportQuote, draft->quote_of[verb]);
  guint32 subject;

  if (verb <= quote->first_token || !purport_draft_has (draft, verb, PURPORT_TERM_SPEECH))
    return FALSE;
  if (!purport_draft_is (draft, verb - 1, ",") && !purport_draft_is (draft, verb - 1, "—") &&
      !purport_draft_is (draft, verb - 1, "–") && !purport_draft_is (draft, verb - 1, "-"))
    return FALSE;
  subject = subject_behind (draft, verb + 1);
  return subject != PURPORT_NONE && (purport_draft_phrase (draft, subject)->type == PURPORT_PHRASE_PERSON ||
                                     purport_draft_phrase (draft, subject)->type == PURPORT_PHRASE_ROLE ||
                                     purport_draft_phrase (draft, subject)->type == PURPORT_PHRASE_ORGANIZATION);
}

static void
read_phrase_cue (GArray *cues, const PurportDraft *draft, const PurportTerm *term)
{
  PurportCue cue = { .order = PURPORT_CUE_PHRASE, .act = PURPORT_ACT_STATEMENT };

  if (draft->quote_of[term->first_token] != PURPORT_NONE)
    return;
  cue.cue = (PurportTokens){ term->first_token, term->end_token };
  if (term->end_token >= purport_draft_n_tokens (draft))
    return;
  cue.phrase = draft->phrase_of[term->end_token];
  if (cue.phrase == PURPORT_NONE)
    return;
  cue.phrase = speaker_of_chain (draft, cue.phrase, purport_phrases_chain_end (draft, cue.phrase));
  if (cue.phrase != PURPORT_NONE)
    add_cue (cues, draft, cue);
}

/* Steps back over adverbs and auxiliaries. Returns: their first token; *passive where a form of be is among them. */
static guint32
auxiliaries_start (const PurportDraft *draft, guint32 verb, gboolean *passive, gboolean *negated)
{
  guint32 first = verb, start = purport_draft_sentence_of (draft, verb)->first_token;

  *passive = *negated = FALSE;
  while (first > start && draft->quote_of[first - 1] == draft->quote_of[verb]) {
    if (purport_cues_is_form_of_be (draft, first - 1))
      *passive = TRUE;
    else if (purport_draft_has (draft, first - 1, PURPORT_TERM_NEGATION))
      *negated = TRUE;
    else if (!is_adverb_or_auxiliary (draft, first - 1) || draft->phrase_of[first - 1] != PURPORT_NONE)
      break;
    first--;
  }
  return first;
}

static void
read_verb (GArray *cues, PurportDraft *draft, const PurportTerm *term)
{
  guint32 verb = term->first_token, start = purport_draft_sentence_of (draft, verb)->first_token, first;
  PurportTag tag = purport_draft_tag (draft, verb);
  gboolean passive, negated, after_mark;
  PurportCue cue = { .act = term->value, .order = PURPORT_CUE_NORMAL, .phrase = PURPORT_NONE };

  if (draft->quote_of[verb] != PURPORT_NONE && !interrupts_quote (draft, verb))
    return;
  cue.in_quote = draft->quote_of[verb] != PURPORT_NONE;
  first = auxiliaries_start (draft, verb, &passive, &negated);
  cue.cue = (PurportTokens){ first, term->end_token };
  after_mark = first == start || is_punctuation (draft, first - 1);
  if (!cue.in_quote && purport_tag_is_verb (tag) && tag != PURPORT_TAG_VBG && !passive && !negated) {
    cue.phrase = subject_before (draft, first);
    if (cue.phrase == PURPORT_NONE &&
        (term->value == PURPORT_ACT_BELIEF || purport_draft_has (draft, verb, PURPORT_TERM_SPEECH)))
      cue.phrase = people_before (draft, first);
  }
  if (cue.phrase == PURPORT_NONE && !cue.in_quote && term->value == PURPORT_ACT_STATEMENT)
    cue.phrase = subject_of_infinitive (draft, verb);
  if (cue.phrase == PURPORT_NONE && after_mark && purport_draft_has (draft, verb, PURPORT_TERM_SPEECH)) {
    cue.phrase = subject_behind (draft, term->end_token);
    cue.order = PURPORT_CUE_INVERTED;
  }
  if (cue.phrase != PURPORT_NONE)
    add_cue (cues, draft, cue);
  else if (!passive && !negated && term->value == PURPORT_ACT_STATEMENT && first > start &&
           ((tag == PURPORT_TAG_VBG && purport_draft_is (draft, first - 1, ",")) ||
            (purport_tag_is_verb (tag) && purport_draft_tag (draft, first - 1) == PURPORT_TAG_CC)))
    add_dependent (cues, draft, cue);
}

/**
 * purport_cues_find:
 * @draft: a draft with phrases and quotes; a phrase that turns out to speak gets its type here
 *
 * Finds each cue whose source can be found, in the order of their verbs; attitudes are left out. O(tokens).
 *
 * Returns: (transfer full) (element-type PurportCue): the cues
 */
GArray *
purport_cues_find (PurportDraft *draft)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (PurportCue));

  for (guint32 i = 0; i < purport_draft_n_tokens (draft); i++) {
    const PurportTerm *term = NULL;
    if (!purport_draft_has (draft, i, PURPORT_TERM_REPORT) && !purport_draft_has (draft, i, PURPORT_TERM_REPORT_PHRASE))
      continue;
    if (!stands_for_itself (draft, i))
      continue;
    term = purport_terms_get (draft->terms, i, PURPORT_TERM_REPORT_PHRASE);
    if (term != NULL) {
      read_phrase_cue (cues, draft, term);
      continue;
    }
    term = purport_terms_get (draft->terms, i, PURPORT_TERM_REPORT);
    if (term != NULL && term->value != PURPORT_ACT_ATTITUDE)
      read_verb (cues, draft, term);
  }
  return cues;
}
