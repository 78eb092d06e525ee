/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates for claims, what the model sees of them, and the search for the best way to cut a sentence. */
#include "reading/claim-spans.h"

#include <string.h>

#include "reading/denials.h"
#include "reading/openings.h"
#include "reading/phrases.h"
#include "text/features.h"

/* A claim has at least so many tokens. */
#define CLAIM_MIN 3

/* How far behind "and" a verb must stand for a clause to begin there. */
#define VERB_NEAR 8

#define OUTSIDE 0x0075u

static gboolean
is_finite (PurportTag tag)
{
  return tag == PURPORT_TAG_VBD || tag == PURPORT_TAG_VBZ || tag == PURPORT_TAG_VBP || tag == PURPORT_TAG_MD;
}

/* Finite verbs, and those that are taken for a noun. */
static gboolean
is_verb_at (const PurportDraft *draft, guint32 token)
{
  return is_finite (purport_draft_tag (draft, token)) ||
         (purport_draft_tag (draft, token) == PURPORT_TAG_NNS && purport_denial_is_relation (draft, token) &&
          !purport_draft_has (draft, token, PURPORT_TERM_ASSOCIATION));
}

static gboolean
is_mark (const PurportDraft *draft, guint32 token)
{
  const PurportToken *info = purport_draft_token (draft, token);
  PurportTag tag = (PurportTag)info->tag;
  return (info->flags & PURPORT_TOKEN_PUNCTUATION) != 0 && tag != PURPORT_TAG_DOLLAR &&
         !purport_draft_is (draft, token, "%") && !purport_draft_is (draft, token, "£") &&
         !purport_draft_is (draft, token, "€") && !purport_draft_is (draft, token, "$");
}

/* Whether the mark at the start opens a quote that ends inside the run: “‘Safe’ is not the word”. */
static gboolean
opens_part (const PurportDraft *draft, PurportTokens tokens)
{
  guint32 quote = tokens.first_token + 1 < tokens.end_token ? draft->quote_of[tokens.first_token + 1] : PURPORT_NONE;
  const PurportQuote *opened;
  guint32 end;

  if (quote == PURPORT_NONE)
    return FALSE;
  opened = &g_array_index (draft->quotes, PurportQuote, quote);
  if (!opened->opened || !opened->closed || opened->first_token != tokens.first_token + 1)
    return FALSE;
  for (end = opened->end_token + 1; end < tokens.end_token && is_mark (draft, end);)
    end++;
  return end < tokens.end_token;
}

/* Whether the mark at the end closes a quote that begins inside the run: “the drug was ‘safe’”. */
static gboolean
closes_part (const PurportDraft *draft, PurportTokens tokens)
{
  guint32 mark = tokens.end_token - 1;
  guint32 quote = mark > tokens.first_token ? draft->quote_of[mark - 1] : PURPORT_NONE;
  const PurportQuote *closed;

  if (quote == PURPORT_NONE)
    return FALSE;
  closed = &g_array_index (draft->quotes, PurportQuote, quote);
  return closed->opened && closed->closed && closed->end_token == mark && closed->first_token > tokens.first_token;
}

/* Takes marks, connectives and "that" from the start, and marks from the end, but for those around a part. */
PurportTokens
purport_claim_trim (const PurportDraft *draft, PurportTokens tokens)
{
  while (tokens.first_token < tokens.end_token) {
    const PurportTerm *term = purport_terms_get (draft->terms, tokens.first_token, PURPORT_TERM_CONNECTIVE);
    gboolean that = purport_draft_is (draft, tokens.first_token, "that") &&
                    purport_draft_tag (draft, tokens.first_token) == PURPORT_TAG_IN;
    if (that || (is_mark (draft, tokens.first_token) && !opens_part (draft, tokens)))
      tokens.first_token++;
    else if (term != NULL && term->end_token < tokens.end_token)
      tokens.first_token = term->end_token;
    else
      break;
  }
  while (tokens.end_token > tokens.first_token && is_mark (draft, tokens.end_token - 1) &&
         !purport_draft_is (draft, tokens.end_token - 1, ")") && !closes_part (draft, tokens))
    tokens.end_token--;
  return tokens;
}

/* Returns: whether a block of that kind is text that claims are made in. */
gboolean
purport_claim_may_stand_in (PurportBlockKind kind)
{
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM;
}

/* The attribution that a token's words belong to as content; the innermost (latest) one counts. */
static void
mark_contents (PurportClaimContext *self)
{
  const PurportDraft *draft = self->draft;
  const GArray *attributions = draft->reading->attributions;

  for (guint32 i = 0; i < attributions->len; i++) {
    const PurportAttribution *said = &g_array_index (attributions, PurportAttribution, i);
    const PurportSpanList *lists[] = { &said->content_spans, &said->source_spans, &said->cue_spans };
    for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
      for (guint j = 0; j < lists[list]->len; j++) {
        PurportTokens tokens = purport_draft_tokens_at (draft, purport_span_list_get (lists[list], j));
        for (guint32 token = tokens.first_token; token < tokens.end_token; token++) {
          if (list == 0 && said->act != PURPORT_ACT_ATTITUDE)
            self->said_in[token] = i;
          else if (list > 0)
            self->taken[token] = TRUE;
        }
      }
  }
}

static void
place_sentences (PurportClaimContext *self)
{
  const PurportDraft *draft = self->draft;
  guint32 place = 0, in_block = 0, block = PURPORT_NONE;

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    in_block = sentence->block == block ? in_block + 1 : 0;
    block = sentence->block;
    self->place[i] = place;
    self->place_in_block[i] = in_block;
    if (purport_claim_may_stand_in (purport_draft_block_kind (draft, i)))
      place++;
  }
}

/* Labels are part of the attribution, and what is asked is no claim. */
static void
mark_turns (PurportClaimContext *self)
{
  g_autoptr (GArray) turns = purport_openings_find_turns (self->draft);

  for (guint i = 0; i < turns->len; i++) {
    const PurportTurn *turn = &g_array_index (turns, PurportTurn, i);
    for (guint32 token = turn->first_token; token <= turn->label_end; token++)
      self->taken[token] = TRUE;
    self->starts[turn->sentence] = MIN (turn->label_end + 1, turn->end_token - 1);
    for (guint32 j = turn->sentence; turn->question && j <= self->draft->sentence_of[turn->end_token - 1]; j++)
      self->asked[j] = TRUE;
  }
}

/**
 * purport_claim_context_new:
 * @draft: (transfer none): a draft whose reading has its sentences, sources and attributions; outlives the context
 *
 * Returns: (transfer full): what is known of each token and sentence. O(tokens).
 */
PurportClaimContext *
purport_claim_context_new (const PurportDraft *draft)
{
  PurportClaimContext *self = g_new0 (PurportClaimContext, 1);
  guint32 n_tokens = purport_draft_n_tokens (draft), n_sentences = draft->words->sentences->len;

  self->draft = draft;
  self->said_in = g_new (guint32, n_tokens + 1);
  self->taken = g_new0 (guint8, n_tokens + 1);
  self->words = g_new (guint32, n_tokens + 1);
  self->finite_before = g_new (guint32, n_tokens + 1);
  self->place = g_new (guint32, n_sentences + 1);
  self->place_in_block = g_new (guint32, n_sentences + 1);
  self->counts = g_new0 (guint32, draft->reading->attributions->len + 1);
  self->asked = g_new0 (guint8, n_sentences + 1);
  self->starts = g_new (guint32, n_sentences + 1);
  for (guint32 i = 0; i < n_sentences; i++)
    self->starts[i] = purport_openings_dateline_end (draft, i);
  self->finite_before[0] = 0;
  for (guint32 i = 0; i < n_tokens; i++) {
    self->said_in[i] = PURPORT_NONE;
    self->words[i] = purport_word_view (draft->words->article->text, purport_draft_token (draft, i)).word;
    self->finite_before[i + 1] = self->finite_before[i] + (is_verb_at (draft, i) ? 1 : 0);
  }
  mark_contents (self);
  mark_turns (self);
  place_sentences (self);
  return self;
}

void
purport_claim_context_free (PurportClaimContext *self)
{
  if (self == NULL)
    return;
  g_free (self->said_in);
  g_free (self->taken);
  g_free (self->words);
  g_free (self->finite_before);
  g_free (self->place);
  g_free (self->place_in_block);
  g_free (self->counts);
  g_free (self->asked);
  g_free (self->starts);
  g_free (self);
}

/* --- candidates ----------------------------------------------------------------------------------------------------
 */

static gboolean
verb_is_near (const PurportDraft *draft, guint32 token, guint32 end_token)
{
  for (guint32 i = token; i < end_token && i < token + VERB_NEAR; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (tag == PURPORT_TAG_MD || purport_tag_is_verb (tag))
      return TRUE;
    if (purport_draft_is (draft, i, ",") || purport_draft_is (draft, i, ";"))
      return FALSE;
  }
  return FALSE;
}

static gboolean
opens_clause (const PurportDraft *draft, guint32 token, guint32 end_token)
{
  static const char *const words[] = {
    "that",  "because", "since", "although", "though",  "while",   "whereas", "if",     "when",   "after", "before",
    "until", "unless",  "as",    "so",       "despite", "whether", "even",    "rather", "except", "once",
  };
  PurportTag tag = purport_draft_tag (draft, token);

  if (tag == PURPORT_TAG_CC)
    return verb_is_near (draft, token + 1, end_token);
  if (tag == PURPORT_TAG_WDT || tag == PURPORT_TAG_WP || tag == PURPORT_TAG_WRB || tag == PURPORT_TAG_WPS)
    return TRUE;
  if (tag != PURPORT_TAG_IN && tag != PURPORT_TAG_RB && tag != PURPORT_TAG_CC && tag != PURPORT_TAG_DT)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (purport_draft_is (draft, token, words[i]))
      return verb_is_near (draft, token + 1, end_token);
  return FALSE;
}

static gboolean
parts (const PurportDraft *draft, guint32 mark)
{
  const PurportToken *info = purport_draft_token (draft, mark);
  PurportTag tag = (PurportTag)info->tag;

  if (tag == PURPORT_TAG_HYPH && (info->flags & PURPORT_TOKEN_SPACE_BEFORE) == 0)
    return FALSE;
  return !purport_draft_is (draft, mark, "/") && !purport_draft_is (draft, mark, "'") &&
         !purport_draft_is (draft, mark, "’");
}

/* Whether a clause with a subject of its own begins at @token: "…, but the effect was small". */
static gboolean
begins_clause (const PurportDraft *draft, guint32 token, guint32 end_token)
{
  guint32 phrase = token < end_token ? draft->phrase_of[token] : PURPORT_NONE, after;

  if (phrase == PURPORT_NONE || purport_draft_phrase (draft, phrase)->first_token != token)
    return FALSE;
  after = purport_draft_phrase (draft, purport_phrases_chain_end (draft, phrase))->end_token;
  for (guint n = 0; n < 3 && after < end_token; n++, after++) {
    PurportTag tag = purport_draft_tag (draft, after);
    if (is_finite (tag))
      return TRUE;
    if (tag != PURPORT_TAG_RB)
      return FALSE;
  }
  return FALSE;
}

/* Whether a run may begin at @token, which is no mark; @before is the last token before it that is none. */
static gboolean
cuts_at (const PurportClaimContext *context, guint32 before, guint32 token, guint32 end_token, gboolean unmarked)
{
  const PurportDraft *draft = context->draft;

  if (context->said_in[token] != context->said_in[before] || context->taken[token] != context->taken[before] ||
      draft->quote_of[token] != draft->quote_of[before])
    return TRUE;
  for (guint32 i = before + 1; i < token; i++)
    if (parts (draft, i))
      return TRUE;
  return opens_clause (draft, token, end_token) || (unmarked && begins_clause (draft, token, end_token));
}

/**
 * purport_claim_sentence_init:
 * @self: to be filled
 * @context: borrowed
 * @sentence: of the draft
 *
 * Finds where a run may begin or end. O(tokens of the sentence).
 */
void
purport_claim_sentence_init (PurportClaimSentence *self, const PurportClaimContext *context, guint32 sentence)
{
  const PurportDraft *draft = context->draft;
  const PurportTextSentence *s = purport_draft_sentence (draft, sentence);
  guint32 before = MIN (context->starts[sentence], s->end_token - 1), first = before;

  self->context = context;
  self->sentence = sentence;
  self->unmarked = !is_mark (draft, s->end_token - 1);
  self->n_cuts = 0;
  self->cuts[self->n_cuts++] = first;
  self->classes[0] = draft->terms->classes[first];
  for (guint32 i = first + 1; i < s->end_token; i++) {
    if (!is_mark (draft, i)) {
      if (self->n_cuts < PURPORT_CLAIM_MAX_CUTS - 1 && cuts_at (context, before, i, s->end_token, self->unmarked)) {
        self->classes[self->n_cuts] = 0;
        self->cuts[self->n_cuts++] = i;
      }
      before = i;
    }
    self->classes[self->n_cuts - 1] |= draft->terms->classes[i];
  }
  self->cuts[self->n_cuts++] = s->end_token;
}

/* --- features ------------------------------------------------------------------------------------------------------
 */

typedef struct {
  guint32 *features;
  guint n;
} Features;

static inline void
add (Features *out, guint32 template_number, guint32 a, guint32 b)
{
  g_assert (out->n < PURPORT_CLAIM_MAX_FEATURES);
  out->features[out->n++] = purport_feature (template_number, a, b);
}

static guint32
bucket (guint32 n)
{
  return n <= 5 ? n : n <= 7 ? 6 : n <= 10 ? 7 : n <= 14 ? 8 : n <= 20 ? 9 : n <= 30 ? 10 : 11;
}

static guint32
word_at (const PurportClaimContext *context, guint32 token, guint32 first_token, guint32 end_token)
{
  return token >= first_token && token < end_token ? context->words[token] : OUTSIDE;
}

static guint32
tag_at (const PurportClaimContext *context, guint32 token, guint32 first_token, guint32 end_token)
{
  return token >= first_token && token < end_token ? purport_draft_tag (context->draft, token) : OUTSIDE;
}

/* What stands for an attribution in features: none, or the act and who it is that speaks. */
static guint32
speaker_view (const PurportClaimContext *context, guint32 attribution)
{
  const PurportReading *reading = context->draft->reading;
  const PurportAttribution *said;
  guint32 type = 7;

  if (attribution == PURPORT_NONE)
    return 0;
  said = &g_array_index (reading->attributions, PurportAttribution, attribution);
  if (said->source != PURPORT_NONE)
    type = g_array_index (reading->sources, PurportSource, said->source).type;
  return 1 + said->act * 64u + type * 8u + said->mode;
}

/* How a run lies to what is said, quoted and taken: as a whole, in part, not at all. */
static void
add_speech (Features *out, const PurportClaimSentence *self, PurportTokens tokens)
{
  const PurportClaimContext *context = self->context;
  const PurportDraft *draft = context->draft;
  const PurportTextSentence *s = purport_draft_sentence (draft, self->sentence);
  guint32 first = tokens.first_token, last = tokens.end_token - 1, n_said = 0, n_taken = 0, n_quoted = 0, changes = 0;
  guint32 length = tokens.end_token - first, before = first, share_said, share_quoted, view;
  gboolean begins, ends;

  while (before > s->first_token && is_mark (draft, before - 1))
    before--;
  begins = before == s->first_token || context->said_in[before - 1] != context->said_in[first];
  before = last + 1;
  while (before < s->end_token && is_mark (draft, before))
    before++;
  ends = before == s->end_token || context->said_in[before] != context->said_in[last];
  for (guint32 i = first; i <= last; i++) {
    n_said += context->said_in[i] != PURPORT_NONE;
    n_taken += context->taken[i];
    n_quoted += draft->quote_of[i] != PURPORT_NONE;
    changes +=
        i > first && context->said_in[i] != context->said_in[i - 1] && !is_mark (draft, i) && !is_mark (draft, i - 1);
  }
  share_said = n_said == 0 ? 0 : n_said * 10 >= length * 9 ? 3 : n_said * 2 >= length ? 2 : 1;
  share_quoted = n_quoted == 0 ? 0 : n_quoted * 10 >= length * 9 ? 3 : n_quoted * 2 >= length ? 2 : 1;
  view = speaker_view (context, context->said_in[first + length / 2]);
  add (out, 30, share_said, (guint32)begins * 2 + (guint32)ends);
  add (out, 31, share_said, MIN (n_taken, 3));
  add (out, 32, share_quoted, share_said);
  add (out, 33, view, share_said);
  add (out, 34, MIN (changes, 3), share_quoted);
  add (out, 35, n_taken * 3 > length ? 2 : n_taken > 0 ? 1 : 0, bucket (length));
  add (out, 36, share_quoted, draft->quote_of[first] != PURPORT_NONE ? 1 : 0);
}

static gboolean
is_asked (const PurportDraft *draft, guint32 end_token, guint32 sentence_end)
{
  for (guint32 i = end_token; i < sentence_end && i < end_token + 3; i++)
    if (purport_draft_is (draft, i, "?"))
      return TRUE;
  return FALSE;
}

static void
add_place (Features *out, const PurportClaimSentence *self, gboolean first, gboolean last)
{
  const PurportClaimContext *context = self->context;
  const PurportDraft *draft = context->draft;
  const PurportTextSentence *s = purport_draft_sentence (draft, self->sentence);
  PurportBlockKind kind = purport_draft_block_kind (draft, self->sentence);
  guint32 place = context->place[self->sentence], in_block = context->place_in_block[self->sentence];
  gboolean stops = is_mark (draft, s->end_token - 1);

  add (out, 40, bucket (place), 0);
  add (out, 41, MIN (in_block, 4), 0);
  add (out, 42, kind, stops ? 1 : 0);
  add (out, 43, (guint32)first * 2 + (guint32)last, bucket (s->end_token - s->first_token));
  add (out, 44, (guint32)first * 2 + (guint32)last, 0);
}

static guint32
first_finite (const PurportClaimContext *context, PurportTokens tokens)
{
  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (is_verb_at (context->draft, i))
      return i;
  return PURPORT_NONE;
}

static void
add_words (Features *out, const PurportClaimSentence *self, PurportTokens tokens)
{
  const PurportClaimContext *context = self->context;
  const PurportTextSentence *s = purport_draft_sentence (context->draft, self->sentence);
  guint32 first = tokens.first_token, end = tokens.end_token, low = s->first_token, high = s->end_token;
  guint32 verb = first_finite (context, tokens), n_finite = context->finite_before[end] - context->finite_before[first];
  guint32 tag1 = tag_at (context, first, low, high), tag2 = tag_at (context, first + 1, low, high);
  guint32 before = word_at (context, first - 1, low + 1, high), after = word_at (context, end, low, high);
  guint32 verb_at = verb == PURPORT_NONE ? 0 : 1 + bucket (verb - first);

  add (out, 10, word_at (context, first, low, high), 0);
  add (out, 11, tag1, tag2);
  add (out, 12, tag1, tag_at (context, first + 2, low, high) * 64u + tag2);
  add (out, 13, before, 0);
  add (out, 14, before, tag1);
  add (out, 15, word_at (context, end - 1, low, high), 0);
  add (out, 16, tag_at (context, end - 1, low, high), tag_at (context, end, low, high));
  add (out, 17, after, 0);
  add (out, 18, after, word_at (context, end + 1, low, high));
  add (out, 19, word_at (context, first, low, high), word_at (context, first + 1, low, high));
  add (out, 20, MIN (n_finite, 4), bucket (end - first));
  add (out, 21, MIN (n_finite, 4), 0);
  add (out, 22, bucket (end - first), 0);
  add (out, 23, verb_at, tag1);
  if (verb != PURPORT_NONE) {
    add (out, 24, context->words[verb], 0);
    add (out, 25, purport_draft_tag (context->draft, verb), verb_at);
    add (out, 26, context->words[verb], tag_at (context, verb + 1, low, high));
  }
  add (out, 27, MIN (context->finite_before[first] - context->finite_before[low], 3), MIN (n_finite, 2));
  add (out, 28, MIN (context->finite_before[high] - context->finite_before[end], 3), MIN (n_finite, 2));
}

/* "…, a neurologist who was not involved": behind a comma, a noun phrase whose only verb is in its relative clause says
 * who somebody is. */
static gboolean
is_described_noun (const PurportClaimContext *context, PurportTokens tokens)
{
  guint32 verb = first_finite (context, tokens);

  if (context->finite_before[tokens.end_token] - context->finite_before[tokens.first_token] != 1 ||
      tokens.first_token == 0 || !purport_draft_is (context->draft, tokens.first_token - 1, ","))
    return FALSE;
  while (verb > tokens.first_token + 1 && purport_draft_tag (context->draft, verb - 1) == PURPORT_TAG_RB)
    verb--;
  return verb > tokens.first_token + 1 && purport_draft_is (context->draft, verb - 1, "who");
}

/* "…, which may be undesirable": the clause says something of the words before it, and nothing without them. */
static gboolean
is_relative (const PurportDraft *draft, guint32 token)
{
  PurportTag tag = purport_draft_tag (draft, token);

  return tag == PURPORT_TAG_WDT || tag == PURPORT_TAG_WPS ||
         (tag == PURPORT_TAG_WP && (purport_draft_is (draft, token, "who") || purport_draft_is (draft, token, "whom")));
}

/* Returns: whether the run between two cuts can be a claim at all: it has words enough, says something by itself and is
 * no question. */
gboolean
purport_claim_may_be (const PurportClaimSentence *self, guint first_cut, guint end_cut)
{
  const PurportDraft *draft = self->context->draft;
  PurportTokens tokens = { self->cuts[first_cut], self->cuts[end_cut] };
  guint32 end = purport_draft_sentence (draft, self->sentence)->end_token;

  if (end_cut - first_cut > PURPORT_CLAIM_MAX_PIECES || self->context->asked[self->sentence])
    return FALSE;
  tokens = purport_claim_trim (draft, tokens);
  return tokens.end_token >= tokens.first_token + CLAIM_MIN && !is_asked (draft, tokens.end_token, end) &&
         !is_described_noun (self->context, tokens) && (first_cut == 0 || !is_relative (draft, tokens.first_token));
}

/* Returns: the feature that every run has. */
guint32
purport_claim_bias_feature (void)
{
  return purport_feature (1, 0, 0);
}

/**
 * purport_claim_run_features:
 * @first_cut: where the run begins
 * @end_cut: where it ends; purport_claim_may_be() holds for the two
 * @features: room for %PURPORT_CLAIM_MAX_FEATURES
 *
 * Returns: the number of features of the run as a claim. O(its tokens).
 */
guint
purport_claim_run_features (const PurportClaimSentence *self, guint first_cut, guint end_cut, guint32 *features)
{
  const PurportDraft *draft = self->context->draft;
  PurportTokens tokens = purport_claim_trim (draft, (PurportTokens){ self->cuts[first_cut], self->cuts[end_cut] });
  Features out = { features, 0 };
  guint64 classes = 0;
  gboolean first = first_cut == 0, last = end_cut == self->n_cuts - 1;
  guint32 whole = (guint32)first * 2 + (guint32)last;

  out.features[out.n++] = purport_claim_bias_feature ();
  add_words (&out, self, tokens);
  add_speech (&out, self, tokens);
  add_place (&out, self, first, last);
  for (guint i = first_cut; i < end_cut; i++)
    classes |= self->classes[i];
  for (guint i = 0; i < PURPORT_N_TERM_CLASSES; i++)
    if (classes & (G_GUINT64_CONSTANT (1) << i))
      add (&out, 50, i, 0);
  add (&out, 51, MIN (end_cut - first_cut, 6), whole);
  add (&out, 52, tag_at (self->context, self->cuts[first_cut], 0, G_MAXUINT32),
       last ? OUTSIDE : tag_at (self->context, self->cuts[end_cut], 0, G_MAXUINT32));
  return out.n;
}

static guint32
change_view (guint32 before, guint32 here)
{
  return before == here ? (here == PURPORT_NONE ? 0 : 1) : before == PURPORT_NONE ? 2 : here == PURPORT_NONE ? 3 : 4;
}

/**
 * purport_claim_cut_features:
 * @cut: neither the first nor the last
 * @kind: what it is taken for
 * @features: room for %PURPORT_CLAIM_MAX_FEATURES
 *
 * Returns: the number of features of the cut. O(1) but for the phrases before the next verb.
 */
guint
purport_claim_cut_features (const PurportClaimSentence *self, guint cut, PurportCut kind, guint32 *features)
{
  const PurportClaimContext *context = self->context;
  const PurportDraft *draft = context->draft;
  const PurportTextSentence *s = purport_draft_sentence (draft, self->sentence);
  guint32 token = self->cuts[cut], low = s->first_token, high = s->end_token, before = token - 1;
  guint32 finite_left = context->finite_before[token] - context->finite_before[self->cuts[cut - 1]];
  guint32 finite_right = context->finite_before[self->cuts[cut + 1]] - context->finite_before[token];
  guint32 said, quoted, template_number = kind * 100u, clause;
  Features out = { features, 0 };

  while (before > low && is_mark (draft, before))
    before--;
  said = change_view (context->said_in[before], context->said_in[token]);
  quoted = change_view (draft->quote_of[before], draft->quote_of[token]);
  clause = begins_clause (draft, token, high) ? 1 : begins_clause (draft, token + 1, high) ? 2 : 0;
  add (&out, template_number, 0, 0);
  add (&out, template_number + 1, context->words[token], 0);
  add (&out, template_number + 2, context->words[token - 1], 0);
  add (&out, template_number + 3, context->words[token - 1], context->words[token]);
  add (&out, template_number + 4, tag_at (context, token, low, high), tag_at (context, token + 1, low, high));
  add (&out, template_number + 5, tag_at (context, token - 1, low, high), tag_at (context, token, low, high));
  add (&out, template_number + 6, said, quoted);
  add (&out, template_number + 7, (guint32)context->taken[before] * 2 + context->taken[token], said);
  add (&out, template_number + 8, MIN (finite_left, 2), MIN (finite_right, 2));
  add (&out, template_number + 9, clause, tag_at (context, token, low, high));
  add (&out, template_number + 10, clause, context->words[token - 1]);
  add (&out, template_number + 11, word_at (context, token + 1, low, high), context->words[token]);
  add (&out, template_number + 12, MIN (finite_right, 2), context->words[token]);
  add (&out, template_number + 13, MIN (context->finite_before[high] - context->finite_before[token], 2),
       MIN (context->finite_before[token] - context->finite_before[low], 2));
  add (&out, template_number + 14, speaker_view (context, context->said_in[token]),
       speaker_view (context, context->said_in[before]));
  add (&out, template_number + 15, bucket (token - low), bucket (high - token));
  add (&out, template_number + 16, tag_at (context, before, low, high), tag_at (context, token, low, high));
  add (&out, template_number + 17, self->unmarked ? 1 : 0, clause);
  add (&out, template_number + 18, self->unmarked ? 1 : 0,
       tag_at (context, token, low, high) * 64u + tag_at (context, token - 1, low, high));
  return out.n;
}

/* --- the search ----------------------------------------------------------------------------------------------------
 */

static gint32
score_cut (const PurportLinearModel *model, const PurportClaimSentence *self, guint cut, PurportCut kind)
{
  guint32 features[PURPORT_CLAIM_MAX_FEATURES];
  gint32 score = 0;
  guint n = purport_claim_cut_features (self, cut, kind, features);

  for (guint i = 0; i < n; i++)
    purport_linear_model_add (model, features[i], &score);
  return score;
}

static gint32
score_run (const PurportLinearModel *model, const PurportClaimSentence *self, guint first_cut, guint end_cut)
{
  guint32 features[PURPORT_CLAIM_MAX_FEATURES];
  gint32 score = 0;
  guint n = purport_claim_run_features (self, first_cut, end_cut, features);

  for (guint i = 0; i < n; i++)
    purport_linear_model_add (model, features[i], &score);
  return score;
}

/* The best way to reach a cut, with a claim that ends there, or with what is none. */
typedef struct {
  gint32 claim;
  gint32 none;
  guint16 claim_from;
  guint16 none_from;
  gboolean after_claim; /* the claim that ends here follows another at once */
} Best;

#define IMPOSSIBLE (G_MININT32 / 2)

/**
 * purport_claim_spans_find:
 * @model: of kind %PURPORT_CLAIMS_KIND with one class
 * @self: a sentence
 * @claims: room for %PURPORT_CLAIM_MAX_CUTS; gets the runs that are claims, trimmed, in order
 *
 * O(cuts² × tokens of a run), cuts being few.
 *
 * Returns: their number
 */
guint
purport_claim_spans_find (const PurportLinearModel *model, const PurportClaimSentence *self, PurportTokens *claims)
{
  Best best[PURPORT_CLAIM_MAX_CUTS];
  gint32 cut_scores[PURPORT_CLAIM_MAX_CUTS][4];
  guint last = self->n_cuts - 1, n = 0;
  gboolean in_claim;

  for (guint i = 1; i < last; i++)
    for (guint kind = PURPORT_CUT_BEGINS; kind <= PURPORT_CUT_DIVIDES; kind++)
      cut_scores[i][kind] = score_cut (model, self, i, (PurportCut)kind);
  best[0] = (Best){ IMPOSSIBLE, 0, 0, 0, FALSE };
  for (guint i = 1; i <= last; i++) {
    best[i] = (Best){ IMPOSSIBLE, 0, 0, 0, FALSE };
    for (guint j = 0; j < i; j++) {
      gint32 ended = j == 0 ? IMPOSSIBLE : best[j].claim + cut_scores[j][PURPORT_CUT_ENDS];
      gint32 divided = j == 0 ? IMPOSSIBLE : best[j].claim + cut_scores[j][PURPORT_CUT_DIVIDES];
      gint32 begun = j == 0 ? 0 : best[j].none + cut_scores[j][PURPORT_CUT_BEGINS], run;
      if (ended > best[i].none) {
        best[i].none = ended;
        best[i].none_from = (guint16)j;
      }
      if (!purport_claim_may_be (self, j, i))
        continue;
      run = score_run (model, self, j, i) + MAX (begun, divided);
      if (run > best[i].claim) {
        best[i].claim = run;
        best[i].claim_from = (guint16)j;
        best[i].after_claim = divided > begun;
      }
    }
  }
  in_claim = best[last].claim > best[last].none;
  for (guint i = last; i > 0;) {
    guint from = in_claim ? best[i].claim_from : best[i].none_from;
    if (in_claim)
      claims[n++] = purport_claim_trim (self->context->draft, (PurportTokens){ self->cuts[from], self->cuts[i] });
    in_claim = in_claim ? best[i].after_claim : TRUE;
    i = from;
  }
  for (guint i = 0; i < n / 2; i++) {
    PurportTokens swapped = claims[i];
    claims[i] = claims[n - 1 - i];
    claims[n - 1 - i] = swapped;
  }
  return n;
}
