/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that bylines are made of, beside names. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean purport_byline_word_is_role (const char *word, gsize n_bytes);
gboolean purport_byline_word_is_role_head (const char *word, gsize n_bytes);
gboolean purport_byline_word_is_particle (const char *word, gsize n_bytes);
gboolean purport_byline_word_is_publisher (const char *word, gsize n_bytes);
gboolean purport_byline_word_is_no_name (const char *word, gsize n_bytes);
gboolean purport_byline_is_agency (const char *words, gsize n_bytes);

G_END_DECLS
