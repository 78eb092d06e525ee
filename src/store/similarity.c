/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of four letters or more, or with a digit, compared by their first six characters: a stem that needs no list. */
#include "store/similarity.h"

#include <string.h>

#define STEM_CHARACTERS 6
#define TELLING_CHARACTERS 4

static gboolean
is_telling (const char *word)
{
  return g_utf8_strlen (word, -1) >= TELLING_CHARACTERS || strpbrk (word, "0123456789") != NULL;
}

/* Returns: (transfer full): the telling words of @text, in lower case, each once. */
char **
purport_similarity_dup_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new ();

  for (const char *at = folded; *at != '\0';) {
    const char *start = at;
    g_autofree char *word = NULL;
    while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    word = g_strndup (start, (gsize)(at - start));
    if (is_telling (word) && !g_hash_table_contains (seen, word)) {
      g_hash_table_add (seen, word);
      g_ptr_array_add (words, g_steal_pointer (&word));
    }
    if (*at != '\0')
      at = g_utf8_next_char (at);
  }
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (words, FALSE);
}

static gboolean
same_stem (const char *a, const char *b)
{
  g_autofree char *stem_a = g_utf8_substring (a, 0, MIN (g_utf8_strlen (a, -1), STEM_CHARACTERS));
  g_autofree char *stem_b = g_utf8_substring (b, 0, MIN (g_utf8_strlen (b, -1), STEM_CHARACTERS));
  return g_str_equal (stem_a, stem_b);
}

/* Returns: the share of telling words that the two have in common (Dice), 0 to 1. */
double
purport_similarity_of (const char *a, const char *b)
{
  g_auto (GStrv) words_a = purport_similarity_dup_words (a);
  g_auto (GStrv) words_b = purport_similarity_dup_words (b);
  guint n_a = g_strv_length (words_a), n_b = g_strv_length (words_b), n_common = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (same_stem (words_a[i], words_b[j])) {
        n_common++;
        break;
      }
  return n_a + n_b > 0 ? 2.0 * MIN (n_common, n_b) / (n_a + n_b) : 0;
}
