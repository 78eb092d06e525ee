/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks claims where the model finds them, and links each to who says it and to its figures. */
#include "reading/claims.h"

/* The start that a claim may lack. */
#define START_MISSING_MAX 5

/* The attribution whose content makes up most of the claim, where that is a third of it at least. */
static guint32
find_attribution (const PurportClaimContext *context, PurportTokens tokens)
{
  guint32 best = PURPORT_NONE;
  guint best_count = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    guint32 attribution = context->said_in[i];
    guint n = 0;
    if (attribution == PURPORT_NONE || attribution == best)
      continue;
    for (guint32 j = i; j < tokens.end_token; j++)
      n += context->said_in[j] == attribution;
    if (n > best_count) {
      best = attribution;
      best_count = n;
    }
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
      g_array_append_val (claim->figures, i);
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
      claims[j] = complete_start (context, claims[j], j > 0 ? claims[j - 1].end_token : 0);
      link_figures (draft->reading->figures, add_claim (draft, context, claims[j]), &next_figure);
    }
  }
}
