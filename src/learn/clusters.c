/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): each word in turn moves to the cluster
 * in which a bigram model over clusters gives the text the highest likelihood, for so many rounds. With N(g,h) the
 * count of cluster g before cluster h, that is the sum of N(g,h) log N(g,h) less twice that of N(g) log N(g).
 */
#include "learn/clusters.h"

#include <math.h>
#include <string.h>

#define N_LOGS 65536u

typedef struct {
  guint32 word;
  guint32 count;
} Neighbour;

typedef struct {
  Neighbour *neighbours; /* of all words, one word's behind another's */
  guint32 *first;        /* of each word; one more at the end */
} Side;

typedef struct {
  guint n_clusters;
  guint32 n_words;
  guint16 *clusters; /* of each word */
  guint32 *counts;   /* of each word */
  Side before, after;
  gint32 *pairs;                    /* N(g,h), row g */
  gint32 *turned;                   /* N(g,h), row h */
  float *pair_terms, *turned_terms; /* n log n of each */
  gint32 *totals;                   /* N(g) */
  float *terms;                     /* n log n of small n */
} Exchange;

static float
term (const Exchange *self, gint32 n)
{
  return n < (gint32)N_LOGS ? self->terms[n] : (float)n * logf ((float)n);
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
  return first < second ? -1 : first > second;
}

/* The neighbours of each word: @pairs are sorted, (word << 32 | neighbour). */
static void
fill_side (Side *side, const guint64 *pairs, gsize n_pairs, guint32 n_words)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  guint32 word = 0;

  side->first = g_new0 (guint32, n_words + 1);
  for (gsize i = 0; i < n_pairs; i++) {
    Neighbour one = { (guint32)pairs[i], 1 };
    if (i > 0 && pairs[i] == pairs[i - 1]) {
      g_array_index (neighbours, Neighbour, neighbours->len - 1).count++;
      continue;
    }
    for (; word < (guint32)(pairs[i] >> 32); word++)
      side->first[word + 1] = neighbours->len;
    g_array_append_val (neighbours, one);
  }
  for (; word < n_words; word++)
    side->first[word + 1] = neighbours->len;
  side->neighbours = (Neighbour *)(gpointer)g_array_free (neighbours, FALSE);
}

static void
count_neighbours (Exchange *self, const guint32 *sequence, gsize n_tokens)
{
  gsize n_pairs = n_tokens > 0 ? n_tokens - 1 : 0;
  g_autofree guint64 *pairs = g_new (guint64, n_pairs + 1);

  for (gsize i = 0; i < n_tokens; i++)
    self->counts[sequence[i]]++;
  for (gsize i = 0; i < n_pairs; i++)
    pairs[i] = (guint64)sequence[i] << 32 | sequence[i + 1];
  qsort (pairs, n_pairs, sizeof *pairs, compare_pairs);
  fill_side (&self->after, pairs, n_pairs, self->n_words);
  for (gsize i = 0; i < n_pairs; i++)
    pairs[i] = (guint64)sequence[i + 1] << 32 | sequence[i];
  qsort (pairs, n_pairs, sizeof *pairs, compare_pairs);
  fill_side (&self->before, pairs, n_pairs, self->n_words);
}

static void
add_pair (Exchange *self, guint before, guint after, gint32 n)
{
  gsize at = (gsize)before * self->n_clusters + after, turned = (gsize)after * self->n_clusters + before;

  self->pairs[at] += n;
  self->turned[turned] = self->pairs[at];
  self->pair_terms[at] = self->turned_terms[turned] = term (self, self->pairs[at]);
}

/* Sums a word's neighbours up by cluster, without itself. Returns: how often it is its own neighbour. */
static gint32
sum_clusters (const Exchange *self, const Side *side, guint32 word, gint32 *sums)
{
  gint32 own = 0;

  memset (sums, 0, self->n_clusters * sizeof *sums);
  for (guint32 i = side->first[word]; i < side->first[word + 1]; i++)
    if (side->neighbours[i].word == word)
      own = (gint32)side->neighbours[i].count;
    else
      sums[self->clusters[side->neighbours[i].word]] += (gint32)side->neighbours[i].count;
  return own;
}

/* Takes a word out of its cluster (@sign -1) or puts it in (1). */
static void
place (Exchange *self, guint32 word, const gint32 *before, const gint32 *after, gint32 own, gint32 sign)
{
  guint cluster = self->clusters[word];

  for (guint g = 0; g < self->n_clusters; g++) {
    if (after[g] != 0)
      add_pair (self, cluster, g, sign * after[g]);
    if (before[g] != 0)
      add_pair (self, g, cluster, sign * before[g]);
  }
  if (own != 0)
    add_pair (self, cluster, cluster, sign * own);
  self->totals[cluster] += sign * (gint32)self->counts[word];
}

/* What each cluster would gain by @sums more pairs with the clusters they are of. */
static void
add_gains (const Exchange *self, const gint32 *sums, const gint32 *pairs, const float *terms, float *gains)
{
  for (guint g = 0; g < self->n_clusters; g++) {
    const gint32 *row = pairs + (gsize)g * self->n_clusters;
    const float *row_terms = terms + (gsize)g * self->n_clusters;
    if (sums[g] == 0)
      continue;
    for (guint b = 0; b < self->n_clusters; b++)
      gains[b] += term (self, row[b] + sums[g]) - row_terms[b];
  }
}

static guint
best_cluster (const Exchange *self, guint32 word, const gint32 *before, const gint32 *after, gint32 own, float *gains)
{
  guint best = self->clusters[word];

  memset (gains, 0, self->n_clusters * sizeof *gains);
  add_gains (self, before, self->pairs, self->pair_terms, gains);
  add_gains (self, after, self->turned, self->turned_terms, gains);
  for (guint b = 0; b < self->n_clusters; b++) {
    gint32 inner = self->pairs[(gsize)b * self->n_clusters + b];
    gains[b] -= term (self, inner + before[b]) + term (self, inner + after[b]) - 2 * term (self, inner);
    gains[b] += term (self, inner + before[b] + after[b] + own) - term (self, inner);
    gains[b] -= 2 * (term (self, self->totals[b] + (gint32)self->counts[word]) - term (self, self->totals[b]));
    if (gains[b] > gains[best])
      best = b;
  }
  return best;
}

static void
exchange_init (Exchange *self, guint32 n_words, guint n_clusters)
{
  gsize n = (gsize)n_clusters * n_clusters;

  self->n_words = n_words;
  self->n_clusters = n_clusters;
  self->clusters = g_new (guint16, n_words);
  self->counts = g_new0 (guint32, n_words);
  self->pairs = g_new0 (gint32, n);
  self->turned = g_new0 (gint32, n);
  self->pair_terms = g_new0 (float, n);
  self->turned_terms = g_new0 (float, n);
  self->totals = g_new0 (gint32, n_clusters);
  self->terms = g_new0 (float, N_LOGS);
  for (guint i = 1; i < N_LOGS; i++)
    self->terms[i] = (float)i * logf ((float)i);
  for (guint32 i = 0; i < n_words; i++)
    self->clusters[i] = (guint16)(i % n_clusters);
}

static void
exchange_clear (Exchange *self)
{
  g_free (self->counts);
  g_free (self->pairs);
  g_free (self->turned);
  g_free (self->pair_terms);
  g_free (self->turned_terms);
  g_free (self->totals);
  g_free (self->terms);
  g_free (self->before.neighbours);
  g_free (self->before.first);
  g_free (self->after.neighbours);
  g_free (self->after.first);
}

/**
 * purport_clusters_find:
 * @sequence: (array length=n_tokens): words by their number; the more frequent a word, the lower
 * @n_words: their number
 *
 * O(@n_rounds × different bigrams × @n_clusters).
 *
 * Returns: (transfer full): the cluster of each word, from 0
 */
guint16 *
purport_clusters_find (const guint32 *sequence, gsize n_tokens, guint32 n_words, guint n_clusters, guint n_rounds)
{
  Exchange self = { 0 };
  g_autofree gint32 *before = g_new (gint32, n_clusters);
  g_autofree gint32 *after = g_new (gint32, n_clusters);
  g_autofree float *gains = g_new (float, n_clusters);

  exchange_init (&self, n_words, n_clusters);
  count_neighbours (&self, sequence, n_tokens);
  for (gsize i = 0; i + 1 < n_tokens; i++)
    self.pairs[(gsize)self.clusters[sequence[i]] * n_clusters + self.clusters[sequence[i + 1]]]++;
  for (guint g = 0; g < n_clusters; g++)
    for (guint h = 0; h < n_clusters; h++)
      add_pair (&self, g, h, 0);
  for (guint32 i = 0; i < n_words; i++)
    self.totals[self.clusters[i]] += (gint32)self.counts[i];
  for (guint round = 0; round < n_rounds; round++) {
    guint32 n_moved = 0;
    for (guint32 word = 0; word < n_words; word++) {
      gint32 own = sum_clusters (&self, &self.after, word, after);
      guint cluster = self.clusters[word];
      sum_clusters (&self, &self.before, word, before);
      place (&self, word, before, after, own, -1);
      self.clusters[word] = (guint16)best_cluster (&self, word, before, after, own, gains);
      place (&self, word, before, after, own, 1);
      n_moved += self.clusters[word] != cluster;
    }
    g_printerr ("%u clusters, round %u: %u of %u words moved\n", n_clusters, round + 1, n_moved, n_words);
  }
  exchange_clear (&self);
  return self.clusters;
}
