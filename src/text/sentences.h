/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where sentences end. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

/* Whether capitals tell anything in a text. */
typedef enum {
  PURPORT_CASE_MIXED,
  PURPORT_CASE_LOWER, /* hardly any capitals */
  PURPORT_CASE_UPPER, /* hardly any small letters */
} PurportCase;

PurportCase purport_sentences_find_case (const GArray *tokens, guint32 first_token, guint32 end_token);
void purport_sentences_find (PurportWords *words, guint32 block, guint32 first_token, guint32 end_token);

G_END_DECLS
