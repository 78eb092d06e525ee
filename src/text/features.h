/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What models see of a token, as hashes; the same code serves training and reading. Private to the layers text and
 * learn. */
#pragma once

#include "text/words.h"

G_BEGIN_DECLS

/* The hashed views of one word. */
typedef struct {
  guint32 word;    /* lower case */
  guint32 prefix;  /* its first 3 bytes */
  guint32 suffix2; /* its last bytes, lower case */
  guint32 suffix3;
  guint32 suffix4;
  guint32 shape; /* kinds of characters, runs folded: "Xx", "d.d", "x-x" */
  guint32 cased; /* the word as written */
} PurportWordView;

PurportWordView purport_word_view (const char *text, const PurportToken *token);

/* Mixes a template number and up to two views into one feature; never 0. */
static inline guint32
purport_feature (guint32 template_number, guint32 a, guint32 b)
{
  guint32 h = template_number * 0x9E3779B1u ^ a;

  h = (h ^ (h >> 15)) * 0x85EBCA77u;
  h ^= b + 0x7F4A7C15u + (h << 6);
  h = (h ^ (h >> 13)) * 0xC2B2AE3Du;
  h ^= h >> 16;
  return h;
}

G_END_DECLS
