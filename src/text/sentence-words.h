/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that tell a new sentence from the middle of one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean purport_sentence_word_starts (const char *word, gsize n_bytes);
gboolean purport_sentence_word_is_pronoun (const char *word, gsize n_bytes);
gboolean purport_sentence_word_reports (const char *word, gsize n_bytes);

G_END_DECLS
