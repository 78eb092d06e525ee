/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds one character. Compatibility decomposition does ligatures; tables do what Unicode does not decompose. */
#include "model/find-fold.h"

#include <string.h>

/* Joins words invisibly, or marks where one may be broken. */
static gboolean
is_ignorable (gunichar character)
{
  return character == 0x00AD || (character >= 0x200B && character <= 0x200F) || character == 0x2060 ||
         character == 0xFEFF || (character >= 0xFE00 && character <= 0xFE0F);
}

static gboolean
is_single_quote (gunichar character)
{
  return (character >= 0x2018 && character <= 0x201B) || character == 0x2032 || character == 0x02BC ||
         character == 0x00B4 || character == '`' || character == 0x2039 || character == 0x203A;
}

static gboolean
is_double_quote (gunichar character)
{
  return (character >= 0x201C && character <= 0x201F) || character == 0x2033 || character == 0x00AB ||
         character == 0x00BB;
}

static gboolean
is_dash (gunichar character)
{
  return (character >= 0x2010 && character <= 0x2015) || character == 0x2212 || character == 0xFE58 ||
         character == 0xFE63 || character == 0xFF0D;
}

/* Letters with a stroke and the like, which have no decomposition. NULL: none of them. */
static const char *
fold_letter (gunichar character)
{
  switch (character) {
  case 0x00E6:
    return "ae";
  case 0x0153:
    return "oe";
  case 0x00F8:
    return "o";
  case 0x0111:
  case 0x00F0:
    return "d";
  case 0x0142:
    return "l";
  case 0x0127:
    return "h";
  case 0x0131:
    return "i";
  case 0x00DF:
    return "ss";
  default:
    return NULL;
  }
}

static guint
put (char out[PURPORT_FIND_MAX_FOLDED], guint length, gunichar character)
{
  if (length + 6 > PURPORT_FIND_MAX_FOLDED)
    return length;
  return length + (guint)g_unichar_to_utf8 (character, out + length);
}

static guint
fold_decomposed (gunichar character, PurportFindFlags flags, char out[PURPORT_FIND_MAX_FOLDED])
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
  guint length = 0;

  for (gsize i = 0; i < n; i++) {
    gunichar part = (flags & PURPORT_FIND_MATCH_CASE) != 0 ? parts[i] : g_unichar_tolower (parts[i]);
    const char *letters;
    if (g_unichar_ismark (part) && (flags & PURPORT_FIND_DIACRITICS) == 0)
      continue;
    letters = (flags & PURPORT_FIND_DIACRITICS) == 0 ? fold_letter (part) : NULL;
    if (part == 0x2044)
      part = '/';
    if (letters == NULL) {
      length = put (out, length, part);
    } else {
      memcpy (out + length, letters, strlen (letters));
      length += (guint)strlen (letters);
    }
  }
  return length;
}

/**
 * purport_find_fold:
 * @character: any character
 * @flags: what is told apart
 * @out: (out): UTF-8, not terminated
 *
 * White space of any kind, line feeds among it, becomes one space; runs of it are the caller's to join.
 *
 * Returns: how many bytes of @out were filled; 0: the character counts for nothing
 */
guint
purport_find_fold (gunichar character, PurportFindFlags flags, char out[PURPORT_FIND_MAX_FOLDED])
{
  if (character < 0x80) {
    if (character == '`')
      character = '\'';
    else if (g_ascii_isspace ((char)character))
      character = ' ';
    else if ((flags & PURPORT_FIND_MATCH_CASE) == 0)
      character = (gunichar)g_ascii_tolower ((char)character);
    out[0] = (char)character;
    return 1;
  }
  if (is_ignorable (character))
    return 0;
  if (g_unichar_isspace (character))
    return put (out, 0, ' ');
  if (is_single_quote (character))
    return put (out, 0, '\'');
  if (is_double_quote (character))
    return put (out, 0, '"');
  if (is_dash (character))
    return put (out, 0, '-');
  return fold_decomposed (character, flags, out);
}
