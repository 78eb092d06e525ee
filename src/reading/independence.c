/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words beside a mention show most of it ("lead author", "was not involved in", "spokesman"); then what the source says
 * of itself ("our study"), then where it works: who shares an institution with the study's authors is one of them. A
 * named expert of whom nothing is shown stands outside the study.
 */
#include "reading/independence.h"

/* How many tokens before and behind a mention may describe it. */
#define BEFORE 12
#define BEHIND 40

/* With how many institutions of the authors the other sources' are compared. */
#define MOST_INSTITUTIONS 32

static void
set (PurportSource *source, PurportIndependence independence, PurportSpan words)
{
  if (source->independence != PURPORT_INDEPENDENCE_UNKNOWN)
    return;
  source->independence = independence;
  source->independence_words = words;
}

static gboolean
stands_in_name (const PurportDraft *draft, guint32 token)
{
  return draft->name_of[token] != PURPORT_NONE;
}

static gboolean
is_report_verb (const PurportDraft *draft, guint32 token)
{
  return purport_draft_has (draft, token, PURPORT_TERM_REPORT) &&
         purport_tag_is_verb (purport_draft_tag (draft, token)) &&
         !purport_draft_has (draft, token, PURPORT_TERM_AUTHOR);
}

/*
 * The words that describe a mention: behind it up to a verb of speech, a quote or "that"; before it what stands in its
 * own clause, over the comma that may set its role off ("the study’s lead author, Smith").
 */
static PurportTokens
stretch_of (const PurportDraft *draft, const PurportPhrase *phrase)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (draft, phrase->head_token);
  guint32 quote = draft->quote_of[phrase->head_token], first = phrase->first_token, end = phrase->end_token;

  while (first > sentence->first_token && draft->quote_of[first - 1] == quote && phrase->first_token - first < BEFORE &&
         !is_report_verb (draft, first - 1))
    first--;
  while (end < sentence->end_token && draft->quote_of[end] == quote && end - phrase->end_token < BEHIND &&
         !is_report_verb (draft, end) && !purport_draft_is (draft, end, "that"))
    end++;
  return (PurportTokens){ first, end };
}

static PurportSpan
find_term (const PurportDraft *draft, PurportTokens tokens, PurportTermClass term_class)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, term_class);
    if (term != NULL && term->end_token <= tokens.end_token &&
        (term_class == PURPORT_TERM_INTERESTED || !stands_in_name (draft, i)))
      return purport_draft_span (draft, term->first_token, term->end_token);
  }
  return PURPORT_SPAN_NONE;
}

/* "Smith and his colleagues", "a team led by Smith". */
static PurportSpan
find_team (const PurportDraft *draft, const PurportPhrase *phrase)
{
  static const char *const followers[] = { "colleagues", "team", "co-authors", "coauthors", "co-workers", "group" };
  guint32 first = phrase->first_token, end = phrase->end_token;

  if (first >= 2 && purport_draft_is (draft, first - 1, "by") &&
      (purport_draft_is (draft, first - 2, "led") || purport_draft_is (draft, first - 2, "headed")))
    return purport_draft_span (draft, first - 2, first);
  for (guint32 i = end; i < end + BEHIND && i + 1 < purport_draft_n_tokens (draft) &&
                        draft->sentence_of[i] == draft->sentence_of[end - 1] && draft->quote_of[i] == PURPORT_NONE &&
                        !is_report_verb (draft, i);
       i++) {
    guint32 noun = purport_draft_tag (draft, i + 1) == PURPORT_TAG_PRPS ? i + 2 : i + 1;
    for (guint j = 0; j < G_N_ELEMENTS (followers) && purport_draft_is (draft, i, "and"); j++)
      if (purport_draft_is (draft, noun, followers[j]))
        return purport_draft_span (draft, i, noun + 1);
  }
  return PURPORT_SPAN_NONE;
}

/* "said researcher Smith": bare of any institution, the word means one of the study. */
static PurportSpan
find_bare_researcher (const PurportDraft *draft, const PurportPhrase *phrase)
{
  if ((purport_draft_is (draft, phrase->first_token, "researcher") ||
       purport_draft_is (draft, phrase->first_token, "researchers")) &&
      phrase->first_token < phrase->name_first_token)
    return purport_draft_span (draft, phrase->first_token, phrase->first_token + 1);
  return PURPORT_SPAN_NONE;
}

/* "of the Wellbeing Fund, which paid for the study" */
static PurportSpan
find_funding (const PurportDraft *draft, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_INTERESTED);
    if (term != NULL && (purport_draft_is (draft, i, "which") || purport_draft_is (draft, i, "who")))
      return purport_draft_span (draft, term->first_token, term->end_token);
  }
  return PURPORT_SPAN_NONE;
}

static void
read_mention (const PurportDraft *draft, const PurportPhrase *phrase, PurportSource *source)
{
  PurportTokens stretch = stretch_of (draft, phrase);
  PurportSpan words = find_term (draft, stretch, PURPORT_TERM_INDEPENDENT);

  if (!purport_span_is_empty (words)) {
    set (source, PURPORT_INDEPENDENCE_INDEPENDENT, words);
    return;
  }
  words = find_term (draft, stretch, PURPORT_TERM_AUTHOR);
  if (purport_span_is_empty (words) && source->type == PURPORT_SOURCE_PERSON)
    words = find_team (draft, phrase);
  if (purport_span_is_empty (words) && source->type == PURPORT_SOURCE_PERSON)
    words = find_bare_researcher (draft, phrase);
  if (!purport_span_is_empty (words)) {
    set (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    return;
  }
  words = find_funding (draft, stretch);
  if (!purport_span_is_empty (words))
    set (source, PURPORT_INDEPENDENCE_INTERESTED, words);
}

/**
 * purport_independence_read:
 * @entity: the entity with its mentions
 * @source: the source that is made of it; gets its independence where words beside a mention show it
 */
void
purport_independence_read (const PurportDraft *draft, const PurportEntity *entity, PurportSource *source)
{
  if (entity->of_study)
    set (source, PURPORT_INDEPENDENCE_AUTHOR, PURPORT_SPAN_NONE);
  if (source->type == PURPORT_SOURCE_DOCUMENT)
    return;
  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    if (phrase->type != PURPORT_PHRASE_PRONOUN)
      read_mention (draft, phrase, source);
  }
  for (guint i = 0; i < source->roles->len; i++) {
    PurportSpan role = g_array_index (source->roles, PurportSpan, i);
    PurportTokens tokens = purport_draft_tokens_at (draft, role);
    /* "led the project", "involved in the design of the study" */
    if ((purport_tag_is_verb (purport_draft_tag (draft, tokens.first_token)) ||
         purport_draft_is (draft, tokens.first_token, "involved")) &&
        purport_draft_has (draft, tokens.end_token - 1, PURPORT_TERM_DOCUMENT))
      set (source, PURPORT_INDEPENDENCE_AUTHOR, role);
  }
}

/* "our study", and in direct speech "we found": whoever says so is an author of it. Returns: the words; may be empty.
 */
static PurportSpan
find_own_study (const PurportDraft *draft, PurportSpan content, gboolean direct)
{
  PurportTokens tokens = purport_draft_tokens_at (draft, content);

  for (guint32 i = tokens.first_token; i + 1 < tokens.end_token; i++) {
    if (purport_draft_is (draft, i, "our"))
      for (guint32 j = i + 1; j < tokens.end_token && j < i + 4; j++)
        if (purport_draft_has (draft, j, PURPORT_TERM_DOCUMENT))
          return purport_draft_span (draft, i, j + 1);
    if (purport_draft_is (draft, i, "we") && direct)
      for (guint32 j = i + 1; j < tokens.end_token && j < i + 3; j++) {
        const PurportTerm *term = purport_terms_get (draft->terms, j, PURPORT_TERM_REPORT);
        if (term != NULL && term->value == PURPORT_ACT_FINDING && purport_draft_tag (draft, j) != PURPORT_TAG_VB)
          return purport_draft_span (draft, i, j + 1);
      }
  }
  return PURPORT_SPAN_NONE;
}

/* What people say of themselves. */
static void
read_own_words (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;

  for (guint i = 0; i < reading->attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, i);
    PurportSource *source;
    if (said->source == PURPORT_NONE || !said->certain)
      continue;
    source = &g_array_index (reading->sources, PurportSource, said->source);
    /* "Smith also found that": whoever finds something has studied it */
    if (said->act == PURPORT_ACT_FINDING && source->type == PURPORT_SOURCE_PERSON && said->cue_spans.len > 0)
      set (source, PURPORT_INDEPENDENCE_AUTHOR, purport_span_list_get (&said->cue_spans, 0));
    for (guint j = 0; j < said->content_spans.len && source->type == PURPORT_SOURCE_PERSON &&
                      source->independence == PURPORT_INDEPENDENCE_UNKNOWN;
         j++) {
      PurportSpan words =
          find_own_study (draft, purport_span_list_get (&said->content_spans, j), said->mode != PURPORT_MODE_INDIRECT);
      if (!purport_span_is_empty (words))
        set (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    }
  }
}

static gboolean
is_letter_at (const char *text, guint32 byte)
{
  return g_ascii_isalnum (text[byte]);
}

/* Whether one of two institutions' names is the other, or a whole word of it: "Glasgow" and "University of Glasgow". */
static gboolean
same_institution (const PurportDraft *draft, PurportSpan a, PurportSpan b)
{
  const char *text = draft->words->article->text;
  PurportSpan longer = purport_span_length (a) >= purport_span_length (b) ? a : b;
  PurportSpan shorter = purport_span_length (a) >= purport_span_length (b) ? b : a;
  guint32 n = purport_span_length (shorter);

  if (n < 3)
    return FALSE;
  for (guint32 i = longer.start_byte; i + n <= longer.end_byte; i++)
    if (g_ascii_strncasecmp (text + i, text + shorter.start_byte, n) == 0 &&
        (i == longer.start_byte || !is_letter_at (text, i - 1)) &&
        (i + n == longer.end_byte || !is_letter_at (text, i + n)))
      return TRUE;
  return FALSE;
}

/* Adds the institutions of the study's authors; the first ones, where hundreds are named. */
static void
collect_author_institutions (const PurportReading *reading, GArray *institutions)
{
  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *author = &g_array_index (reading->sources, PurportSource, i);
    if (author->independence == PURPORT_INDEPENDENCE_AUTHOR && institutions->len < MOST_INSTITUTIONS)
      g_array_append_vals (institutions, author->affiliations->data, author->affiliations->len);
  }
}

/* The institution of the study's authors that the source belongs to, or is; empty where there is none. */
static PurportSpan
find_shared_institution (const PurportDraft *draft, const GArray *institutions, const PurportSource *source)
{
  for (guint i = 0; i < institutions->len; i++) {
    PurportSpan of_author = g_array_index (institutions, PurportSpan, i);
    for (guint j = 0; j < source->affiliations->len; j++)
      if (same_institution (draft, of_author, g_array_index (source->affiliations, PurportSpan, j)))
        return g_array_index (source->affiliations, PurportSpan, j);
    if (source->type == PURPORT_SOURCE_ORGANIZATION && source->mentions->len > 0 &&
        same_institution (draft, of_author, g_array_index (source->mentions, PurportMention, 0).span))
      return g_array_index (source->mentions, PurportMention, 0).span;
  }
  return PURPORT_SPAN_NONE;
}

/* Words for a government, a company, a club or an office in one of them, in the spans. */
static PurportSpan
find_interest (const PurportDraft *draft, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++) {
    PurportSpan words = find_term (draft, purport_draft_tokens_at (draft, g_array_index (spans, PurportSpan, i)),
                                   PURPORT_TERM_INTERESTED);
    if (!purport_span_is_empty (words))
      return words;
  }
  return PURPORT_SPAN_NONE;
}

static PurportSpan
find_interest_of_name (const PurportDraft *draft, const PurportSource *source)
{
  for (guint i = 0; i < source->mentions->len; i++) {
    const PurportMention *mention = &g_array_index (source->mentions, PurportMention, i);
    PurportSpan words;
    if (mention->kind == PURPORT_MENTION_PRONOUN)
      continue;
    words = find_term (draft, purport_draft_tokens_at (draft, mention->span), PURPORT_TERM_INTERESTED);
    if (!purport_span_is_empty (words))
      return words;
  }
  return PURPORT_SPAN_NONE;
}

static void
settle_source (const PurportDraft *draft, const GArray *institutions, PurportSource *source)
{
  PurportSpan words;

  if (source->independence != PURPORT_INDEPENDENCE_UNKNOWN || !source->expert ||
      (source->type != PURPORT_SOURCE_PERSON && source->type != PURPORT_SOURCE_ORGANIZATION))
    return;
  words = find_shared_institution (draft, institutions, source);
  if (!purport_span_is_empty (words)) {
    set (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    return;
  }
  words = source->type == PURPORT_SOURCE_ORGANIZATION ? find_interest_of_name (draft, source)
                                                      : find_interest (draft, source->affiliations);
  if (purport_span_is_empty (words))
    words = find_interest (draft, source->roles);
  if (!purport_span_is_empty (words))
    set (source, PURPORT_INDEPENDENCE_INTERESTED, words);
  else
    set (source, PURPORT_INDEPENDENCE_INDEPENDENT, PURPORT_SPAN_NONE);
}

/**
 * purport_independence_settle:
 * @draft: a draft whose reading has its sources and attributions
 * @institutions: (element-type PurportSpan): those of the study's authors who are no sources; gets those of the sources
 *
 * O(contents + sources).
 */
void
purport_independence_settle (PurportDraft *draft, GArray *institutions)
{
  PurportReading *reading = draft->reading;

  read_own_words (draft);
  collect_author_institutions (reading, institutions);
  for (guint i = 0; i < reading->sources->len; i++)
    settle_source (draft, institutions, &g_array_index (reading->sources, PurportSource, i));
}
