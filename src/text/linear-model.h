/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear models over hashed features: the one binary format of resources/models. */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

#define PURPORT_LINEAR_MODEL_MAGIC "PURPORTM"
#define PURPORT_LINEAR_MODEL_VERSION 1u
#define PURPORT_LINEAR_MODEL_MAX_CLASSES 63u
#define PURPORT_LINEAR_MODEL_KIND_LENGTH 16

/**
 * PurportLinearModelHeader:
 *
 * The file: this header, then @n_slots slots, then @n_pairs pairs; all numbers little-endian. A slot of an
 * open-addressing table (linear probing from feature % n_slots) holds a feature's hash and where its weights are: first
 * pair << 6 | number of pairs; no feature has the value 0. @checksum is 32-bit FNV-1a over 8-byte words of everything
 * behind the header.
 */
typedef struct {
  char magic[8];
  guint32 version;
  guint32 n_classes;
  guint32 n_slots; /* a power of two */
  guint32 n_pairs;
  guint32 checksum;
  guint32 reserved;
  char kind[PURPORT_LINEAR_MODEL_KIND_LENGTH]; /* what the model is for; NUL-padded */
} PurportLinearModelHeader;

typedef struct {
  guint32 feature;
  guint32 value; /* 0: empty */
} PurportLinearModelSlot;

typedef struct {
  guint8 class_index;
  gint8 weight;
} PurportLinearModelPair;

typedef struct {
  GBytes *bytes;
  const PurportLinearModelSlot *slots;
  const PurportLinearModelPair *pairs;
  guint32 mask; /* n_slots - 1 */
  guint32 n_classes;
} PurportLinearModel;

const PurportLinearModelHeader *purport_linear_model_check (GBytes *bytes, const char *kind, GError **error);
PurportLinearModel *purport_linear_model_new (GBytes *bytes, const char *kind, GError **error);
GBytes *purport_linear_model_lookup (PurportDataFunc lookup, gpointer user_data, const char *kind, GError **error);
PurportLinearModel *purport_linear_model_load (
    PurportDataFunc lookup, gpointer user_data, const char *kind, guint n_classes, GError **error);
void purport_linear_model_free (PurportLinearModel *model);
guint32 purport_linear_model_checksum (const guint8 *data, gsize n_bytes);

/* Fetches the slot of @feature into the cache, for a look-up soon. */
static inline void
purport_linear_model_prefetch (const PurportLinearModel *model, guint32 feature)
{
  __builtin_prefetch (&model->slots[feature & model->mask]);
}

/* Adds the weights of @feature to @scores (@n_classes long). O(1). */
static inline void
purport_linear_model_add (const PurportLinearModel *model, guint32 feature, gint32 *scores)
{
  guint32 slot = feature & model->mask;

  while (model->slots[slot].value != 0) {
    if (model->slots[slot].feature == feature) {
      const PurportLinearModelPair *pair = model->pairs + (model->slots[slot].value >> 6);
      for (guint32 n = model->slots[slot].value & 63u; n > 0; n--, pair++)
        scores[pair->class_index] += pair->weight;
      return;
    }
    slot = (slot + 1) & model->mask;
  }
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PurportLinearModel, purport_linear_model_free)

G_END_DECLS
