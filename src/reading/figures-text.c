/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small steps over the text around a number: words, spaces, dashes, phrases. None crosses a line. */
#include "reading/figures-private.h"

#include <string.h>

/* The longest word that a list of words has. */
#define MAX_LISTED_WORD 16

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar)c >= 0xC3 || ((guchar)c >= 0x80 && (guchar)c < 0xC0);
}

static char
lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Returns: the first byte from @byte that is no space of the same line. */
gsize
purport_figure_skip_space (const FigureText *text, gsize byte)
{
  while (byte < text->n_bytes) {
    if (text->text[byte] == ' ' || text->text[byte] == '\t')
      byte++;
    else if (text->n_bytes - byte >= 2 && memcmp (text->text + byte, "\302\240", 2) == 0)
      byte += 2;
    else
      break;
  }
  return byte;
}

/* Returns: the byte behind the last one before @byte that is no space of the same line. */
gsize
purport_figure_skip_space_back (const FigureText *text, gsize byte)
{
  while (byte > 0) {
    if (text->text[byte - 1] == ' ' || text->text[byte - 1] == '\t')
      byte--;
    else if (byte > 1 && memcmp (text->text + byte - 2, "\302\240", 2) == 0)
      byte -= 2;
    else
      break;
  }
  return byte;
}

/* Returns: the end of the letters and digits that begin at @byte; @byte itself if none do. */
gsize
purport_figure_word_end (const FigureText *text, gsize byte)
{
  while (byte < text->n_bytes && is_word_byte (text->text[byte])) {
    /* General punctuation, U+2000 to U+206F, is no word. */
    if ((guchar)text->text[byte] == 0xE2 && byte + 1 < text->n_bytes && (guchar)text->text[byte + 1] == 0x80)
      break;
    byte++;
  }
  return byte;
}

/* Returns: the start of the ASCII letters and digits that end at @byte; @byte itself if none do. */
gsize
purport_figure_word_start (const FigureText *text, gsize byte)
{
  while (byte > 0 && g_ascii_isalnum (text->text[byte - 1]))
    byte--;
  return byte;
}

/* Returns: the start of the word before @byte, over one comma or point; its end is set. */
gsize
purport_figure_previous_word (const FigureText *text, gsize byte, gsize *end)
{
  gsize before = purport_figure_skip_space_back (text, byte);

  if (before > 0 && (text->text[before - 1] == ',' || text->text[before - 1] == '.'))
    before = purport_figure_skip_space_back (text, before - 1);
  *end = before;
  return purport_figure_word_start (text, before);
}

/* Returns: whether the bytes are one of the lower case @words, which are separated and enclosed by "|". O(length of
 * @words). */
gboolean
purport_figure_word_is (const FigureText *text, gsize start, gsize end, const char *words)
{
  const char *bytes = text->text + start;
  char enclosed[MAX_LISTED_WORD + 3];
  gsize length = end - start;

  if (end <= start || length > MAX_LISTED_WORD)
    return FALSE;
  enclosed[0] = '|';
  for (gsize i = 0; i < length; i++)
    enclosed[i + 1] = lower (bytes[i]);
  enclosed[length + 1] = '|';
  enclosed[length + 2] = '\0';
  return strstr (words, enclosed) != NULL;
}

/* Returns: the byte behind lower case @phrase, whose single spaces stand for any, if it begins at @byte and ends at a
 * word's end; else 0. */
gsize
purport_figure_match (const FigureText *text, gsize byte, const char *phrase)
{
  for (; *phrase != '\0'; phrase++) {
    if (*phrase == ' ') {
      gsize after = purport_figure_skip_space (text, byte);
      if (after == byte)
        return 0;
      byte = after;
    } else if (byte < text->n_bytes && lower (text->text[byte]) == *phrase)
      byte++;
    else
      return 0;
  }
  return g_ascii_isalnum (phrase[-1]) && byte < text->n_bytes && is_word_byte (text->text[byte]) &&
                 purport_figure_word_end (text, byte) > byte
             ? 0
             : byte;
}

/* Returns: the byte where @phrase begins, if it ends at @end_byte and begins at a word's start; else G_MAXSIZE. */
gsize
purport_figure_match_back (const FigureText *text, gsize end_byte, const char *phrase)
{
  gsize byte = end_byte;

  for (const char *at = phrase + strlen (phrase); at > phrase; at--) {
    if (at[-1] == ' ') {
      gsize before = purport_figure_skip_space_back (text, byte);
      if (before == byte)
        return G_MAXSIZE;
      byte = before;
    } else if (byte > 0 && lower (text->text[byte - 1]) == at[-1])
      byte--;
    else
      return G_MAXSIZE;
  }
  return g_ascii_isalnum (phrase[0]) && byte > 0 && is_word_byte (text->text[byte - 1]) &&
                 g_ascii_isalnum (text->text[byte - 1])
             ? G_MAXSIZE
             : byte;
}

/* Returns: the length of a hyphen, en dash or minus sign at @byte, or 0. */
gsize
purport_figure_dash_length (const FigureText *text, gsize byte)
{
  if (byte < text->n_bytes && text->text[byte] == '-')
    return 1;
  if (text->n_bytes - MIN (byte, text->n_bytes) >= 3 &&
      (memcmp (text->text + byte, "\342\200\220", 3) == 0 || memcmp (text->text + byte, "\342\200\221", 3) == 0 ||
       memcmp (text->text + byte, "\342\200\223", 3) == 0 || memcmp (text->text + byte, "\342\210\222", 3) == 0))
    return 3;
  return 0;
}
