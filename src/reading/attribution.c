/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Labels tokens with a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) in two stages: a
 * classifier tells which words may be cues, and the chain, which sees them from afar, finds the spans of each
 * attribution. Decoding is Viterbi's, run by run.
 */
#include "reading/attribution.h"

#include <string.h>

/* A run is cut at the first end of a sentence behind so many tokens, and anywhere behind twice as many. */
#define RUN_LIMIT 1500

/* Scores are kept in 16 bits: every few tokens the best becomes 0, and none is below the floor; no sum of these goes
 * beyond 16 bits. */
#define FLOOR (-10000)
#define IMPOSSIBLE (-16000)
#define EMISSION_LIMIT 1500
#define SETTLE_STEP 4

/* A score for each label, and one to spare. */
#define N_LANES 16
typedef gint16 Lanes __attribute__ ((vector_size (2 * N_LANES)));

struct _PurportAttributor {
  PurportWeightTable *table;
  PurportWordTable *words;
  gint32 cue_levels[3];                           /* scores from which a cue is one of that level */
  Lanes steps[PURPORT_N_STEPS][PURPORT_N_LABELS]; /* [step][before] */
};

static void
load_step (PurportAttributor *attributor, PurportStep step, guint before)
{
  const gint8 *weights = purport_weight_table_find (attributor->table, purport_attribution_step_feature (step, before));
  const gint8 *outside =
      purport_weight_table_find (attributor->table, purport_attribution_step_outside_feature (step, before));
  Lanes row = { 0 };

  for (guint label = 0; label < PURPORT_N_LABELS; label++) {
    row[label] = label == 0 ? (outside == NULL ? 0 : outside[0]) : (weights == NULL ? 0 : weights[label - 1]);
    if (!purport_label_may_follow (label, step == PURPORT_STEP_RUN ? PURPORT_LABEL_OUTSIDE : before))
      row[label] = IMPOSSIBLE;
  }
  row[PURPORT_N_LABELS] = IMPOSSIBLE;
  attributor->steps[step][before] = row;
}

/**
 * purport_attributor_new:
 * @lookup: asked for "models/attribution.bin" and "models/words.bin"
 *
 * Returns: (transfer full): the model, or %NULL with a #PurportBaseError
 */
PurportAttributor *
purport_attributor_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (GBytes) bytes = purport_linear_model_lookup (lookup, user_data, PURPORT_ATTRIBUTION_KIND, error);
  g_autoptr (GBytes) words = NULL;
  g_autoptr (PurportAttributor) attributor = g_aligned_alloc0 (1, sizeof *attributor, sizeof (Lanes));
  PurportWeightTableHeader header;

  if (bytes == NULL)
    return NULL;
  attributor->table = purport_weight_table_new (bytes, PURPORT_ATTRIBUTION_KIND, error);
  if (attributor->table == NULL)
    return NULL;
  words = purport_linear_model_lookup (lookup, user_data, PURPORT_WORD_TABLE_KIND, error);
  attributor->words = words == NULL ? NULL : purport_word_table_new (words, error);
  if (attributor->words == NULL)
    return NULL;
  memcpy (&header, g_bytes_get_data (bytes, NULL), sizeof header);
  attributor->cue_levels[0] = (gint32)(PURPORT_CUE_PERHAPS_SCORE * header.scale / 1000);
  attributor->cue_levels[1] = (gint32)(PURPORT_CUE_LIKELY_SCORE * header.scale / 1000);
  attributor->cue_levels[2] = (gint32)(PURPORT_CUE_SURELY_SCORE * header.scale / 1000);
  for (guint step = 0; step < PURPORT_N_STEPS; step++)
    for (guint before = 0; before < PURPORT_N_LABELS; before++)
      load_step (attributor, (PurportStep)step, before);
  return g_steal_pointer (&attributor);
}

void
purport_attributor_free (PurportAttributor *attributor)
{
  if (attributor == NULL)
    return;
  g_clear_pointer (&attributor->table, purport_weight_table_free);
  g_clear_pointer (&attributor->words, purport_word_table_free);
  g_aligned_free (attributor);
}

/* Returns: what stands at the @i-th token of the run. */
PurportStep
purport_attribution_step (const PurportAttributionContext *context, guint32 i)
{
  const PurportAttributionView *view = &context->views[i];

  if (i == 0)
    return PURPORT_STEP_RUN;
  if (purport_attribution_view_begins_sentence (view))
    return PURPORT_STEP_SENTENCE;
  if (purport_attribution_view_opens_quote (view))
    return PURPORT_STEP_OPENING_MARK;
  if (purport_attribution_view_closes_quote (view))
    return PURPORT_STEP_CLOSING_MARK;
  return purport_draft_token (context->draft, context->first_token + i)->flags & PURPORT_TOKEN_PUNCTUATION
             ? PURPORT_STEP_PUNCTUATION
             : PURPORT_STEP_WORD;
}

/* Returns: where the run of tokens ends that begins at @first_token: with its block, or sooner where that is long. */
guint32
purport_attribution_run_end (const PurportDraft *draft, guint32 first_token)
{
  guint32 block = purport_draft_sentence_of (draft, first_token)->block, end = first_token;

  while (end < purport_draft_n_tokens (draft)) {
    const PurportTextSentence *sentence = purport_draft_sentence_of (draft, end);
    if (sentence->block != block || (end > first_token && sentence->end_token - first_token > RUN_LIMIT))
      break;
    end = sentence->end_token;
  }
  return MIN (end, first_token + 2 * RUN_LIMIT);
}

static guint
prepare_cue (const PurportAttributor *attributor,
             const PurportAttributionContext *context,
             guint32 i,
             guint32 *features)
{
  guint n = i < context->n ? purport_attribution_cue_features (context, i, features) : 0;

  for (guint j = 0; j < n; j++)
    purport_weight_table_prefetch (attributor->table, features[j]);
  return n;
}

static void
find_cues (const PurportAttributor *attributor, PurportAttributionContext *context, guint8 *levels)
{
  guint32 features[2][PURPORT_CUE_N_FEATURES];
  guint n[2];

  n[0] = prepare_cue (attributor, context, 0, features[0]);
  for (guint32 i = 0; i < context->n; i++) {
    guint here = i & 1;
    gint32 score = 0;
    n[!here] = prepare_cue (attributor, context, i + 1, features[!here]);
    levels[i] = PURPORT_CUE_NO;
    for (guint j = 0; j < n[here]; j++) {
      const gint8 *weights = purport_weight_table_find (attributor->table, features[here][j]);
      score += weights == NULL ? 0 : weights[0];
    }
    for (guint level = 0; level < G_N_ELEMENTS (attributor->cue_levels); level++)
      levels[i] = (guint8)(levels[i] + (score > attributor->cue_levels[level]));
  }
  purport_attribution_context_set_cues (context, levels);
}

/* The best way to each label of a token from those of the token before. */
static inline void
step_on (const Lanes *steps, const Lanes *before, Lanes *here, Lanes *back)
{
  Lanes best = steps[0] + (*before)[0], from_best = { 0 };

  for (gint16 from = 1; from < PURPORT_N_LABELS; from++) {
    Lanes score = steps[from] + (*before)[from], better = score > best;
    best = (score & better) | (best & ~better);
    from_best = (from & better) | (from_best & ~better);
  }
  *here = best;
  *back = from_best;
}

/* Adds the emissions of all labels; that of "outside" is 0. */
static inline void
add_emissions (Lanes *scores, const PurportWeightSums *sums)
{
  gint16 plain[N_LANES] = { 0 };
  Lanes emissions, low, high;

  memcpy (plain + PURPORT_N_LABELS - 8, &sums->last, sizeof sums->last);
  memcpy (plain + 1, &sums->first, sizeof sums->first);
  memcpy (&emissions, plain, sizeof emissions);
  low = emissions < -EMISSION_LIMIT;
  emissions = (emissions & ~low) | (-EMISSION_LIMIT & low);
  high = emissions > EMISSION_LIMIT;
  *scores += (emissions & ~high) | (EMISSION_LIMIT & high);
}

/* Brings the best score to 0: only differences count. */
static void
settle_scores (Lanes *scores)
{
  gint16 best = (*scores)[0];

  for (guint label = 1; label < PURPORT_N_LABELS; label++)
    best = MAX (best, (*scores)[label]);
  *scores -= best;
}

static guint
prepare_token (const PurportAttributor *attributor,
               const PurportAttributionContext *context,
               guint32 i,
               guint32 *features)
{
  guint n = i < context->n ? purport_attribution_features (context, i, FALSE, features) : 0;

  for (guint j = 0; j < n; j++)
    purport_weight_table_prefetch (attributor->table, features[j]);
  return n;
}

static void
decode (const PurportAttributor *attributor, const PurportAttributionContext *context, Lanes *back, guint8 *labels)
{
  guint32 features[2][PURPORT_ATTRIBUTION_N_FEATURES];
  guint n[2], best = 0;
  Lanes scores, low;

  for (guint label = 0; label < N_LANES; label++)
    scores[label] = label == PURPORT_LABEL_OUTSIDE ? 0 : FLOOR;
  n[0] = prepare_token (attributor, context, 0, features[0]);
  for (guint32 i = 0; i < context->n; i++) {
    PurportWeightSums sums = { { 0 }, { 0 } };
    guint here = i & 1;
    n[!here] = prepare_token (attributor, context, i + 1, features[!here]);
    for (guint j = 0; j < n[here]; j++)
      purport_weight_table_add (attributor->table, features[here][j], &sums);
    step_on (attributor->steps[purport_attribution_step (context, i)], &scores, &scores, &back[i]);
    add_emissions (&scores, &sums);
    if (i % SETTLE_STEP == 0)
      settle_scores (&scores);
    low = scores < FLOOR;
    scores = (scores & ~low) | (FLOOR & low);
  }
  for (guint label = 1; label < PURPORT_N_LABELS; label++)
    if (scores[label] > scores[best])
      best = label;
  for (guint32 i = context->n; i-- > 0;) {
    labels[i] = (guint8)best;
    best = (guint)back[i][best];
  }
}

static gboolean
may_attribute (PurportBlockKind kind)
{
  return kind != PURPORT_BLOCK_BOILERPLATE && kind != PURPORT_BLOCK_BYLINE && kind != PURPORT_BLOCK_DATE;
}

/**
 * purport_attributor_label:
 * @draft: a draft with phrases and quotes
 * @labels: for each token its #PurportLabel
 *
 * O(tokens).
 */
void
purport_attributor_label (const PurportAttributor *attributor, const PurportDraft *draft, guint8 *labels)
{
  guint32 n_tokens = purport_draft_n_tokens (draft);
  Lanes *back = g_aligned_alloc (2 * RUN_LIMIT, sizeof *back, sizeof *back);
  PurportAttributionContext context;

  purport_attribution_context_init (&context, draft, attributor->words, 2 * RUN_LIMIT);
  memset (labels, PURPORT_LABEL_OUTSIDE, n_tokens);
  for (guint32 i = 0; i < n_tokens;) {
    guint32 end = purport_attribution_run_end (draft, i);
    if (may_attribute (purport_draft_block_kind (draft, draft->sentence_of[i]))) {
      purport_attribution_context_enter (&context, i, end);
      find_cues (attributor, &context, labels + i);
      decode (attributor, &context, back, labels + i);
    }
    i = end;
  }
  purport_attribution_context_clear (&context);
  g_aligned_free (back);
}
