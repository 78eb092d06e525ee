/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the ranking: which sentence of an article states its main claim (a choice among all; conditional logit). */
#include "learn/verbs.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "data/engine-data.h"
#include "learn/annotated.h"
#include "learn/choices.h"
#include "learn/training.h"
#include "reading/grades.h"
#include "reading/grading.h"
#include "reading/ranking-features.h"

#define N_EPOCHS 12
#define MIN_WEIGHT 0.005
/* A feature counts that stood in four articles or so. */
#define MIN_STEPS (3 * N_EPOCHS + 1)

static const PurportChoiceSettings settings = { .rate = 0.1, .prior = 1.0, .n_epochs = N_EPOCHS, .n_folds = 6 };

/* Sentences of fewer words are not ranked. */
#define WORDS_MIN 8

static guint
count_words (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  guint n = 0;

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    n += i == sentence->first_token || purport_draft_token (draft, i)->flags & PURPORT_TOKEN_SPACE_BEFORE ? 1 : 0;
  return n;
}

typedef struct {
  GPtrArray *choices;         /* of PurportChoice */
  PurportLinearModel *grades; /* ranking sees how strongly sentences are worded */
} Corpus;

/* Adds the article with the sentences that overlap @main as the right ones, if there are any. */
static void
add_choice (const Corpus *corpus, const PurportAnnotated *article, PurportSpan main, guint group, guint part)
{
  g_autoptr (PurportClaimContext) claims = purport_claim_context_new (article->draft);
  g_autoptr (PurportRankingContext) context = NULL;
  PurportChoice *choice = purport_choice_new (group, part);

  purport_grading_apply (article->draft, corpus->grades);
  context = purport_ranking_context_new (claims);
  for (guint32 i = 0; i < article->words->sentences->len; i++) {
    const PurportTextSentence *sentence = purport_draft_sentence (article->draft, i);
    guint32 features[PURPORT_RANKING_MAX_FEATURES];
    guint32 shorter = MIN (purport_span_length (main), purport_span_length (sentence->span));
    if (!purport_ranking_may_rank (context, i) || count_words (article->draft, sentence) < WORDS_MIN)
      continue;
    purport_choice_add (choice, features, purport_ranking_features (context, i, features),
                        2 * purport_span_overlap (main, sentence->span) > shorter, i);
  }
  if (purport_choice_has_right (choice))
    g_ptr_array_add (corpus->choices, choice);
  else
    purport_choice_free (choice);
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
read_rows (const Corpus *corpus, const PurportEngine *engine, const char *path, GError **error)
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
    add_choice (corpus, article, find_main (article->article, row),
                g_str_hash (json_object_get_string_member (row, "doc")), 0);
    purport_annotated_free (article);
  }
  return TRUE;
}

static gboolean
read_folder (const Corpus *corpus, const PurportEngine *engine, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) articles = purport_annotated_read_folder (engine, folder, FALSE, error);

  if (articles == NULL)
    return FALSE;
  for (guint i = 0; i < articles->len; i++) {
    const PurportAnnotated *article = g_ptr_array_index (articles, i);
    if (article->main_claim != PURPORT_NONE)
      add_choice (corpus, article, g_array_index (article->claims, PurportAnnotatedClaim, article->main_claim).span, i,
                  1);
  }
  return TRUE;
}

/* The place of the best right sentence, from 1. */
static guint
find_rank (const PurportLinearModel *model, const PurportChoice *choice)
{
  gint32 best_right = G_MININT32;
  guint rank = 1;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < choice->alternatives->len; i++) {
      const PurportAlternative *one = &g_array_index (choice->alternatives, PurportAlternative, i);
      gint32 score = 0;
      for (guint j = 0; j < one->n_features; j++)
        purport_linear_model_add (model, one->features[j], &score);
      if (pass == 0 && one->right)
        best_right = MAX (best_right, score);
      if (pass == 1 && !one->right && score > best_right)
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
cross_validate (const GPtrArray *choices, GError **error)
{
  guint n[2] = { 0, 0 }, first[2] = { 0, 0 }, third[2] = { 0, 0 };

  for (guint fold = 0; fold < settings.n_folds; fold++) {
    g_autoptr (PurportWeights) weights = purport_choices_train (choices, &settings, fold);
    g_autoptr (GBytes) bytes = to_bytes (weights);
    g_autoptr (PurportLinearModel) model = purport_linear_model_new (bytes, PURPORT_RANKING_KIND, error);
    if (model == NULL)
      return FALSE;
    for (guint i = 0; i < choices->len; i++) {
      const PurportChoice *choice = g_ptr_array_index (choices, i);
      guint rank = find_rank (model, choice);
      if (!purport_choice_in_fold (choice, &settings, fold))
        continue;
      n[choice->part]++;
      first[choice->part] += rank == 1 ? 1 : 0;
      third[choice->part] += rank <= 3 ? 1 : 0;
    }
  }
  for (guint part = 0; part < 2; part++)
    g_printerr ("main claim of %u folds, %s: P@1 %.3f, hit@3 %.3f of %u\n", settings.n_folds,
                part == 0 ? "health articles" : "annotated articles", first[part] / (double)MAX (n[part], 1),
                third[part] / (double)MAX (n[part], 1), n[part]);
  return TRUE;
}

/* OUT ROWS FOLDER [--cross-validate] */
gboolean
purport_learn_ranking (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_choice_free);
  g_autoptr (PurportWeights) weights = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PurportLinearModel) grades =
      purport_linear_model_load (purport_engine_data_lookup, NULL, PURPORT_GRADES_KIND, PURPORT_N_GRADES, error);
  Corpus corpus = { choices, grades };

  if (engine == NULL || grades == NULL || !read_rows (&corpus, engine, arguments[1], error) ||
      !read_folder (&corpus, engine, arguments[2], error))
    return FALSE;
  if (n_arguments > 3 && g_str_equal (arguments[3], "--cross-validate") && !cross_validate (choices, error))
    return FALSE;
  weights = purport_choices_train (choices, &settings, settings.n_folds);
  bytes = to_bytes (weights);
  return purport_write_bytes (bytes, arguments[0], error);
}
