/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles in JSON-LD, as schema.org defines them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was found first of each; strings are owned and nullable. */
typedef struct {
  char *headline;
  GPtrArray *authors; /* (element-type utf8) */
  char *publisher;
  char *published; /* as written */
} PurportLinkedData;

void purport_linked_data_init (PurportLinkedData *self);
void purport_linked_data_clear (PurportLinkedData *self);
void purport_linked_data_read (PurportLinkedData *self, const char *json, gsize n_bytes);

G_END_DECLS
