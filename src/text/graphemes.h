/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps through text by user-perceived characters, so that no span ever cuts one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to the tokenizer. */
typedef enum {
  PURPORT_GLYPH_SPACE,
  PURPORT_GLYPH_LETTER,
  PURPORT_GLYPH_DIGIT,
  PURPORT_GLYPH_OTHER,
} PurportGlyph;

const char *purport_grapheme_next (const char *at, const char *end);
PurportGlyph purport_grapheme_classify (const char *at, const char *next);

static inline gboolean
purport_byte_is_lower (char c)
{
  return c >= 'a' && c <= 'z';
}

static inline gboolean
purport_byte_is_upper (char c)
{
  return c >= 'A' && c <= 'Z';
}

static inline gboolean
purport_byte_is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static inline gboolean
purport_byte_is_letter (char c)
{
  return purport_byte_is_lower ((char)(c | 0x20));
}

/* White space in ASCII. */
static inline gboolean
purport_byte_is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

G_END_DECLS
