/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From cues and quotes to utterances: which words each cue puts into a source's mouth. Direct speech goes to the cue
 * that touches it, then to the speaker who was speaking; what is left of a sentence with a cue is indirect speech.
 */
#include "reading/utterances.h"

#include "reading/attribution-join.h"
#include "reading/cues.h"
#include "reading/phrases.h"

/* A quote of fewer tokens inside a sentence is a quoted word, not speech. */
#define FRAGMENT_LIMIT 6

typedef struct {
  PurportDraft *draft;
  GArray *cues;
  GArray *utterances;
  guint32 *said_in; /* for each quote the utterance that has it, or PURPORT_NONE */
} Builder;

static gboolean
is_mark (const PurportDraft *draft, guint32 token)
{
  return (purport_draft_token (draft, token)->flags & PURPORT_TOKEN_PUNCTUATION) != 0;
}

static const PurportQuote *
get_quote (const Builder *builder, guint32 quote)
{
  return &g_array_index (builder->draft->quotes, PurportQuote, quote);
}

static gboolean
has_verb (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token; i < end_token; i++)
    if (purport_tag_is_verb (purport_draft_tag (draft, i)) || purport_draft_tag (draft, i) == PURPORT_TAG_MD)
      return TRUE;
  return FALSE;
}

static void
add_content (Builder *builder, PurportUtterance *utterance, guint32 first_token, guint32 end_token)
{
  const PurportDraft *draft = builder->draft;

  while (first_token < end_token && is_mark (draft, first_token) && !purport_draft_is (draft, first_token, "$") &&
         !purport_draft_is (draft, first_token, "£") && !purport_draft_is (draft, first_token, "€") &&
         !purport_draft_is (draft, first_token, "("))
    first_token++;
  while (end_token > first_token && is_mark (draft, end_token - 1) && !purport_draft_is (draft, end_token - 1, "%") &&
         !purport_draft_is (draft, end_token - 1, ")"))
    end_token--;
  if (end_token <= first_token || utterance->n_contents == PURPORT_UTTERANCE_MAX_CONTENTS)
    return;
  utterance->contents[utterance->n_contents++] = (PurportTokens){ first_token, end_token };
}

/* A quote that is nobody's yet becomes the utterance's, with its marks; its index is that of the next utterance to be
 * added. */
static void
take_quote (Builder *builder, PurportUtterance *utterance, guint32 quote)
{
  const PurportQuote *q = get_quote (builder, quote);

  if (builder->said_in[quote] != PURPORT_NONE)
    return;
  builder->said_in[quote] = builder->utterances->len;
  if (utterance->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS && q->first_token < q->end_token)
    utterance->contents[utterance->n_contents++] =
        (PurportTokens){ q->first_token - (q->opened ? 1 : 0), q->end_token + (q->closed ? 1 : 0) };
}

/* The quote that ends at @token, marks and commas between them aside. */
static guint32
quote_ending_at (const Builder *builder, guint32 token)
{
  const PurportDraft *draft = builder->draft;

  for (guint n = 0; n < 3 && token > 0; n++, token--) {
    if (draft->quote_of[token - 1] != PURPORT_NONE)
      return draft->quote_of[token - 1];
    if (!is_mark (draft, token - 1))
      break;
  }
  return PURPORT_NONE;
}

/* The quote that begins at @token, marks between them aside. */
static guint32
quote_starting_at (const Builder *builder, guint32 token)
{
  const PurportDraft *draft = builder->draft;

  for (guint n = 0; n < 4 && token < purport_draft_n_tokens (draft); n++, token++) {
    guint32 quote = draft->quote_of[token];
    if (quote != PURPORT_NONE)
      return get_quote (builder, quote)->first_token == token ? quote : PURPORT_NONE;
    if (!is_mark (draft, token))
      break;
  }
  return PURPORT_NONE;
}

/* Whether a quote is speech and not a quoted word or two. */
static gboolean
is_speech (const Builder *builder, guint32 quote)
{
  const PurportQuote *q = get_quote (builder, quote);
  return q->end_token - q->first_token >= FRAGMENT_LIMIT ||
         (!q->single && has_verb (builder->draft, q->first_token, q->end_token) && q->first_token > 0 &&
          (purport_draft_token (builder->draft, q->first_token)->flags & PURPORT_TOKEN_CAPITALIZED));
}

/* Where the sentence of the cue ends, or the next quote that is whole speech begins. */
static guint32
sentence_end (const Builder *builder, guint32 token)
{
  return purport_draft_sentence_of (builder->draft, token)->end_token;
}

/* Behind "that", or behind whom it is told to and where ("told the BBC", "in a statement on Tuesday", ":"). */
static guint32
content_start (const Builder *builder, const PurportCue *cue, guint32 end)
{
  const PurportDraft *draft = builder->draft;
  guint32 token = cue->group.end_token, phrase;

  for (guint32 i = token; i < end && i < token + 14; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (draft->quote_of[i] != PURPORT_NONE)
      break;
    if (purport_draft_is (draft, i, "that") || purport_draft_is (draft, i, ":"))
      return i + 1;
    if (purport_tag_is_verb (tag) || tag == PURPORT_TAG_MD)
      break;
  }
  if (token < end && (phrase = draft->phrase_of[token]) != PURPORT_NONE &&
      (purport_draft_is (draft, token - 1, "told") || purport_draft_is (draft, token - 1, "tells") ||
       purport_draft_is (draft, token - 1, "warned") || purport_draft_is (draft, token - 1, "tell"))) {
    guint32 after = purport_draft_phrase (draft, phrase)->end_token;
    if (purport_draft_is (draft, token - 1, "warned") && after < end && !purport_draft_is (draft, after, ","))
      return token;
    token = MIN (after, end);
  }
  return token;
}

/* Where the words before a trailing cue begin: behind a semicolon, else with the sentence. */
static guint32
left_start (const Builder *builder, const PurportCue *cue)
{
  guint32 start = purport_draft_sentence_of (builder->draft, cue->group.first_token)->first_token;

  for (guint32 i = cue->group.first_token; i > start; i--)
    if (purport_draft_is (builder->draft, i - 1, ";"))
      return i;
  return start;
}

static void
add_indirect_left (Builder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  guint32 start = left_start (builder, cue);

  if (cue->group.first_token > start + 1)
    add_content (builder, utterance, start, cue->group.first_token);
}

/* The clause behind a trailing cue that goes on with what is said: ", she said, and the rest". */
static void
add_rest_behind (Builder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  const PurportDraft *draft = builder->draft;
  guint32 start = cue->group.end_token, end = sentence_end (builder, cue->cue.first_token);

  if (cue->order == PURPORT_CUE_INVERTED || start + 3 >= end || !purport_draft_is (draft, start, ","))
    return;
  if (has_verb (draft, start + 1, end) && draft->quote_of[start + 1] == PURPORT_NONE)
    add_content (builder, utterance, start + 1, end);
}

/* Indirect speech: behind the cue where a clause stands there, else before it. */
static void
add_indirect (Builder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  const PurportDraft *draft = builder->draft;
  guint32 end = sentence_end (builder, cue->cue.first_token);
  guint32 start = content_start (builder, cue, end);
  guint32 sentence_start = purport_draft_sentence_of (draft, cue->group.first_token)->first_token;
  gboolean comma_before = cue->group.first_token > sentence_start && is_mark (draft, cue->group.first_token - 1);
  gboolean behind = start < end && has_verb (draft, start, end) &&
                    (purport_draft_is (draft, start - 1, "that") || purport_draft_is (draft, start - 1, ":") ||
                     !purport_draft_is (draft, start, ","));

  if (cue->order == PURPORT_CUE_PHRASE) {
    if (cue->group.first_token <= sentence_start + 1 && cue->group.end_token < end) {
      add_content (builder, utterance, cue->group.end_token, end);
    } else {
      add_indirect_left (builder, utterance, cue);
      add_rest_behind (builder, utterance, cue);
    }
    return;
  }
  if (cue->order == PURPORT_CUE_INVERTED) {
    add_indirect_left (builder, utterance, cue);
    return;
  }
  if (behind || (!comma_before && end - MIN (start, end) >= 3))
    add_content (builder, utterance, start, end);
  else if (comma_before && cue->order == PURPORT_CUE_NORMAL) {
    add_indirect_left (builder, utterance, cue);
    add_rest_behind (builder, utterance, cue);
  }
}

/* Speech that the cue interrupts without marks: the quote is cut in two around the cue. */
static void
split_quote (Builder *builder, PurportUtterance *utterance, const PurportCue *cue)
{
  guint32 quote = builder->draft->quote_of[cue->cue.first_token];
  const PurportQuote *q = get_quote (builder, quote);

  builder->said_in[quote] = builder->utterances->len;
  add_content (builder, utterance, q->first_token, cue->group.first_token);
  add_content (builder, utterance, MIN (cue->group.end_token, q->end_token), q->end_token);
}

static gboolean
quote_touches_left (const Builder *builder, const PurportCue *cue, guint32 *quote)
{
  const PurportDraft *draft = builder->draft;

  *quote = quote_ending_at (builder, cue->group.first_token);
  if (*quote == PURPORT_NONE || !is_speech (builder, *quote))
    return FALSE;
  return draft->sentence_of[get_quote (builder, *quote)->end_token - 1] == draft->sentence_of[cue->cue.first_token];
}

static gboolean
quote_touches_right (const Builder *builder, const PurportCue *cue, guint32 *quote)
{
  const PurportDraft *draft = builder->draft;
  guint32 end = sentence_end (builder, cue->cue.first_token), start = content_start (builder, cue, end);

  *quote = quote_starting_at (builder, start);
  if (*quote == PURPORT_NONE)
    *quote = quote_starting_at (builder, cue->group.end_token);
  if (*quote == PURPORT_NONE && start < end) {
    /* "said in a statement: “…" and "said on Tuesday, “…" */
    for (guint32 i = start; i < end; i++)
      if (draft->quote_of[i] != PURPORT_NONE) {
        if (i >= 2 && (purport_draft_is (draft, i - 2, ":") || purport_draft_is (draft, i - 2, ",")))
          *quote = get_quote (builder, draft->quote_of[i])->first_token == i ? draft->quote_of[i] : PURPORT_NONE;
        break;
      }
    if (*quote != PURPORT_NONE && has_verb (draft, start, get_quote (builder, *quote)->first_token))
      *quote = PURPORT_NONE;
  }
  if (*quote == PURPORT_NONE)
    return FALSE;
  return is_speech (builder, *quote) && draft->quotes->len > 0 &&
         purport_draft_sentence_of (draft, get_quote (builder, *quote)->first_token)->block ==
             purport_draft_sentence_of (draft, cue->cue.first_token)->block;
}

/* Speech that goes on right behind: later quotes that begin a sentence of the same block, and paragraphs left open. */
static void
take_following_quotes (Builder *builder, PurportUtterance *utterance, guint32 token)
{
  const PurportDraft *draft = builder->draft;
  guint32 sentence = draft->sentence_of[token] + 1;

  while (sentence < draft->words->sentences->len && utterance->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS) {
    const PurportTextSentence *next = purport_draft_sentence (draft, sentence);
    guint32 quote = quote_starting_at (builder, next->first_token);
    const PurportQuote *q = quote == PURPORT_NONE ? NULL : get_quote (builder, quote);
    if (q == NULL || builder->said_in[quote] != PURPORT_NONE)
      break;
    if (next->block != purport_draft_sentence_of (draft, token)->block && !q->continues)
      break;
    /* a cue of its own in the sentence where the quote ends */
    for (guint32 i = q->end_token; i < purport_draft_sentence_of (draft, q->end_token - 1)->end_token; i++)
      if (purport_draft_has (draft, i, PURPORT_TERM_REPORT))
        return;
    take_quote (builder, utterance, quote);
    token = q->end_token - 1;
    sentence = draft->sentence_of[token] + 1;
  }
}

/* Whether some of the content lies in quotes and some does not. */
static PurportMode
mode_of (const Builder *builder, const PurportUtterance *utterance)
{
  guint32 inside = 0, outside = 0;

  for (guint i = 0; i < utterance->n_contents; i++)
    for (guint32 j = utterance->contents[i].first_token; j < utterance->contents[i].end_token; j++) {
      if (builder->draft->quote_of[j] != PURPORT_NONE)
        inside++;
      else if (!is_mark (builder->draft, j))
        outside++;
    }
  return outside == 0 ? PURPORT_MODE_DIRECT : inside == 0 ? PURPORT_MODE_INDIRECT : PURPORT_MODE_MIXED;
}

static void
add_utterance (Builder *builder, PurportUtterance *utterance)
{
  if (utterance->n_contents == 0)
    return;
  utterance->mode = mode_of (builder, utterance);
  g_array_append_val (builder->utterances, *utterance);
}

static void
mark_quotes_inside (Builder *builder, const PurportUtterance *utterance)
{
  for (guint i = 0; i < utterance->n_contents; i++)
    for (guint32 j = utterance->contents[i].first_token; j < utterance->contents[i].end_token; j++) {
      guint32 quote = builder->draft->quote_of[j];
      if (quote != PURPORT_NONE && builder->said_in[quote] == PURPORT_NONE)
        builder->said_in[quote] = builder->utterances->len;
    }
}

static void
read_cue (Builder *builder, const PurportCue *cue)
{
  PurportUtterance utterance = { .phrase = cue->phrase,
                                 .same_as = PURPORT_NONE,
                                 .source = cue->source,
                                 .cue = cue->cue,
                                 .act = cue->act,
                                 .certain = TRUE };
  guint32 left = PURPORT_NONE, right = PURPORT_NONE;
  gboolean direct_left, direct_right;

  if (cue->order == PURPORT_CUE_DEPENDENT) {
    if (builder->utterances->len == 0)
      return;
    utterance.same_as = builder->utterances->len - 1;
  }
  if (cue->in_quote) {
    split_quote (builder, &utterance, cue);
    add_utterance (builder, &utterance);
    return;
  }
  direct_left = quote_touches_left (builder, cue, &left) && builder->said_in[left] == PURPORT_NONE;
  direct_right = quote_touches_right (builder, cue, &right) && builder->said_in[right] == PURPORT_NONE;
  if (direct_left)
    take_quote (builder, &utterance, left);
  if (direct_right)
    take_quote (builder, &utterance, right);
  if (!direct_left && !direct_right) {
    add_indirect (builder, &utterance, cue);
    mark_quotes_inside (builder, &utterance);
  } else {
    const PurportTokens *last = &utterance.contents[MAX (utterance.n_contents, 1) - 1];
    if (utterance.n_contents > 0)
      take_following_quotes (builder, &utterance, MAX (last->end_token, cue->group.end_token) - 1);
  }
  add_utterance (builder, &utterance);
}

/* The last token of an utterance, its cue included. */
static guint32
last_token_of (const PurportUtterance *utterance)
{
  guint32 end = utterance->cue.end_token;

  for (guint i = 0; i < utterance->n_contents; i++)
    end = MAX (end, utterance->contents[i].end_token);
  return end - 1;
}

/* Gives a quote without a cue to the speaker before it. Returns: whether it did. */
static gboolean
read_loose_quote (Builder *builder, guint32 quote, guint32 before)
{
  const PurportDraft *draft = builder->draft;
  const PurportQuote *q = get_quote (builder, quote);
  PurportUtterance utterance = { .phrase = PURPORT_NONE, .same_as = before, .act = PURPORT_ACT_STATEMENT };
  guint32 last_token = last_token_of (&g_array_index (builder->utterances, PurportUtterance, before));
  guint32 block = purport_draft_sentence_of (draft, q->first_token)->block;
  guint32 last_block = purport_draft_sentence_of (draft, last_token)->block;

  if (block != last_block && block != last_block + 1)
    return FALSE;
  utterance.certain = block == last_block || q->continues;
  take_quote (builder, &utterance, quote);
  add_utterance (builder, &utterance);
  return utterance.n_contents > 0;
}

/* Whether what is said may go on in later quotes: somebody says it. */
static gboolean
may_go_on (const PurportUtterance *utterance)
{
  return utterance->act != PURPORT_ACT_ATTITUDE &&
         (utterance->phrase != PURPORT_NONE || utterance->same_as != PURPORT_NONE);
}

/* Quotes without a cue go on from the speaker before, surely so in the same paragraph. One pass over both. */
static void
read_loose_quotes (Builder *builder)
{
  guint n_with_cue = builder->utterances->len, next = 0;
  guint32 before = PURPORT_NONE, before_end = 0;

  for (guint32 i = 0; i < builder->draft->quotes->len; i++) {
    const PurportQuote *quote = get_quote (builder, i);
    for (; next < n_with_cue; next++) {
      guint32 last = last_token_of (&g_array_index (builder->utterances, PurportUtterance, next));
      if (last >= quote->first_token)
        break;
      if (last >= before_end && may_go_on (&g_array_index (builder->utterances, PurportUtterance, next))) {
        before = next;
        before_end = last;
      }
    }
    if (builder->said_in[i] != PURPORT_NONE || quote->single || before == PURPORT_NONE || !is_speech (builder, i))
      continue;
    if (read_loose_quote (builder, i, before)) {
      before = builder->utterances->len - 1;
      before_end = quote->end_token;
    }
  }
}

/* What the model adds: its spans, and the attributions that the rules miss. */
static void
join_model (Builder *builder, const guint8 *labels, GArray *loose)
{
  GArray *joined = purport_attribution_join (builder->draft, labels, builder->utterances, loose);

  g_array_unref (builder->utterances);
  builder->utterances = g_array_sized_new (FALSE, TRUE, sizeof (PurportUtterance), joined->len);
  for (guint32 i = 0; i < builder->draft->quotes->len; i++)
    builder->said_in[i] = PURPORT_NONE;
  for (guint i = 0; i < joined->len; i++) {
    PurportUtterance *utterance = &g_array_index (joined, PurportUtterance, i);
    mark_quotes_inside (builder, utterance);
    utterance->mode = mode_of (builder, utterance);
    g_array_append_val (builder->utterances, *utterance);
  }
  g_array_unref (joined);
}

/* Contents that the model gives to no cue, and nobody else has: they may go on from the speaker before in the block. */
static void
add_loose_contents (Builder *builder, const GArray *loose)
{
  const PurportDraft *draft = builder->draft;
  g_autofree guint32 *said_by = g_new (guint32, purport_draft_n_tokens (draft) + 1);
  guint32 n_tokens = purport_draft_n_tokens (draft);

  for (guint32 i = 0; i < n_tokens; i++)
    said_by[i] = PURPORT_NONE;
  for (guint i = 0; i < builder->utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (builder->utterances, PurportUtterance, i);
    for (guint j = 0; j < utterance->n_contents; j++)
      for (guint32 k = utterance->contents[j].first_token; k < utterance->contents[j].end_token; k++)
        said_by[k] = i;
  }
  for (guint i = 0; i < loose->len; i++) {
    PurportTokens content = g_array_index (loose, PurportTokens, i);
    PurportUtterance utterance = { .phrase = PURPORT_NONE, .same_as = PURPORT_NONE, .act = PURPORT_ACT_STATEMENT };
    gboolean free = TRUE;
    for (guint32 j = content.first_token; j < content.end_token && free; j++)
      free = said_by[j] == PURPORT_NONE;
    if (!free)
      continue;
    utterance.contents[utterance.n_contents++] = content;
    add_utterance (builder, &utterance);
  }
}

/**
 * purport_utterances_find:
 * @draft: a draft with phrases and quotes
 * @attributor: the model
 *
 * Returns: (transfer full) (element-type PurportUtterance): the utterances: those with a cue in order, then the quotes
 * without; @same_as always names one that stands earlier in the list
 */
GArray *
purport_utterances_find (PurportDraft *draft, const PurportAttributor *attributor)
{
  Builder builder = { .draft = draft, .cues = purport_cues_find (draft) };
  g_autofree guint8 *labels = g_new (guint8, purport_draft_n_tokens (draft) + 1);
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (PurportTokens));

  builder.utterances = g_array_new (FALSE, TRUE, sizeof (PurportUtterance));
  builder.said_in = g_new (guint32, draft->quotes->len + 1);
  for (guint32 i = 0; i < draft->quotes->len; i++)
    builder.said_in[i] = PURPORT_NONE;
  for (guint i = 0; i < builder.cues->len; i++)
    read_cue (&builder, &g_array_index (builder.cues, PurportCue, i));
  purport_attributor_label (attributor, draft, labels);
  join_model (&builder, labels, loose);
  read_loose_quotes (&builder);
  add_loose_contents (&builder, loose);
  g_array_unref (builder.cues);
  g_free (builder.said_in);
  return builder.utterances;
}
