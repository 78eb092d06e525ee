/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a model once, so that reading from it needs no checks. */
#include "text/linear-model.h"

#include <string.h>

G_STATIC_ASSERT (sizeof (PurportLinearModelHeader) == 48);

/* Returns: FNV-1a over 8-byte words, then the bytes that are left, folded to 32 bits. */
guint32
purport_linear_model_checksum (const guint8 *data, gsize n_bytes)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037), word;
  gsize i = 0;

  for (; i + 8 <= n_bytes; i += 8) {
    memcpy (&word, data + i, 8);
    hash = (hash ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (1099511628211);
  }
  for (; i < n_bytes; i++)
    hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (1099511628211);
  return (guint32)(hash ^ (hash >> 32));
}

static gboolean
check_header (const PurportLinearModelHeader *header, gsize n_bytes, const char *kind)
{
  if (memcmp (header->magic, PURPORT_LINEAR_MODEL_MAGIC, sizeof header->magic) != 0 ||
      header->version != PURPORT_LINEAR_MODEL_VERSION ||
      strncmp (header->kind, kind, PURPORT_LINEAR_MODEL_KIND_LENGTH) != 0)
    return FALSE;
  if (header->n_classes == 0 || header->n_classes > PURPORT_LINEAR_MODEL_MAX_CLASSES)
    return FALSE;
  if (header->n_slots == 0 || (header->n_slots & (header->n_slots - 1)) != 0)
    return FALSE;
  return n_bytes == sizeof *header + (gsize)header->n_slots * sizeof (PurportLinearModelSlot) +
                        (gsize)header->n_pairs * sizeof (PurportLinearModelPair);
}

/* One slot is free, so that a search ends; where there are pairs, every slot points at some that exist. */
static gboolean
check_tables (const PurportLinearModelHeader *header)
{
  const PurportLinearModelSlot *slots = (gconstpointer)(header + 1);
  const PurportLinearModelPair *pairs = (gconstpointer)(slots + header->n_slots);
  guint32 n_used = 0;

  for (guint32 i = 0; i < header->n_slots; i++) {
    guint32 value = slots[i].value;
    n_used += value != 0;
    if (header->n_pairs > 0 && (guint64)(value >> 6) + (value & 63u) > header->n_pairs)
      return FALSE;
  }
  for (guint32 i = 0; i < header->n_pairs; i++)
    if (pairs[i].class_index >= header->n_classes)
      return FALSE;
  return n_used < header->n_slots;
}

/**
 * purport_linear_model_check:
 * @bytes: the file, 4-byte aligned (as mapped files and resources are)
 * @kind: what it must be for
 *
 * O(size).
 *
 * Returns: (transfer none): the header, the slots behind it and then the pairs, or %NULL with
 *   %PURPORT_BASE_ERROR_DATA_DAMAGED
 */
const PurportLinearModelHeader *
purport_linear_model_check (GBytes *bytes, const char *kind, GError **error)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  const PurportLinearModelHeader *header = (gconstpointer)data;

  if (n_bytes >= sizeof *header && ((gsize)data & 3) == 0 && G_BYTE_ORDER == G_LITTLE_ENDIAN &&
      check_header (header, n_bytes, kind) &&
      purport_linear_model_checksum (data + sizeof *header, n_bytes - sizeof *header) == header->checksum &&
      check_tables (header))
    return header;
  g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED,
               "The model for %s is damaged or of another version: install Purport again", kind);
  return NULL;
}

/**
 * purport_linear_model_new:
 * @bytes: the file, 4-byte aligned; a reference is kept and nothing is copied
 * @kind: what the model must be for
 *
 * O(size), for the check alone.
 *
 * Returns: (transfer full): the model, or %NULL with %PURPORT_BASE_ERROR_DATA_DAMAGED
 */
PurportLinearModel *
purport_linear_model_new (GBytes *bytes, const char *kind, GError **error)
{
  const PurportLinearModelHeader *header = purport_linear_model_check (bytes, kind, error);
  PurportLinearModel *model;

  if (header == NULL)
    return NULL;
  if (header->n_pairs == 0) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED,
                 "The model for %s has no weights: install Purport again", kind);
    return NULL;
  }
  model = g_new0 (PurportLinearModel, 1);
  model->bytes = g_bytes_ref (bytes);
  model->slots = (const PurportLinearModelSlot *)(gconstpointer)(header + 1);
  model->pairs = (const PurportLinearModelPair *)(gconstpointer)(model->slots + header->n_slots);
  model->mask = header->n_slots - 1;
  model->n_classes = header->n_classes;
  return model;
}

/* Returns: (transfer full): the bytes of "models/@kind.bin", or %NULL with %PURPORT_BASE_ERROR_DATA_MISSING */
GBytes *
purport_linear_model_lookup (PurportDataFunc lookup, gpointer user_data, const char *kind, GError **error)
{
  g_autofree char *name = g_strdup_printf ("models/%s.bin", kind);
  GBytes *bytes = lookup (name, user_data);

  if (bytes == NULL)
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING,
                 "%s is missing: Purport is not completely installed", name);
  return bytes;
}

/**
 * purport_linear_model_load:
 * @lookup: asked for "models/@kind.bin"
 * @n_classes: what the model must have
 *
 * Returns: (transfer full): the model, or %NULL with a #PurportBaseError
 */
PurportLinearModel *
purport_linear_model_load (
    PurportDataFunc lookup, gpointer user_data, const char *kind, guint n_classes, GError **error)
{
  g_autoptr (GBytes) bytes = purport_linear_model_lookup (lookup, user_data, kind, error);
  g_autoptr (PurportLinearModel) model = NULL;

  if (bytes == NULL)
    return NULL;
  model = purport_linear_model_new (bytes, kind, error);
  if (model == NULL)
    return NULL;
  if (model->n_classes != n_classes) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED,
                 "models/%s.bin is of another version: install Purport again", kind);
    return NULL;
  }
  return g_steal_pointer (&model);
}

void
purport_linear_model_free (PurportLinearModel *model)
{
  if (model == NULL)
    return;
  g_clear_pointer (&model->bytes, g_bytes_unref);
  g_free (model);
}
