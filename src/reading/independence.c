/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words beside a mention show most of it ("lead author", "was not involved in", "spokesman"); then what the source says
 * of itself ("our study"), then where it works: who shares an institution with the study's authors is one of them. A
 * named expert of whom nothing is shown stands outside the study.
 */
#include "reading/independence.h"

static void
set (PurportSource *source, PurportIndependence independence, PurportSpan words)
{
  if (source->independence != PURPORT_INDEPENDENCE_UNKNOWN)
    return;
  source->independence = independence;
  source->independence_words = words;
}

/* The stretch around a mention that describes it: back to a verb of speech or a mark, on to the next quote or "that".
 */
static PurportTokens
stretch_of (const PurportDraft *draft, const PurportPhrase *phrase)
{
  const PurportTextSentence *sentence = purport_draft_sentence_of (draft, phrase->head_token);
  guint32 first = phrase->first_token, end = phrase->end_token;

  while (first > sentence->first_token && draft->quote_of[first - 1] == PURPORT_NONE &&
         phrase->first_token - first < 12 && !purport_draft_has (draft, first - 1, PURPORT_TERM_SPEECH))
    first--;
  while (end < sentence->end_token && draft->quote_of[end] == PURPORT_NONE && end - phrase->end_token < 40 &&
         !purport_draft_is (draft, end, "that"))
    end++;
  return (PurportTokens){ first, end };
}

static PurportSpan
find_term (const PurportDraft *draft, PurportTokens tokens, PurportTermClass term_class)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, term_class);
    if (term != NULL && term->end_token <= tokens.end_token)
      return purport_draft_span (draft, term->first_token, term->end_token);
  }
  return PURPORT_SPAN_NONE;
}

static void
read_mention (const PurportDraft *draft, const PurportPhrase *phrase, PurportSource *source)
{
  PurportTokens stretch = stretch_of (draft, phrase);
  PurportTokens own = { phrase->first_token, phrase->end_token };
  PurportSpan words = find_term (draft, stretch, PURPORT_TERM_INDEPENDENT);

  if (!purport_span_is_empty (words)) {
    set (source, PURPORT_INDEPENDENCE_INDEPENDENT, words);
    return;
  }
  words = find_term (draft, stretch, PURPORT_TERM_AUTHOR);
  if (!purport_span_is_empty (words)) {
    set (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    return;
  }
  words = find_term (draft, own, PURPORT_TERM_INTERESTED);
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
  if (source->type == PURPORT_SOURCE_DOCUMENT)
    return;
  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    if (phrase->type != PURPORT_PHRASE_PRONOUN)
      read_mention (draft, phrase, source);
  }
}

/* "our study", "we found": whoever says so is an author of it. Returns: the words, empty where there are none. */
static PurportSpan
find_own_study (const PurportDraft *draft, PurportSpan content)
{
  PurportTokens tokens = purport_draft_tokens_at (draft, content);

  for (guint32 i = tokens.first_token; i + 1 < tokens.end_token; i++) {
    if (purport_draft_is (draft, i, "our"))
      for (guint32 j = i + 1; j < tokens.end_token && j < i + 4; j++)
        if (purport_draft_has (draft, j, PURPORT_TERM_DOCUMENT))
          return purport_draft_span (draft, i, j + 1);
    if (purport_draft_is (draft, i, "we"))
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
    if (said->source == PURPORT_NONE || said->mode == PURPORT_MODE_INDIRECT || !said->certain)
      continue;
    source = &g_array_index (reading->sources, PurportSource, said->source);
    for (guint j = 0; j < said->content_spans->len && source->type == PURPORT_SOURCE_PERSON &&
                      source->independence == PURPORT_INDEPENDENCE_UNKNOWN;
         j++) {
      PurportSpan words = find_own_study (draft, g_array_index (said->content_spans, PurportSpan, j));
      if (!purport_span_is_empty (words))
        set (source, PURPORT_INDEPENDENCE_AUTHOR, words);
    }
  }
}

/**
 * purport_independence_settle:
 * @draft: a draft whose reading has its sources and attributions
 *
 * O(contents + sources²) for the few sources of an article.
 */
void
purport_independence_settle (PurportDraft *draft)
{
  PurportReading *reading = draft->reading;

  read_own_words (draft);
  for (guint i = 0; i < reading->sources->len; i++) {
    PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    if (source->expert && (source->type == PURPORT_SOURCE_PERSON || source->type == PURPORT_SOURCE_ORGANIZATION))
      set (source, PURPORT_INDEPENDENCE_INDEPENDENT, PURPORT_SPAN_NONE);
  }
}
