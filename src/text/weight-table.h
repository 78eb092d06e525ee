/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Linear models whose features speak about nearly all classes: a row of 8-bit weights for each feature, four rows to a
 * cache line, so that a feature costs one access to memory and the row is added as a vector.
 */
#pragma once

#include <string.h>

#include "base/error.h"

G_BEGIN_DECLS

#define PURPORT_WEIGHT_TABLE_MAGIC "PURPORTW"
#define PURPORT_WEIGHT_TABLE_VERSION 1u
#define PURPORT_WEIGHT_TABLE_N_WEIGHTS 14
#define PURPORT_WEIGHT_TABLE_N_ROWS 4 /* in a bucket */
#define PURPORT_WEIGHT_TABLE_KIND_LENGTH 16

/**
 * PurportWeightTableHeader:
 *
 * The file: this header, then @n_buckets buckets; numbers are little-endian. A feature's row, if it has one, lies in
 * the bucket that purport_weight_table_bucket() names, or in the next one where that is full, under the feature's mark;
 * rows are filled from the first. Buckets are @n_buckets and one more. @checksum is that of text/linear-model.h over
 * the buckets. There is nothing in a bucket that could be out of range.
 */
typedef struct {
  char magic[8];
  guint32 version;
  guint32 n_buckets;
  guint32 checksum;
  guint32 scale; /* a weight of 1 is stored as this many thousandths */
  char kind[PURPORT_WEIGHT_TABLE_KIND_LENGTH];
  guint8 padding[24]; /* buckets lie at a multiple of 64 bytes */
} PurportWeightTableHeader;

typedef struct {
  guint16 marks[PURPORT_WEIGHT_TABLE_N_ROWS]; /* 0: no row */
  gint8 weights[PURPORT_WEIGHT_TABLE_N_ROWS][PURPORT_WEIGHT_TABLE_N_WEIGHTS];
} PurportWeightBucket;

typedef struct {
  GBytes *bytes;
  const PurportWeightBucket *buckets;
  guint32 n_buckets;
} PurportWeightTable;

PurportWeightTable *purport_weight_table_new (GBytes *bytes, const char *kind, GError **error);
void purport_weight_table_free (PurportWeightTable *table);

static inline guint32
purport_weight_table_bucket (guint32 feature, guint32 n_buckets)
{
  return (guint32)(((guint64)feature * n_buckets) >> 32);
}

/* The low bits of a feature, which say little about its bucket; never 0. */
static inline guint16
purport_weight_table_mark (guint32 feature)
{
  return (guint16)((feature & 0xffffu) == 0 ? 1u : feature & 0xffffu);
}

/* Fetches the bucket of @feature into the cache, for a look-up soon. */
static inline void
purport_weight_table_prefetch (const PurportWeightTable *table, guint32 feature)
{
  __builtin_prefetch (&table->buckets[purport_weight_table_bucket (feature, table->n_buckets)]);
}

/* Returns: (nullable): the weights under @mark in a bucket. All four marks are compared at once. */
static inline const gint8 *
purport_weight_bucket_find (const PurportWeightBucket *bucket, guint16 mark)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0001000100010001), tops = G_GUINT64_CONSTANT (0x8000800080008000);
  guint64 marks, differences, zeros;

  memcpy (&marks, bucket->marks, sizeof marks);
  differences = marks ^ (ones * mark);
  zeros = (differences - ones) & ~differences & tops;
  return zeros == 0 ? NULL : bucket->weights[__builtin_ctzll (zeros) >> 4];
}

/* Returns: (nullable): the weights of @feature. O(1). */
static inline const gint8 *
purport_weight_table_find (const PurportWeightTable *table, guint32 feature)
{
  const PurportWeightBucket *bucket = &table->buckets[purport_weight_table_bucket (feature, table->n_buckets)];
  guint16 mark = purport_weight_table_mark (feature);
  const gint8 *weights = purport_weight_bucket_find (bucket, mark);

  if (weights == NULL && bucket->marks[PURPORT_WEIGHT_TABLE_N_ROWS - 1] != 0)
    weights = purport_weight_bucket_find (bucket + 1, mark);
  return weights;
}

/* Sums of rows in two vectors: the first eight weights, and the last eight, of which two are among the first too. */
typedef gint16 PurportWeightVector __attribute__ ((vector_size (16)));
typedef gint8 PurportWeightBytes __attribute__ ((vector_size (8)));

typedef struct {
  PurportWeightVector first;
  PurportWeightVector last;
} PurportWeightSums;

/* Adds the weights of @feature to @sums. O(1). */
static inline void
purport_weight_table_add (const PurportWeightTable *table, guint32 feature, PurportWeightSums *sums)
{
  const gint8 *weights = purport_weight_table_find (table, feature);
  PurportWeightBytes first, last;

  if (weights == NULL)
    return;
  memcpy (&first, weights, sizeof first);
  memcpy (&last, weights + PURPORT_WEIGHT_TABLE_N_WEIGHTS - 8, sizeof last);
  sums->first += __builtin_convertvector(first, PurportWeightVector);
  sums->last += __builtin_convertvector(last, PurportWeightVector);
}

/* Returns: the sum of the @i-th weights. */
static inline gint16
purport_weight_sums_get (const PurportWeightSums *sums, guint i)
{
  return i < 8 ? sums->first[i] : sums->last[i - (PURPORT_WEIGHT_TABLE_N_WEIGHTS - 8)];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportWeightTable, purport_weight_table_free)

G_END_DECLS
