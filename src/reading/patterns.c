/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pattern is a chain of items, each a set of words; between two items others may stand, as many and of such a kind as
 * the later item allows. Words are numbered, sets are bits over the numbers, and every word knows the patterns that
 * begin with it, so that a sentence without such words costs one look-up a token. resources/lexicons/caveats.tsv
 * explains the language.
 */
#include "reading/patterns.h"

#include <string.h>

#define ITEMS_MAX 12
#define WORD_MAX 32

/* The number of the word that stands for all numbers. */
#define NUMBER 1

typedef enum {
  GAP_ANY,
  GAP_ONLY,    /* of the gap's set */
  GAP_WITHOUT, /* none of the gap's set */
} Gap;

typedef struct {
  guint32 set;
  guint32 gap_set;
  guint16 gap_max;
  guint8 gap; /* Gap */
} Item;

typedef struct {
  guint value;
  guint n_items;
  Item items[ITEMS_MAX];
} Pattern;

struct _PurportPatterns {
  GHashTable *numbers; /* word → its number, from 1 */
  GHashTable *names;   /* name of a class → index of its set + 1 */
  GPtrArray *sets;     /* of GHashTable: numbers; while loading */
  GArray *patterns;    /* Pattern */
  guint8 *bits;        /* of each set a bit for each number */
  gsize set_size;      /* bytes */
  GPtrArray *begins;   /* for each number the patterns that begin with it: GArray of guint32, or NULL */
};

/* --- loading --------------------------------------------------------------------------------------------------------
 */

static guint32
number_of (PurportPatterns *self, const char *word)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word));

  if (number == 0) {
    number = g_hash_table_size (self->numbers) + 1;
    g_hash_table_insert (self->numbers, g_strdup (word), GUINT_TO_POINTER (number));
  }
  return number;
}

static guint32
add_set (PurportPatterns *self, const char *words)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (number_of (self, parts[i])));
  g_ptr_array_add (self->sets, set);
  return self->sets->len - 1;
}

/* A class by its name, without the brackets if it has them. */
static gboolean
find_class (const PurportPatterns *self, const char *name, guint32 *set)
{
  g_autofree char *plain = g_str_has_prefix (name, "<") ? g_strndup (name + 1, strlen (name) - 2) : g_strdup (name);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, plain));

  *set = found - 1;
  return found > 0;
}

/* "~3", "~3:class", "~3!class". */
static gboolean
parse_gap (const PurportPatterns *self, const char *text, Item *item)
{
  char *end;

  item->gap_max = (guint16)g_ascii_strtoull (text + 1, &end, 10);
  if (end == text + 1)
    return FALSE;
  if (*end == '\0')
    return TRUE;
  item->gap = *end == ':' ? GAP_ONLY : GAP_WITHOUT;
  return (*end == ':' || *end == '!') && find_class (self, end + 1, &item->gap_set);
}

static gboolean
parse_pattern (PurportPatterns *self, guint value, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  Pattern pattern = { .value = value };
  Item item = { 0 };

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '~') {
      if (i == 0 || !parse_gap (self, parts[i], &item))
        return FALSE;
      continue;
    }
    if (pattern.n_items == ITEMS_MAX)
      return FALSE;
    if (*parts[i] != '<')
      item.set = add_set (self, parts[i]);
    else if (!find_class (self, parts[i], &item.set))
      return FALSE;
    pattern.items[pattern.n_items++] = item;
    item = (Item){ 0 };
  }
  g_array_append_val (self->patterns, pattern);
  return pattern.n_items > 0;
}

static gboolean
parse_line (PurportPatterns *self, const char *line, PurportPatternNameFunc to_string, guint n_values)
{
  g_auto (GStrv) fields = NULL;

  if (*line == '\0' || *line == '#')
    return TRUE;
  fields = g_strsplit (line, "\t", 2);
  if (g_strv_length (fields) != 2)
    return FALSE;
  if (*fields[0] == '=') {
    guint32 set = add_set (self, fields[1]);
    return g_hash_table_insert (self->names, g_strdup (fields[0] + 1), GUINT_TO_POINTER (set + 1));
  }
  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (to_string (i), fields[0]))
      return parse_pattern (self, i, fields[1]);
  return FALSE;
}

static void
add_beginning (PurportPatterns *self, guint32 number, guint32 pattern)
{
  if (g_ptr_array_index (self->begins, number) == NULL)
    g_ptr_array_index (self->begins, number) = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val ((GArray *)g_ptr_array_index (self->begins, number), pattern);
}

static void
finish (PurportPatterns *self)
{
  guint n_numbers = g_hash_table_size (self->numbers) + 1;

  self->set_size = (n_numbers + 7) / 8;
  self->bits = g_malloc0 (self->set_size * self->sets->len + 1);
  g_ptr_array_set_size (self->begins, (gint)n_numbers);
  for (guint i = 0; i < self->sets->len; i++) {
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init (&iter, g_ptr_array_index (self->sets, i));
    while (g_hash_table_iter_next (&iter, &key, NULL))
      self->bits[i * self->set_size + GPOINTER_TO_UINT (key) / 8] |= (guint8)(1u << GPOINTER_TO_UINT (key) % 8);
  }
  for (guint32 i = 0; i < self->patterns->len; i++) {
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init (&iter,
                            g_ptr_array_index (self->sets, g_array_index (self->patterns, Pattern, i).items[0].set));
    while (g_hash_table_iter_next (&iter, &key, NULL))
      add_beginning (self, GPOINTER_TO_UINT (key), i);
  }
}

static void
free_beginning (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/**
 * purport_patterns_new:
 * @lookup: where lexicons come from
 * @file: the one to load
 * @to_string: (scope call): what a pattern may stand for
 * @n_values: how many of them there are
 *
 * Returns: (transfer full): the patterns, immutable, or %NULL with a #PurportBaseError that names the file and the line
 */
PurportPatterns *
purport_patterns_new (PurportDataFunc lookup,
                      gpointer user_data,
                      const char *file,
                      PurportPatternNameFunc to_string,
                      guint n_values,
                      GError **error)
{
  g_autoptr (PurportPatterns) self = g_new0 (PurportPatterns, 1);
  g_autoptr (GBytes) bytes = lookup (file, user_data);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  self->begins = g_ptr_array_new_with_free_func (free_beginning);
  if (bytes == NULL) {
    g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_MISSING,
                 "%s is missing: Purport is not completely installed", file);
    return NULL;
  }
  g_hash_table_insert (self->numbers, g_strdup ("<number>"), GUINT_TO_POINTER (NUMBER));
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!parse_line (self, lines[i], to_string, n_values)) {
      g_set_error (error, PURPORT_BASE_ERROR, PURPORT_BASE_ERROR_DATA_DAMAGED, "%s is damaged at line %u", file, i + 1);
      return NULL;
    }
  finish (self);
  return g_steal_pointer (&self);
}

void
purport_patterns_free (PurportPatterns *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->patterns, g_array_unref);
  g_clear_pointer (&self->begins, g_ptr_array_unref);
  g_free (self->bits);
  g_free (self);
}

/* --- finding --------------------------------------------------------------------------------------------------------
 */

/* Hyphens and quotation marks stand between the parts of what is said as one. */
static gboolean
is_transparent (const PurportWords *words, guint32 token)
{
  static const char *const marks[] = { "-", "‑", "–", "\"", "'", "“", "”", "‘", "’", "``", "''" };
  const char *text = purport_words_get_text (words, token);
  guint32 length = purport_span_length (purport_words_get_token (words, token)->span);

  if ((purport_words_get_token (words, token)->flags & PURPORT_TOKEN_PUNCTUATION) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strlen (marks[i]) == length && memcmp (marks[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: the word's number, 0: no pattern has it. */
static guint32
look_up (const PurportPatterns *self, const PurportWords *words, guint32 token)
{
  const PurportToken *one = purport_words_get_token (words, token);
  const char *text = purport_words_get_text (words, token);
  guint32 length = purport_span_length (one->span), n = 0, number;
  char folded[WORD_MAX];

  for (guint32 i = 0; i < length && n + 1 < WORD_MAX; i++) {
    if (length - i >= 3 && memcmp (text + i, "’", 3) == 0) {
      folded[n++] = '\'';
      i += 2;
    } else {
      folded[n++] = g_ascii_tolower (text[i]);
    }
  }
  folded[n] = '\0';
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
  return number == 0 && (one->tag == PURPORT_TAG_CD || (one->flags & PURPORT_TOKEN_DIGIT) != 0) ? NUMBER : number;
}

static inline gboolean
set_has (const PurportPatterns *self, guint32 set, guint32 number)
{
  return ((guint)self->bits[set * self->set_size + number / 8] >> number % 8 & 1u) != 0;
}

/* Whether the items from @item on are found from @at on; a gap is as short as can be. */
static gboolean
match (const PurportPatterns *self, const Pattern *pattern, guint item, const guint32 *numbers, guint n, guint at)
{
  const Item *wanted = &pattern->items[item];

  if (item == pattern->n_items)
    return TRUE;
  for (guint gap = 0; gap <= wanted->gap_max && at + gap < n; gap++) {
    guint32 number = numbers[at + gap];
    if (set_has (self, wanted->set, number) && match (self, pattern, item + 1, numbers, n, at + gap + 1))
      return TRUE;
    if (wanted->gap != GAP_ANY && set_has (self, wanted->gap_set, number) != (wanted->gap == GAP_ONLY))
      return FALSE;
  }
  return FALSE;
}

/* Returns: the first pattern below @before that begins with the word @at, or @before. */
static guint32
match_at (const PurportPatterns *self, const guint32 *numbers, guint n, guint at, guint32 before)
{
  const GArray *begins = g_ptr_array_index (self->begins, numbers[at]);

  for (guint i = 0; begins != NULL && i < begins->len; i++) {
    guint32 index = g_array_index (begins, guint32, i);
    if (index >= before)
      break;
    if (match (self, &g_array_index (self->patterns, Pattern, index), 0, numbers, n, at))
      return index;
  }
  return before;
}

/**
 * purport_patterns_find:
 * @tokens: where to look
 * @value: (out): what the first of the patterns that are found stands for
 *
 * Returns: whether there is one. O(tokens), times what the gaps allow behind words that a pattern begins with.
 */
gboolean
purport_patterns_find (const PurportPatterns *self, const PurportWords *words, PurportTokens tokens, guint *value)
{
  g_autofree guint32 *numbers = g_new (guint32, tokens.end_token - tokens.first_token + 1);
  guint32 found = self->patterns->len;
  guint n = 0;

  for (guint32 i = tokens.first_token; i < tokens.end_token; i++)
    if (!is_transparent (words, i))
      numbers[n++] = look_up (self, words, i);
  for (guint i = 0; i < n; i++)
    found = match_at (self, numbers, n, i, found);
  if (found == self->patterns->len)
    return FALSE;
  *value = g_array_index (self->patterns, Pattern, found).value;
  return TRUE;
}
