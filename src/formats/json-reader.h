/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict JSON reader over a buffer: asks for what is wanted, skips the rest, builds no tree. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_JSON_KIND_END, /* nothing is left, or no value stands here */
  PURPORT_JSON_KIND_OBJECT,
  PURPORT_JSON_KIND_LIST,
  PURPORT_JSON_KIND_STRING,
  PURPORT_JSON_KIND_NUMBER,
  PURPORT_JSON_KIND_LITERAL, /* true, false, null */
} PurportJsonKind;

/* A place in JSON text. A plain value: a copy remembers the place. The text is borrowed. */
typedef struct {
  const char *at;
  const char *end;
} PurportJsonReader;

void purport_json_reader_init (PurportJsonReader *self, const char *json, gsize n_bytes);
PurportJsonKind purport_json_reader_peek (PurportJsonReader *self);
gboolean purport_json_reader_enter (PurportJsonReader *self, char bracket);
gboolean
purport_json_reader_next (PurportJsonReader *self, char closing_bracket, gboolean *is_first, gboolean *has_item);
char *purport_json_reader_read_string (PurportJsonReader *self, gsize *n_bytes);
gboolean purport_json_reader_read_key (PurportJsonReader *self, char **key);
gboolean purport_json_reader_skip (PurportJsonReader *self);
gboolean purport_json_reader_at_end (PurportJsonReader *self);

G_END_DECLS
