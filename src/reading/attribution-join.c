/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model decides on spans; the rules know who speaks in a noun phrase, speech that runs over paragraphs, and cues
 * inside what somebody else is said to say. Both find most attributions: those with a common cue become one.
 */
#include "reading/attribution-join.h"

#include "reading/attribution-spans.h"
#include "reading/cues.h"
#include "reading/phrases.h"

/* A content of the model that has less than this share of what the rules take for it was broken off. */
#define BROKEN_PERCENT 50

/* A content that ends so few words before the end that the rules see, and not at a mark, was cut short. */
#define SHORT_LIMIT 3

typedef struct {
  PurportDraft *draft;
  const guint8 *labels;
  const GArray *by_rules; /* (element-type PurportUtterance) */
  GArray *by_model;       /* (element-type PurportAttributionSpans) */
  guint8 *taken;          /* for each token whether somebody says it, by the model */
  guint8 *rule_cue;       /* for each token whether it is a cue by the rules */
  const GArray *loose;    /* (element-type PurportTokens): contents that the model gives to no cue */
  guint32 *loose_at;      /* for each token the loose content that it lies in, or PURPORT_NONE */
  GArray *joined;         /* (element-type PurportUtterance) */
} Joiner;

static gboolean
overlap (PurportTokens a, PurportTokens b)
{
  return a.first_token < b.end_token && b.first_token < a.end_token;
}

static gboolean
is_empty (PurportTokens tokens)
{
  return tokens.end_token <= tokens.first_token;
}

static gboolean
holds_phrase (const PurportDraft *draft, PurportTokens tokens, guint32 phrase)
{
  const PurportPhrase *p = phrase == PURPORT_NONE ? NULL : purport_draft_phrase (draft, phrase);
  return p != NULL && p->head_token >= tokens.first_token && p->head_token < tokens.end_token;
}

/* "a report which says": the phrase that a relative pronoun stands for. */
static guint32
antecedent (const PurportDraft *draft, PurportTokens source)
{
  guint32 before = source.first_token, start = purport_draft_sentence_of (draft, source.first_token)->first_token;
  PurportTag tag =
      source.end_token == source.first_token + 1 ? purport_draft_tag (draft, source.first_token) : PURPORT_TAG_NONE;

  if (tag != PURPORT_TAG_WP && tag != PURPORT_TAG_WDT)
    return PURPORT_NONE;
  while (before > start && purport_draft_is (draft, before - 1, ","))
    before--;
  if (before == start || draft->phrase_of[before - 1] == PURPORT_NONE)
    return PURPORT_NONE;
  for (guint32 i = purport_phrases_chain_start (draft, draft->phrase_of[before - 1]); i <= draft->phrase_of[before - 1];
       i++)
    if (purport_phrases_is_speaker (purport_draft_phrase (draft, i)))
      return i;
  return PURPORT_NONE;
}

/* The phrase of a source that speaks: the first that can; else any plural noun stands for people. */
static guint32
speaker_in (PurportDraft *draft, PurportTokens source)
{
  guint32 first = PURPORT_NONE;
  PurportPhrase *phrase;

  for (guint32 i = source.first_token; i < source.end_token; i++) {
    guint32 here = draft->phrase_of[i];
    if (here == PURPORT_NONE || !holds_phrase (draft, source, here))
      continue;
    if (purport_phrases_is_speaker (purport_draft_phrase (draft, here)))
      return here;
    if (first == PURPORT_NONE)
      first = here;
  }
  if (first == PURPORT_NONE)
    return antecedent (draft, source);
  phrase = &g_array_index (draft->phrases, PurportPhrase, first);
  if (purport_draft_tag (draft, phrase->head_token) != PURPORT_TAG_NNS)
    return PURPORT_NONE;
  phrase->type = PURPORT_PHRASE_GROUP;
  return first;
}

/* "is said to", "are known": what is said is said of the subject, not by it. */
static gboolean
is_passive (const PurportDraft *draft, PurportTokens cue)
{
  gboolean be = FALSE;

  for (guint32 i = cue.first_token; i < cue.end_token; i++) {
    if (be && purport_draft_tag (draft, i) == PURPORT_TAG_VBN)
      return TRUE;
    be = be || purport_cues_is_form_of_be (draft, i);
  }
  return FALSE;
}

static gboolean
is_negated (const PurportDraft *draft, PurportTokens cue)
{
  for (guint32 i = cue.first_token; i < cue.end_token; i++)
    if (purport_draft_has (draft, i, PURPORT_TERM_NEGATION))
      return TRUE;
  return FALSE;
}

/* What the cue's words make of the content; words that the lexicon does not know show an attitude. */
static PurportAct
act_of (const PurportDraft *draft, PurportTokens cue)
{
  gboolean words = FALSE;

  if (is_negated (draft, cue))
    return PURPORT_ACT_ATTITUDE;
  for (guint32 i = cue.first_token; i < cue.end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_REPORT);
    if (purport_draft_has (draft, i, PURPORT_TERM_REPORT_PHRASE))
      return PURPORT_ACT_STATEMENT;
    if (term != NULL && term->value != PURPORT_ACT_ATTITUDE)
      return (PurportAct)term->value;
    words = words || (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_PUNCTUATION) == 0;
  }
  return words ? PURPORT_ACT_ATTITUDE : PURPORT_ACT_STATEMENT;
}

/* "One of the authors": somebody, and no share of people. */
static gboolean
is_one_of (const PurportDraft *draft, PurportTokens source)
{
  return source.end_token - source.first_token > 2 && purport_draft_is (draft, source.first_token, "one") &&
         purport_draft_is (draft, source.first_token + 1, "of");
}

/* As act_of(); what a share of people is counted to say or do is a finding of whoever counted them, and what nobody
 * doubts is said by nobody. */
static PurportAct
act_of_spans (const PurportDraft *draft, const PurportAttributionSpans *spans)
{
  static const char *const nobody[] = { "nobody", "no", "none", "neither", NULL };
  PurportTokens source = spans->source;

  /* "people who ate nuts showed": what somebody does, however it looks */
  if (source.end_token > source.first_token + 1 && purport_draft_is (draft, source.first_token, "who"))
    return PURPORT_ACT_ATTITUDE;
  if (!is_empty (source) &&
      ((purport_draft_tag (draft, source.first_token) == PURPORT_TAG_CD && !is_one_of (draft, source)) ||
       purport_draft_is_any (draft, source.first_token, nobody)))
    return PURPORT_ACT_ATTITUDE;
  return act_of (draft, spans->cue);
}

static const PurportUtterance *
rule_at (const Joiner *joiner, guint i)
{
  return &g_array_index (joiner->by_rules, PurportUtterance, i);
}

static guint32
length (PurportTokens tokens)
{
  return tokens.end_token - tokens.first_token;
}

static guint32
count (const guint8 *marks, PurportTokens tokens)
{
  guint32 n = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    n += marks[i];
  return n;
}

/* Of the tokens of @content those that lie in the utterance's contents; *last is the last content that has some. */
static guint32
covered (const PurportUtterance *utterance, PurportTokens content, guint *last)
{
  guint32 n = 0;

  for (guint i = 0; i < utterance->n_contents; i++)
    if (overlap (utterance->contents[i], content)) {
      n += MIN (utterance->contents[i].end_token, content.end_token) -
           MAX (utterance->contents[i].first_token, content.first_token);
      *last = i;
    }
  return n;
}

/* Whether nothing but a few words, which are no part of anything, is between the end of a content and where it should
 * end by the rules: no clause ends there. */
static gboolean
stops_short (const Joiner *joiner, guint32 end, guint32 end_by_rule)
{
  if (end >= end_by_rule || end_by_rule - end > SHORT_LIMIT)
    return FALSE;
  for (guint32 i = end; i < end_by_rule; i++)
    if (joiner->labels[i] != PURPORT_LABEL_OUTSIDE ||
        (purport_draft_token (joiner->draft, i)->flags & PURPORT_TOKEN_PUNCTUATION) != 0)
      return FALSE;
  return TRUE;
}

/* Whether the rules and the model both see a cue of something else in tokens that a content may have. */
static gboolean
holds_other_cue (const Joiner *joiner, PurportTokens content)
{
  for (guint32 i = content.first_token; i < content.end_token; i++)
    if (joiner->rule_cue[i] && purport_label_part (joiner->labels[i]) == PURPORT_PART_CUE)
      return TRUE;
  return FALSE;
}

/*
 * What a rule gives to a cue and the model does not: a content that the model breaks off goes on with the rule's, and
 * speech in later sentences that is nobody's yet is added.
 */
static void
add_contents (const Joiner *joiner, PurportUtterance *utterance, const PurportUtterance *rule)
{
  for (guint i = 0; i < rule->n_contents; i++) {
    PurportTokens content = rule->contents[i];
    guint last = 0;
    guint32 n = covered (utterance, content, &last), n_own = n;
    if (overlap (content, utterance->source) || overlap (content, utterance->cue) || holds_other_cue (joiner, content))
      continue;
    if (n > 0 && (n * 100 < length (content) * BROKEN_PERCENT ||
                  stops_short (joiner, utterance->contents[last].end_token, content.end_token))) {
      utterance->contents[last].first_token = MIN (utterance->contents[last].first_token, content.first_token);
      utterance->contents[last].end_token = MAX (utterance->contents[last].end_token, content.end_token);
    } else if (n == 0 && utterance->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS &&
               (count (joiner->taken, content) - n_own) * 2 < length (content)) {
      utterance->contents[utterance->n_contents++] = content;
    }
  }
}

/* A paragraph of a transcript is its speaker's, whoever is cited in it: the label's colon is the cue. */
static gboolean
is_turn (const PurportDraft *draft, const PurportUtterance *rule)
{
  return purport_draft_is (draft, rule->cue.first_token, ":");
}

/* ", the agency said on Thursday, and it urged …": behind a clause and a comma, what begins with the day is no content:
 * the clause is. */
static void
drop_adjunct (const Joiner *joiner, PurportUtterance *utterance, const PurportUtterance *rule)
{
  guint32 behind = utterance->cue.end_token;
  guint n = 0;

  if (rule->n_contents == 0 || rule->contents[0].end_token > rule->source.first_token ||
      rule->source.end_token > rule->cue.first_token || purport_cues_adjunct_end (joiner->draft, behind) == behind)
    return;
  for (guint i = 0; i < utterance->n_contents; i++)
    if (utterance->contents[i].first_token != behind)
      utterance->contents[n++] = utterance->contents[i];
  utterance->n_contents = n;
}

static void
add_joined (Joiner *joiner, const PurportAttributionSpans *spans, const PurportUtterance *rule)
{
  PurportUtterance utterance = { .phrase = PURPORT_NONE,
                                 .same_as = PURPORT_NONE,
                                 .source = spans->source,
                                 .cue = spans->cue,
                                 .n_contents = spans->n_contents,
                                 .act = act_of_spans (joiner->draft, spans),
                                 .certain = TRUE };

  for (guint i = 0; i < spans->n_contents; i++)
    utterance.contents[i] = spans->contents[i];
  if (rule != NULL) {
    utterance.act = rule->act;
    if (is_empty (utterance.source) || utterance.n_contents == 0)
      utterance.source = rule->source;
    /* "a team led by Smith, of the Institute, said": the institute is no subject */
    if (rule->phrase != PURPORT_NONE && utterance.source.first_token > rule->source.first_token &&
        utterance.source.end_token <= utterance.cue.first_token &&
        purport_draft_tag (joiner->draft, utterance.source.first_token - 1) == PURPORT_TAG_IN)
      utterance.source = rule->source;
    /* "Edward Said said": the rule tells the name from the cue */
    if (overlap (rule->source, spans->cue)) {
      utterance.source = rule->source;
      utterance.cue = rule->cue;
    }
    if (rule->phrase != PURPORT_NONE && holds_phrase (joiner->draft, utterance.source, rule->phrase))
      utterance.phrase = rule->phrase;
    drop_adjunct (joiner, &utterance, rule);
    if (is_turn (joiner->draft, rule)) {
      utterance.contents[0] = rule->contents[0];
      utterance.n_contents = 1;
    }
    add_contents (joiner, &utterance, rule);
  }
  if (utterance.phrase == PURPORT_NONE &&
      !(is_passive (joiner->draft, utterance.cue) && utterance.source.first_token < utterance.cue.first_token))
    utterance.phrase = speaker_in (joiner->draft, utterance.source);
  utterance.certain = utterance.act != PURPORT_ACT_ATTITUDE;
  g_array_append_val (joiner->joined, utterance);
}

/* Whether what a rule alone has found is kept: speech that is nobody's yet, or inside another's. */
static gboolean
keeps (const Joiner *joiner, const PurportUtterance *rule)
{
  guint32 n = 0, n_taken = 0;

  if (is_turn (joiner->draft, rule))
    return TRUE;
  for (guint i = 0; i < rule->n_contents; i++)
    for (guint32 j = rule->contents[i].first_token; j < rule->contents[i].end_token; j++) {
      n++;
      n_taken += joiner->taken[j];
    }
  if (!joiner->taken[rule->cue.first_token])
    return n_taken * 2 < n;
  /* "Smith said she expects …": she who speaks inside is she who speaks */
  return rule->phrase != PURPORT_NONE &&
         purport_draft_phrase (joiner->draft, rule->phrase)->type != PURPORT_PHRASE_PRONOUN;
}

static void
mark (guint8 *marks, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    marks[i] = TRUE;
}

/* Marks what is said by the model, attitudes aside, and the cues by the rules. */
static void
mark_tokens (Joiner *joiner)
{
  guint next = 0;

  for (guint i = 0; i < joiner->by_rules->len; i++)
    mark (joiner->rule_cue, rule_at (joiner, i)->cue);
  for (guint i = 0; i < joiner->by_model->len; i++) {
    const PurportAttributionSpans *spans = &g_array_index (joiner->by_model, PurportAttributionSpans, i);
    gboolean attitude = act_of_spans (joiner->draft, spans) == PURPORT_ACT_ATTITUDE;
    while (next < joiner->by_rules->len && rule_at (joiner, next)->cue.end_token <= spans->cue.first_token)
      next++;
    if (next < joiner->by_rules->len && overlap (rule_at (joiner, next)->cue, spans->cue))
      attitude = FALSE;
    for (guint j = 0; j < spans->n_contents; j++)
      if (!attitude)
        mark (joiner->taken, spans->contents[j]);
  }
}

/* "… that they knew which group they were in", "I think …": inside what somebody says, what is known is part of it, and
 * whoever says "I" is whoever speaks. */
static gboolean
is_part_of_speech (const PurportDraft *draft, const PurportUtterance *utterance)
{
  static const char *const knowing[] = { "know", "knows", "knew", "known", "knowing", NULL };
  static const char *const speaking[] = { "i", "we", NULL };
  PurportTokens source = utterance->source;

  if (utterance->act == PURPORT_ACT_ATTITUDE)
    return TRUE;
  if (source.end_token == source.first_token + 1 && purport_draft_is_any (draft, source.first_token, speaking))
    return TRUE;
  return !is_empty (utterance->cue) && purport_draft_is_any (draft, utterance->cue.end_token - 1, knowing);
}

/* Takes out what stands inside what somebody says and is part of it. */
static void
drop_inner_attitudes (Joiner *joiner)
{
  g_autofree guint8 *said = g_new0 (guint8, purport_draft_n_tokens (joiner->draft) + 1);
  guint n = 0;

  for (guint i = 0; i < joiner->joined->len; i++) {
    const PurportUtterance *utterance = &g_array_index (joiner->joined, PurportUtterance, i);
    for (guint j = 0; j < utterance->n_contents && utterance->act != PURPORT_ACT_ATTITUDE; j++)
      mark (said, utterance->contents[j]);
  }
  for (guint i = 0; i < joiner->joined->len; i++) {
    PurportUtterance utterance = g_array_index (joiner->joined, PurportUtterance, i);
    if (said[utterance.cue.first_token] && is_part_of_speech (joiner->draft, &utterance))
      continue;
    g_array_index (joiner->joined, PurportUtterance, n++) = utterance;
  }
  g_array_set_size (joiner->joined, n);
}

/* The content by the model that lies in most of @content, if the two are much the same; else @content itself. */
static PurportTokens
snap (const Joiner *joiner, PurportTokens content)
{
  PurportTokens best = content;
  guint32 most = 0;

  for (guint32 i = content.first_token; i < content.end_token; i++) {
    PurportTokens loose;
    guint32 n;
    if (joiner->loose_at[i] == PURPORT_NONE)
      continue;
    loose = g_array_index (joiner->loose, PurportTokens, joiner->loose_at[i]);
    n = MIN (loose.end_token, content.end_token) - MAX (loose.first_token, content.first_token);
    if (n > most && n * 2 >= length (loose) && n * 2 >= length (content)) {
      most = n;
      best = loose;
    }
    i = MAX (i, loose.end_token - 1);
  }
  return best;
}

/* Adds what a rule alone has found, with the bounds that the model sees for its contents. */
static void
add_rule (Joiner *joiner, const PurportUtterance *rule)
{
  PurportUtterance utterance = *rule;

  if (!keeps (joiner, rule))
    return;
  for (guint i = 0; i < utterance.n_contents && !is_turn (joiner->draft, rule); i++)
    utterance.contents[i] = snap (joiner, utterance.contents[i]);
  g_array_append_val (joiner->joined, utterance);
}

static gint
compare_utterances (gconstpointer a, gconstpointer b)
{
  const PurportUtterance *first = a, *second = b;
  return first->cue.first_token < second->cue.first_token ? -1 : first->cue.first_token > second->cue.first_token;
}

/* A cue without a source of its own goes on with that of the one before it in the sentence. */
static void
link_dependents (Joiner *joiner)
{
  for (guint32 i = 0; i < joiner->joined->len; i++) {
    PurportUtterance *here = &g_array_index (joiner->joined, PurportUtterance, i);
    const PurportUtterance *before = i > 0 ? here - 1 : NULL;
    here->same_as = PURPORT_NONE;
    if (here->phrase != PURPORT_NONE || !is_empty (here->source) || before == NULL)
      continue;
    if (joiner->draft->sentence_of[before->cue.first_token] == joiner->draft->sentence_of[here->cue.first_token] &&
        (before->phrase != PURPORT_NONE || before->same_as != PURPORT_NONE))
      here->same_as = i - 1;
  }
}

static void
join (Joiner *joiner)
{
  guint next = 0;

  for (guint i = 0; i < joiner->by_model->len; i++) {
    const PurportAttributionSpans *spans = &g_array_index (joiner->by_model, PurportAttributionSpans, i);
    const PurportUtterance *rule = NULL;
    while (next < joiner->by_rules->len && rule_at (joiner, next)->cue.end_token <= spans->cue.first_token) {
      add_rule (joiner, rule_at (joiner, next++));
    }
    for (; next < joiner->by_rules->len && overlap (rule_at (joiner, next)->cue, spans->cue); next++)
      if (rule == NULL || overlap (rule_at (joiner, next)->source, spans->cue))
        rule = rule_at (joiner, next);
    add_joined (joiner, spans, rule);
  }
  for (; next < joiner->by_rules->len; next++)
    add_rule (joiner, rule_at (joiner, next));
}

/**
 * purport_attribution_join:
 * @draft: a phrase that turns out to speak gets its type here
 * @labels: for each token its #PurportLabel
 * @by_rules: (element-type PurportUtterance): by their cues
 * @loose: (element-type PurportTokens): gets the contents that the model gives to no cue
 *
 * O(tokens + utterances × log utterances).
 *
 * Returns: (transfer full) (element-type PurportUtterance): the utterances with a cue, by their cues; modes are not set
 */
GArray *
purport_attribution_join (PurportDraft *draft, const guint8 *labels, const GArray *by_rules, GArray *loose)
{
  guint32 n_tokens = purport_draft_n_tokens (draft);
  g_autofree guint8 *taken = g_new0 (guint8, n_tokens + 1);
  g_autofree guint8 *rule_cue = g_new0 (guint8, n_tokens + 1);
  g_autofree guint32 *loose_at = g_new (guint32, n_tokens + 1);
  Joiner joiner = { .draft = draft,
                    .labels = labels,
                    .by_rules = by_rules,
                    .taken = taken,
                    .loose = loose,
                    .loose_at = loose_at,
                    .rule_cue = rule_cue };

  joiner.by_model = purport_attribution_spans_find (draft, labels, loose);
  joiner.joined = g_array_new (FALSE, TRUE, sizeof (PurportUtterance));
  for (guint32 i = 0; i <= n_tokens; i++)
    loose_at[i] = PURPORT_NONE;
  for (guint i = 0; i < loose->len; i++)
    for (guint32 j = g_array_index (loose, PurportTokens, i).first_token;
         j < g_array_index (loose, PurportTokens, i).end_token; j++)
      loose_at[j] = i;
  mark_tokens (&joiner);
  join (&joiner);
  drop_inner_attitudes (&joiner);
  g_array_sort (joiner.joined, compare_utterances);
  link_dependents (&joiner);
  g_array_unref (joiner.by_model);
  return joiner.joined;
}
