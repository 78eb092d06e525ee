/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotated texts for training: read from files, cut into the engine's own tokens, with the labels of those that match.
 */
#pragma once

#include "text/features.h"

G_BEGIN_DECLS

/* A label that says nothing: the token is not trained on. */
#define PURPORT_EXAMPLE_NO_LABEL G_MAXUINT8

/**
 * PurportExample:
 * @words: tokens and sentences; names and tags are the trainer's to fill
 * @labels: for each token its label, or %PURPORT_EXAMPLE_NO_LABEL
 * @partial: names outside the annotated types may be unmarked
 */
typedef struct {
  PurportWords *words;
  guint8 *labels;
  gboolean partial;
} PurportExample;

typedef enum {
  PURPORT_DRESS_AS_IS,
  PURPORT_DRESS_LOWER,
  PURPORT_DRESS_UPPER,
} PurportDress;

GPtrArray *purport_examples_read_tags (const char *path, PurportDress dress, GError **error);
GPtrArray *purport_examples_read_texts (const char *path, GError **error);
GPtrArray *purport_examples_read_names (const char *path, PurportDress dress, GError **error);
void purport_example_free (PurportExample *example);

G_END_DECLS
