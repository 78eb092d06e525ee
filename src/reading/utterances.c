/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From cues, quotes and labels to utterances: what the rules find and what the model finds is joined, then come words
 * without a cue of their own.
 */
#include "reading/utterances.h"

#include "reading/attribution-join.h"
#include "reading/utterances-private.h"

/* A quote of fewer tokens inside a sentence is a quoted word, not speech. */
#define FRAGMENT_LIMIT 6

gboolean
purport_utterances_is_mark (const PurportDraft *draft, guint32 token)
{
  return (purport_draft_token (draft, token)->flags & PURPORT_TOKEN_PUNCTUATION) != 0;
}

const PurportQuote *
purport_utterances_get_quote (const PurportUtteranceBuilder *builder, guint32 quote)
{
  return &g_array_index (builder->draft->quotes, PurportQuote, quote);
}

gboolean
purport_utterances_has_verb (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  for (guint32 i = first_token; i < end_token; i++)
    if (purport_tag_is_verb (purport_draft_tag (draft, i)) || purport_draft_tag (draft, i) == PURPORT_TAG_MD)
      return TRUE;
  return FALSE;
}

void
purport_utterances_add_content (PurportUtteranceBuilder *builder,
                                PurportUtterance *utterance,
                                guint32 first_token,
                                guint32 end_token)
{
  const PurportDraft *draft = builder->draft;

  while (first_token < end_token && purport_utterances_is_mark (draft, first_token) &&
         !purport_draft_is (draft, first_token, "$") && !purport_draft_is (draft, first_token, "£") &&
         !purport_draft_is (draft, first_token, "€") && !purport_draft_is (draft, first_token, "("))
    first_token++;
  while (end_token > first_token && purport_utterances_is_mark (draft, end_token - 1) &&
         !purport_draft_is (draft, end_token - 1, "%") && !purport_draft_is (draft, end_token - 1, ")"))
    end_token--;
  if (end_token <= first_token || utterance->n_contents == PURPORT_UTTERANCE_MAX_CONTENTS)
    return;
  utterance->contents[utterance->n_contents++] = (PurportTokens){ first_token, end_token };
}

/* A quote that is nobody's yet becomes the utterance's, with its marks; its index is that of the next utterance to be
 * added. */
void
purport_utterances_take_quote (PurportUtteranceBuilder *builder, PurportUtterance *utterance, guint32 quote)
{
  const PurportQuote *q = purport_utterances_get_quote (builder, quote);

  if (builder->said_in[quote] != PURPORT_NONE)
    return;
  builder->said_in[quote] = builder->utterances->len;
  if (utterance->n_contents < PURPORT_UTTERANCE_MAX_CONTENTS && q->first_token < q->end_token)
    utterance->contents[utterance->n_contents++] =
        (PurportTokens){ q->first_token - (q->opened ? 1 : 0), q->end_token + (q->closed ? 1 : 0) };
}

/* Whether a quote is speech and not a quoted word or two. */
gboolean
purport_utterances_is_speech (const PurportUtteranceBuilder *builder, guint32 quote)
{
  const PurportQuote *q = purport_utterances_get_quote (builder, quote);
  return q->end_token - q->first_token >= FRAGMENT_LIMIT ||
         (!q->single && purport_utterances_has_verb (builder->draft, q->first_token, q->end_token) &&
          q->first_token > 0 &&
          (purport_draft_token (builder->draft, q->first_token)->flags & PURPORT_TOKEN_CAPITALIZED));
}

/* Whether some of the content lies in quotes and some does not. */
static PurportMode
mode_of (const PurportUtteranceBuilder *builder, const PurportUtterance *utterance)
{
  guint32 inside = 0, outside = 0;

  for (guint i = 0; i < utterance->n_contents; i++)
    for (guint32 j = utterance->contents[i].first_token; j < utterance->contents[i].end_token; j++) {
      if (builder->draft->quote_of[j] != PURPORT_NONE)
        inside++;
      else if (!purport_utterances_is_mark (builder->draft, j))
        outside++;
    }
  return outside == 0 ? PURPORT_MODE_DIRECT : inside == 0 ? PURPORT_MODE_INDIRECT : PURPORT_MODE_MIXED;
}

void
purport_utterances_add (PurportUtteranceBuilder *builder, PurportUtterance *utterance)
{
  if (utterance->n_contents == 0)
    return;
  utterance->mode = mode_of (builder, utterance);
  g_array_append_val (builder->utterances, *utterance);
}

void
purport_utterances_mark_quotes (PurportUtteranceBuilder *builder, const PurportUtterance *utterance)
{
  for (guint i = 0; i < utterance->n_contents; i++)
    for (guint32 j = utterance->contents[i].first_token; j < utterance->contents[i].end_token; j++) {
      guint32 quote = builder->draft->quote_of[j];
      if (quote != PURPORT_NONE && builder->said_in[quote] == PURPORT_NONE)
        builder->said_in[quote] = builder->utterances->len;
    }
}
/* What the model adds: its spans, and the attributions that the rules miss. */
static void
join_model (PurportUtteranceBuilder *builder, const guint8 *labels, GArray *loose)
{
  GArray *joined = purport_attribution_join (builder->draft, labels, builder->utterances, loose);

  g_array_unref (builder->utterances);
  builder->utterances = g_array_sized_new (FALSE, TRUE, sizeof (PurportUtterance), joined->len);
  for (guint32 i = 0; i < builder->draft->quotes->len; i++)
    builder->said_in[i] = PURPORT_NONE;
  for (guint i = 0; i < joined->len; i++) {
    PurportUtterance *utterance = &g_array_index (joined, PurportUtterance, i);
    purport_utterances_mark_quotes (builder, utterance);
    utterance->mode = mode_of (builder, utterance);
    g_array_append_val (builder->utterances, *utterance);
  }
  g_array_unref (joined);
}
/**
 * purport_utterances_find:
 * @draft: a draft with phrases and quotes
 * @attributor: the model
 *
 * O(tokens).
 *
 * Returns: (transfer full) (element-type PurportUtterance): the utterances: those with a cue in order, then the others;
 * @same_as always names one that stands earlier in the list
 */
GArray *
purport_utterances_find (PurportDraft *draft, const PurportAttributor *attributor)
{
  PurportUtteranceBuilder builder = { .draft = draft };
  g_autofree guint8 *labels = g_new (guint8, purport_draft_n_tokens (draft) + 1);
  g_autofree guint32 *said_in = g_new (guint32, draft->quotes->len + 1);
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (PurportTokens));

  builder.utterances = g_array_new (FALSE, TRUE, sizeof (PurportUtterance));
  builder.said_in = said_in;
  for (guint32 i = 0; i < draft->quotes->len; i++)
    said_in[i] = PURPORT_NONE;
  purport_utterances_read_cues (&builder);
  purport_utterances_read_turns (&builder);
  purport_attributor_label (attributor, draft, labels);
  join_model (&builder, labels, loose);
  purport_utterances_read_loose (&builder, loose);
  purport_utterances_settle (&builder);
  return builder.utterances;
}
