/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A claim with words of opposition in it, right before it, or in the words that attribute it may oppose one of the
 * claims before it, or none: a model chooses by the words, the distance, who speaks, and what the two have in common.
 * Without words on the page that oppose there is no dispute.
 */
#include "reading/disputes.h"

#include "text/features.h"

/* Where the words of opposition stand. */
typedef enum {
  AT_NONE,
  AT_CLAIM,    /* right before it: "…, but the effect was small" */
  AT_SENTENCE, /* at the head of its sentence: "But the authors say that …" */
  AT_CUE,      /* between: "He did offer one caveat, however: …", "she denied that …" */
  AT_INSIDE,   /* in the claim: "the findings contradict …" */
} Place;

typedef struct {
  Place place;
  guint32 first_token;
  guint32 end_token;
} Opposition;

static PurportTokens
claim_tokens (const PurportRankingContext *context, guint32 claim)
{
  const PurportDraft *draft = context->claims->draft;
  return purport_draft_tokens_at (draft, g_array_index (draft->reading->claims, PurportClaim, claim).span);
}

/* Where the claim before ends, if it stands in the same sentence, else where the sentence begins. */
static guint32
head_of (const PurportRankingContext *context, guint32 claim)
{
  const PurportDraft *draft = context->claims->draft;
  const PurportClaim *here = &g_array_index (draft->reading->claims, PurportClaim, claim);

  if (claim > 0 && here[-1].sentence == here->sentence)
    return claim_tokens (context, claim - 1).end_token;
  return purport_draft_sentence (draft, here->sentence)->first_token;
}

static Opposition
find_opposition (const PurportRankingContext *context, guint32 claim)
{
  const PurportDraft *draft = context->claims->draft;
  PurportTokens tokens = claim_tokens (context, claim);
  guint32 head = head_of (context, claim), first_word = head;
  guint32 sentence_start = purport_draft_sentence_of (draft, tokens.first_token)->first_token;

  while (first_word < tokens.first_token &&
         (purport_draft_token (draft, first_word)->flags & PURPORT_TOKEN_PUNCTUATION) != 0)
    first_word++;
  for (guint32 i = head; i < tokens.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_OPPOSITION);
    gboolean apart = i > tokens.first_token && purport_draft_is (draft, i, "however") &&
                     purport_draft_is (draft, i - 1, ",") && head == sentence_start;
    Opposition found;
    if (apart) /* "The walks, however, did not …" */
      return (Opposition){ AT_SENTENCE, i, i + 1 };
    if (term == NULL || (i >= tokens.first_token && purport_terms_has (draft->terms, i, PURPORT_TERM_CONNECTIVE) &&
                         i > tokens.first_token))
      continue; /* a conjunction inside a claim joins its own halves */
    found = (Opposition){ AT_CUE, i, term->end_token };
    if (i >= tokens.first_token)
      found.place = AT_INSIDE;
    else if (term->end_token + 1 >= tokens.first_token)
      found.place = AT_CLAIM;
    else if (i == first_word)
      found.place = AT_SENTENCE;
    return found;
  }
  return (Opposition){ AT_NONE, 0, 0 };
}

/* Returns: the words that oppose @claim to another; empty: there are none. */
PurportSpan
purport_disputes_words (const PurportRankingContext *context, guint32 claim)
{
  Opposition found = find_opposition (context, claim);

  if (purport_draft_is (context->claims->draft, claim_tokens (context, claim).first_token, "if"))
    return PURPORT_SPAN_NONE; /* a condition says nothing against what was claimed */
  return purport_draft_span (context->claims->draft, found.first_token, found.end_token);
}

typedef struct {
  guint32 *features;
  guint n;
} Features;

static inline void
add (Features *out, guint32 template_number, guint32 a, guint32 b)
{
  out->features[out->n++] = purport_feature (template_number, a, b);
}

static gboolean
has_term (const PurportDraft *draft, PurportTokens tokens, PurportTermClass term_class)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (purport_draft_has (draft, i, term_class))
      return TRUE;
  return FALSE;
}

/* Whether the sentence of a claim limits what is claimed. O(log caveats). */
static gboolean
limits_claims (const PurportDraft *draft, const PurportClaim *claim)
{
  const GArray *caveats = draft->reading->caveats;
  PurportSpan sentence = purport_draft_sentence (draft, claim->sentence)->span;
  guint first = 0, end = caveats->len;

  while (first < end) {
    guint middle = first + (end - first) / 2;
    if (g_array_index (caveats, PurportCaveat, middle).span.start_byte < sentence.start_byte)
      first = middle + 1;
    else
      end = middle;
  }
  return first < caveats->len && g_array_index (caveats, PurportCaveat, first).span.start_byte < sentence.end_byte;
}

/* Whether a claim says that something is not so, or not known to be. */
static gboolean
denies (const PurportRankingContext *context, guint32 claim)
{
  const PurportDraft *draft = context->claims->draft;
  const PurportClaim *one = &g_array_index (draft->reading->claims, PurportClaim, claim);
  PurportTokens tokens = claim_tokens (context, claim);

  return has_term (draft, tokens, PURPORT_TERM_NEGATION) || one->strength == PURPORT_STRENGTH_NO_RELATION ||
         limits_claims (draft, one);
}

/* Which of the words that oppose it is: "while" and "despite" mostly join what agrees. */
static guint32
opposition_word (const PurportDraft *draft, const Opposition *opposition)
{
  static const char *const strong[] = { "but", "however", NULL };
  static const char *const weak[] = {
    "although", "though", "while", "despite", "whereas", "yet", "nevertheless", NULL
  };

  if (purport_draft_is_any (draft, opposition->first_token, strong))
    return 1;
  return purport_draft_is_any (draft, opposition->first_token, weak) ? 2 : 0;
}

static guint
count_shared (const PurportRankingContext *context, PurportTokens a, PurportTokens b)
{
  guint n = 0;

  for (guint32 i = a.first_token; i < a.end_token; i++) {
    gboolean found = FALSE;
    for (guint32 j = b.first_token; j < b.end_token && !found && context->stems[i] != 0; j++)
      found = context->stems[i] == context->stems[j];
    n += found ? 1 : 0;
  }
  return n;
}

/**
 * purport_disputes_pair_features:
 * @by: the claim that opposes
 * @of: an earlier one
 * @features: room for %PURPORT_DISPUTES_MAX_FEATURES
 *
 * Returns: the number of features. O(product of the claims' lengths).
 */
guint
purport_disputes_pair_features (const PurportRankingContext *context, guint32 by, guint32 of, guint32 *features)
{
  const PurportDraft *draft = context->claims->draft;
  const PurportClaim *first = &g_array_index (draft->reading->claims, PurportClaim, by);
  const PurportClaim *second = &g_array_index (draft->reading->claims, PurportClaim, of);
  PurportTokens mine = claim_tokens (context, by), other = claim_tokens (context, of);
  Opposition opposition = find_opposition (context, by);
  guint32 back = by - of, distance = back <= 3 ? back : back <= 6 ? 4 : back <= 12 ? 5 : 6;
  guint32 sentences = first->sentence - second->sentence, shared = count_shared (context, mine, other);
  guint32 differ = first->source == second->source ? 0 : second->source == PURPORT_NONE ? 1 : 2;
  gboolean same_block =
      purport_draft_sentence (draft, first->sentence)->block == purport_draft_sentence (draft, second->sentence)->block;
  Features out = { features, 0 };

  add (&out, 1, distance, 0);
  add (&out, 2, MIN (distance, 2), opposition.place == AT_INSIDE ? 1 : 0);
  add (&out, 3, MIN (sentences, 3), 0);
  add (&out, 5, MIN (shared, 3), MIN (distance, 2));
  add (&out, 4, differ, 0);
  add (&out, 6, denies (context, by) != denies (context, of) ? 1 : 0, distance > 1 ? 0 : MIN (shared, 1) + 1);
  add (&out, 7, same_block ? 1 : 0, 0);
  return out.n;
}

/* Returns: the feature that every choice of none has. */
guint32
purport_disputes_bias_feature (void)
{
  return purport_feature (51, 0, 0);
}

/**
 * purport_disputes_none_features:
 * @by: a claim with words of opposition
 * @features: room for %PURPORT_DISPUTES_MAX_FEATURES
 *
 * Returns: the number of features of the choice that it opposes none.
 */
guint
purport_disputes_none_features (const PurportRankingContext *context, guint32 by, guint32 *features)
{
  const PurportDraft *draft = context->claims->draft;
  const PurportClaim *claim = &g_array_index (draft->reading->claims, PurportClaim, by);
  Opposition opposition = find_opposition (context, by);
  guint32 denial = denies (context, by) ? 1 : 0;
  gboolean begins = opposition.place != AT_INSIDE && by > 0 && claim[-1].sentence != claim->sentence;
  Features out = { features, 0 };

  out.features[out.n++] = purport_disputes_bias_feature ();
  add (&out, 52, opposition.place, begins ? 1 : 0);
  add (&out, 53, denial, 0);
  add (&out, 54, denial, opposition.place);
  add (&out, 55, by > 0 && denies (context, by) != denies (context, by - 1) ? 1 : 0, begins ? 1 : 0);
  add (&out, 62, opposition_word (draft, &opposition), 0);
  return out.n;
}

static const char *const objecting_verbs[] = { "dispute",    "disputes",   "disputed",  "reject",     "rejects",
                                               "rejected",   "dismiss",    "dismisses", "dismissed",  "question",
                                               "questions",  "questioned", "challenge", "challenges", "challenged",
                                               "criticised", "criticized", NULL };

/* Whether a determiner at @token begins what stands for the work that the article is about: "the findings". */
static gboolean
is_findings (const PurportDraft *draft, guint32 token)
{
  static const char *const determiners[] = { "the", "these", "those", "its", "their", "his", "her", NULL };
  static const char *const findings[] = { "finding", "findings", "result",  "results",  "conclusion", "conclusions",
                                          "study",   "research", "figures", "analysis", "report",     NULL };
  const PurportPhrase *object;

  if (draft->phrase_of[token] == PURPORT_NONE || !purport_draft_is_any (draft, token, determiners))
    return FALSE;
  object = purport_draft_phrase (draft, draft->phrase_of[token]);
  return object->first_token == token && purport_draft_is_any (draft, object->head_token, findings);
}

/* Who "disputed the findings" opposes what the article is about, wherever that stands.
 * Returns: the words, or empty */
static PurportSpan
find_disputed_findings (const PurportRankingContext *context, guint32 by)
{
  const PurportDraft *draft = context->claims->draft;
  guint32 end = claim_tokens (context, by).end_token;

  for (guint32 i = head_of (context, by); i + 1 < end; i++)
    if (purport_tag_is_verb (purport_draft_tag (draft, i)) && purport_draft_is_any (draft, i, objecting_verbs) &&
        is_findings (draft, i + 1))
      return purport_draft_span (draft, i, purport_draft_phrase (draft, draft->phrase_of[i + 1])->end_token);
  return PURPORT_SPAN_NONE;
}

/* A sentence of its own that objects to what was said before: "Bruun disputes that.", "Others disagree." Returns: the
 * words, or empty. */
static PurportSpan
find_objection (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  static const char *const disagreeing[] = { "disagree", "disagrees", "disagreed", NULL };
  static const char *const denying[] = { "deny",      "denies",    "denied",  "dispute",  "disputes",
                                         "disputed",  "reject",    "rejects", "rejected", "dismiss",
                                         "dismisses", "dismissed", NULL };
  static const char *const pronouns[] = { "that", "this", "it", NULL };
  static const char *const negations[] = { "not", "n't", "n’t", "never", NULL };

  for (guint32 i = sentence->first_token + 1; i < sentence->end_token; i++) {
    if (!purport_tag_is_verb (purport_draft_tag (draft, i)) || purport_draft_is_any (draft, i - 1, negations))
      continue;
    if (purport_draft_is_any (draft, i, disagreeing))
      return purport_draft_span (draft, i, i + 1);
    if (i + 2 < sentence->end_token && purport_draft_is_any (draft, i, denying) &&
        purport_draft_is_any (draft, i + 1, pronouns) &&
        (purport_draft_token (draft, i + 2)->flags & PURPORT_TOKEN_PUNCTUATION) != 0)
      return purport_draft_span (draft, i, i + 2);
  }
  return PURPORT_SPAN_NONE;
}

/* Whose words follow a sentence that objects opposes what somebody else said last before it. Returns: the words that
 * object, or empty. */
static PurportSpan
find_objected (const PurportRankingContext *context, guint32 by, guint32 *opposed)
{
  const PurportDraft *draft = context->claims->draft;
  const PurportClaim *claims = (const PurportClaim *)(gpointer)draft->reading->claims->data, *claim = &claims[by];
  PurportSpan words;

  if (claim->source == PURPORT_NONE || claim->sentence == 0 || by == 0 || claims[by - 1].sentence == claim->sentence)
    return PURPORT_SPAN_NONE;
  words = find_objection (draft, purport_draft_sentence (draft, claim->sentence - 1));
  for (guint32 n = 1; n <= PURPORT_DISPUTES_LOOK_BACK && n <= by && !purport_span_is_empty (words); n++)
    if (claims[by - n].sentence + 1 < claim->sentence && claims[by - n].source != claim->source) {
      *opposed = by - n;
      return words;
    }
  return PURPORT_SPAN_NONE;
}

/* Whether what @claim denies is not what @other claims: "denied that …" says itself what was claimed, so that the two
 * have words in common; other words of opposition need none. */
static gboolean
denies_else (const PurportRankingContext *context, guint32 claim, guint32 other)
{
  static const char *const denials[] = { "deny", "denies", "denied", NULL };
  Opposition opposition = find_opposition (context, claim);

  return purport_draft_is_any (context->claims->draft, opposition.first_token, denials) &&
         count_shared (context, claim_tokens (context, claim), claim_tokens (context, other)) == 0;
}

static gint32
sum_weights (const PurportLinearModel *model, const guint32 *features, guint n)
{
  gint32 score = 0;

  for (guint i = 0; i < n; i++)
    purport_linear_model_add (model, features[i], &score);
  return score;
}

static guint32
find_opposed (const PurportRankingContext *context, const PurportLinearModel *model, guint32 by)
{
  guint32 features[PURPORT_DISPUTES_MAX_FEATURES], best = PURPORT_NONE;
  gint32 best_score = sum_weights (model, features, purport_disputes_none_features (context, by, features));

  for (guint32 n = 1; n <= PURPORT_DISPUTES_LOOK_BACK && n <= by; n++) {
    gint32 score = sum_weights (model, features, purport_disputes_pair_features (context, by, by - n, features));
    if (score > best_score && !denies_else (context, by, by - n)) {
      best = by - n;
      best_score = score;
    }
  }
  return best;
}

static gboolean
find_dispute (const PurportRankingContext *context,
              const PurportLinearModel *model,
              guint32 by,
              PurportDispute *dispute)
{
  const PurportReading *reading = context->claims->draft->reading;
  guint32 main = reading->main_claim;

  dispute->words = find_disputed_findings (context, by);
  dispute->claim = main;
  if (!purport_span_is_empty (dispute->words) && main < by &&
      g_array_index (reading->claims, PurportClaim, main).sentence <
          g_array_index (reading->claims, PurportClaim, by).sentence)
    return TRUE;
  dispute->words = find_objected (context, by, &dispute->claim);
  if (!purport_span_is_empty (dispute->words))
    return TRUE;
  dispute->words = purport_disputes_words (context, by);
  dispute->claim = purport_span_is_empty (dispute->words) ? PURPORT_NONE : find_opposed (context, model, by);
  return dispute->claim != PURPORT_NONE;
}

/**
 * purport_disputes_find:
 * @draft: a draft whose reading has its claims, and which is the main one
 * @context: of the same draft
 * @model: of kind %PURPORT_DISPUTES_KIND with one class
 *
 * Links each claim to the claim it opposes, if any. O(claims × their length²).
 */
void
purport_disputes_find (PurportDraft *draft, const PurportRankingContext *context, const PurportLinearModel *model)
{
  PurportReading *reading = draft->reading;

  for (guint32 i = 1; i < reading->claims->len; i++) {
    PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    PurportDispute dispute;
    if (!find_dispute (context, model, i, &dispute))
      continue;
    purport_reading_list_add (claim->disputes, dispute);
    g_array_index (reading->claims, PurportClaim, dispute.claim).reasons |= 1u << PURPORT_REASON_DISPUTED;
  }
}
