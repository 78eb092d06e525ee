/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the ranking: which sentence of an article states its main claim (a choice among all; conditional logit). */
#include "learn/verbs.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/engine-data.h"
#include "learn/annotated.h"
#include "learn/training.h"
#include "learn/weights.h"
#include "reading/ranking-features.h"

#define N_EPOCHS 12
#define N_FOLDS 6
#define RATE 0.1
#define PRIOR 0.3
#define MIN_WEIGHT 0.03
/* A feature counts that stood in four articles or so. */
#define MIN_STEPS (3 * N_EPOCHS + 1)

/* Sentences of fewer words are not ranked. */
#define WORDS_MIN 8

/* An article as a choice among sentences. */
typedef struct {
  GArray *lists; /* List */
  GArray *right; /* gboolean */
  guint group;   /* articles on the same study have the same one */
} Choice;

typedef struct {
  guint32 *features;
  guint n;
} List;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  for (guint i = 0; i < choice->lists->len; i++)
    g_free (g_array_index (choice->lists, List, i).features);
  g_array_unref (choice->lists);
  g_array_unref (choice->right);
  g_free (choice);
}

static guint
count_words (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  guint n = 0;

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    n += i == sentence->first_token || purport_draft_token (draft, i)->flags & PURPORT_TOKEN_SPACE_BEFORE ? 1 : 0;
  return n;
}

/* Adds the article with the sentences that overlap @main as the right ones, if there are any. */
static void
add_choice (GPtrArray *choices, const PurportAnnotated *article, PurportSpan main, guint group)
{
  g_autoptr (PurportClaimContext) claims = purport_claim_context_new (article->draft);
  g_autoptr (PurportRankingContext) context = purport_ranking_context_new (claims);
  Choice *choice = g_new0 (Choice, 1);
  gboolean any = FALSE;

  choice->group = group;
  choice->lists = g_array_new (FALSE, FALSE, sizeof (List));
  choice->right = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint32 i = 0; i < article->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (article->draft, i);
    guint32 features[PURPORT_RANKING_MAX_FEATURES];
    guint32 shorter = MIN (purport_span_length (main), purport_span_length (sentence->span));
    gboolean right = 2 * purport_span_overlap (main, sentence->span) > shorter;
    List list;
    if (!purport_ranking_may_rank (context, i) || count_words (article->draft, sentence) < WORDS_MIN)
      continue;
    list.n = purport_ranking_features (context, i, features);
    list.features = g_memdup2 (features, list.n * sizeof *features);
    g_array_append_val (choice->lists, list);
    g_array_append_val (choice->right, right);
    any = any || right;
  }
  if (any)
    g_ptr_array_add (choices, choice);
  else
    choice_free (choice);
}

/* The sentence that a row names by its number, the sentences being given as strings. */
static PurportSpan
find_main (const PurportArticle *article, JsonObject *row)
{
  JsonArray *sentences = json_object_get_array_member (row, "sentences");
  gint64 main = json_object_get_int_member (row, "main_claim_index");
  const char *from = article->text;

  for (gint64 i = 0; i <= main; i++) {
    JsonObject *one = json_array_get_object_element (sentences, (guint)i);
    const char *words = json_object_get_string_member (one, "s"), *found = strstr (from, words);
    gsize start;
    if (found == NULL)
      continue;
    start = (gsize)(found - article->text);
    if (i == main)
      return purport_span (start, start + strlen (words));
    from = found + strlen (words);
  }
  return PURPORT_SPAN_NONE;
}

static gboolean
read_rows (GPtrArray *choices, const PurportEngine *engine, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    JsonObject *row;
    PurportAnnotated *article;
    if (lines[i][0] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error))
      return FALSE;
    row = json_node_get_object (json_parser_get_root (parser));
    if (json_object_get_null_member (row, "main_claim_index"))
      continue;
    article = purport_annotated_new (engine, json_object_get_string_member (row, "text"), error);
    if (article == NULL)
      return FALSE;
    add_choice (choices, article, find_main (article->article, row),
                g_str_hash (json_object_get_string_member (row, "doc")));
    purport_annotated_free (article);
  }
  return TRUE;
}

static gboolean
read_folder (GPtrArray *choices, const PurportEngine *engine, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) articles = purport_annotated_read_folder (engine, folder, FALSE, error);

  if (articles == NULL)
    return FALSE;
  for (guint i = 0; i < articles->len; i++) {
    const PurportAnnotated *article = g_ptr_array_index (articles, i);
    if (article->main_claim != PURPORT_NONE)
      add_choice (choices, article, g_array_index (article->claims, PurportAnnotatedClaim, article->main_claim).span, i);
  }
  return TRUE;
}

static double
log_add (double a, double b)
{
  return MAX (a, b) + log1p (exp (-fabs (a - b)));
}

/* Returns: the loss. */
static double
learn_choice (PurportWeights *weights, const Choice *choice)
{
  guint n = choice->lists->len;
  g_autofree double *scores = g_new (double, n);
  double all = -1e30, right = -1e30;

  for (guint i = 0; i < n; i++) {
    const List *list = &g_array_index (choice->lists, List, i);
    scores[i] = purport_weights_score (weights, list->features, list->n);
    all = log_add (all, scores[i]);
    if (g_array_index (choice->right, gboolean, i))
      right = log_add (right, scores[i]);
  }
  for (guint i = 0; i < n; i++) {
    const List *list = &g_array_index (choice->lists, List, i);
    double wanted = g_array_index (choice->right, gboolean, i) ? exp (scores[i] - right) : 0;
    purport_weights_add_gradient (weights, list->features, list->n, wanted - exp (scores[i] - all));
  }
  purport_weights_step (weights);
  return all - right;
}

static guint
get_fold (const GPtrArray *choices, guint i)
{
  return ((const Choice *)g_ptr_array_index (choices, i))->group % N_FOLDS;
}

static PurportWeights *
train (const GPtrArray *choices, guint fold)
{
  PurportWeights *weights = purport_weights_new (RATE, PRIOR);
  g_autoptr (GRand) random = g_rand_new_with_seed (20240101u);
  g_autofree guint *order = g_new (guint, choices->len);

  for (guint i = 0; i < choices->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++) {
    double loss = 0;
    for (guint i = choices->len; i > 1; i--) {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i), swapped = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swapped;
    }
    for (guint i = 0; i < choices->len; i++)
      if (get_fold (choices, order[i]) != fold)
        loss += learn_choice (weights, g_ptr_array_index (choices, order[i]));
    if (fold == N_FOLDS && epoch + 1 == N_EPOCHS)
      g_printerr ("last epoch: loss %.1f\n", loss);
  }
  return weights;
}

/* The place of the best right sentence, from 1. */
static guint
find_rank (const PurportLinearModel *model, const Choice *choice)
{
  gint32 best_right = G_MININT32;
  guint rank = 1;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < choice->lists->len; i++) {
      const List *list = &g_array_index (choice->lists, List, i);
      gint32 score = 0;
      for (guint j = 0; j < list->n; j++)
        purport_linear_model_add (model, list->features[j], &score);
      if (pass == 0 && g_array_index (choice->right, gboolean, i))
        best_right = MAX (best_right, score);
      if (pass == 1 && !g_array_index (choice->right, gboolean, i) && score > best_right)
        rank++;
    }
  return rank;
}

static GBytes *
to_bytes (const PurportWeights *weights)
{
  return purport_weights_to_bytes (weights, PURPORT_RANKING_KIND, PURPORT_RANKING_SCALE, MIN_STEPS, MIN_WEIGHT);
}

static gboolean
cross_validate (const GPtrArray *choices, guint n_rows, GError **error)
{
  guint n[2] = { 0, 0 }, first[2] = { 0, 0 }, third[2] = { 0, 0 };

  for (guint fold = 0; fold < N_FOLDS; fold++) {
    g_autoptr (PurportWeights) weights = train (choices, fold);
    g_autoptr (GBytes) bytes = to_bytes (weights);
    g_autoptr (PurportLinearModel) model = purport_linear_model_new (bytes, PURPORT_RANKING_KIND, error);
    if (model == NULL)
      return FALSE;
    for (guint i = 0; i < choices->len; i++) {
      guint rank = find_rank (model, g_ptr_array_index (choices, i)), part = i < n_rows ? 0 : 1;
      if (get_fold (choices, i) != fold)
        continue;
      n[part]++;
      first[part] += rank == 1;
      third[part] += rank <= 3;
    }
  }
  for (guint part = 0; part < 2; part++)
    g_printerr ("main claim of %u folds, %s: P@1 %.3f, hit@3 %.3f of %u\n", N_FOLDS,
                part == 0 ? "health articles" : "annotated articles", first[part] / (double)MAX (n[part], 1),
                third[part] / (double)MAX (n[part], 1), n[part]);
  return TRUE;
}

/* OUT ROWS FOLDER [--cross-validate] */
gboolean
purport_learn_ranking (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (PurportWeights) weights = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_rows;

  if (engine == NULL || !read_rows (choices, engine, arguments[1], error))
    return FALSE;
  n_rows = choices->len;
  if (!read_folder (choices, engine, arguments[2], error))
    return FALSE;
  if (n_arguments > 3 && g_str_equal (arguments[3], "--cross-validate") && !cross_validate (choices, n_rows, error))
    return FALSE;
  weights = train (choices, N_FOLDS);
  bytes = to_bytes (weights);
  return purport_write_bytes (bytes, arguments[0], error);
}
