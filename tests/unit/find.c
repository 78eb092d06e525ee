/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What find takes for the same, where its hits stand, and that no expression takes for ever. */
#include "model/find-index.h"
#include "model/find-regex.h"

#include <string.h>

static char *
describe (const GArray *hits)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const PurportFindHit *hit = &g_array_index (hits, PurportFindHit, i);
    g_string_append_printf (out, "%s%u-%u", i > 0 ? " " : "", hit->start, hit->end);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct {
  const char *text;
  const char *query;
  PurportFindFlags flags;
  const char *hits; /* in code points */
} Case;

static void
test_folding (void)
{
  static const Case cases[] = {
    /* By default all is folded that one cannot or does not want to type. */
    { "Tea and TEA", "tea", 0, "0-3 8-11" },
    { "Tea and TEA", "tea", PURPORT_FIND_MATCH_CASE, "" },
    { "“It’s”", "\"it's\"", 0, "0-6" },
    { "pages 4–6 and 4−6", "4-6", 0, "6-9 14-17" },
    { "10\u00A0mg,\u202F5 mg", "0 mg", 0, "1-5" },
    { "low\n  tide", "low tide", 0, "0-10" },
    { "ti\u00ADde", "tide", 0, "0-5" },
    { "e\uFB03cient", "efficient", 0, "0-7" },
    { "ﬁ", "i", 0, "0-1" }, /* half a ligature is the whole one */
    { "Zürich, Zu\u0308rich", "zurich", 0, "0-6 8-15" },
    { "Zürich, Zurich", "zurich", PURPORT_FIND_DIACRITICS, "8-14" },
    { "smørrebrød", "smorrebrod", 0, "0-10" },
    { "cafe\u0301 noir", "cafe", 0, "0-5" }, /* with the accent that hangs on its last letter */
    /* Whole words, and hits that overlap. */
    { "tea, steam, tea", "tea", PURPORT_FIND_WHOLE_WORDS, "0-3 12-15" },
    { "aaaa", "aa", 0, "0-2 2-4" },
    { "tea", "", 0, "" },
    { "", "tea", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    g_autoptr (PurportFindIndex) index = purport_find_index_new (c->text, strlen (c->text), c->flags);
    g_autoptr (GArray) hits = purport_find_index_search (index, c->query);
    g_autofree char *found = describe (hits);
    g_test_message ("%s in %s", c->query, c->text);
    g_assert_cmpstr (found, ==, c->hits);
  }
}

/* A text of pieces that fold to nothing, to one byte, or to several, and a stretch that folds byte for byte. */
static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "a", "b",       "A", " ", "\n", "\u00AD", "ﬁ",
                                        "é", "e\u0301", "“", "—", "ß",  "𝒜",      "mm mm mm mm " };
  GString *text = g_string_new (NULL);
  gint n = g_rand_int_range (rand, 0, 300);

  for (gint i = 0; i < n; i++)
    g_string_append (text, pieces[(guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* The folding as a whole, and of each of its bytes the character that it comes from, the slow way. */
static GString *
fold_all (const char *text, GArray *origins)
{
  GString *folded = g_string_new (NULL);
  guint code_point = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), code_point++) {
    char out[PURPORT_FIND_MAX_FOLDED];
    guint n = purport_find_fold (g_utf8_get_char (p), 0, out);
    if (n == 1 && out[0] == ' ' && folded->len > 0 && folded->str[folded->len - 1] == ' ')
      continue;
    g_string_append_len (folded, out, (gssize)n);
    for (guint i = 0; i < n; i++)
      g_array_append_val (origins, code_point);
  }
  return folded;
}

static void
check_places (const char *text, const char *query)
{
  g_autoptr (PurportFindIndex) index = purport_find_index_new (text, strlen (text), 0);
  g_autoptr (GArray) hits = purport_find_index_search (index, query),
                     origins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) folded = fold_all (text, origins);
  guint n = 0, behind = 0;

  for (const char *p = folded->str; (p = strstr (p, query)) != NULL; p += strlen (query)) {
    guint first = g_array_index (origins, guint, p - folded->str);
    guint last = g_array_index (origins, guint, p - folded->str + (gssize)strlen (query) - 1);
    const PurportFindHit *hit;
    if (n > 0 && first < behind)
      continue; /* in the character that the last hit ends with */
    g_assert_cmpuint (n, <, hits->len);
    hit = &g_array_index (hits, PurportFindHit, n++);
    g_assert_cmpuint (hit->start, ==, first);
    g_assert_cmpuint (hit->end, >, last);
    for (guint i = last + 1; i < hit->end; i++)
      g_assert_true (g_unichar_ismark (g_utf8_get_char (g_utf8_offset_to_pointer (text, i))));
    behind = hit->end;
  }
  g_assert_cmpuint (n, ==, hits->len);
}

static void
test_places (void)
{
  static const char *const queries[] = { "a",  "ab", " ",   "m m",           "fi", "i", "e", "f", "s",
                                         "\"", "ss", "- a", "mm mm mm mm a", "e b" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *text = random_text (rand);
    check_places (text, queries[i % G_N_ELEMENTS (queries)]);
  }
}

static void
test_expressions (void)
{
  static const Case cases[] = {
    { "tides, Tide", "tides?", 0, "0-5 7-11" },
    { "tides, Tide", "tides?", PURPORT_FIND_MATCH_CASE, "0-5" },
    { "tides, tide", "tide", PURPORT_FIND_WHOLE_WORDS, "7-11" },
    { "é1 22", "\\d+", 0, "1-2 3-5" },
    { "a\nb", "^b", 0, "2-3" },
    { "aaa", "x*", 0, "" }, /* empty matches are none */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    gboolean complete = FALSE;
    g_autoptr (GArray) hits = purport_find_regex (c->text, strlen (c->text), c->query, c->flags, &complete, NULL);
    g_autofree char *found = describe (hits);
    g_test_message ("%s in %s", c->query, c->text);
    g_assert_cmpstr (found, ==, c->hits);
    g_assert_true (complete);
  }
}

/* Nested repetition would take longer than the universe: it is given up, and said so. */
static void
test_an_expression_without_end (void)
{
  g_autofree char *letters = g_strnfill (5000, 'a'), *text = g_strconcat (letters, "!", NULL);
  gboolean complete = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = purport_find_regex (text, 5001, "(a+)+$", 0, &complete, &error), none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_false (complete);
  none = purport_find_regex (text, 5001, "(a", 0, &complete, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/folding", test_folding);
  g_test_add_func ("/find/places", test_places);
  g_test_add_func ("/find/expressions", test_expressions);
  g_test_add_func ("/find/an-expression-without-end", test_an_expression_without_end);
  return g_test_run ();
}
