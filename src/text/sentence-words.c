/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists, each word between blanks. */
#include "text/sentence-words.h"

#include <string.h>

#define MAX_BYTES 12u

static const char starters[] =
    " the a an this that these those it he she they we i you his her its their our my your in on at for from with by "
    "to "
    "as and but or so if when while after before since because although though however what who how where why which "
    "there here no not yes one some many most all both each every another such then now also still even once until "
    "under during through meanwhile moreover according let please do does did is are was were can could will would "
    "have has nobody nothing everyone someone perhaps maybe despite instead later today yesterday experts officials "
    "researchers scientists critics others several few ";
static const char pronouns[] = " it he she they we i ";
static const char reporting[] = " said says asked asks added adds told replied wrote writes cried shouted exclaimed "
                                "wondered whispered answered explained continued ask say "
                                "called yelled murmured muttered snapped ";

static gboolean
has_word (const char *list, const char *word, gsize n_bytes)
{
  char padded[MAX_BYTES + 3];

  if (n_bytes == 0 || n_bytes > MAX_BYTES)
    return FALSE;
  padded[0] = ' ';
  for (gsize i = 0; i < n_bytes; i++)
    padded[i + 1] = g_ascii_tolower (word[i]);
  padded[n_bytes + 1] = ' ';
  padded[n_bytes + 2] = '\0';
  return strstr (list, padded) != NULL;
}

/* Returns: whether a capital on this word says that a sentence starts, for it is no name. */
gboolean
purport_sentence_word_starts (const char *word, gsize n_bytes)
{
  return has_word (starters, word, n_bytes);
}

gboolean
purport_sentence_word_is_pronoun (const char *word, gsize n_bytes)
{
  return has_word (pronouns, word, n_bytes);
}

/* Returns: whether the word tells that somebody speaks. */
gboolean
purport_sentence_word_reports (const char *word, gsize n_bytes)
{
  return has_word (reporting, word, n_bytes);
}
