/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clusters of words that keep the same company. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint16 *
purport_clusters_find (const guint32 *sequence, gsize n_tokens, guint32 n_words, guint n_clusters, guint n_rounds);

G_END_DECLS
