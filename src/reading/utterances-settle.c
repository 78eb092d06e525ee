/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes utterances hold what every reader may rely on: their parts lie apart, and in one run of blocks. */
#include "reading/utterances-private.h"

/* Whether speech may go on from block to block through such ones. */
static gboolean
is_running_text (PurportBlockKind kind)
{
  return kind == PURPORT_BLOCK_PARAGRAPH || kind == PURPORT_BLOCK_QUOTATION || kind == PURPORT_BLOCK_LIST_ITEM ||
         kind == PURPORT_BLOCK_CAPTION || kind == PURPORT_BLOCK_TABLE;
}

static gboolean
is_part_of_article (PurportBlockKind kind)
{
  return kind != PURPORT_BLOCK_BOILERPLATE && kind != PURPORT_BLOCK_BYLINE && kind != PURPORT_BLOCK_DATE;
}

/* For each sentence the number of its run: sentences of one number may share an attribution; 0: none may. */
static guint32 *
number_runs (const PurportDraft *draft)
{
  guint32 n = draft->words->sentences->len, run = 0;
  guint32 *runs = g_new0 (guint32, n + 1);

  for (guint32 i = 0; i < n; i++) {
    PurportBlockKind kind = purport_draft_block_kind (draft, i);
    gboolean goes_on =
        i > 0 && (purport_draft_sentence (draft, i)->block == purport_draft_sentence (draft, i - 1)->block ||
                  (is_running_text (kind) && is_running_text (purport_draft_block_kind (draft, i - 1))));
    run += !goes_on;
    runs[i] = is_part_of_article (kind) ? run : 0;
  }
  return runs;
}

/* Takes from @tokens what lies in @other: the side that is left and longer stays. */
static PurportTokens
without (PurportTokens tokens, PurportTokens other)
{
  guint32 left, right;

  if (other.end_token <= other.first_token || other.end_token <= tokens.first_token ||
      tokens.end_token <= other.first_token)
    return tokens;
  left = other.first_token > tokens.first_token ? other.first_token - tokens.first_token : 0;
  right = tokens.end_token > other.end_token ? tokens.end_token - other.end_token : 0;
  if (left >= right)
    tokens.end_token = tokens.first_token + left;
  else
    tokens.first_token = tokens.end_token - right;
  return tokens;
}

static gboolean
lies_in_run (const PurportDraft *draft, const guint32 *runs, PurportTokens tokens, guint32 run)
{
  return runs[draft->sentence_of[tokens.first_token]] == run && runs[draft->sentence_of[tokens.end_token - 1]] == run;
}

static gboolean
is_empty (PurportTokens tokens)
{
  return tokens.end_token <= tokens.first_token;
}

/* Settles one utterance. Returns: whether it is worth keeping. */
static gboolean
settle (const PurportDraft *draft, const guint32 *runs, PurportUtterance *utterance)
{
  const PurportTokens *first = !is_empty (utterance->cue) ? &utterance->cue : &utterance->contents[0];
  guint32 run = runs[draft->sentence_of[first->first_token]];
  guint n = 0;

  if (run == 0)
    return FALSE;
  utterance->source = without (utterance->source, utterance->cue);
  for (guint i = 0; i < utterance->n_contents; i++) {
    PurportTokens content = without (without (utterance->contents[i], utterance->cue), utterance->source);
    for (guint j = 0; j < n; j++)
      content = without (content, utterance->contents[j]);
    if (!is_empty (content) && lies_in_run (draft, runs, content, run))
      utterance->contents[n++] = content;
  }
  utterance->n_contents = n;
  return n > 0 || !is_empty (utterance->cue);
}

/* Settles all utterances; what would break the rules is cut away. O(tokens). */
void
purport_utterances_settle (PurportUtteranceBuilder *builder)
{
  g_autofree guint32 *runs = number_runs (builder->draft);
  g_autofree guint32 *moved_to = g_new (guint32, builder->utterances->len + 1);
  guint n = 0;

  for (guint i = 0; i < builder->utterances->len; i++) {
    PurportUtterance utterance = g_array_index (builder->utterances, PurportUtterance, i);
    moved_to[i] = PURPORT_NONE;
    if (utterance.same_as != PURPORT_NONE)
      utterance.same_as = moved_to[utterance.same_as];
    if (!settle (builder->draft, runs, &utterance))
      continue;
    moved_to[i] = n;
    g_array_index (builder->utterances, PurportUtterance, n++) = utterance;
  }
  g_array_set_size (builder->utterances, n);
}
