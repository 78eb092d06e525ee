/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scope of negations, up to the first relation. Two negations cancel each other; so do a negation and a word of
 * doubt: "nobody doubts that …", "it is no surprise that …". What a relative clause denies is not what its sentence
 * denies: "nurses who do not rest are more likely to …".
 */
#include "reading/denials.h"

/* A negation reaches so many words behind it. */
#define REACH 7

/* "no serious doubt": a word of doubt stands so close behind its negation. */
#define DOUBT_REACH 3

/* "do not significantly increase": so close to its negation stands what is denied directly. */
#define DIRECT_REACH 2

typedef struct {
  const PurportDraft *draft;
  guint32 end_token;
  guint n_negations; /* that reach the present token */
  guint n_before_clause;
  guint reach;
  guint32 last_negation;
  gboolean affirmed; /* there was a negation that denies nothing */
  gboolean in_relative;
  guint n_verbs; /* finite ones of the relative clause */
} Scope;

static gboolean
is_finite (PurportTag tag)
{
  return tag == PURPORT_TAG_VBD || tag == PURPORT_TAG_VBZ || tag == PURPORT_TAG_VBP || tag == PURPORT_TAG_MD;
}

/* "have" is often taken for an infinitive behind another verb: "who do not rest have …". */
static gboolean
begins_predicate (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);

  return is_finite (tag) || (tag == PURPORT_TAG_VB && token > 0 && purport_draft_is (draft, token, "have") &&
                             purport_tag_is_verb (purport_draft_tag (draft, token - 1)));
}

/* "not only …, but also" affirms, and so does a negated doubt. */
static gboolean
affirms (const PurportDraft *draft, guint32 negation, guint32 end_token)
{
  static const char *const doubts[] = { "doubt",   "doubts",   "doubted",     "doubting",   "question",  "questions",
                                        "dispute", "disputes", "disputed",    "deny",       "denies",    "denied",
                                        "denying", "wonder",   "surprise",    "surprising", "surprised", "surprisingly",
                                        "secret",  "mystery",  "coincidence", NULL };

  if (purport_draft_is (draft, negation + 1, "only"))
    return TRUE;
  for (guint32 i = negation + 1; i < end_token && i <= negation + DOUBT_REACH; i++)
    if (purport_draft_is_any (draft, i, doubts))
      return TRUE;
  return FALSE;
}

/* Behind the verb of a relative clause comes the verb of the clause around it, which the former's negation leaves. */
static void
pass_clauses (Scope *scope, guint32 token)
{
  PurportTag tag = purport_draft_tag (scope->draft, token);

  if (tag == PURPORT_TAG_WDT || tag == PURPORT_TAG_WP || tag == PURPORT_TAG_WPS) {
    scope->in_relative = TRUE;
    scope->n_verbs = 0;
    scope->n_before_clause = scope->n_negations;
  } else if (scope->in_relative && begins_predicate (scope->draft, token) && ++scope->n_verbs == 2) {
    scope->affirmed = scope->affirmed || scope->n_negations > scope->n_before_clause;
    scope->n_negations = scope->n_before_clause;
    scope->in_relative = FALSE;
  } else if (tag == PURPORT_TAG_IN && purport_draft_is (scope->draft, token, "that")) {
    scope->in_relative = FALSE;
  }
}

static void
pass_token (Scope *scope, guint32 token)
{
  if (scope->reach == 0 || purport_draft_is (scope->draft, token, ",") || purport_draft_is (scope->draft, token, ";"))
    scope->n_negations = scope->n_before_clause = 0;
  if (purport_draft_has (scope->draft, token, PURPORT_TERM_NEGATION)) {
    if (affirms (scope->draft, token, scope->end_token)) {
      scope->affirmed = TRUE;
    } else {
      scope->n_negations++;
      scope->last_negation = token;
      scope->reach = REACH;
    }
  }
  scope->reach -= MIN (scope->reach, 1);
}

/* "causes" between two nouns is a verb, even where it is taken for a third: "smoking causes lung cancer". */
static gboolean
stands_as_verb (const PurportDraft *draft, guint32 token)
{
  PurportTag behind;

  if (token == 0 || purport_draft_tag (draft, token) != PURPORT_TAG_NNS ||
      token + 1 >= purport_draft_n_tokens (draft) || !purport_tag_is_noun (purport_draft_tag (draft, token - 1)))
    return FALSE;
  behind = purport_draft_tag (draft, token + 1);
  return purport_tag_is_noun (behind) || behind == PURPORT_TAG_JJ || behind == PURPORT_TAG_DT ||
         behind == PURPORT_TAG_PRPS;
}

/* Returns: whether a relation is stated at the token: a noun or verb that says that things go together, or a verb that
 * says that one leads to another. */
gboolean
purport_denial_is_relation (const PurportDraft *draft, guint32 token)
{
  if (purport_draft_has (draft, token, PURPORT_TERM_ASSOCIATION))
    return TRUE;
  return purport_draft_has (draft, token, PURPORT_TERM_CAUSAL) &&
         (purport_tag_is_verb (purport_draft_tag (draft, token)) || stands_as_verb (draft, token));
}

/* Whether somebody who can act stands before @token: "the council did not cut the budget" tells of no relation. */
static gboolean
behind_actor (const PurportDraft *draft, guint32 token)
{
  guint32 index = token > 0 ? draft->phrase_of[token - 1] : PURPORT_NONE;
  const PurportPhrase *phrase;

  if (index == PURPORT_NONE)
    return FALSE;
  phrase = purport_draft_phrase (draft, index);
  return phrase->type == PURPORT_PHRASE_PERSON || phrase->type == PURPORT_PHRASE_ORGANIZATION ||
         phrase->type == PURPORT_PHRASE_ROLE || phrase->type == PURPORT_PHRASE_GROUP ||
         purport_draft_has (draft, phrase->head_token, PURPORT_TERM_ORG_HEAD) ||
         purport_draft_has (draft, phrase->head_token, PURPORT_TERM_COLLECTIVE);
}

/* Whether the negation belongs to the relation itself, and not to an act that was left undone. */
static gboolean
is_direct (const PurportDraft *draft, guint32 negation, guint32 relation)
{
  static const char *const auxiliaries[] = { "do", "does", "did", NULL };
  static const char *const nouns[] = { "link",         "links",       "association",  "associations",
                                       "relationship", "correlation", "correlations", "connection",
                                       "effect",       "effects",     "impact",       NULL };

  if (relation - negation > DIRECT_REACH)
    return FALSE;
  if (purport_draft_is_any (draft, relation, nouns))
    return purport_draft_is (draft, negation, "no");
  if (purport_draft_tag (draft, relation) == PURPORT_TAG_VBN)
    return purport_draft_has (draft, relation, PURPORT_TERM_ASSOCIATION);
  return purport_tag_is_verb (purport_draft_tag (draft, relation)) && negation > 0 &&
         purport_draft_is_any (draft, negation - 1, auxiliaries) && !behind_actor (draft, negation - 1);
}

/* Whether a relation is stated at the token; "effect on" counts behind a negation. */
static gboolean
relates (const Scope *scope, guint32 token)
{
  return purport_denial_is_relation (scope->draft, token) ||
         (scope->n_negations > 0 && purport_draft_has (scope->draft, token, PURPORT_TERM_CAUSAL) &&
          is_direct (scope->draft, scope->last_negation, token));
}

/**
 * purport_denial_find:
 * @relation: (out): the class of the relation, where one is denied
 *
 * Looks at the first relation that the words state. O(tokens).
 *
 * Returns: whether and how it is denied
 */
PurportDenial
purport_denial_find (const PurportDraft *draft, PurportTokens tokens, PurportTermClass *relation)
{
  Scope scope = { .draft = draft, .end_token = tokens.end_token, .last_negation = PURPORT_NONE };

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++) {
    pass_clauses (&scope, i);
    if (!relates (&scope, i)) {
      pass_token (&scope, i);
      continue;
    }
    if (scope.n_negations % 2 == 0)
      return scope.affirmed || scope.n_negations > 0 ? PURPORT_DENIAL_AFFIRMED : PURPORT_DENIAL_NONE;
    *relation = purport_draft_has (draft, i, PURPORT_TERM_ASSOCIATION) ? PURPORT_TERM_ASSOCIATION : PURPORT_TERM_CAUSAL;
    return is_direct (draft, scope.last_negation, i) ? PURPORT_DENIAL_DIRECT : PURPORT_DENIAL_LOOSE;
  }
  return PURPORT_DENIAL_NONE;
}
