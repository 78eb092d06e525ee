/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coarser cut than Unicode's extended grapheme clusters (UAX 29): never a boundary where that has none inside a
 * word or a symbol. Letters are never parted by the tokenizer, so that Hangul and Indic scripts need no rule here. */
#include "text/graphemes.h"

static gboolean
is_extender (gunichar c)
{
  if (c < 0x300)
    return FALSE;
  if (c == 0x200C || c == 0x200D || c == 0xE33 || c == 0xEB3 || c == 0xFF9E || c == 0xFF9F)
    return TRUE;
  if ((c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F))
    return TRUE;
  return g_unichar_ismark (c);
}

static gboolean
is_regional (gunichar c)
{
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Characters that hold on to what comes after them. */
static gboolean
is_prepended (gunichar c)
{
  return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2 ||
         c == 0xD4E || (c >= 0x11000 && g_unichar_type (c) == G_UNICODE_FORMAT && c < 0x1E000);
}

/* Returns: whether the cluster that ends with @last goes on with @c. */
static gboolean
goes_on (gunichar last, gunichar c)
{
  if (g_unichar_iscntrl (last) || last == 0x2028 || last == 0x2029)
    return FALSE;
  if (is_extender (c))
    return TRUE;
  if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
    return FALSE;
  return last == 0x200D || (is_regional (last) && is_regional (c)) || is_prepended (last);
}

/**
 * purport_grapheme_next:
 * @at: where a cluster starts, before @end
 *
 * Returns: where the cluster ends. O(its length).
 */
const char *
purport_grapheme_next (const char *at, const char *end)
{
  gunichar last;

  if ((guchar)at[0] < 0x80 && (at + 1 == end || (guchar)at[1] < 0x80))
    return at + 1;
  last = g_utf8_get_char (at);
  for (at = g_utf8_next_char (at); at < end && (guchar)*at >= 0x80; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!goes_on (last, c))
      break;
    last = c;
  }
  return MIN (at, end);
}

/**
 * purport_grapheme_classify:
 * @at: where a cluster starts
 * @next: where it ends
 *
 * White space that carries a mark is no white space: a span that left it out would cut the cluster.
 */
PurportGlyph
purport_grapheme_classify (const char *at, const char *next)
{
  gunichar c;
  GUnicodeType type;

  if ((guchar)*at < 0x80) {
    if (purport_byte_is_letter (*at))
      return PURPORT_GLYPH_LETTER;
    if (purport_byte_is_digit (*at))
      return PURPORT_GLYPH_DIGIT;
    return purport_byte_is_space (*at) && next == at + 1 ? PURPORT_GLYPH_SPACE : PURPORT_GLYPH_OTHER;
  }
  c = g_utf8_get_char (at);
  type = g_unichar_type (c);
  if (g_unichar_isspace (c))
    return next == g_utf8_next_char (at) ? PURPORT_GLYPH_SPACE : PURPORT_GLYPH_OTHER;
  if (type == G_UNICODE_DECIMAL_NUMBER)
    return PURPORT_GLYPH_DIGIT;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || type == G_UNICODE_FORMAT || type == G_UNICODE_PRIVATE_USE)
    return PURPORT_GLYPH_LETTER;
  return PURPORT_GLYPH_OTHER;
}
