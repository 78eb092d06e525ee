/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles in JSON-LD, as schema.org defines them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PurportLinkedData:
 * @authors: (element-type utf8): of the article, or the one person of whom the page speaks
 *
 * What the page's articles say. Strings are owned and nullable. An object whose type is an article's counts more than
 * a recipe or product, and that more than the page itself; among equals the first.
 */
typedef struct {
  char *headline;
  GPtrArray *authors;
  char *publisher;
  char *published; /* as written */
  char *modified;  /* as written */
  /*< private >*/
  guint headline_rank;
  guint authors_rank;
  guint published_rank;
  GHashTable *names;  /* (element-type utf8 utf8): of objects, by their @id */
  GPtrArray *persons; /* (element-type utf8): that are members of the graph */
} PurportLinkedData;

void purport_linked_data_init (PurportLinkedData *self);
void purport_linked_data_clear (PurportLinkedData *self);
void purport_linked_data_read (PurportLinkedData *self, const char *json, gsize n_bytes);
void purport_linked_data_finish (PurportLinkedData *self);

G_END_DECLS
