/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks claims where the model finds them, and links each to who says it and to its figures. */
#include "reading/claims.h"

#include "reading/cues.h"

/* The start that a claim may lack. */
#define START_MISSING_MAX 5

/* "not … any really good evidence": so many words may stand between a negation and what it negates. */
#define DENIAL_REACH 4

/* The attribution whose content makes up most of the claim, where that is a third of it at least. */
static guint32
find_attribution (const PurportClaimContext *context, PurportTokens tokens)
{
  guint32 best = PURPORT_NONE, best_count = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (context->said_in[i] != PURPORT_NONE)
      context->counts[context->said_in[i]]++;
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    guint32 attribution = context->said_in[i];
    if (attribution == PURPORT_NONE)
      continue;
    if (context->counts[attribution] > best_count) {
      best = attribution;
      best_count = context->counts[attribution];
    }
    context->counts[attribution] = 0;
  }
  return best_count * 3 >= tokens.end_token - tokens.first_token ? best : PURPORT_NONE;
}

/* A claim does not begin behind a preposition or inside a noun phrase: what stands before it in its sentence is its
 * own, if that is only a few words and nobody else's. */
static PurportTokens
complete_start (const PurportClaimContext *context, PurportTokens tokens, guint32 end_before)
{
  const PurportDraft *draft = context->draft;
  guint32 first = MAX (purport_draft_sentence_of (draft, tokens.first_token)->first_token, end_before), i;
  PurportTag before = tokens.first_token > first ? purport_draft_tag (draft, tokens.first_token - 1) : PURPORT_TAG_NONE;
  gboolean inside = before == PURPORT_TAG_DT || before == PURPORT_TAG_JJ || before == PURPORT_TAG_PRPS ||
                    (before == PURPORT_TAG_IN && !purport_draft_is (draft, tokens.first_token - 1, "that"));

  if (!inside || tokens.first_token > first + START_MISSING_MAX)
    return tokens;
  for (i = first; i < tokens.first_token; i++)
    if (context->taken[i] || (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_PUNCTUATION) != 0)
      return tokens;
  return purport_claim_trim (draft, (PurportTokens){ first, tokens.end_token });
}

static gboolean
is_any_of (const PurportDraft *draft, guint32 token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (purport_draft_is (draft, token, *words))
      return TRUE;
  return FALSE;
}

/* Returns: the negation before what stands at @token, but for adjectives and adverbs; %PURPORT_NONE: none. */
static guint32
find_denial (const PurportDraft *draft, guint32 token, guint32 first)
{
  static const char *const negations[] = { "no", "little", "not", "n't", "n’t", "without", "scant", NULL };

  for (guint n = 0; n < DENIAL_REACH && token > first; n++) {
    PurportTag tag = purport_draft_tag (draft, --token);
    if (is_any_of (draft, token, negations))
      return token;
    if (!purport_draft_is (draft, token, "any") && !purport_tag_is_verb (tag) && tag != PURPORT_TAG_JJ &&
        tag != PURPORT_TAG_RB)
      return PURPORT_NONE;
  }
  return PURPORT_NONE;
}

/* A claim of which the words before it say that there is no evidence for it is the opposite without them: "found no
 * evidence that …", "it is not true that …" stay with it, from the verb on. */
static PurportTokens
keep_denial (const PurportDraft *draft, PurportTokens tokens, guint32 end_before)
{
  static const char *const grounds[] = { "evidence",   "proof",       "sign", "signs", "indication", "indications",
                                         "suggestion", "suggestions", "true", "case",  NULL };
  guint32 first = MAX (purport_draft_sentence_of (draft, tokens.first_token)->first_token, end_before);
  guint32 at = tokens.first_token, denial;

  if (at > first && purport_draft_is (draft, at - 1, "that"))
    at--;
  if (at == first || !is_any_of (draft, at - 1, grounds))
    return tokens;
  at--;
  if (at > first && purport_draft_is (draft, at - 1, "the")) /* "not the case that" */
    at--;
  denial = find_denial (draft, at, first);
  if (denial == PURPORT_NONE)
    return tokens;
  while (denial > first && (purport_tag_is_verb (purport_draft_tag (draft, denial - 1)) ||
                            purport_draft_tag (draft, denial - 1) == PURPORT_TAG_MD ||
                            purport_draft_tag (draft, denial - 1) == PURPORT_TAG_EX))
    denial--;
  return (PurportTokens){ denial, tokens.end_token };
}

/* "…, the agency said on Thursday, and it urged …": the day belongs to the cue before it. */
static PurportTokens
skip_adjunct (const PurportClaimContext *context, PurportTokens tokens)
{
  guint32 end = tokens.first_token;

  if (tokens.first_token > 0 && context->taken[tokens.first_token - 1])
    end = purport_cues_adjunct_end (context->draft, tokens.first_token);
  return end > tokens.first_token && end + 3 < tokens.end_token
             ? purport_claim_trim (context->draft, (PurportTokens){ end, tokens.end_token })
             : tokens;
}

/* "Denied that it had …": without its verb the claim is what the source says is false. */
static PurportTokens
keep_denying (const PurportDraft *draft, PurportTokens tokens, guint32 end_before)
{
  static const char *const denying[] = { "deny", "denies", "denied", "denying", "refute", "refuted", "refutes", NULL };
  guint32 first = MAX (purport_draft_sentence_of (draft, tokens.first_token)->first_token, end_before);
  guint32 at = tokens.first_token;

  if (at > first && purport_draft_is (draft, at - 1, "that"))
    at--;
  return at > first && is_any_of (draft, at - 1, denying) ? (PurportTokens){ at - 1, tokens.end_token } : tokens;
}

/* @next: the first figure that may lie behind the claims before */
static void
link_figures (const GArray *figures, PurportClaim *claim, guint32 *next)
{
  while (*next < figures->len && g_array_index (figures, PurportFigure, *next).span.end_byte <= claim->span.start_byte)
    (*next)++;
  for (guint32 i = *next; i < figures->len; i++) {
    const PurportFigure *figure = &g_array_index (figures, PurportFigure, i);
    if (figure->span.start_byte >= claim->span.end_byte)
      break;
    if (!figure->minor && purport_span_overlap (figure->number, claim->span) > 0)
      purport_reading_list_add (claim->figures, i);
  }
}

static PurportClaim *
add_claim (PurportDraft *draft, const PurportClaimContext *context, PurportTokens tokens)
{
  PurportReading *reading = draft->reading;
  PurportClaim *claim =
      purport_reading_add_claim (reading, purport_draft_span (draft, tokens.first_token, tokens.end_token),
                                 draft->sentence_of[tokens.first_token]);
  guint32 attribution = find_attribution (context, tokens);

  if (attribution != PURPORT_NONE) {
    const PurportAttribution *said = &g_array_index (reading->attributions, PurportAttribution, attribution);
    claim->attribution = attribution;
    claim->source = said->source;
    claim->mode = said->mode;
  }
  return claim;
}

/**
 * purport_claims_find:
 * @draft: a draft whose reading has its sentences, sources, attributions and figures
 * @context: of the same draft
 * @model: of kind %PURPORT_CLAIMS_KIND
 *
 * Adds the claims with their figures; how they are worded is graded later. O(tokens × log tokens).
 */
void
purport_claims_find (PurportDraft *draft, const PurportClaimContext *context, const PurportLinearModel *model)
{
  guint32 next_figure = 0;

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    PurportTokens claims[PURPORT_CLAIM_MAX_CUTS];
    PurportClaimSentence sentence;
    guint n;
    if (!purport_claim_may_stand_in (purport_draft_block_kind (draft, i)))
      continue;
    purport_claim_sentence_init (&sentence, context, i);
    n = purport_claim_spans_find (model, &sentence, claims);
    for (guint j = 0; j < n; j++) {
      guint32 end_before = j > 0 ? claims[j - 1].end_token : 0;
      claims[j] = keep_denial (draft, complete_start (context, claims[j], end_before), end_before);
      claims[j] = keep_denying (draft, skip_adjunct (context, claims[j]), end_before);
      link_figures (draft->reading->figures, add_claim (draft, context, claims[j]), &next_figure);
    }
  }
}
