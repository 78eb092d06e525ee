/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditional random fields (Lafferty, McCallum and Pereira 2001), trained a sentence at a time with AdaGrad (Duchi,
 * Hazan and Singer 2011). A token may have several right labels: then the likelihood of all paths through them is
 * raised. Features that are seen too seldom have no row.
 */
#include "learn/crf.h"

#include <math.h>
#include <string.h>

#include "learn/model-file.h"
#include "text/linear-model.h"

#define NO_ROW G_MAXUINT32
/* Smaller changes of a token's scores are not worth the time. */
#define MIN_GRADIENT 0.002f
/* Weights are pulled to 0 by so much of the rate. */
#define DECAY 2e-5f
/* Stands for 127 when weights are rounded; larger ones are cut. The same for all models, so that votes can be weighed.
 */
#define LARGEST_WEIGHT 2.5f

/* So many of a token's features are seen in training, by chance, so that none is relied on alone (Hinton et al. 2012).
 */
#define KEPT 0.75

struct _PurportCrf {
  guint n_labels;
  guint32 *features; /* of each slot */
  guint32 *values;   /* of each slot: how often it was seen, then its row + 1 */
  guint32 n_slots, n_used, n_rows;
  float *weights, *squares;                /* n_rows × n_labels */
  float *transitions, *transition_squares; /* (n_labels + 1) × n_labels; the last row is for the start */
  gboolean *may_follow;                    /* the same */
  GArray *work;                            /* (element-type float) */
  GArray *kept_rows, *kept_first;          /* (element-type guint32): of a sentence, as in PurportCrfSentence */
  GRand *random;
};

PurportCrf *
purport_crf_new (guint n_labels, gboolean (*may_follow) (guint label, guint before))
{
  PurportCrf *self = g_new0 (PurportCrf, 1);
  gsize n = (gsize)(n_labels + 1) * n_labels;

  self->n_labels = n_labels;
  self->n_slots = 1u << 22;
  self->features = g_new0 (guint32, self->n_slots);
  self->values = g_new0 (guint32, self->n_slots);
  self->transitions = g_new0 (float, n);
  self->transition_squares = g_new0 (float, n);
  self->may_follow = g_new0 (gboolean, n);
  for (guint before = 0; before <= n_labels; before++)
    for (guint label = 0; label < n_labels; label++)
      self->may_follow[before * n_labels + label] = may_follow (label, before == n_labels ? 0 : before);
  self->work = g_array_new (FALSE, FALSE, sizeof (float));
  self->kept_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kept_first = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->random = g_rand_new_with_seed (20240102u);
  return self;
}

void
purport_crf_free (PurportCrf *self)
{
  if (self == NULL)
    return;
  g_free (self->features);
  g_free (self->values);
  g_free (self->weights);
  g_free (self->squares);
  g_free (self->transitions);
  g_free (self->transition_squares);
  g_free (self->may_follow);
  g_array_unref (self->work);
  g_array_unref (self->kept_rows);
  g_array_unref (self->kept_first);
  g_rand_free (self->random);
  g_free (self);
}

static guint32
find_slot (const PurportCrf *self, guint32 feature)
{
  guint32 slot = feature & (self->n_slots - 1);

  while (self->values[slot] != 0 && self->features[slot] != feature)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow (PurportCrf *self)
{
  guint32 *features = self->features, *values = self->values, n_slots = self->n_slots;

  self->n_slots *= 2;
  self->features = g_new0 (guint32, self->n_slots);
  self->values = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < n_slots; i++)
    if (values[i] != 0) {
      guint32 slot = find_slot (self, features[i]);
      self->features[slot] = features[i];
      self->values[slot] = values[i];
    }
  g_free (features);
  g_free (values);
}

/* The first pass over the corpus: which features there are, and how often. */
void
purport_crf_count (PurportCrf *self, const guint32 *features, guint n_features)
{
  for (guint i = 0; i < n_features; i++) {
    guint32 slot = find_slot (self, features[i]);
    if (self->values[slot] == 0) {
      self->features[slot] = features[i];
      self->n_used++;
    }
    self->values[slot]++;
    if (self->n_used * 2 > self->n_slots)
      grow (self);
  }
}

/* Gives rows to the features that were seen often enough; what was counted is gone. */
void
purport_crf_choose (PurportCrf *self, guint min_seen)
{
  guint32 *features = self->features, *values = self->values, n_slots = self->n_slots;

  self->n_rows = 0;
  for (guint32 i = 0; i < n_slots; i++)
    self->n_rows += values[i] >= min_seen;
  for (self->n_slots = 1024; self->n_slots < 2 * self->n_rows; self->n_slots *= 2)
    ;
  self->features = g_new0 (guint32, self->n_slots);
  self->values = g_new0 (guint32, self->n_slots);
  self->n_rows = 0;
  for (guint32 i = 0; i < n_slots; i++)
    if (values[i] >= min_seen) {
      guint32 slot = find_slot (self, features[i]);
      self->features[slot] = features[i];
      self->values[slot] = ++self->n_rows;
    }
  g_printerr ("%u of %u features\n", self->n_rows, self->n_used);
  g_free (features);
  g_free (values);
  self->weights = g_new0 (float, (gsize)self->n_rows * self->n_labels);
  self->squares = g_new0 (float, (gsize)self->n_rows * self->n_labels);
}

gboolean
purport_crf_find_row (const PurportCrf *self, guint32 feature, guint32 *row)
{
  guint32 slot = find_slot (self, feature);

  *row = self->values[slot] - 1;
  return self->values[slot] != 0;
}

/* e to the scores of each token, less the token's largest. */
static void
score_tokens (const PurportCrf *self, const PurportCrfSentence *sentence, float *factors)
{
  guint k = self->n_labels;

  memset (factors, 0, sentence->n_tokens * k * sizeof *factors);
  for (guint32 i = 0; i < sentence->n_tokens; i++) {
    float *row = factors + i * k, largest;
    for (guint32 j = sentence->first_row[i]; j < sentence->first_row[i + 1]; j++) {
      const float *weights = self->weights + (gsize)sentence->rows[j] * k;
      for (guint label = 0; label < k; label++)
        row[label] += weights[label];
    }
    largest = row[0];
    for (guint label = 1; label < k; label++)
      largest = MAX (largest, row[label]);
    for (guint label = 0; label < k; label++)
      row[label] = expf (row[label] - largest);
  }
}

static float
normalize (float *row, guint k)
{
  float sum = 1e-30f;

  for (guint i = 0; i < k; i++)
    sum += row[i];
  for (guint i = 0; i < k; i++)
    row[i] /= sum;
  return logf (sum);
}

/* Sets @to to @from × @factors where the label is allowed, else to 0. */
static void
weigh (float *to, const float *from, const float *factors, guint32 allowed, guint k)
{
  for (guint label = 0; label < k; label++)
    to[label] = (allowed >> label & 1u) != 0 ? from[label] * factors[label] : 0;
}

/* Sets @forward to the share of paths up to each token, @backward of those from it, over the allowed labels. Returns:
 * the logarithm of the sum over all paths, but for the scores' offsets. */
static double
run_paths (const PurportCrf *self,
           guint32 n_tokens,
           const float *factors,
           const float *steps,
           const float *turned,
           const guint32 *allowed,
           float *forward,
           float *backward)
{
  guint k = self->n_labels;
  double total = 0;

  for (guint32 i = 0; i < n_tokens; i++) {
    float *row = forward + i * k;
    memset (row, 0, k * sizeof *row);
    for (guint before = i > 0 ? 0 : k; before < (i > 0 ? k : k + 1); before++) {
      const float *step = steps + before * k;
      float share = i > 0 ? (row - k)[before] : 1;
      for (guint label = 0; label < k; label++)
        row[label] += share * step[label];
    }
    weigh (row, row, factors + i * k, allowed != NULL ? allowed[i] : G_MAXUINT32, k);
    total += normalize (row, k);
  }
  for (guint label = 0; label < k; label++)
    backward[(n_tokens - 1) * k + label] = self->may_follow[label * k] ? 1 : 0;
  for (guint32 i = n_tokens - 1; i > 0; i--) {
    float *row = backward + (i - 1) * k, next[PURPORT_CRF_MAX_LABELS];
    weigh (next, row + k, factors + i * k, allowed != NULL ? allowed[i] : G_MAXUINT32, k);
    memset (row, 0, k * sizeof *row);
    for (guint label = 0; label < k; label++) {
      const float *step = turned + label * k;
      for (guint before = 0; before < k; before++)
        row[before] += step[before] * next[label];
    }
    normalize (row, k);
  }
  return total;
}

/* What the shares up to a token were divided by, so that they are 1 in all. */
static float
norm (const float *last, const float *steps, const float *factors, guint32 allowed, guint k)
{
  float reached[PURPORT_CRF_MAX_LABELS] = { 0 }, sum = 1e-30f;

  for (guint before = 0; before < k; before++)
    for (guint label = 0; label < k; label++)
      reached[label] += last[before] * steps[before * k + label];
  weigh (reached, reached, factors, allowed, k);
  for (guint label = 0; label < k; label++)
    sum += reached[label];
  return sum;
}

/* Adds @sign × the expected number of each label, and of each step, over the paths. */
static void
add_expected (const PurportCrf *self,
              guint32 n_tokens,
              const float *factors,
              const float *steps,
              const guint32 *allowed,
              const float *forward,
              const float *backward,
              float sign,
              float *labels,
              float *taken)
{
  guint k = self->n_labels;

  for (guint32 i = 0; i < n_tokens; i++) {
    const float *f = forward + i * k, *b = backward + i * k, *last = i > 0 ? f - k : NULL;
    float shares[PURPORT_CRF_MAX_LABELS], next[PURPORT_CRF_MAX_LABELS], sum = 0;
    for (guint label = 0; label < k; label++)
      shares[label] = f[label] * b[label];
    normalize (shares, k);
    for (guint label = 0; label < k; label++)
      labels[i * k + label] += sign * shares[label];
    if (last == NULL) {
      for (guint label = 0; label < k; label++)
        taken[k * k + label] += sign * shares[label];
      continue;
    }
    weigh (next, b, factors + i * k, allowed != NULL ? allowed[i] : G_MAXUINT32, k);
    for (guint label = 0; label < k; label++)
      sum += f[label] * b[label];
    sum *= norm (last, steps, factors + i * k, allowed != NULL ? allowed[i] : G_MAXUINT32, k);
    for (guint before = 0; before < k && sum > 1e-30f; before++) {
      float share = sign * last[before] / sum;
      for (guint label = 0; label < k; label++)
        taken[before * k + label] += share * steps[before * k + label] * next[label];
    }
  }
}

static void
move (float *weight, float *square, float gradient, float rate)
{
  *square += gradient * gradient;
  *weight += rate / sqrtf (1.0f + *square) * (gradient - DECAY * *weight);
}

static void
update (PurportCrf *self, const PurportCrfSentence *sentence, const float *labels, const float *taken, float rate)
{
  guint k = self->n_labels;

  for (guint32 i = 0; i < sentence->n_tokens; i++) {
    const float *gradient = labels + i * k;
    float largest = 0;
    for (guint label = 0; label < k; label++)
      largest = MAX (largest, fabsf (gradient[label]));
    if (largest < MIN_GRADIENT)
      continue;
    for (guint32 j = sentence->first_row[i]; j < sentence->first_row[i + 1]; j++) {
      gsize at = (gsize)sentence->rows[j] * k;
      for (guint label = 0; label < k; label++)
        move (&self->weights[at + label], &self->squares[at + label], gradient[label], rate);
    }
  }
  for (guint i = 0; i < (k + 1) * k; i++)
    if (self->may_follow[i])
      move (&self->transitions[i], &self->transition_squares[i], taken[i], rate);
}

/* Returns: the sentence with some of its features. */
static PurportCrfSentence
drop_features (PurportCrf *self, const PurportCrfSentence *sentence)
{
  PurportCrfSentence kept = *sentence;

  g_array_set_size (self->kept_rows, 0);
  g_array_set_size (self->kept_first, 0);
  for (guint32 i = 0; i < sentence->n_tokens; i++) {
    guint32 bits = 0;
    g_array_append_val (self->kept_first, self->kept_rows->len);
    for (guint32 j = sentence->first_row[i]; j < sentence->first_row[i + 1]; j++, bits >>= 8) {
      if ((j - sentence->first_row[i]) % 4 == 0)
        bits = g_rand_int (self->random);
      if ((bits & 0xFF) < KEPT * 256)
        g_array_append_val (self->kept_rows, sentence->rows[j]);
    }
  }
  g_array_append_val (self->kept_first, self->kept_rows->len);
  kept.rows = (guint32 *)(gpointer)self->kept_rows->data;
  kept.first_row = (guint32 *)(gpointer)self->kept_first->data;
  return kept;
}

/**
 * purport_crf_learn:
 * @whole: a sentence of one token or more, with a path through its allowed labels
 * @rate: the first step's length
 *
 * One step on one sentence. O(tokens × (features × labels + labels²)).
 *
 * Returns: by how much its logarithmic likelihood fell short of 0
 */
double
purport_crf_learn (PurportCrf *self, const PurportCrfSentence *whole, float rate)
{
  PurportCrfSentence kept = drop_features (self, whole), *sentence = &kept;
  guint32 n = sentence->n_tokens;
  gsize k = self->n_labels, size = n * k, n_steps = (k + 1) * k;
  float *factors, *forward, *backward, *labels, *steps, *turned, *taken;
  double all, right;

  g_array_set_size (self->work, (guint)(4 * size + 3 * n_steps));
  factors = (float *)(gpointer)self->work->data;
  forward = factors + size;
  backward = forward + size;
  labels = backward + size;
  steps = labels + size;
  turned = steps + n_steps;
  taken = turned + n_steps;
  memset (labels, 0, size * sizeof *labels);
  memset (taken, 0, n_steps * sizeof *taken);
  for (gsize i = 0; i < n_steps; i++)
    steps[i] = self->may_follow[i] ? expf (self->transitions[i]) : 0;
  for (gsize i = 0; i < k * k; i++)
    turned[i % k * k + i / k] = steps[i];
  score_tokens (self, sentence, factors);
  all = run_paths (self, n, factors, steps, turned, NULL, forward, backward);
  add_expected (self, n, factors, steps, NULL, forward, backward, -1, labels, taken);
  right = run_paths (self, n, factors, steps, turned, sentence->allowed, forward, backward);
  add_expected (self, n, factors, steps, sentence->allowed, forward, backward, 1, labels, taken);
  update (self, sentence, labels, taken, rate);
  return all - right;
}

static gint
compare_floats (gconstpointer a, gconstpointer b)
{
  float first = *(const float *)a, second = *(const float *)b;
  return first < second ? -1 : first > second;
}

/* The same for all labels can be taken off a row: the middle one, so that most are 0. */
static void
centre (float *row, guint k)
{
  float sorted[PURPORT_CRF_MAX_LABELS];

  memcpy (sorted, row, k * sizeof *row);
  qsort (sorted, k, sizeof *sorted, compare_floats);
  for (guint i = 0; i < k; i++)
    row[i] -= sorted[k / 2];
}

static void
add_row (const float *row, guint k, guint32 feature, float scale, float min_weight, GArray *slots, GArray *pairs)
{
  PurportLinearModelSlot slot = { feature, pairs->len << 6 };
  guint32 first = pairs->len;
  float largest = 0;

  for (guint i = 0; i < k; i++)
    largest = MAX (largest, fabsf (row[i]));
  for (guint i = 0; i < k && largest >= min_weight; i++) {
    PurportLinearModelPair pair = { (guint8)i, (gint8)CLAMP (lrintf (row[i] * scale), -127, 127) };
    if (pair.weight != 0 && fabsf (row[i]) >= min_weight / 2)
      g_array_append_val (pairs, pair);
  }
  slot.value |= pairs->len - first;
  if (pairs->len > first)
    g_array_append_val (slots, slot);
}

/**
 * purport_crf_to_bytes:
 * @transition: gives the feature that stands for the steps behind a label
 * @min_weight: rows without a weight of this size are left out, and weights under half of it
 *
 * Returns: (transfer full): the model in the format of text/linear-model.h, weights rounded to 8 bits
 */
GBytes *
purport_crf_to_bytes (PurportCrf *self, const char *kind, guint32 (*transition) (guint before), float min_weight)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelSlot));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PurportLinearModelPair));
  guint k = self->n_labels;
  float largest = 0, scale;

  for (gsize i = 0; i < (gsize)self->n_rows * k; i++)
    self->weights[i] *= (float)KEPT;
  for (guint32 row = 0; row < self->n_rows; row++)
    centre (self->weights + (gsize)row * k, k);
  for (gsize i = 0; i < (gsize)self->n_rows * k; i++)
    largest = MAX (largest, fabsf (self->weights[i]));
  for (guint i = 0; i < (k + 1) * k; i++)
    largest = MAX (largest, fabsf (self->transitions[i]));
  scale = 127.0f / LARGEST_WEIGHT;
  g_printerr ("largest weight %.2f\n", (double)largest);
  for (guint32 slot = 0; slot < self->n_slots; slot++)
    if (self->values[slot] != 0)
      add_row (self->weights + (gsize)(self->values[slot] - 1) * k, k, self->features[slot], scale, min_weight, slots,
               pairs);
  for (guint before = 0; before <= k; before++)
    add_row (self->transitions + before * k, k, transition (before), scale, 0, slots, pairs);
  return purport_linear_model_write (kind, k, slots, pairs);
}
