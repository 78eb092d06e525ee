/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A streaming JSON writer onto a string, whose every byte is determined by what is written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportJsonWriter:
 *
 * The state of one document being written. Every function takes the member's name as @key, or %NULL for the items of a
 * list and the document itself. Strings must be valid UTF-8. Nothing is checked: a caller who forgets an end writes no
 * JSON. A plain value; nothing is to be freed but the string that it writes to.
 */
typedef struct {
  GString *out;
  gboolean pretty; /* indented; compact is one line */
  gboolean first;  /* nothing stands yet in the innermost list or object */
  guint depth;
  guint flat_depth; /* from this depth on all stands in one line; 0: nothing does */
} PurportJsonWriter;

void purport_json_writer_init (PurportJsonWriter *self, GString *out, gboolean pretty);
void purport_json_begin_object (PurportJsonWriter *self, const char *key);
void purport_json_begin_flat_object (PurportJsonWriter *self, const char *key);
void purport_json_end_object (PurportJsonWriter *self);
void purport_json_begin_list (PurportJsonWriter *self, const char *key);
void purport_json_begin_flat_list (PurportJsonWriter *self, const char *key);
void purport_json_end_list (PurportJsonWriter *self);
void purport_json_null (PurportJsonWriter *self, const char *key);
void purport_json_boolean (PurportJsonWriter *self, const char *key, gboolean value);
void purport_json_unsigned (PurportJsonWriter *self, const char *key, guint64 value);
void purport_json_number (PurportJsonWriter *self, const char *key, double value);
void purport_json_score (PurportJsonWriter *self, const char *key, double value);
void purport_json_string (PurportJsonWriter *self, const char *key, const char *value);
void purport_json_string_n (PurportJsonWriter *self, const char *key, const char *value, gsize n_bytes);
void purport_json_raw (PurportJsonWriter *self, const char *key, const char *json);

G_END_DECLS
