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

#define IMPOSSIBLE (-1000000)

struct _PurportAttributor {
  PurportWeightTable *table;
  gint32 cue_levels[3];                                              /* scores from which a cue is one of that level */
  gint32 steps[PURPORT_N_STEPS][PURPORT_N_LABELS][PURPORT_N_LABELS]; /* [step][before][label] */
};

static void
load_step (PurportAttributor *attributor, PurportStep step, guint before)
{
  const gint8 *weights = purport_weight_table_find (attributor->table, purport_attribution_step_feature (step, before));
  const gint8 *outside =
      purport_weight_table_find (attributor->table, purport_attribution_step_outside_feature (step, before));
  gint32 *row = attributor->steps[step][before];

  for (guint label = 0; label < PURPORT_N_LABELS; label++) {
    row[label] = label == 0 ? (outside == NULL ? 0 : outside[0]) : (weights == NULL ? 0 : weights[label - 1]);
    if (!purport_label_may_follow (label, step == PURPORT_STEP_RUN ? PURPORT_LABEL_OUTSIDE : before))
      row[label] = IMPOSSIBLE;
  }
}

/**
 * purport_attributor_new:
 * @lookup: asked for "models/attribution.bin"
 *
 * Returns: (transfer full): the model, or %NULL with a #PurportBaseError
 */
PurportAttributor *
purport_attributor_new (PurportDataFunc lookup, gpointer user_data, GError **error)
{
  g_autoptr (GBytes) bytes = lookup ("models/" PURPORT_ATTRIBUTION_KIND ".bin", user_data);
  g_autoptr (PurportAttributor) attributor = g_new0 (PurportAttributor, 1);
  PurportWeightTableHeader header;

  if (bytes == NULL) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING,
                 "%s is missing: Purport is not completely installed", "models/" PURPORT_ATTRIBUTION_KIND ".bin");
    return NULL;
  }
  attributor->table = purport_weight_table_new (bytes, PURPORT_ATTRIBUTION_KIND, error);
  if (attributor->table == NULL)
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
  g_free (attributor);
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

static void
find_cues (const PurportAttributor *attributor, PurportAttributionContext *context, guint8 *levels)
{
  guint32 features[PURPORT_CUE_N_FEATURES];

  for (guint32 i = 0; i < context->n; i++) {
    guint n = purport_attribution_cue_features (context, i, features);
    gint32 score = 0;
    levels[i] = PURPORT_CUE_NO;
    for (guint j = 0; j < n; j++) {
      const gint8 *weights = purport_weight_table_find (attributor->table, features[j]);
      score += weights == NULL ? 0 : weights[0];
    }
    for (guint level = 0; level < G_N_ELEMENTS (attributor->cue_levels); level++)
      levels[i] = (guint8)(levels[i] + (score > attributor->cue_levels[level]));
  }
  purport_attribution_context_set_cues (context, levels);
}

/* The best way to each label of a token from those of the token before. */
static void
step_on (const gint32 steps[PURPORT_N_LABELS][PURPORT_N_LABELS], const gint32 *before, gint32 *here, guint8 *back)
{
  for (guint label = 0; label < PURPORT_N_LABELS; label++) {
    here[label] = before[0] + steps[0][label];
    back[label] = 0;
  }
  for (guint from = 1; from < PURPORT_N_LABELS; from++)
    for (guint label = 0; label < PURPORT_N_LABELS; label++) {
      gint32 score = before[from] + steps[from][label];
      if (score > here[label]) {
        here[label] = score;
        back[label] = (guint8)from;
      }
    }
}

static void
decode (const PurportAttributor *attributor,
        const PurportAttributionContext *context,
        guint8 (*back)[PURPORT_N_LABELS],
        guint8 *labels)
{
  guint32 features[PURPORT_ATTRIBUTION_N_FEATURES];
  gint32 before[PURPORT_N_LABELS], here[PURPORT_N_LABELS];
  guint best = 0;

  for (guint label = 0; label < PURPORT_N_LABELS; label++)
    before[label] = label == 0 ? 0 : 2 * IMPOSSIBLE;
  for (guint32 i = 0; i < context->n; i++) {
    guint n = purport_attribution_features (context, i, features);
    gint16 scores[PURPORT_WEIGHT_TABLE_N_WEIGHTS] = { 0 };
    for (guint j = 0; j < n; j++)
      purport_weight_table_add (attributor->table, features[j], scores);
    step_on (attributor->steps[purport_attribution_step (context, i)], before, here, back[i]);
    before[0] = here[0];
    for (guint label = 1; label < PURPORT_N_LABELS; label++)
      before[label] = here[label] + scores[label - 1];
  }
  for (guint label = 1; label < PURPORT_N_LABELS; label++)
    if (before[label] > before[best])
      best = label;
  for (guint32 i = context->n; i-- > 0;) {
    labels[i] = (guint8)best;
    best = back[i][best];
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
  guint8 (*back)[PURPORT_N_LABELS] = g_malloc (sizeof *back * 2 * RUN_LIMIT);
  PurportAttributionContext context;

  purport_attribution_context_init (&context, draft, 2 * RUN_LIMIT);
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
  g_free (back);
}
