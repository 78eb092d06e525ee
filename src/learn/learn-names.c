/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the namer over the tagger's tags: sentences as written and in lower case. */
#include "learn/verbs.h"

#include <string.h>

#include "learn/crf.h"
#include "learn/training.h"
#include "text/labeller.h"

#define N_EPOCHS 6
#define RATE 0.12f
#define MIN_SEEN 3
#define MIN_WEIGHT 0.09f
#define MAX_TOKENS 512u

/* What a sentence is learned from, besides its words. */
typedef struct {
  PurportViews *views;
  GArray *tags;    /* with sentinels */
  GArray *phrases; /* of each token */
  guint32 n_tokens;
  const PurportWordView *const *view;
  const PurportToken *tokens;
} Sight;

/* A run of tokens that are learned from: those that may be in a name, and one more on either side. */
typedef struct {
  guint32 first, end;
} Run;

/* Returns: whether there is a run from token @from on. */
static gboolean
next_run (const Sight *self, guint32 from, Run *run)
{
  PurportCapitals capitals = (PurportCapitals)self->view[0]->capitals;
  guint32 first = from, end;

  while (first < self->n_tokens && purport_namer_is_outside (capitals, self->tokens, self->n_tokens, first))
    first++;
  if (first >= self->n_tokens)
    return FALSE;
  for (end = first; end < self->n_tokens; end++)
    if (purport_namer_is_outside (capitals, self->tokens, self->n_tokens, end))
      break;
  run->first = first > from ? first - 1 : first;
  run->end = MIN (end + 1, self->n_tokens);
  return TRUE;
}

static void
see (Sight *self, const PurportExample *example, const PurportTextSentence *sentence)
{
  self->n_tokens = MIN (sentence->end_token - sentence->first_token, MAX_TOKENS);
  self->view = purport_views_fill (self->views, example->words, sentence);
  self->tokens = purport_words_get_token (example->words, sentence->first_token);
  g_array_set_size (self->tags, 0);
  g_array_set_size (self->tags, self->n_tokens + 2 * PURPORT_VIEW_MARGIN);
  g_array_set_size (self->phrases, self->n_tokens);
  for (guint32 i = 0; i < self->n_tokens; i++)
    g_array_index (self->tags, guint8, i + PURPORT_VIEW_MARGIN) =
        purport_words_get_token (example->words, sentence->first_token + i)->tag;
  purport_namer_find_phrases (self->views->table, self->view, self->n_tokens, (guint8 *)self->phrases->data);
}

static guint
find_features (const Sight *self, guint32 token, guint32 *features)
{
  return purport_namer_features (self->view + token, (const guint8 *)self->tags->data + PURPORT_VIEW_MARGIN + token,
                                 (const guint8 *)self->phrases->data + token, features);
}

/* The labels that may be right: where only some types are annotated, what has no label may be a name of another. */
static guint32
allowed_labels (const PurportExample *example, guint8 label)
{
  guint32 allowed = 1u << label;

  for (guint place = 0; label == 0 && example->partial && place < PURPORT_NAMER_N_PLACES; place++)
    allowed |= 1u << purport_namer_label (PURPORT_NAME_OTHER, (PurportNamerPlace)place);
  return allowed;
}

static gboolean
is_place (guint8 label, PurportNamerPlace a, PurportNamerPlace b)
{
  return label != 0 && (purport_namer_label_place (label) == a || purport_namer_label_place (label) == b);
}

/* Nothing is learned of the labels of a name that goes on outside of its run. */
static void
free_cut_names (PurportCrfSentence *made, const guint8 *labels)
{
  for (guint32 i = 0; i < made->n_tokens && is_place (labels[i], PURPORT_NAMER_MIDDLE, PURPORT_NAMER_LAST); i++)
    made->allowed[i] = G_MAXUINT32;
  for (guint32 i = made->n_tokens; i > 0 && is_place (labels[i - 1], PURPORT_NAMER_FIRST, PURPORT_NAMER_MIDDLE); i--)
    made->allowed[i - 1] = G_MAXUINT32;
}

static PurportCrfSentence *
new_sentence (const PurportCrf *crf, const Sight *sight, const PurportExample *example, const guint8 *labels, Run run)
{
  PurportCrfSentence *made = g_new0 (PurportCrfSentence, 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  made->n_tokens = run.end - run.first;
  made->first_row = g_new (guint32, made->n_tokens + 1);
  made->allowed = g_new (guint32, made->n_tokens);
  for (guint32 i = 0; i < made->n_tokens; i++) {
    guint32 features[PURPORT_NAMER_N_FEATURES], row;
    guint n = find_features (sight, run.first + i, features);
    made->first_row[i] = rows->len;
    made->allowed[i] = allowed_labels (example, labels[run.first + i]);
    for (guint j = 0; j < n; j++)
      if (purport_crf_find_row (crf, features[j], &row))
        g_array_append_val (rows, row);
  }
  free_cut_names (made, labels + run.first);
  made->first_row[made->n_tokens] = rows->len;
  made->rows = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&rows), FALSE);
  return made;
}

static void
free_sentence (gpointer data)
{
  PurportCrfSentence *sentence = data;

  g_free (sentence->rows);
  g_free (sentence->first_row);
  g_free (sentence->allowed);
  g_free (sentence);
}

typedef void (*SentenceFunc) (PurportCrf *crf,
                              const Sight *sight,
                              const PurportExample *example,
                              const PurportTextSentence *sentence,
                              GPtrArray *sentences);

static void
count_sentence (PurportCrf *crf,
                const Sight *sight,
                const PurportExample *example,
                const PurportTextSentence *sentence,
                GPtrArray *sentences)
{
  Run run = { 0, 0 };

  while (next_run (sight, run.end, &run))
    for (guint32 i = run.first; i < run.end; i++) {
      guint32 features[PURPORT_NAMER_N_FEATURES];
      purport_crf_count (crf, features, find_features (sight, i, features));
    }
}

static void
add_sentence (PurportCrf *crf,
              const Sight *sight,
              const PurportExample *example,
              const PurportTextSentence *sentence,
              GPtrArray *sentences)
{
  Run run = { 0, 0 };

  while (next_run (sight, run.end, &run))
    g_ptr_array_add (sentences, new_sentence (crf, sight, example, example->labels + sentence->first_token, run));
}

static void
for_each_sentence (PurportCrf *crf, Sight *sight, const PurportCorpus *corpus, SentenceFunc func, GPtrArray *sentences)
{
  for (guint i = 0; i < corpus->examples->len; i++) {
    const PurportExample *example = g_ptr_array_index (corpus->examples, i);
    for (guint j = 0; j < example->words->sentences->len; j++) {
      const PurportTextSentence *sentence = &g_array_index (example->words->sentences, PurportTextSentence, j);
      see (sight, example, sentence);
      func (crf, sight, example, sentence, sentences);
    }
  }
}

static void
shuffle (GPtrArray *sentences, GRand *random)
{
  for (guint i = sentences->len; i > 1; i--) {
    guint j = (guint)g_rand_int_range (random, 0, (gint32)i);
    gpointer swapped = sentences->pdata[i - 1];
    sentences->pdata[i - 1] = sentences->pdata[j];
    sentences->pdata[j] = swapped;
  }
}

static PurportCrf *
learn (PurportCorpus *corpus, const PurportWordTable *table)
{
  PurportCrf *crf = purport_crf_new (PURPORT_NAMER_N_LABELS, purport_namer_may_follow);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (free_sentence);
  g_autoptr (PurportViews) views = purport_views_new (table);
  Sight sight = { views, g_array_new (FALSE, TRUE, 1), g_array_new (FALSE, TRUE, 1), 0, NULL, NULL };

  for_each_sentence (crf, &sight, corpus, count_sentence, NULL);
  purport_crf_choose (crf, MIN_SEEN);
  for_each_sentence (crf, &sight, corpus, add_sentence, sentences);
  for (guint epoch = 1; epoch <= N_EPOCHS; epoch++) {
    double loss = 0;
    shuffle (sentences, corpus->random);
    for (guint i = 0; i < sentences->len; i++)
      loss += purport_crf_learn (crf, sentences->pdata[i], RATE);
    g_printerr ("epoch %u: loss %.0f\n", epoch, loss);
  }
  g_array_unref (sight.tags);
  g_array_unref (sight.phrases);
  return crf;
}

static void
tag_examples (const PurportLabelModels *models, GPtrArray *examples)
{
  g_autoptr (PurportLabeller) labeller = purport_labeller_new (models);

  for (guint i = 0; i < examples->len; i++) {
    const PurportExample *example = g_ptr_array_index (examples, i);
    for (guint j = 0; j < example->words->sentences->len; j++) {
      const PurportTextSentence *sentence = &g_array_index (example->words->sentences, PurportTextSentence, j);
      purport_labeller_label (labeller, example->words->article->text,
                              &g_array_index (example->words->tokens, PurportToken, sentence->first_token),
                              sentence->end_token - sentence->first_token);
    }
  }
}

/* OUT WORDS_MODEL TAGS_MODEL FILE… */
gboolean
purport_learn_names (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportWordTable) table = purport_read_word_table (arguments[1], error);
  g_autoptr (PurportLinearModel) tagger =
      table != NULL ? purport_read_model (arguments[2], PURPORT_TAGGER_KIND, error) : NULL;
  g_autoptr (PurportCorpus) corpus = purport_corpus_new ();
  g_autofree PurportLabelModels *models = g_new (PurportLabelModels, 1);
  gboolean done = tagger != NULL;

  for (int i = 3; i < n_arguments && done; i++)
    done = purport_corpus_take (corpus, purport_examples_read_names (arguments[i], PURPORT_DRESS_AS_IS, error)) &&
           purport_corpus_take (corpus, purport_examples_read_names (arguments[i], PURPORT_DRESS_LOWER, error));
  if (done) {
    g_autoptr (PurportCrf) crf = NULL;
    g_autoptr (GBytes) bytes = NULL;
    purport_label_models_init (models, table, tagger, NULL);
    tag_examples (models, corpus->examples);
    crf = learn (corpus, table);
    bytes = purport_crf_to_bytes (crf, PURPORT_NAMER_KIND, purport_namer_transition_feature, MIN_WEIGHT);
    done = purport_write_bytes (bytes, arguments[0], error);
  }
  return done;
}
