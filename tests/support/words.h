/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of a text with the built-in models, and checks what holds for those of any text. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

PurportWords *purport_test_read_words (const char *text, gssize n_bytes);
void purport_test_check_words (const PurportWords *words);
char *purport_test_dup_sentences (const char *text);
char *purport_test_dup_names (const char *text);
char *purport_test_dup_repairs (const char *text);

G_END_DECLS
