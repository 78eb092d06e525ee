/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trains where claims stand: a semi-Markov model that is to find, of all ways to cut a sentence, one that agrees with
 * the annotation (Sarawagi and Cohen 2004). Claims that may be marked or not are free, and of several runs that match a
 * claim about equally well any will do.
 */
#include "learn/verbs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/engine-data.h"
#include "learn/annotated.h"
#include "learn/training.h"
#include "learn/weights.h"
#include "reading/claim-spans.h"

#define N_EPOCHS 12
#define N_FOLDS 8
#define RATE 0.1
#define PRIOR 0.1
#define SCALE 32.0

/* A claim that is missed weighs more than one too many: its source is missed with it. */
#define BOLDNESS 0.5

#define MIN_WEIGHT 0.04
/* What a handful of sentences teach is chance: a feature counts that stood in seven sentences or so. */
#define MIN_STEPS (6 * N_EPOCHS + 1)

/* A run stands for a claim if it matches it nearly as well as the best one does. */
#define MATCH_MIN 0.5
#define MATCH_NEAR 0.12

#define MAX_CUTS PURPORT_CLAIM_MAX_CUTS
#define MAX_PIECES PURPORT_CLAIM_MAX_PIECES

typedef struct {
  guint32 *features;
  guint n;
} List;

/* A run of pieces as a claim. */
typedef struct {
  List list;
  gboolean may_be;
  gboolean right; /* agrees with the annotation */
} Run;

/* A sentence with all that is computed of it once. */
typedef struct {
  PurportClaimSentence cut;
  guint article;
  Run *runs; /* n_cuts × MAX_PIECES: by first cut and number of pieces */
  List (*cut_lists)[4];
  guint32 *none_until; /* for each cut the last one up to which nothing need be marked */
  GArray *gold;        /* PurportAnnotatedClaim: those of the sentence */
} Sentence;

typedef struct {
  GPtrArray *articles; /* PurportAnnotated */
  guint n_written;
  GPtrArray *contexts;
  GPtrArray *sentences;
} Corpus;

static double
match (PurportSpan a, PurportSpan b)
{
  double shared = purport_span_overlap (a, b);
  return shared == 0 ? 0 : shared / (MAX (a.end_byte, b.end_byte) - MIN (a.start_byte, b.start_byte));
}

static List
keep_list (const guint32 *features, guint n)
{
  return (List){ g_memdup2 (features, n * sizeof *features), n };
}

static PurportSpan
run_span (const Sentence *sentence, guint i, guint j)
{
  const PurportDraft *draft = sentence->cut.context->draft;
  PurportTokens tokens = purport_claim_trim (draft, (PurportTokens){ sentence->cut.cuts[i], sentence->cut.cuts[j] });
  return purport_draft_span (draft, tokens.first_token, tokens.end_token);
}

static Run *
get_run (const Sentence *sentence, guint i, guint j)
{
  return &sentence->runs[i * MAX_PIECES + (j - i - 1)];
}

static guint
last_end (const Sentence *sentence, guint i)
{
  return MIN (i + MAX_PIECES, sentence->cut.n_cuts - 1);
}

static void
compute_features (Sentence *sentence)
{
  guint32 features[PURPORT_CLAIM_MAX_FEATURES];
  guint n = sentence->cut.n_cuts;

  sentence->runs = g_new0 (Run, n * MAX_PIECES);
  sentence->cut_lists = g_malloc0_n (n, sizeof *sentence->cut_lists);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j <= last_end (sentence, i); j++) {
      Run *run = get_run (sentence, i, j);
      run->may_be = purport_claim_may_be (&sentence->cut, i, j);
      if (run->may_be)
        run->list = keep_list (features, purport_claim_run_features (&sentence->cut, i, j, features));
    }
  for (guint i = 1; i + 1 < n; i++)
    for (guint kind = PURPORT_CUT_BEGINS; kind <= PURPORT_CUT_DIVIDES; kind++)
      sentence->cut_lists[i][kind] =
          keep_list (features, purport_claim_cut_features (&sentence->cut, i, (PurportCut)kind, features));
}

static void
match_runs (Sentence *sentence, const PurportAnnotatedClaim *claim)
{
  const PurportDraft *draft = sentence->cut.context->draft;
  guint n = sentence->cut.n_cuts;
  double best = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j <= last_end (sentence, i); j++)
      if (get_run (sentence, i, j)->may_be)
        best = MAX (best, match (claim->span, run_span (sentence, i, j)));
  if (best < MATCH_MIN)
    return;
  for (guint i = 0; i < n; i++) {
    for (guint j = i + 1; j <= last_end (sentence, i); j++)
      if (get_run (sentence, i, j)->may_be &&
          match (claim->span, run_span (sentence, i, j)) >= MAX (MATCH_MIN, best - MATCH_NEAR))
        get_run (sentence, i, j)->right = TRUE;
    for (guint j = i + 1; j <= sentence->none_until[i] && claim->must; j++) {
      PurportSpan raw = purport_draft_span (draft, sentence->cut.cuts[i], sentence->cut.cuts[j]);
      if (2 * purport_span_overlap (raw, claim->span) > purport_span_length (claim->span))
        sentence->none_until[i] = j - 1;
    }
  }
}

/* Which runs agree with the annotation. */
static void
compute_right (Sentence *sentence)
{
  guint n = sentence->cut.n_cuts;

  sentence->none_until = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    sentence->none_until[i] = n - 1;
  for (guint g = 0; g < sentence->gold->len; g++)
    match_runs (sentence, &g_array_index (sentence->gold, PurportAnnotatedClaim, g));
}

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  for (guint i = 0; i < sentence->cut.n_cuts; i++) {
    for (guint j = 0; j < MAX_PIECES; j++)
      g_free (sentence->runs[i * MAX_PIECES + j].list.features);
    for (guint kind = 1; kind < 4; kind++)
      g_free (sentence->cut_lists[i][kind].features);
  }
  g_free (sentence->runs);
  g_free (sentence->cut_lists);
  g_free (sentence->none_until);
  g_array_unref (sentence->gold);
  g_free (sentence);
}

static void
add_sentence (Corpus *corpus, const PurportClaimContext *context, guint article, guint32 index)
{
  const PurportAnnotated *annotated = g_ptr_array_index (corpus->articles, article);
  PurportSpan span = purport_draft_sentence (context->draft, index)->span;
  Sentence *sentence = g_new0 (Sentence, 1);

  sentence->article = article;
  sentence->gold = g_array_new (FALSE, FALSE, sizeof (PurportAnnotatedClaim));
  purport_claim_sentence_init (&sentence->cut, context, index);
  for (guint i = 0; i < annotated->claims->len; i++) {
    PurportAnnotatedClaim claim = g_array_index (annotated->claims, PurportAnnotatedClaim, i);
    if (2 * purport_span_overlap (claim.span, span) > purport_span_length (claim.span))
      g_array_append_val (sentence->gold, claim);
  }
  compute_features (sentence);
  compute_right (sentence);
  g_ptr_array_add (corpus->sentences, sentence);
}

/* The articles as written, then the same as if they were spoken. */
static gboolean
read_corpus (Corpus *corpus, const PurportEngine *engine, const char *folder, GError **error)
{
  GPtrArray *spoken;

  corpus->articles = purport_annotated_read_folder (engine, folder, FALSE, error);
  spoken = corpus->articles != NULL ? purport_annotated_read_folder (engine, folder, TRUE, error) : NULL;
  if (spoken == NULL)
    return FALSE;
  corpus->n_written = corpus->articles->len;
  g_ptr_array_extend_and_steal (corpus->articles, spoken);
  corpus->contexts = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_claim_context_free);
  corpus->sentences = g_ptr_array_new_with_free_func (sentence_free);
  for (guint i = 0; i < corpus->articles->len; i++) {
    const PurportAnnotated *article = g_ptr_array_index (corpus->articles, i);
    PurportClaimContext *context = purport_claim_context_new (article->draft);
    g_ptr_array_add (corpus->contexts, context);
    for (guint32 j = 0; j < article->words->sentences->len; j++)
      if (purport_claim_may_stand_in (purport_draft_block_kind (article->draft, j)))
        add_sentence (corpus, context, i, j);
  }
  return TRUE;
}

static void
corpus_clear (Corpus *corpus)
{
  g_clear_pointer (&corpus->sentences, g_ptr_array_unref);
  g_clear_pointer (&corpus->contexts, g_ptr_array_unref);
  g_clear_pointer (&corpus->articles, g_ptr_array_unref);
}

/* --- sums over all ways to cut -------------------------------------------------------------------------------------
 */

#define NEVER (-1e30)

typedef struct {
  double (*run)[MAX_PIECES]; /* by first cut and number of pieces */
  double (*cut)[4];
  double (*forward)[2], (*backward)[2]; /* [1]: a claim ends at the cut; [0]: none */
} Lattice;

static Lattice
lattice_new (guint n)
{
  Lattice lattice;

  lattice.run = g_malloc0_n (n, sizeof *lattice.run);
  lattice.cut = g_malloc0_n (n, sizeof *lattice.cut);
  lattice.forward = g_malloc0_n (n, sizeof *lattice.forward);
  lattice.backward = g_malloc0_n (n, sizeof *lattice.backward);
  return lattice;
}

static void
lattice_clear (Lattice *lattice)
{
  g_free (lattice->run);
  g_free (lattice->cut);
  g_free (lattice->forward);
  g_free (lattice->backward);
}

static double
log_add (double a, double b)
{
  double high = MAX (a, b), low = MIN (a, b);
  return low <= NEVER / 2 ? high : high + log1p (exp (low - high));
}

static void
score_lattice (const PurportWeights *weights, const Sentence *sentence, Lattice *lattice)
{
  guint n = sentence->cut.n_cuts;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j <= last_end (sentence, i); j++) {
      const Run *run = get_run (sentence, i, j);
      lattice->run[i][j - i - 1] =
          run->may_be ? purport_weights_score (weights, run->list.features, run->list.n) : NEVER;
    }
  for (guint i = 1; i + 1 < n; i++)
    for (guint kind = 1; kind < 4; kind++)
      lattice->cut[i][kind] =
          purport_weights_score (weights, sentence->cut_lists[i][kind].features, sentence->cut_lists[i][kind].n);
}

static double
claim_score (const Sentence *sentence, const Lattice *lattice, guint i, guint j, gboolean right)
{
  return j - i <= MAX_PIECES && (!right || get_run (sentence, i, j)->right) ? lattice->run[i][j - i - 1] : NEVER;
}

static double
none_score (const Sentence *sentence, guint i, guint j, gboolean right)
{
  return !right || j <= sentence->none_until[i] ? 0 : NEVER;
}

/* All ways to come to cut @i so that a claim may begin there. */
static double
sum_begun (const Lattice *lattice, guint i)
{
  return i == 0 ? 0
                : log_add (lattice->forward[i][0] + lattice->cut[i][PURPORT_CUT_BEGINS],
                           lattice->forward[i][1] + lattice->cut[i][PURPORT_CUT_DIVIDES]);
}

/* forward[j]: all ways from the start to cut j; backward[i]: all ways on from cut i, where a run of that label ended.
 */
static double
sum_lattice (const Sentence *sentence, Lattice *lattice, gboolean right)
{
  guint last = sentence->cut.n_cuts - 1;

  for (guint j = 1; j <= last; j++) {
    double claim = NEVER, none = none_score (sentence, 0, j, right);
    for (guint i = 0; i < j; i++) {
      claim = log_add (claim, sum_begun (lattice, i) + claim_score (sentence, lattice, i, j, right));
      if (i > 0)
        none = log_add (none, lattice->forward[i][1] + lattice->cut[i][PURPORT_CUT_ENDS] +
                                  none_score (sentence, i, j, right));
    }
    lattice->forward[j][1] = MAX (claim, NEVER);
    lattice->forward[j][0] = MAX (none, NEVER);
  }
  lattice->backward[last][0] = lattice->backward[last][1] = 0;
  for (guint i = last - 1; i > 0; i--) {
    double after_claim = NEVER, after_none = NEVER;
    for (guint j = i + 1; j <= last; j++) {
      double claim = claim_score (sentence, lattice, i, j, right) + lattice->backward[j][1];
      double none = none_score (sentence, i, j, right) + lattice->backward[j][0];
      after_claim = log_add (after_claim, lattice->cut[i][PURPORT_CUT_DIVIDES] + claim);
      after_claim = log_add (after_claim, lattice->cut[i][PURPORT_CUT_ENDS] + none);
      after_none = log_add (after_none, lattice->cut[i][PURPORT_CUT_BEGINS] + claim);
    }
    lattice->backward[i][1] = MAX (after_claim, NEVER);
    lattice->backward[i][0] = MAX (after_none, NEVER);
  }
  return log_add (lattice->forward[last][0], lattice->forward[last][1]);
}

/* Adds what is expected of each feature, times @amount. */
static void
add_expected (PurportWeights *weights,
              const Sentence *sentence,
              const Lattice *lattice,
              double total,
              gboolean right,
              double amount)
{
  guint last = sentence->cut.n_cuts - 1;

  for (guint i = 0; i < last; i++) {
    double begins = 0, ends = 0, divides = 0;
    for (guint j = i + 1; j <= last; j++) {
      double claim = claim_score (sentence, lattice, i, j, right) + lattice->backward[j][1] - total;
      if (i > 0) {
        begins += exp (lattice->forward[i][0] + claim + lattice->cut[i][PURPORT_CUT_BEGINS]);
        divides += exp (lattice->forward[i][1] + claim + lattice->cut[i][PURPORT_CUT_DIVIDES]);
        ends += exp (lattice->forward[i][1] + none_score (sentence, i, j, right) + lattice->backward[j][0] - total +
                     lattice->cut[i][PURPORT_CUT_ENDS]);
      }
      if (j - i <= MAX_PIECES && get_run (sentence, i, j)->may_be)
        purport_weights_add_gradient (weights, get_run (sentence, i, j)->list.features,
                                      get_run (sentence, i, j)->list.n, amount * exp (sum_begun (lattice, i) + claim));
    }
    if (i > 0) {
      const List *lists = sentence->cut_lists[i];
      purport_weights_add_gradient (weights, lists[PURPORT_CUT_BEGINS].features, lists[PURPORT_CUT_BEGINS].n,
                                    amount * begins);
      purport_weights_add_gradient (weights, lists[PURPORT_CUT_ENDS].features, lists[PURPORT_CUT_ENDS].n,
                                    amount * ends);
      purport_weights_add_gradient (weights, lists[PURPORT_CUT_DIVIDES].features, lists[PURPORT_CUT_DIVIDES].n,
                                    amount * divides);
    }
  }
}

/* Returns: the loss: how unlikely the model finds what was annotated. */
static double
learn_sentence (PurportWeights *weights, const Sentence *sentence)
{
  Lattice lattice = lattice_new (sentence->cut.n_cuts);
  double right, all = 0;

  score_lattice (weights, sentence, &lattice);
  right = sum_lattice (sentence, &lattice, TRUE);
  if (right > NEVER / 2) {
    add_expected (weights, sentence, &lattice, right, TRUE, 1);
    all = sum_lattice (sentence, &lattice, FALSE);
    add_expected (weights, sentence, &lattice, all, FALSE, -1);
    purport_weights_step (weights);
  }
  lattice_clear (&lattice);
  return right > NEVER / 2 ? all - right : 0;
}

static PurportWeights *
train (const Corpus *corpus, guint fold)
{
  PurportWeights *weights = purport_weights_new (RATE, PRIOR);
  g_autoptr (GRand) random = g_rand_new_with_seed (20240101u);
  g_autofree guint *order = g_new (guint, corpus->sentences->len);

  for (guint i = 0; i < corpus->sentences->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++) {
    double loss = 0;
    for (guint i = corpus->sentences->len; i > 1; i--) {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i), swapped = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swapped;
    }
    for (guint i = 0; i < corpus->sentences->len; i++) {
      const Sentence *sentence = g_ptr_array_index (corpus->sentences, order[i]);
      if (sentence->article % corpus->n_written % N_FOLDS != fold)
        loss += learn_sentence (weights, sentence);
    }
    if (fold == N_FOLDS && (epoch % 8 == 7 || epoch == 0))
      g_printerr ("epoch %u: loss %.1f\n", epoch + 1, loss);
  }
  purport_weights_shift (weights, purport_claim_bias_feature (), BOLDNESS);
  return weights;
}

/* --- scores --------------------------------------------------------------------------------------------------------
 */

typedef struct {
  guint n_gold, n_found, n_predicted;
} Counts;

static void
count_sentence (const PurportLinearModel *model, const Sentence *sentence, const char *id, Counts *counts)
{
  const PurportDraft *draft = sentence->cut.context->draft;
  PurportTokens claims[MAX_CUTS];
  guint n = purport_claim_spans_find (model, &sentence->cut, claims);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  gboolean verbose = g_getenv ("PURPORT_LEARN_VERBOSE") != NULL;

  counts->n_predicted += n;
  for (guint g = 0; g < sentence->gold->len; g++) {
    const PurportAnnotatedClaim *claim = &g_array_index (sentence->gold, PurportAnnotatedClaim, g);
    guint best = n;
    counts->n_gold += claim->must ? 1 : 0;
    for (guint i = 0; i < n && best == n; i++)
      if (!used[i] &&
          match (claim->span, purport_draft_span (draft, claims[i].first_token, claims[i].end_token)) >= MATCH_MIN)
        best = i;
    if (best < n) {
      used[best] = TRUE;
      counts->n_found += claim->must ? 1 : 0;
      counts->n_predicted -= claim->must ? 0 : 1;
    } else if (verbose && claim->must) {
      g_autofree char *words = purport_article_dup_span (draft->words->article, claim->span);
      g_print ("%s\tmissed\t%s\n", id, words);
    }
  }
  for (guint i = 0; i < n && verbose; i++)
    if (!used[i]) {
      g_autofree char *words = purport_draft_dup_text (draft, claims[i].first_token, claims[i].end_token);
      g_print ("%s\textra\t%s\n", id, words);
    }
}

static PurportLinearModel *
make_model (const PurportWeights *weights, GError **error)
{
  g_autoptr (GBytes) bytes = purport_weights_to_bytes (weights, PURPORT_CLAIMS_KIND, SCALE, MIN_STEPS, MIN_WEIGHT);
  return purport_linear_model_new (bytes, PURPORT_CLAIMS_KIND, error);
}

static void
report (const char *what, const Counts *counts)
{
  double precision = (double)counts->n_found / MAX (counts->n_predicted, 1);
  double recall = (double)counts->n_found / MAX (counts->n_gold, 1);

  g_printerr ("claims of %u folds, %s: P %.3f R %.3f F1 %.3f\n", N_FOLDS, what, precision, recall,
              2 * precision * recall / MAX (precision + recall, 1e-9));
}

/* Finds the claims of each article with a model of the other folds. */
static gboolean
cross_validate (const Corpus *corpus, GError **error)
{
  Counts counts[2] = { { 0, 0, 0 }, { 0, 0, 0 } };

  for (guint fold = 0; fold < N_FOLDS; fold++) {
    g_autoptr (PurportWeights) weights = train (corpus, fold);
    g_autoptr (PurportLinearModel) model = make_model (weights, error);
    if (model == NULL)
      return FALSE;
    for (guint i = 0; i < corpus->sentences->len; i++) {
      const Sentence *sentence = g_ptr_array_index (corpus->sentences, i);
      const PurportAnnotated *article = g_ptr_array_index (corpus->articles, sentence->article);
      if (sentence->article % corpus->n_written % N_FOLDS == fold)
        count_sentence (model, sentence, article->id, &counts[sentence->article / corpus->n_written]);
    }
  }
  report ("as written", &counts[0]);
  report ("as spoken", &counts[1]);
  return TRUE;
}

/* OUT FOLDER [--cross-validate] */
gboolean
purport_learn_claims (int n_arguments, char **arguments, GError **error)
{
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (error);
  Corpus corpus = { NULL, 0, NULL, NULL };
  gboolean done = engine != NULL && read_corpus (&corpus, engine, arguments[1], error);

  if (done && n_arguments > 2 && g_str_equal (arguments[2], "--cross-validate"))
    done = cross_validate (&corpus, error);
  if (done) {
    g_autoptr (PurportWeights) weights = train (&corpus, N_FOLDS);
    g_autoptr (GBytes) bytes = purport_weights_to_bytes (weights, PURPORT_CLAIMS_KIND, SCALE, MIN_STEPS, MIN_WEIGHT);
    done = purport_write_bytes (bytes, arguments[0], error);
  }
  corpus_clear (&corpus);
  return done;
}
