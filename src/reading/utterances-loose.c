/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words that nobody is said to say in their sentence: quotes that go on from the speaker before, results that go on
 * with a report, contents that the model found by themselves.
 */
#include "reading/utterances-private.h"

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
read_loose_quote (PurportUtteranceBuilder *builder, guint32 quote, guint32 before)
{
  const PurportDraft *draft = builder->draft;
  const PurportQuote *q = purport_utterances_get_quote (builder, quote);
  PurportUtterance utterance = { .phrase = PURPORT_NONE, .same_as = before, .act = PURPORT_ACT_STATEMENT };
  guint32 last_token = last_token_of (&g_array_index (builder->utterances, PurportUtterance, before));
  guint32 block = purport_draft_sentence_of (draft, q->first_token)->block;
  guint32 last_block = purport_draft_sentence_of (draft, last_token)->block;

  if (block != last_block && block != last_block + 1)
    return FALSE;
  utterance.certain = block == last_block || q->continues;
  purport_utterances_take_quote (builder, &utterance, quote);
  purport_utterances_add (builder, &utterance);
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
read_loose_quotes (PurportUtteranceBuilder *builder)
{
  guint n_with_cue = builder->utterances->len, next = 0;
  guint32 before = PURPORT_NONE, before_end = 0;

  for (guint32 i = 0; i < builder->draft->quotes->len; i++) {
    const PurportQuote *quote = purport_utterances_get_quote (builder, i);
    for (; next < n_with_cue; next++) {
      guint32 last = last_token_of (&g_array_index (builder->utterances, PurportUtterance, next));
      if (last >= quote->first_token)
        break;
      if (last >= before_end && may_go_on (&g_array_index (builder->utterances, PurportUtterance, next))) {
        before = next;
        before_end = last;
      }
    }
    if (builder->said_in[i] != PURPORT_NONE || (quote->single && !quote->continues) || before == PURPORT_NONE ||
        !purport_utterances_is_speech (builder, i))
      continue;
    if (read_loose_quote (builder, i, before)) {
      before = builder->utterances->len - 1;
      before_end = quote->end_token;
    }
  }
}

/* Whether the sentence gives a figure or compares: "Only 16 per cent did", "The rate was even higher". */
static gboolean
gives_result (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++) {
    PurportTag tag = purport_draft_tag (draft, i);
    if (tag == PURPORT_TAG_CD || tag == PURPORT_TAG_JJR || tag == PURPORT_TAG_RBR ||
        purport_draft_is (draft, i, "twice") || purport_draft_is (draft, i, "%"))
      return TRUE;
  }
  return FALSE;
}

/* "Earlier studies have …": the sentence is about what others found. */
static gboolean
has_other_document (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  static const char *const others[] = { "earlier", "previous", "other",  "another", "separate",  "past",
                                        "prior",   "older",    "recent", "several", "different", NULL };
  guint32 index = draft->phrase_of[sentence->first_token];

  return index != PURPORT_NONE && purport_draft_phrase (draft, index)->type == PURPORT_PHRASE_DOCUMENT &&
         purport_draft_is_any (draft, sentence->first_token, others);
}

static gboolean
reports_finding (const PurportDraft *draft, const PurportUtterance *utterance)
{
  return may_go_on (utterance) && (utterance->act == PURPORT_ACT_FINDING ||
                                   (utterance->phrase != PURPORT_NONE &&
                                    purport_draft_phrase (draft, utterance->phrase)->type == PURPORT_PHRASE_DOCUMENT));
}

/*
 * A result that follows a reported finding in the same paragraph goes on with the report, if nobody else is said to say
 * it; whether it does is for the reader to judge.
 */
static void
read_continuations (PurportUtteranceBuilder *builder)
{
  const PurportDraft *draft = builder->draft;
  guint32 n_sentences = draft->words->sentences->len;
  g_autofree guint32 *reported = g_new (guint32, n_sentences + 1); /* the finding that a sentence ends with */
  g_autofree guint8 *has = g_new0 (guint8, n_sentences + 1);       /* whether somebody says something there */

  for (guint32 i = 0; i < n_sentences; i++)
    reported[i] = PURPORT_NONE;
  for (guint i = 0; i < builder->utterances->len; i++) {
    const PurportUtterance *utterance = &g_array_index (builder->utterances, PurportUtterance, i);
    if (utterance->act == PURPORT_ACT_ATTITUDE)
      continue;
    if (utterance->cue.end_token > utterance->cue.first_token)
      has[draft->sentence_of[utterance->cue.first_token]] = TRUE;
    for (guint j = 0; j < utterance->n_contents; j++)
      for (guint32 k = draft->sentence_of[utterance->contents[j].first_token];
           k <= draft->sentence_of[utterance->contents[j].end_token - 1]; k++) {
        has[k] = TRUE;
        reported[k] = reports_finding (draft, utterance) ? i : PURPORT_NONE;
      }
  }
  for (guint32 i = 1; i < n_sentences; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (draft, i);
    PurportUtterance utterance = { .phrase = PURPORT_NONE, .same_as = reported[i - 1], .act = PURPORT_ACT_FINDING };
    if (has[i] || reported[i - 1] == PURPORT_NONE || purport_draft_sentence (draft, i - 1)->block != sentence->block ||
        draft->quote_of[sentence->first_token] != PURPORT_NONE || !gives_result (draft, sentence) ||
        has_other_document (draft, sentence))
      continue;
    purport_utterances_add_content (builder, &utterance, sentence->first_token, sentence->end_token);
    purport_utterances_add (builder, &utterance);
  }
}

/* Whether as much of a content as makes it direct speech lies in quotes: without marks and without a cue nothing shows
 * that somebody speaks. */
static gboolean
lies_in_quote (const PurportDraft *draft, PurportTokens content)
{
  guint32 n = 0;

  for (guint32 i = content.first_token; i < content.end_token; i++)
    n += draft->quote_of[i] != PURPORT_NONE;
  return n * 2 >= content.end_token - content.first_token;
}

/* Contents that the model gives to no cue, and nobody else has: they may go on from the speaker before in the block. */
static void
add_loose_contents (PurportUtteranceBuilder *builder, const GArray *loose)
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
    gboolean free = lies_in_quote (draft, content);
    for (guint32 j = content.first_token; j < content.end_token && free; j++)
      free = said_by[j] == PURPORT_NONE;
    if (!free)
      continue;
    utterance.contents[utterance.n_contents++] = content;
    purport_utterances_add (builder, &utterance);
  }
}
/* Adds the utterances without a cue. @loose: (element-type PurportTokens): contents that the model gives to no cue */
void
purport_utterances_read_loose (PurportUtteranceBuilder *builder, const GArray *loose)
{
  read_loose_quotes (builder);
  add_loose_contents (builder, loose);
  read_continuations (builder);
}
