/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * News states its main claim first, and says sentences later which study it comes from and what that study cannot show:
 * "The research does not prove that …". What is said of the study is said of the main claim, if that rests on a study
 * or speaks of the same things.
 */
#include "reading/main-grounds.h"

static const char *const studies[] = { "study",      "research", "trial",  "findings", "finding",  "results",
                                       "experiment", "sample",   "review", "data",     "analysis", "experiments",
                                       "paper",      "authors",  "survey", NULL };

/* Whether @token is what the article calls its own study: "the trial", "our findings", not "earlier trials". */
static gboolean
is_own_study (const PurportDraft *draft, guint32 token)
{
  static const char *const determiners[] = { "the", "this", "these", "our", "their", "its", NULL };
  static const char *const others[] = { "earlier", "previous", "past", "other", "older", "second", "separate", NULL };
  guint32 phrase = draft->phrase_of[token], first;

  if (phrase == PURPORT_NONE || !purport_draft_is_any (draft, token, studies) ||
      purport_draft_phrase (draft, phrase)->head_token != token)
    return FALSE;
  first = purport_draft_phrase (draft, phrase)->first_token;
  for (guint32 i = first; i < token; i++)
    if (purport_draft_is_any (draft, i, others))
      return FALSE;
  return purport_draft_is_any (draft, first, determiners);
}

static gboolean
speaks_of_study (const PurportDraft *draft, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (is_own_study (draft, i))
      return TRUE;
  return FALSE;
}

/* Limits that only a study can have. */
static gboolean
limits_studies (PurportCaveatKind kind)
{
  return kind == PURPORT_CAVEAT_NOT_CAUSAL || kind == PURPORT_CAVEAT_SMALL_SAMPLE || kind == PURPORT_CAVEAT_ANIMALS;
}

static gboolean
is_study (PurportEvidenceKind kind)
{
  return kind == PURPORT_EVIDENCE_STUDY || kind == PURPORT_EVIDENCE_TRIAL || kind == PURPORT_EVIDENCE_REVIEW ||
         kind == PURPORT_EVIDENCE_SURVEY;
}

static gboolean
rests_on_study (const PurportReading *reading, const PurportClaim *claim)
{
  for (guint i = 0; i < claim->evidence->len; i++) {
    guint32 index = g_array_index (claim->evidence, guint32, i);
    PurportEvidenceKind kind = g_array_index (reading->evidence, PurportEvidence, index).kind;
    if (is_study (kind) || kind == PURPORT_EVIDENCE_JOURNAL)
      return TRUE;
  }
  return claim->source != PURPORT_NONE &&
         g_array_index (reading->sources, PurportSource, claim->source).independence == PURPORT_INDEPENDENCE_AUTHOR;
}

static gboolean
share_words (const PurportRankingContext *context, PurportTokens a, PurportTokens b)
{
  for (guint32 i = a.first_token; i < a.end_token; i++)
    for (guint32 j = b.first_token; j < b.end_token; j++)
      if (context->stems[i] != 0 && context->stems[i] == context->stems[j])
        return TRUE;
  return FALSE;
}

/* O(tokens × those of the main claim). */
static void
link_caveats (PurportDraft *draft, const PurportRankingContext *context, PurportClaim *main)
{
  const PurportReading *reading = draft->reading;
  PurportTokens claimed = purport_draft_tokens_at (draft, main->span);
  gboolean of_study = rests_on_study (reading, main);

  for (guint32 i = 0; i < reading->caveats->len; i++) {
    const PurportCaveat *caveat = &g_array_index (reading->caveats, PurportCaveat, i);
    PurportTokens tokens = purport_draft_tokens_at (draft, caveat->span);
    if (caveat->span.start_byte < main->span.end_byte)
      continue; /* its own sentence has it, or it is said of something before */
    if (!speaks_of_study (draft, tokens) && !(of_study && limits_studies (caveat->kind)))
      continue;
    if (of_study || share_words (context, claimed, tokens))
      purport_reading_list_add (main->caveats, i);
  }
}

/* Whether the evidence is one study: "the trial", "a study of 40 people", neither "earlier studies" nor "another". */
static gboolean
is_one_study (const PurportDraft *draft, const PurportEvidence *evidence)
{
  static const char *const articles[] = { "the", "a", "an", "this", "their", "our", NULL };
  static const char *const others[] = { "earlier", "previous", "past",    "other",   "older",
                                        "second",  "separate", "similar", "another", NULL };
  PurportTokens tokens = purport_draft_tokens_at (draft, evidence->span);

  if (!is_study (evidence->kind) || !purport_draft_is_any (draft, tokens.first_token, articles))
    return FALSE;
  return !purport_draft_is_any (draft, tokens.first_token + 1, others);
}

/* A main claim that names nothing rests on the study that the next sentence names. */
static void
link_evidence (PurportDraft *draft, PurportClaim *main)
{
  const PurportReading *reading = draft->reading;
  PurportSpan next;

  if (main->evidence->len > 0 || main->strength == PURPORT_STRENGTH_NONE ||
      main->sentence + 1 >= reading->sentences->len)
    return;
  if (main->source != PURPORT_NONE &&
      g_array_index (reading->sources, PurportSource, main->source).type != PURPORT_SOURCE_GROUP)
    return; /* who says it does not say it of the study */
  next = g_array_index (reading->sentences, PurportSentence, main->sentence + 1).span;
  for (guint32 i = 0; i < reading->evidence->len; i++) {
    const PurportEvidence *evidence = &g_array_index (reading->evidence, PurportEvidence, i);
    if (purport_span_overlap (evidence->span, next) == 0 || !is_one_study (draft, evidence))
      continue;
    purport_reading_list_add (main->evidence, i);
    return;
  }
}

/**
 * purport_main_grounds_link:
 * @draft: a draft whose reading has evidence, caveats and a main claim, if any
 * @context: of the same draft
 *
 * Links what is said of the study to the main claim. O(tokens).
 */
void
purport_main_grounds_link (PurportDraft *draft, const PurportRankingContext *context)
{
  PurportReading *reading = draft->reading;
  PurportClaim *main;

  if (reading->main_claim == PURPORT_NONE)
    return;
  main = &g_array_index (reading->claims, PurportClaim, reading->main_claim);
  link_evidence (draft, main);
  link_caveats (draft, context, main);
}
