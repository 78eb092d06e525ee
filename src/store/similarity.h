/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two short texts say the same, by their telling words. Private to the layer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on two claims are shown as about the same. */
#define PURPORT_SIMILAR 0.5

char **purport_similarity_dup_words (const char *text);
double purport_similarity_of (const char *a, const char *b);

G_END_DECLS
